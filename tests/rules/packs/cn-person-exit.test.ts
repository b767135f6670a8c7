import { cnPersonExit } from "../../../lib/policy/packs/cn-person-exit.ts";
import { aPerson, checkCases, checkDays } from "./cases.ts";

const mainlander = { "person.nationality_class": "cn_mainland", "person.purpose": "research_visit", "person.stay_days": 10, "person.work_region": "other", "person.talent_class": "none" };
const researcherOfTheBay = { ...mainlander, "person.work_region": "gba", "person.talent_class": "research" };
const trader = { ...mainlander, "person.purpose": "business" };

checkCases(cnPersonExit, [
  ["a short research visit to Hong Kong", aPerson("CN", "HK", mainlander), ["cn-eep-hkmo", "cn-endorsement-other"]],
  ["from Macao on to Hong Kong", aPerson("MO", "HK", mainlander), ["cn-eep-hkmo", "cn-endorsement-other"]],
  ["from Hong Kong on to Macao", aPerson("HK", "MO", mainlander), ["cn-eep-hkmo", "cn-endorsement-other"]],
  ["abroad", aPerson("CN", "XX", mainlander), []],
  ["home again", aPerson("HK", "CN", mainlander), []],
  ["a resident of Hong Kong", aPerson("CN", "HK", { ...mainlander, "person.nationality_class": "hk_pr_cn" }), []],
  ["on an official mission", aPerson("CN", "HK", { ...mainlander, "person.official_mission": true }), []],
  ["an answer of no on missions is a private trip", aPerson("CN", "HK", { ...mainlander, "person.official_mission": false }), ["cn-eep-hkmo", "cn-endorsement-other"]],
  ["a talent endorsement is within reach", aPerson("CN", "HK", researcherOfTheBay), ["cn-eep-hkmo"]],
  ["so it is for staff of the Hetao park", aPerson("CN", "HK", { ...mainlander, "person.employer_in_hetao_sz": true }), ["cn-eep-hkmo"]],
  ["on business", aPerson("CN", "MO", trader), ["cn-eep-hkmo", "cn-endorsement-business"]],
  ["to service equipment for 14 days", aPerson("CN", "HK", { ...trader, "person.purpose": "equipment_service", "person.stay_days": 14 }), ["cn-eep-hkmo", "cn-endorsement-business"]],
  ["to service equipment for 15 days", aPerson("CN", "HK", { ...trader, "person.purpose": "equipment_service", "person.stay_days": 15 }), ["cn-eep-hkmo", "cn-endorsement-stay-d"]],
  ["paid by an authorised host", aPerson("CN", "HK", { ...mainlander, "person.remunerated_by_host": true, "person.host_stas_authorised": true }), ["cn-eep-hkmo", "cn-endorsement-other"]],
  ["paid by a host that is not authorised", aPerson("CN", "HK", { ...mainlander, "person.remunerated_by_host": true, "person.host_stas_authorised": false }), ["cn-eep-hkmo"]],
  ["to study", aPerson("CN", "HK", { ...mainlander, "person.purpose": "study" }), ["cn-eep-hkmo", "cn-endorsement-stay-d"]],
  ["paid, for 15 days, with a talent endorsement within reach", aPerson("CN", "HK", { ...researcherOfTheBay, "person.remunerated_by_host": true, "person.stay_days": 15 }), ["cn-eep-hkmo", "cn-endorsement-stay-d"]],
  ["31 days, with a talent endorsement within reach", aPerson("CN", "HK", { ...researcherOfTheBay, "person.stay_days": 31 }), ["cn-eep-hkmo", "cn-endorsement-stay-d"]],
  ["30 days, with a talent endorsement within reach", aPerson("CN", "HK", { ...researcherOfTheBay, "person.stay_days": 30 }), ["cn-eep-hkmo"]],
  ["a tourist for 40 days", aPerson("CN", "HK", { ...mainlander, "person.purpose": "tourism", "person.stay_days": 40 }), ["cn-eep-hkmo"]],
]);

checkDays(cnPersonExit, "cn-endorsement-business", "the stay grew from 7 to 14 days", aPerson("CN", "HK", trader), [
  ["2024-05-05", "v7d"],
  ["2024-05-06", "v14d"],
  ["2024-05-07", "v14d"],
]);

const atBeijing = { ...mainlander, "person.work_region": "beijing", "person.talent_class": "research" };
checkDays(cnPersonExit, "cn-endorsement-other", "not needed in Beijing once talent endorsements are issued there", aPerson("CN", "HK", atBeijing), [
  ["2024-05-05", null],
  ["2024-05-06", "none"],
  ["2024-05-07", "none"],
]);

checkDays(cnPersonExit, "cn-endorsement-other", "not needed for staff of the Hetao park once they have their own endorsement", aPerson("CN", "HK", { ...mainlander, "person.employer_in_hetao_sz": true }), [
  ["2025-11-04", null],
  ["2025-11-05", "none"],
  ["2025-11-06", "none"],
]);
