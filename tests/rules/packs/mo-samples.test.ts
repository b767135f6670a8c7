import { moSamples } from "../../../lib/policy/packs/mo-samples.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(moSamples, [
  ["a category A strain enters", aSample("CN", "MO", { "sample.un": "UN2814" }), ["mo-dg62-declaration"]],
  ["an animal category A strain enters", aSample("HK", "MO", { "sample.un": "UN2900" }), ["mo-dg62-declaration"]],
  ["category A waste enters", aSample("HK", "MO", { "sample.un": "UN3549" }), ["mo-dg62-declaration"]],
  ["a category B sample enters", aSample("CN", "MO", { "sample.un": "UN3373" }), []],
  ["a category A strain leaves", aSample("MO", "CN", { "sample.un": "UN2814" }), []],
  ["live mice enter", aSample("HK", "MO", { "sample.live_animal": true }), ["mo-iam-sanitary"]],
  ["seeds enter", aSample("CN", "MO", { "sample.plant_material": true }), ["mo-iam-sanitary"]],
  ["bovine serum enters", aSample("XX", "MO", { "sample.animal_derived": true }), ["mo-iam-sanitary"]],
  ["soil enters", aSample("CN", "MO", { "sample.soil": true }), ["mo-iam-sanitary"]],
  ["soil leaves", aSample("MO", "CN", { "sample.soil": true }), []],
  ["plasma on the import table enters", aSample("HK", "MO", { "sample.mo_blood_organ": true }), ["mo-blood-organ-licence"]],
  ["plasma on the import table leaves", aSample("MO", "HK", { "sample.mo_blood_organ": true }), []],
  ["an Appendix III specimen enters", aSample("HK", "MO", { "sample.cites": "III" }), ["mo-cites"]],
  ["an Appendix I specimen leaves", aSample("MO", "CN", { "sample.cites": "I" }), ["mo-cites"]],
  ["an Appendix I specimen within Macao", aSample("MO", "MO", { "sample.cites": "I" }), []],
]);
