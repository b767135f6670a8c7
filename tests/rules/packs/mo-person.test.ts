import { moPerson } from "../../../lib/policy/packs/mo-person.ts";
import { aPerson, checkCases } from "./cases.ts";

const visitor = { "person.nationality_class": "cn_mainland", "person.purpose": "research_visit", "person.stay_days": 45, "person.mo_work_days_6m": 45 };

checkCases(moPerson, [
  ["a research visit of 45 days", aPerson("CN", "MO", visitor), ["mo-visitor-entry", "mo-work-exemption-45d"]],
  ["a research visit of 46 days", aPerson("CN", "MO", { ...visitor, "person.stay_days": 46 }), ["mo-visitor-entry"]],
  ["46 days of work in six months", aPerson("CN", "MO", { ...visitor, "person.mo_work_days_6m": 46 }), ["mo-visitor-entry"]],
  ["46 days of work in six months, paid", aPerson("CN", "MO", { ...visitor, "person.mo_work_days_6m": 46, "person.remunerated_by_host": true }), ["mo-nonresident-worker"]],
  ["a stay of 46 days, paid", aPerson("HK", "MO", { ...visitor, "person.nationality_class": "hk_pr_cn", "person.stay_days": 46, "person.remunerated_by_host": true }), ["mo-nonresident-worker"]],
  ["a stay of 45 days, paid", aPerson("HK", "MO", { ...visitor, "person.nationality_class": "hk_pr_cn", "person.remunerated_by_host": true }), ["mo-visitor-entry", "mo-work-exemption-45d"]],
  ["employed", aPerson("XX", "MO", { ...visitor, "person.nationality_class": "foreign", "person.purpose": "employment" }), ["mo-nonresident-worker"]],
  ["a resident of Macao comes home", aPerson("HK", "MO", { ...visitor, "person.nationality_class": "mo_pr_noncn" }), []],
  ["a Mainland student", aPerson("CN", "MO", { ...visitor, "person.purpose": "study" }), ["mo-study-stay"]],
  ["a student from Hong Kong", aPerson("HK", "MO", { ...visitor, "person.nationality_class": "hk_pr_cn", "person.purpose": "study" }), []],
  ["on business", aPerson("CN", "MO", { ...visitor, "person.purpose": "business" }), ["mo-visitor-entry"]],
  ["leaving Macao", aPerson("MO", "HK", visitor), []],
]);
