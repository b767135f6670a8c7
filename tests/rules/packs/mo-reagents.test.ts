import { moReagents } from "../../../lib/policy/packs/mo-reagents.ts";
import { aReagent, checkCases } from "./cases.ts";

checkCases(moReagents, [
  ["glassware arrives", aReagent("CN", "MO", { "reagent.mo_table_b1": false, "reagent.mo_table_h": false }), []],
  ["a reagent of group B1 arrives", aReagent("CN", "MO", { "reagent.mo_table_b1": true }), ["mo-isaf-import"]],
  ["a reagent of group B1 leaves", aReagent("MO", "CN", { "reagent.mo_table_b1": true }), []],
  ["a poison of group B2 arrives", aReagent("HK", "MO", { "reagent.mo_table_b2": true }), ["mo-ssm-licence"]],
  ["a poison of group B2 leaves", aReagent("MO", "HK", { "reagent.mo_table_b2": true }), []],
  ["a source of class 7 leaves", aReagent("MO", "HK", { "reagent.radioactive": true }), ["mo-ssm-licence"]],
  ["a source of class 7 passes by", aReagent("HK", "CN", { "reagent.radioactive": true }), []],
  ["flammable solvents of group H arrive", aReagent("CN", "MO", { "reagent.mo_table_h": true }), ["mo-fire-licence"]],
  ["flammable solvents of group H leave", aReagent("MO", "CN", { "reagent.mo_table_h": true }), []],
  ["a precursor leaves", aReagent("MO", "CN", { "reagent.mo_precursor": true }), ["mo-precursor"]],
  ["a precursor of the Mainland's list only", aReagent("CN", "MO", { "reagent.precursor_cn": "3" }), []],
  ["a psychotropic substance arrives", aReagent("HK", "MO", { "reagent.narcotic": "psychotropic" }), ["mo-narcotic"]],
  ["none arrives", aReagent("HK", "MO", { "reagent.narcotic": "none" }), []],
]);
