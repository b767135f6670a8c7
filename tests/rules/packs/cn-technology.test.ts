import { cnTechnology } from "../../../lib/policy/packs/cn-technology.ts";
import { aReagent, checkCases, checkDays, someData } from "./cases.ts";

checkCases(cnTechnology, [
  ["restricted technology leaves as an item", aReagent("CN", "HK", { "reagent.tech_export_cn": "restricted" }), ["cn-tech-export"]],
  ["free technology leaves as data: its contract is registered", someData("CN", "XX", { "data.tech_export_cn": "free" }), ["cn-tech-export"]],
  ["technology that no catalogue names", aReagent("CN", "HK", { "reagent.tech_export_cn": "none" }), []],
  ["nothing is said about the catalogue", someData("CN", "HK"), []],
  ["restricted technology enters", aReagent("HK", "CN", { "reagent.tech_export_cn": "restricted" }), []],
]);

checkDays(cnTechnology, "cn-tech-export", "the catalogue was adjusted on 15 July 2025", aReagent("CN", "MO", { "reagent.tech_export_cn": "prohibited" }), [
  ["2001-12-31", "none"],
  ["2002-01-01", "reg"],
  ["2025-07-14", "reg"],
  ["2025-07-15", "cat2025"],
  ["2025-07-16", "cat2025"],
]);
