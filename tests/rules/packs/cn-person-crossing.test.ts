import { cnPersonCrossing } from "../../../lib/policy/packs/cn-person-crossing.ts";
import { aPerson, checkCases } from "./cases.ts";

const mainlander = { "person.nationality_class": "cn_mainland" };

checkCases(cnPersonCrossing, [
  ["staff of the Hetao park to Hong Kong", aPerson("CN", "HK", { "person.employer_in_hetao_sz": true }), ["hetao-no1-channel"]],
  ["for a white-listed body of the park", aPerson("HK", "CN", { "to.zone": "hetao_sz", "org.to.hetao_whitelist": true }), ["hetao-no1-channel"]],
  ["from a white-listed body of the park", aPerson("CN", "HK", { "from.zone": "hetao_sz", "org.from.hetao_whitelist": true }), ["hetao-no1-channel"]],
  ["a visitor to the park", aPerson("HK", "CN", { "to.zone": "hetao_sz" }), []],
  ["staff of the Hetao park to Macao", aPerson("CN", "MO", { "person.employer_in_hetao_sz": true }), []],
  ["a commuter of Hengqin", aPerson("MO", "CN", { "person.hengqin_commuter": true, "to.zone": "hengqin" }), ["hengqin-frequent-traveller"]],
  ["a commuter of Hengqin to Nansha", aPerson("MO", "CN", { "person.hengqin_commuter": true, "to.zone": "nansha" }), []],
  ["a Mainland resident by Futian", aPerson("CN", "HK", { ...mainlander, checkpoint: "futian-lmcsl" }), ["gba-face-clearance"]],
  ["a Mainland resident by Shenzhen airport", aPerson("CN", "HK", { ...mainlander, checkpoint: "szx" }), []],
  ["a foreign national by Futian", aPerson("HK", "CN", { "person.nationality_class": "foreign", checkpoint: "futian-lmcsl" }), []],
  ["a resident of Hong Kong between Hong Kong and Macao", aPerson("HK", "MO", { "person.nationality_class": "hk_pr_cn", checkpoint: "hzmb-zhuhai" }), []],
]);
