import { cnPersonOfficial } from "../../../lib/policy/packs/cn-person-official.ts";
import { aPerson, checkCases } from "./cases.ts";

const mainlander = { "person.nationality_class": "cn_mainland" };

checkCases(cnPersonOfficial, [
  ["a registered head of department to Hong Kong", aPerson("CN", "HK", { ...mainlander, "person.state_functionary": true }), ["cn-state-functionary-clearance"]],
  ["a registered head of department abroad", aPerson("CN", "XX", { ...mainlander, "person.state_functionary": true }), ["cn-state-functionary-clearance"]],
  ["nobody who is registered", aPerson("CN", "HK", { ...mainlander, "person.state_functionary": false }), []],
  ["home again", aPerson("HK", "CN", { ...mainlander, "person.state_functionary": true, "person.official_mission": true }), []],
  ["a mission to Macao", aPerson("CN", "MO", { ...mainlander, "person.official_mission": true }), ["cn-official-travel-permit"]],
  ["a mission abroad", aPerson("CN", "XX", { ...mainlander, "person.official_mission": true }), []],
  ["a resident of Hong Kong", aPerson("CN", "HK", { "person.nationality_class": "hk_pr_cn", "person.official_mission": true, "person.state_functionary": true }), []],
]);
