import { hkLicensedGoods } from "../../../lib/policy/packs/hk-licensed-goods.ts";
import { aReagent, checkCases } from "./cases.ts";

checkCases(hkLicensedGoods, [
  ["nothing licensed", aReagent("CN", "HK", { "reagent.narcotic": "none", "reagent.pharma_hk": false, "reagent.strategic_hk": false, "reagent.radioactive": false }), []],
  ["a fentanyl standard arrives", aReagent("CN", "HK", { "reagent.narcotic": "narcotic" }), ["hk-dangerous-drugs-134"]],
  ["a fentanyl standard passes by", aReagent("CN", "MO", { "reagent.narcotic": "narcotic" }), []],
  ["a medicine leaves", aReagent("HK", "MO", { "reagent.pharma_hk": true }), ["hk-pharma-60a"]],
  ["a medicine moves within Hong Kong", aReagent("HK", "HK", { "reagent.pharma_hk": true }), []],
  ["a high-speed oscilloscope arrives", aReagent("XX", "HK", { "reagent.strategic_hk": true }), ["hk-strategic-goods"]],
  ["it passes through Hong Kong", aReagent("XX", "CN", { "reagent.strategic_hk": true, "transit.jurs": ["HK"] }), ["hk-strategic-goods"]],
  ["it goes another way", aReagent("XX", "CN", { "reagent.strategic_hk": true, "transit.jurs": ["MO"] }), []],
  ["a sealed source leaves", aReagent("HK", "CN", { "reagent.radioactive": true }), ["hk-radiation-303"]],
  ["a sealed source passes by", aReagent("MO", "CN", { "reagent.radioactive": true }), []],
]);
