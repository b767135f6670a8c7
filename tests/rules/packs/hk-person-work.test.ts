import { hkPersonWork } from "../../../lib/policy/packs/hk-person-work.ts";
import { aPerson, checkCases, checkDays } from "./cases.ts";

const mainlander = { "person.nationality_class": "cn_mainland", "person.purpose": "joint_experiment", "person.stay_days": 10, "person.work_region": "other", "person.talent_class": "none" };
const foreigner = { "person.nationality_class": "foreign", "person.purpose": "joint_experiment", "person.stay_days": 10 };

checkCases(hkPersonWork, [
  ["a Mainland postdoc, employed", aPerson("CN", "HK", { ...mainlander, "person.purpose": "employment" }), ["hk-employment-asmtp"]],
  ["a Mainland visitor paid by an authorised host for 14 days", aPerson("CN", "HK", { ...mainlander, "person.remunerated_by_host": true, "person.host_stas_authorised": true, "person.stay_days": 14 }), []],
  ["the same for 15 days", aPerson("CN", "HK", { ...mainlander, "person.remunerated_by_host": true, "person.host_stas_authorised": true, "person.stay_days": 15 }), ["hk-employment-asmtp"]],
  ["paid by a host that is not authorised", aPerson("CN", "HK", { ...mainlander, "person.remunerated_by_host": true }), ["hk-employment-asmtp"]],
  ["unpaid for 15 days", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 15 }), ["hk-employment-asmtp"]],
  ["unpaid for 15 days on an official mission", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 15, "person.official_mission": true }), []],
  ["unpaid for 15 days with a talent endorsement within reach", aPerson("CN", "HK", { ...mainlander, "person.stay_days": 15, "person.employer_in_hetao_sz": true }), []],
  ["a foreign postdoc, employed", aPerson("XX", "HK", { ...foreigner, "person.purpose": "employment" }), ["hk-employment-gep"]],
  ["a foreign visitor, unpaid for 60 days", aPerson("XX", "HK", { ...foreigner, "person.stay_days": 60 }), []],
  ["a foreign visitor paid by a host that is not authorised", aPerson("XX", "HK", { ...foreigner, "person.remunerated_by_host": true }), ["hk-employment-gep"]],
  ["a top talent, employed", aPerson("XX", "HK", { ...foreigner, "person.purpose": "employment", "person.ttps_eligible": true }), ["hk-employment-gep", "hk-ttps"]],
  ["a graduate of Hong Kong, employed", aPerson("CN", "HK", { ...mainlander, "person.purpose": "employment", "person.hk_graduate": true }), ["hk-employment-asmtp", "hk-iang"]],
  ["a top talent who visits", aPerson("XX", "HK", { ...foreigner, "person.ttps_eligible": true, "person.hk_graduate": true }), []],
  ["leaving Hong Kong", aPerson("HK", "CN", { ...mainlander, "person.purpose": "employment" }), []],
]);

checkDays(hkPersonWork, "hk-ttps", "the list of universities grew to 200, the rule stayed", aPerson("XX", "HK", { ...foreigner, "person.purpose": "employment", "person.ttps_eligible": true }), [
  ["2025-12-31", null],
  ["2026-01-01", null],
  ["2026-01-02", null],
]);
