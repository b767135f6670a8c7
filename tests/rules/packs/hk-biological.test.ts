import { hkBiological } from "../../../lib/policy/packs/hk-biological.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(hkBiological, [
  ["serum suspected to be infectious enters", aSample("CN", "HK", { "sample.infectious_suspected": true }), ["hk-biological-import-599a"]],
  ["a category 3 strain enters", aSample("MO", "HK", { "sample.pathogen_cat_cn": "cat3" }), ["hk-biological-import-599a"]],
  ["a category 4 strain enters", aSample("CN", "HK", { "sample.pathogen_cat_cn": "cat4" }), []],
  ["serum suspected to be infectious leaves", aSample("HK", "CN", { "sample.infectious_suspected": true }), []],
  ["serum suspected to be infectious within Hong Kong", aSample("HK", "HK", { "sample.infectious_suspected": true }), []],
  ["a listed agent enters", aSample("XX", "HK", { "sample.ag_agent": true }), ["hk-strategic-bio"]],
  ["a listed agent leaves", aSample("HK", "XX", { "sample.ag_agent": true }), ["hk-strategic-bio"]],
  ["a listed agent passes through", aSample("CN", "XX", { "sample.ag_agent": true, "transit.jurs": ["HK"] }), ["hk-strategic-bio"]],
  ["a listed agent passes elsewhere", aSample("CN", "XX", { "sample.ag_agent": true, "transit.jurs": ["MO"] }), []],
  ["a modified laboratory strain leaves", aSample("HK", "MO", { "sample.gmo": "contained_lab" }), ["hk-gmo-607"]],
  ["an organism for release enters", aSample("CN", "HK", { "sample.gmo": "release" }), ["hk-gmo-607"]],
  ["genetically modified maize enters", aSample("CN", "HK", { "sample.gmo": "agri_gmo" }), []],
]);
