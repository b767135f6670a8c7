import { cnChemicals } from "../../../lib/policy/packs/cn-chemicals.ts";
import { aReagent, checkCases, checkDays } from "./cases.ts";

checkCases(cnChemicals, [
  ["a buffer enters from Hong Kong", aReagent("HK", "CN", { "reagent.hazchem": false }), []],
  ["nothing is said about hazards", aReagent("HK", "CN"), []],
  ["a hazardous chemical enters", aReagent("HK", "CN", { "reagent.hazchem": true }), ["cn-hazchem-registration", "cn-hazchem-customs-inspection"]],
  ["a hazardous chemical leaves: only customs looks", aReagent("CN", "MO", { "reagent.hazchem": true }), ["cn-hazchem-customs-inspection"]],
  ["a hazardous chemical from Hong Kong to Macao", aReagent("HK", "MO", { "reagent.hazchem": true }), []],
  ["a highly toxic chemical enters", aReagent("MO", "CN", { "reagent.highly_toxic_or_explosive": true }), ["cn-hazchem-purchase"]],
  ["a highly toxic chemical leaves", aReagent("CN", "HK", { "reagent.highly_toxic_or_explosive": true }), []],
  ["a restricted toxic chemical leaves", aReagent("CN", "HK", { "reagent.toxic_list_cn": true }), ["cn-toxic-chem-release"]],
  ["a restricted toxic chemical enters", aReagent("XX", "CN", { "reagent.toxic_list_cn": true }), ["cn-toxic-chem-release"]],
  ["a restricted toxic chemical from Macao to Hong Kong", aReagent("MO", "HK", { "reagent.toxic_list_cn": true }), []],
  ["a substance that is not in the inventory enters", aReagent("HK", "CN", { "reagent.new_chemical_cn": true }), ["cn-new-chem"]],
  ["the same substance leaves", aReagent("CN", "HK", { "reagent.new_chemical_cn": true }), []],
]);

checkDays(cnChemicals, "cn-hazchem-registration", "the Law of 2026 follows the Regulation", aReagent("HK", "CN", { "reagent.hazchem": true }), [
  ["2011-11-30", "none"],
  ["2011-12-01", "r591"],
  ["2026-04-30", "r591"],
  ["2026-05-01", "law2026"],
  ["2026-05-02", "law2026"],
]);
