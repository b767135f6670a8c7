import { cnHgrResearch } from "../../../lib/policy/packs/cn-hgr-research.ts";
import { aSample, checkCases, checkDays } from "./cases.ts";

const tissue = { "sample.human_origin_cn": true, "sample.hgr_material": "cell_containing" };
const foreignParty = { "org.foreign_party": true };
const trial = { "sample.hgr_clinical_trial_no_export": true, "project.purpose": "clinical_trial_registration" };
const cohort = { "sample.human_origin_cn": true, "sample.hgr_collection_over_3000": true };

checkCases(cnHgrResearch, [
  ["a Hong Kong university uses Mainland tissue", aSample("CN", "HK", { ...tissue, ...foreignParty }), ["cn-ethics-review", "cn-hgr-intl-coop-approval"]],
  ["the tissue stays in the Mainland", aSample("CN", "CN", { ...tissue, ...foreignParty }), ["cn-ethics-review", "cn-hgr-intl-coop-approval"]],
  ["only Chinese parties use it", aSample("CN", "CN", { ...tissue, "org.foreign_party": false }), ["cn-ethics-review"]],
  ["a foreign party uses serum", aSample("CN", "HK", { ...tissue, ...foreignParty, "sample.hgr_material": "cell_free_fluid" }), ["cn-ethics-review"]],
  ["a registration trial from which nothing leaves", aSample("CN", "CN", { ...tissue, ...foreignParty, ...trial }), ["cn-ethics-review", "cn-hgr-clinical-trial-filing"]],
  ["such a trial for basic research", aSample("CN", "CN", { ...tissue, ...foreignParty, ...trial, "project.purpose": "basic_research" }), ["cn-ethics-review"]],
  ["such a trial without a foreign party", aSample("CN", "CN", { ...tissue, ...trial }), ["cn-ethics-review"]],
  ["a cohort of more than 3,000 in the Mainland", aSample("CN", "HK", cohort), ["cn-ethics-review", "cn-hgr-collection-approval"]],
  ["a smaller one", aSample("CN", "HK", { ...cohort, "sample.hgr_collection_over_3000": false }), ["cn-ethics-review"]],
  ["human tissue from Macao comes to a Mainland laboratory", aSample("MO", "CN", { "sample.class": "human" }), ["cn-ethics-review"]],
  ["plants come to a Mainland laboratory", aSample("MO", "CN", { "sample.class": "plant" }), []],
  ["human tissue between Hong Kong and Macao", aSample("HK", "MO", { "sample.class": "human" }), []],
  ["health data leaves the Mainland", { kind: "data", date: "2026-11-30", "from.jur": "CN", "to.jur": "HK", "data.health": true }, ["cn-ethics-review"]],
  ["gene data comes to the Mainland", { kind: "data", date: "2026-11-30", "from.jur": "HK", "to.jur": "CN", "data.hgr_info": true }, ["cn-ethics-review"]],
  ["other data leaves the Mainland", { kind: "data", date: "2026-11-30", "from.jur": "CN", "to.jur": "HK", "data.health": false }, []],
  ["health data between Hong Kong and Macao", { kind: "data", date: "2026-11-30", "from.jur": "HK", "to.jur": "MO", "data.health": true }, []],
]);

checkDays(cnHgrResearch, "cn-hgr-collection-approval", "the regulation, then the rules of 2023", aSample("CN", "HK", cohort), [
  ["2019-06-30", "none"],
  ["2019-07-01", "reg"],
  ["2019-07-02", "reg"],
  ["2023-06-30", "reg"],
  ["2023-07-01", "rules"],
  ["2023-07-02", "rules"],
]);
