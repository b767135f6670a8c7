import { cnPersonVisas } from "../../../lib/policy/packs/cn-person-visas.ts";
import { aPerson, checkCases } from "./cases.ts";

const visitor = { "person.nationality_class": "foreign", "person.purpose": "academic_exchange", "person.stay_days": 20 };
const trader = { ...visitor, "person.purpose": "business" };

checkCases(cnPersonVisas, [
  ["for academic exchange", aPerson("XX", "CN", visitor), ["cn-visa-f"]],
  ["a non-Chinese permanent resident of Hong Kong", aPerson("HK", "CN", { ...visitor, "person.nationality_class": "hk_pr_noncn" }), ["cn-visa-f"]],
  ["a Chinese permanent resident of Hong Kong", aPerson("HK", "CN", { ...visitor, "person.nationality_class": "hk_pr_cn" }), []],
  ["on the way to Hong Kong", aPerson("XX", "HK", visitor), []],
  ["visa-free for 30 days", aPerson("XX", "CN", { ...visitor, "person.visa_free": true, "person.stay_days": 30 }), ["cn-visa-waiver"]],
  ["visa-free, but for 31 days", aPerson("XX", "CN", { ...visitor, "person.visa_free": true, "person.stay_days": 31 }), ["cn-visa-f"]],
  ["visa-free, but paid for joint experiments", aPerson("XX", "CN", { ...visitor, "person.visa_free": true, "person.purpose": "joint_experiment", "person.remunerated_by_host": true }), []],
  ["unpaid joint experiments for 90 days", aPerson("XX", "CN", { ...visitor, "person.purpose": "joint_experiment", "person.stay_days": 90 }), ["cn-visa-f"]],
  ["unpaid joint experiments for 91 days", aPerson("XX", "CN", { ...visitor, "person.purpose": "joint_experiment", "person.stay_days": 91 }), []],
  ["on business", aPerson("XX", "CN", trader), ["cn-visa-m"]],
  ["to service equipment for 91 days", aPerson("XX", "CN", { ...trader, "person.purpose": "equipment_service", "person.stay_days": 91 }), []],
  ["to study", aPerson("XX", "CN", { ...visitor, "person.purpose": "study" }), ["cn-visa-x"]],
  ["to study, with visa-free entry", aPerson("XX", "CN", { ...visitor, "person.purpose": "study", "person.visa_free": true }), ["cn-visa-x"]],
  ["a tourist", aPerson("XX", "CN", { ...visitor, "person.purpose": "tourism" }), []],
]);
