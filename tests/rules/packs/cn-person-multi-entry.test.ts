import { cnPersonMultiEntry } from "../../../lib/policy/packs/cn-person-multi-entry.ts";
import { aPerson, checkCases, checkDays } from "./cases.ts";

const mainlander = { "person.nationality_class": "cn_mainland", "person.purpose": "research_visit", "person.stay_days": 10, "person.work_region": "other", "person.talent_class": "none" };
const talent = { ...mainlander, "person.talent_class": "research", "person.work_region": "gba" };
const staffOfHetao = { ...mainlander, "person.employer_in_hetao_sz": true };
const tourist = { ...mainlander, "person.purpose": "tourism", "person.stay_days": 7 };

checkCases(cnPersonMultiEntry, [
  ["a researcher of the Bay Area", aPerson("CN", "HK", talent), ["cn-endorsement-talent"]],
  ["for exactly 30 days", aPerson("CN", "MO", { ...talent, "person.stay_days": 30 }), ["cn-endorsement-talent"]],
  ["for 31 days", aPerson("CN", "MO", { ...talent, "person.stay_days": 31 }), []],
  ["to take up employment", aPerson("CN", "HK", { ...talent, "person.purpose": "employment" }), []],
  ["without a talent class", aPerson("CN", "HK", mainlander), []],
  ["a region without talent endorsements", aPerson("CN", "HK", { ...talent, "person.work_region": "other" }), []],
  ["on an official mission", aPerson("CN", "HK", { ...talent, "person.official_mission": true }), []],
  ["staff of the Hetao park", aPerson("CN", "HK", staffOfHetao), ["cn-endorsement-talent-hetao"]],
  ["staff of the Hetao park to study", aPerson("CN", "HK", { ...staffOfHetao, "person.purpose": "study" }), []],
  ["staff of the Hetao park who live in Hong Kong", aPerson("CN", "HK", { ...staffOfHetao, "person.nationality_class": "hk_pr_cn" }), []],
  ["a tourist from Shenzhen to Hong Kong", aPerson("CN", "HK", { ...tourist, "person.household": "shenzhen" }), ["cn-eep-tourism-multi"]],
  ["a tourist from Zhuhai to Macao", aPerson("CN", "MO", { ...tourist, "person.household": "zhuhai" }), ["cn-eep-tourism-multi"]],
  ["a tourist from Zhuhai to Hong Kong", aPerson("CN", "HK", { ...tourist, "person.household": "zhuhai" }), []],
  ["a tourist from Shenzhen for 8 days", aPerson("CN", "HK", { ...tourist, "person.household": "shenzhen", "person.stay_days": 8 }), []],
]);

checkDays(cnPersonMultiEntry, "cn-endorsement-talent", "Beijing and Shanghai join", aPerson("CN", "HK", { ...talent, "person.work_region": "shanghai" }), [
  ["2024-05-05", "none"],
  ["2024-05-06", null],
  ["2024-05-07", null],
]);

checkDays(cnPersonMultiEntry, "cn-endorsement-talent", "the Yangtze delta joins", aPerson("CN", "HK", { ...talent, "person.work_region": "yangtze_delta" }), [
  ["2025-11-04", "none"],
  ["2025-11-05", null],
  ["2025-11-06", null],
]);

checkDays(cnPersonMultiEntry, "cn-eep-tourism-multi", "Zhuhai and Hengqin follow a month after Shenzhen, which the text says and the rule does not tell apart", aPerson("CN", "MO", { ...tourist, "person.household": "hengqin" }), [
  ["2024-12-31", null],
  ["2025-01-01", null],
  ["2025-01-02", null],
]);
