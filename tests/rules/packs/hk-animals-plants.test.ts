import { hkAnimalsPlants } from "../../../lib/policy/packs/hk-animals-plants.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(hkAnimalsPlants, [
  ["live mice enter", aSample("CN", "HK", { "sample.live_animal": true }), ["hk-animal-import"]],
  ["live mice leave", aSample("HK", "CN", { "sample.live_animal": true }), []],
  ["dog plasma enters", aSample("XX", "HK", { "sample.dog_cat_or_mammal_carcass": true }), ["hk-animal-product-421"]],
  ["dog plasma leaves", aSample("HK", "XX", { "sample.dog_cat_or_mammal_carcass": true }), []],
  ["an animal pathogen enters", aSample("MO", "HK", { "sample.animal_pathogen": true }), ["hk-animal-pathogen-139"]],
  ["an animal pathogen leaves", aSample("HK", "MO", { "sample.animal_pathogen": true }), []],
  ["seeds from abroad enter", aSample("XX", "HK", { "sample.plant_material": true }), ["hk-plant-import-207"]],
  ["seeds from the Mainland enter", aSample("CN", "HK", { "sample.plant_material": true }), []],
  ["seeds from Macao enter", aSample("MO", "HK", { "sample.plant_material": true }), ["hk-plant-import-207"]],
  ["soil from abroad enters", aSample("XX", "HK", { "sample.soil": true }), ["hk-plant-import-207"]],
  ["soil from the Mainland enters", aSample("CN", "HK", { "sample.soil": true }), []],
  ["soil from Macao enters", aSample("MO", "HK", { "sample.soil": true }), []],
  ["an Appendix I specimen enters", aSample("CN", "HK", { "sample.cites": "I" }), ["hk-cites-586"]],
  ["a live wild Appendix II animal enters", aSample("CN", "HK", { "sample.cites": "II", "sample.live_wild_origin": true }), ["hk-cites-586"]],
  ["a preserved Appendix II specimen enters", aSample("CN", "HK", { "sample.cites": "II", "sample.live_wild_origin": false }), ["hk-cites-import-doc"]],
  ["an Appendix III specimen enters", aSample("MO", "HK", { "sample.cites": "III" }), ["hk-cites-import-doc"]],
  ["an Appendix III specimen leaves", aSample("HK", "MO", { "sample.cites": "III" }), ["hk-cites-586"]],
  ["a species that no appendix lists", aSample("CN", "HK", { "sample.cites": "none" }), []],
]);
