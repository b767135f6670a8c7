import { cnResearchImports } from "../../../lib/policy/packs/cn-research-imports.ts";
import { aReagent, checkCases } from "./cases.ts";

const drug = { "reagent.drug_catalogue_cn": true, "reagent.preclinical_only": true };

checkCases(cnResearchImports, [
  ["a reference drug for preclinical work enters Guangzhou", aReagent("HK", "CN", { ...drug, "to.city": "guangzhou" }), ["cn-drug-import-clearance", "cn-rd-whitelist"]],
  ["the same drug enters Shenzhen, which has no such list", aReagent("HK", "CN", { ...drug, "to.city": "shenzhen" }), ["cn-drug-import-clearance"]],
  ["what is in no catalogue of drugs enters Shenzhen", aReagent("HK", "CN", { ...drug, "to.city": "shenzhen", "reagent.drug_catalogue_cn": false }), []],
  ["a drug for patients enters Zhuhai", aReagent("MO", "CN", { ...drug, "to.city": "zhuhai", "reagent.preclinical_only": false }), ["cn-drug-import-clearance"]],
  ["a drug leaves", aReagent("CN", "HK", { ...drug, "to.city": "hongkong" }), []],
  ["a listed university imports a listed instrument", aReagent("XX", "CN", { "reagent.tax_relief_entity": true }), ["cn-sci-import-tax-relief"]],
  ["a listed university sends one out", aReagent("CN", "XX", { "reagent.tax_relief_entity": true }), []],
  ["an instrument from Macao into Hengqin", aReagent("MO", "CN", { "to.zone": "hengqin" }), ["cn-hengqin-first-line"]],
  ["an instrument from Hong Kong into Hengqin", aReagent("HK", "CN", { "to.zone": "hengqin" }), []],
  ["an instrument from Macao to the rest of Zhuhai", aReagent("MO", "CN", { "to.city": "zhuhai", "to.zone": "none" }), []],
]);
