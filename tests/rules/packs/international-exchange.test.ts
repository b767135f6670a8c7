import { internationalExchange } from "../../../lib/policy/packs/international-exchange.ts";
import { aSample, checkCases } from "./cases.ts";

const loan = {
  "sample.class": "animal",
  "sample.cites": "II",
  "project.purpose": "basic_research",
  "org.from.type": "university",
  "org.to.type": "research_institute",
};

checkCases(internationalExchange, [
  ["cells", aSample("CN", "HK", { "sample.class": "cell_line" }), ["doc-mta"]],
  ["river water", aSample("CN", "HK", { "sample.class": "environmental" }), []],
  ["the class is not known yet", aSample("CN", "HK"), []],
  ["a herbarium loan between a university and an institute", aSample("CN", "HK", loan), ["doc-mta", "int-cites-scientific-exchange"]],
  ["a loan to a company", aSample("CN", "HK", { ...loan, "org.to.type": "company" }), ["doc-mta"]],
  ["a loan for a clinical trial", aSample("CN", "HK", { ...loan, "project.purpose": "clinical_trial_registration" }), ["doc-mta"]],
  ["live animals", aSample("CN", "HK", { ...loan, "sample.live_animal": true }), ["doc-mta"]],
  ["live specimens of wild origin", aSample("CN", "HK", { ...loan, "sample.live_wild_origin": true }), ["doc-mta"]],
  ["a species that no appendix lists", aSample("CN", "HK", { ...loan, "sample.cites": "none" }), ["doc-mta"]],
]);
