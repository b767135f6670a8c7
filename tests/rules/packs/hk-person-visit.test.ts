import { hkPersonVisit } from "../../../lib/policy/packs/hk-person-visit.ts";
import { aPerson, checkCases, checkDays } from "./cases.ts";

const visitor = { "person.nationality_class": "foreign", "person.purpose": "research_visit", "person.stay_days": 10, "person.visa_free": true };
const mainlander = { ...visitor, "person.nationality_class": "cn_mainland", "person.visa_free": false, "person.work_region": "other", "person.talent_class": "none" };

checkCases(hkPersonVisit, [
  ["a visa-free visitor", aPerson("XX", "HK", visitor), ["hk-visitor-entry"]],
  ["a visitor who is not visa-free", aPerson("XX", "HK", { ...visitor, "person.visa_free": false }), ["hk-visitor-entry", "hk-visit-visa"]],
  ["a Mainland resident needs no visit visa", aPerson("CN", "HK", mainlander), ["hk-visitor-entry"]],
  ["a permanent resident", aPerson("XX", "HK", { ...visitor, "person.nationality_class": "hk_pr_noncn" }), []],
  ["within Hong Kong", aPerson("HK", "HK", visitor), []],
  ["to be employed", aPerson("XX", "HK", { ...visitor, "person.purpose": "employment", "person.visa_free": false }), []],
  ["for training", aPerson("XX", "HK", { ...visitor, "person.purpose": "training" }), []],
  ["invited by an authorised host", aPerson("XX", "HK", { ...visitor, "person.host_stas_authorised": true }), ["hk-visitor-entry", "hk-stas"]],
  ["invited by an authorised host, paid", aPerson("XX", "HK", { ...visitor, "person.host_stas_authorised": true, "person.remunerated_by_host": true }), ["hk-visitor-entry", "hk-stas"]],
  ["paid for 15 days", aPerson("XX", "HK", { ...visitor, "person.host_stas_authorised": true, "person.remunerated_by_host": true, "person.stay_days": 15 }), []],
  ["paid by a host that is not authorised", aPerson("XX", "HK", { ...visitor, "person.remunerated_by_host": true }), []],
  ["on business with an authorised host", aPerson("XX", "HK", { ...visitor, "person.purpose": "business", "person.host_stas_authorised": true }), ["hk-visitor-entry"]],
  ["a Mainland resident for 15 days of experiments", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 15 }), []],
  ["the same with a talent endorsement within reach", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 15, "person.talent_class": "research", "person.work_region": "gba" }), ["hk-visitor-entry"]],
  ["the same for 31 days", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 31, "person.talent_class": "research", "person.work_region": "gba" }), []],
]);

checkDays(hkPersonVisit, "hk-stas", "a pilot, made permanent, then widened to 17 sectors", aPerson("XX", "HK", { ...visitor, "person.host_stas_authorised": true }), [
  ["2022-05-31", "none"],
  ["2022-06-01", "pilot"],
  ["2024-05-31", "pilot"],
  ["2024-06-01", "regular"],
  ["2024-06-02", "regular"],
  ["2025-10-31", "regular"],
  ["2025-11-01", "s17"],
  ["2025-11-02", "s17"],
]);

checkDays(hkPersonVisit, "hetao-hk-preregistration", "planned: noted from the day of the outline, never binding", aPerson("CN", "HK", { "from.zone": "hetao_sz", "to.zone": "hetao_hk" }), [
  ["2024-11-19", "none"],
  ["2024-11-20", null],
  ["2024-11-21", null],
]);
