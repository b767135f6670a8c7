import { cnDataHgr } from "../../../lib/policy/packs/cn-data-hgr.ts";
import { checkCases, someData } from "./cases.ts";

const genomes = { "data.hgr_info": true, "data.hgr_coop_already_approved": false, "org.foreign_party": true };

checkCases(cnDataHgr, [
  ["genomes of 500 persons go to Hong Kong", someData("CN", "HK", { ...genomes, "data.hgr_exome_genome_count": 500 }), ["cn-hgr-info-prior-report"]],
  ["genomes of 501 persons", someData("CN", "HK", { ...genomes, "data.hgr_exome_genome_count": 501 }), ["cn-hgr-info-prior-report", "cn-hgr-security-review"]],
  ["an important pedigree", someData("CN", "XX", { ...genomes, "data.hgr_key_pedigree_or_region": true }), ["cn-hgr-info-prior-report", "cn-hgr-security-review"]],
  ["the cooperation is approved already", someData("CN", "HK", { ...genomes, "data.hgr_coop_already_approved": true }), []],
  ["the receiver counts as a Chinese party", someData("CN", "HK", { ...genomes, "org.foreign_party": false, "data.hgr_exome_genome_count": 900 }), []],
  ["nobody said who takes part: the rule stays", someData("CN", "HK", { "data.hgr_info": true }), ["cn-hgr-info-prior-report"]],
  ["genomes enter", someData("HK", "CN", genomes), []],
  ["no genomes", someData("CN", "HK", { ...genomes, "data.hgr_info": false, "data.hgr_exome_genome_count": 900 }), []],
]);
