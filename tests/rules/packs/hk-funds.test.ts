import { hkFunds } from "../../../lib/policy/packs/hk-funds.ts";
import { aPayment, checkCases } from "./cases.ts";

checkCases(hkFunds, [
  ["HKD 120,001 into Hong Kong", aPayment("CN", "HK", { mode: "cash", "funds.cash_hkd_equiv": 120_001 }), ["hk-cbni"]],
  ["HKD 120,000 into Hong Kong", aPayment("CN", "HK", { mode: "cash", "funds.cash_hkd_equiv": 120_000 }), []],
  ["HKD 120,001 out of Hong Kong", aPayment("HK", "MO", { mode: "cash", "funds.cash_hkd_equiv": 120_001 }), ["hk-cbni"]],
  ["by bank", aPayment("CN", "HK", { "funds.cash_hkd_equiv": 120_001 }), []],
  ["the joint scheme with the Mainland", aPayment("HK", "HK", { "funds.scheme": "mhkjfs" }), ["hk-itf-mhkjfs"]],
  ["the scheme with Guangdong", aPayment("CN", "HK", { "funds.scheme": "tcfs" }), ["hk-itf-tcfs"]],
  ["the scheme of both research councils", aPayment("HK", "HK", { "funds.scheme": "nsfc_rgc" }), ["hk-nsfc-rgc"]],
  ["no scheme", aPayment("HK", "HK", { "funds.scheme": "none" }), []],
  ["a Hong Kong grant spent in the Mainland", aPayment("HK", "CN", { "funds.source": "hk_itf" }), ["hk-mo-fund-outward"]],
  ["a Macao grant spent in the Mainland", aPayment("MO", "CN", { "funds.source": "mo_fdct" }), ["hk-mo-fund-outward"]],
  ["a Hong Kong grant spent in Macao", aPayment("HK", "MO", { "funds.source": "hk_rgc" }), []],
  ["own money spent in the Mainland", aPayment("HK", "CN", { "funds.source": "hk_own" }), []],
]);
