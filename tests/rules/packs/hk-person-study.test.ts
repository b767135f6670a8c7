import { hkPersonStudy } from "../../../lib/policy/packs/hk-person-study.ts";
import { aPerson, checkCases } from "./cases.ts";

checkCases(hkPersonStudy, [
  ["a Mainland student", aPerson("CN", "HK", { "person.nationality_class": "cn_mainland", "person.purpose": "study" }), ["hk-study-visa"]],
  ["a Mainland trainee", aPerson("CN", "HK", { "person.nationality_class": "cn_mainland", "person.purpose": "training" }), ["hk-training-visa"]],
  ["a permanent resident who studies", aPerson("XX", "HK", { "person.nationality_class": "hk_pr_noncn", "person.purpose": "study" }), []],
  ["a permanent resident who trains", aPerson("XX", "HK", { "person.nationality_class": "hk_pr_cn", "person.purpose": "training" }), []],
  ["to study in the Mainland", aPerson("XX", "CN", { "person.nationality_class": "foreign", "person.purpose": "study" }), []],
  ["a visit", aPerson("XX", "HK", { "person.nationality_class": "foreign", "person.purpose": "research_visit" }), []],
]);
