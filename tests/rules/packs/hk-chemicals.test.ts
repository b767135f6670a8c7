import { hkChemicals } from "../../../lib/policy/packs/hk-chemicals.ts";
import { aReagent, checkCases } from "./cases.ts";

const solvents = { "reagent.un_class": "3", "reagent.above_hk_eq": true };

checkCases(hkChemicals, [
  ["a drum of solvents comes to Hong Kong", aReagent("CN", "HK", solvents), ["hk-dg-295"]],
  ["a bottle below the exempt quantity", aReagent("CN", "HK", { ...solvents, "reagent.above_hk_eq": false }), []],
  ["the drum passes through Hong Kong", aReagent("CN", "MO", { ...solvents, "transit.jurs": ["HK"] }), ["hk-dg-295"]],
  ["the drum goes another way", aReagent("CN", "MO", { ...solvents, "transit.jurs": [] }), []],
  ["a radioactive source is no matter of this ordinance", aReagent("CN", "HK", { ...solvents, "reagent.un_class": "7" }), []],
  ["acetic anhydride of Schedule 1 leaves Hong Kong", aReagent("HK", "MO", { "reagent.cap145_schedule": "1" }), ["hk-control-chemicals-145"]],
  ["a chemical of Schedule 2 arrives", aReagent("XX", "HK", { "reagent.cap145_schedule": "2" }), ["hk-control-chemicals-145"]],
  ["acetone of Schedule 3 leaves", aReagent("HK", "CN", { "reagent.cap145_schedule": "3" }), ["hk-control-chemicals-145-s3"]],
  ["acetone of Schedule 3 arrives", aReagent("CN", "HK", { "reagent.cap145_schedule": "3" }), []],
  ["a scheduled chemical of the Convention arrives", aReagent("CN", "HK", { "reagent.cwc": "3" }), ["hk-cwc-578"]],
  ["a discrete organic chemical arrives", aReagent("CN", "HK", { "reagent.cwc": "docf" }), []],
  ["a persistent pollutant arrives", aReagent("CN", "HK", { "reagent.hk_hazchem595": true }), ["hk-hazchem-595"]],
  ["a persistent pollutant goes from Macao to the Mainland", aReagent("MO", "CN", { "reagent.hk_hazchem595": true }), []],
]);
