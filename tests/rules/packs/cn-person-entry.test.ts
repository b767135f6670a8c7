import { cnPersonEntry } from "../../../lib/policy/packs/cn-person-entry.ts";
import { aPerson, checkCases } from "./cases.ts";

checkCases(cnPersonEntry, [
  ["a permanent resident of Hong Kong", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_cn" }), ["cn-mtp-hkmo"]],
  ["a settled Chinese national of Hong Kong", aPerson("HK", "CN", { "person.nationality_class": "hk_nonperm_cn" }), ["cn-mtp-hkmo"]],
  ["a resident of Macao by way of abroad", aPerson("XX", "CN", { "person.nationality_class": "mo_pr_cn" }), ["cn-mtp-hkmo"]],
  ["a resident of Macao leaving", aPerson("CN", "MO", { "person.nationality_class": "mo_pr_cn" }), []],
  ["a Mainland resident who works in Hong Kong", aPerson("HK", "CN", { "person.nationality_class": "cn_mainland" }), []],
  ["a British permanent resident of Hong Kong for 90 days", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_noncn", "person.purpose": "conference", "person.stay_days": 90 }), ["cn-mtp-noncn", "cn-accommodation-registration"]],
  ["the same for 91 days", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_noncn", "person.purpose": "conference", "person.stay_days": 91 }), ["cn-accommodation-registration"]],
  ["the same to study", aPerson("HK", "CN", { "person.nationality_class": "hk_pr_noncn", "person.purpose": "study", "person.stay_days": 30 }), ["cn-accommodation-registration"]],
  ["the same, paid for joint experiments", aPerson("HK", "CN", { "person.nationality_class": "mo_pr_noncn", "person.purpose": "joint_experiment", "person.stay_days": 30, "person.remunerated_by_host": true }), ["cn-accommodation-registration"]],
  ["the same, unpaid", aPerson("HK", "CN", { "person.nationality_class": "mo_pr_noncn", "person.purpose": "joint_experiment", "person.stay_days": 30, "person.remunerated_by_host": false }), ["cn-mtp-noncn", "cn-accommodation-registration"]],
  ["a resident of Taiwan", aPerson("XX", "CN", { "person.nationality_class": "tw" }), ["cn-mtp-tw"]],
  ["a resident of Taiwan to Hong Kong", aPerson("XX", "HK", { "person.nationality_class": "tw" }), []],
  ["a foreign national", aPerson("XX", "CN", { "person.nationality_class": "foreign" }), ["cn-accommodation-registration"]],
  ["a foreign national leaving", aPerson("CN", "XX", { "person.nationality_class": "foreign" }), []],
]);
