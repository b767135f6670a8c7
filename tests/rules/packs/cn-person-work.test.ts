import { cnPersonWork } from "../../../lib/policy/packs/cn-person-work.ts";
import { aPerson, checkCases } from "./cases.ts";

const foreigner = { "person.nationality_class": "foreign", "person.stay_days": 60 };

checkCases(cnPersonWork, [
  ["employed at a Mainland university", aPerson("XX", "CN", { ...foreigner, "person.purpose": "employment" }), ["cn-work-permit-z"]],
  ["paid for joint experiments", aPerson("HK", "CN", { ...foreigner, "person.nationality_class": "hk_nonperm_foreign", "person.purpose": "joint_experiment", "person.remunerated_by_host": true }), ["cn-work-permit-z"]],
  ["paid to lecture", aPerson("XX", "CN", { ...foreigner, "person.purpose": "lecture", "person.remunerated_by_host": true }), []],
  ["unpaid joint experiments for 91 days", aPerson("XX", "CN", { ...foreigner, "person.purpose": "joint_experiment", "person.stay_days": 91 }), ["cn-work-permit-z"]],
  ["unpaid joint experiments for 90 days", aPerson("XX", "CN", { ...foreigner, "person.purpose": "joint_experiment", "person.stay_days": 90 }), []],
  ["a laureate with the confirmation letter", aPerson("XX", "CN", { ...foreigner, "person.purpose": "lecture", "person.highly_skilled_r": true }), ["cn-visa-r"]],
  ["the same as a permanent resident of Hong Kong", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_noncn", "person.stay_days": 60, "person.purpose": "lecture", "person.highly_skilled_r": true }), []],
  ["a young scientist for exchange", aPerson("XX", "CN", { ...foreigner, "person.purpose": "academic_exchange", "person.k_eligible": true }), ["cn-visa-k"]],
  ["a young scientist to be employed", aPerson("XX", "CN", { ...foreigner, "person.purpose": "employment", "person.k_eligible": true }), ["cn-work-permit-z"]],
  ["a resident of Hong Kong, employed", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_cn", "person.purpose": "employment" }), ["cn-hkmo-no-work-permit"]],
  ["a resident of Taiwan, employed", aPerson("XX", "CN", { "person.nationality_class": "tw", "person.purpose": "employment" }), ["cn-hkmo-no-work-permit"]],
  ["a resident of Hong Kong, visiting", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_cn", "person.purpose": "research_visit" }), []],
]);
