import { cnSpecies } from "../../../lib/policy/packs/cn-species.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(cnSpecies, [
  ["an Appendix II coral leaves", aSample("CN", "HK", { "sample.cites": "II" }), ["cn-cites-cert"]],
  ["an Appendix III specimen enters", aSample("MO", "CN", { "sample.cites": "III" }), ["cn-cites-cert"]],
  ["an Appendix I specimen from Hong Kong to Macao", aSample("HK", "MO", { "sample.cites": "I" }), []],
  ["a species that no appendix lists", aSample("CN", "HK", { "sample.cites": "none" }), []],
  ["a nationally protected species leaves", aSample("CN", "XX", { "sample.cn_protected_wildlife": true }), ["cn-cites-cert", "cn-wildlife-approval"]],
  ["a nationally protected species within the Mainland", aSample("CN", "CN", { "sample.cn_protected_wildlife": true }), []],
  ["rice germplasm leaves", aSample("CN", "HK", { "sample.germplasm": true }), ["cn-germplasm-export"]],
  ["rice germplasm enters", aSample("HK", "CN", { "sample.germplasm": true }), []],
  ["genetically modified maize enters", aSample("XX", "CN", { "sample.gmo": "agri_gmo" }), ["cn-gmo-agri"]],
  ["genetically modified maize leaves", aSample("CN", "XX", { "sample.gmo": "agri_gmo" }), []],
  ["a modified laboratory strain enters", aSample("XX", "CN", { "sample.gmo": "contained_lab" }), []],
]);
