import { cnAnimalsPlants } from "../../../lib/policy/packs/cn-animals-plants.ts";
import { aSample, checkCases } from "./cases.ts";

const serum = { "sample.animal_derived": true };
const mice = { "sample.live_animal": true };
const seeds = { "sample.plant_material": true };
const soil = { "sample.soil": true };
const strain = { "sample.animal_pathogen": true };
const handCarried = { mode: "hand_carried" };

checkCases(cnAnimalsPlants, [
  ["level 2 bovine serum enters", aSample("HK", "CN", { ...serum, "sample.biomaterial_level": "2" }), ["cn-biomaterial-import-quarantine"]],
  ["level 1 plant material enters", aSample("XX", "CN", { ...seeds, "sample.biomaterial_level": "1" }), ["cn-biomaterial-import-quarantine"]],
  ["level 3 bovine serum enters", aSample("HK", "CN", { ...serum, "sample.biomaterial_level": "3" }), []],
  ["level 2 without animal or plant material", aSample("HK", "CN", { "sample.biomaterial_level": "2" }), []],
  ["a level 1 animal pathogen enters", aSample("HK", "CN", { ...strain, "sample.biomaterial_level": "1" }), ["cn-biomaterial-import-quarantine"]],
  ["an animal pathogen outside the list enters", aSample("HK", "CN", strain), ["cn-soil-special-permit"]],
  ["soil enters from Macao", aSample("MO", "CN", soil), ["cn-soil-special-permit"]],
  ["soil leaves", aSample("CN", "MO", soil), []],
  ["laboratory mice enter", aSample("HK", "CN", mice), ["cn-lab-animal-import"]],
  ["laboratory mice leave", aSample("CN", "HK", mice), ["cn-ap-exit-quarantine"]],
  ["seeds leave", aSample("CN", "HK", seeds), ["cn-ap-exit-quarantine"]],
  ["bovine serum leaves", aSample("CN", "XX", serum), ["cn-ap-exit-quarantine"]],
  ["bovine serum from Hong Kong to Macao", aSample("HK", "MO", serum), []],
  ["seeds are carried in by hand", aSample("HK", "CN", { ...seeds, ...handCarried }), ["cn-carry-post-ban"]],
  ["soil is posted in", aSample("HK", "CN", { ...soil, mode: "post" }), ["cn-carry-post-ban", "cn-soil-special-permit"]],
  ["genetically modified cells are carried in", aSample("HK", "CN", { "sample.gmo": "contained_lab", ...handCarried }), ["cn-carry-post-ban"]],
  ["seeds come in by courier", aSample("HK", "CN", seeds), []],
  ["seeds are carried out by hand", aSample("CN", "HK", { ...seeds, ...handCarried }), ["cn-ap-exit-quarantine"]],
  ["water is carried in by hand", aSample("HK", "CN", { "sample.class": "environmental", ...handCarried }), []],
]);
