import { cnControlledSubstances } from "../../../lib/policy/packs/cn-controlled-substances.ts";
import { aReagent, checkCases } from "./cases.ts";

checkCases(cnControlledSubstances, [
  ["nothing controlled", aReagent("HK", "CN", { "reagent.precursor_cn": "none", "reagent.cwc": "none", "reagent.narcotic": "none", "reagent.radioactive": false }), []],
  ["acetone, a precursor of class 3, leaves", aReagent("CN", "MO", { "reagent.precursor_cn": "3" }), ["cn-precursor-permit"]],
  ["a precursor of class 1 enters", aReagent("XX", "CN", { "reagent.precursor_cn": "1" }), ["cn-precursor-permit"]],
  ["a precursor stays outside the Mainland", aReagent("HK", "MO", { "reagent.precursor_cn": "1" }), []],
  ["a scheduled chemical enters", aReagent("HK", "CN", { "reagent.cwc": "2" }), ["cn-cwc-controlled"]],
  ["a discrete organic chemical, which no schedule names", aReagent("HK", "CN", { "reagent.cwc": "docf" }), []],
  ["a fentanyl standard leaves", aReagent("CN", "HK", { "reagent.narcotic": "narcotic" }), ["cn-narcotic-permit"]],
  ["a psychotropic substance enters", aReagent("MO", "CN", { "reagent.narcotic": "psychotropic" }), ["cn-narcotic-permit"]],
  ["an ordinary reference standard enters on the same way", aReagent("MO", "CN", { "reagent.narcotic": "none" }), []],
  ["a sealed source enters", aReagent("HK", "CN", { "reagent.radioactive": true }), ["cn-radioisotope"]],
  ["a sealed source moves within the Mainland", aReagent("CN", "CN", { "reagent.radioactive": true }), []],
]);
