import { moFunds } from "../../../lib/policy/packs/mo-funds.ts";
import { aPayment, checkCases } from "./cases.ts";

checkCases(moFunds, [
  ["MOP 120,000 into Macao", aPayment("HK", "MO", { mode: "cash", "funds.cash_mop_equiv": 120_000 }), ["mo-cash"]],
  ["MOP 120,000 out of Macao", aPayment("MO", "CN", { mode: "cash", "funds.cash_mop_equiv": 120_000 }), ["mo-cash"]],
  ["MOP 119,999 into Macao", aPayment("HK", "MO", { mode: "cash", "funds.cash_mop_equiv": 119_999 }), []],
  ["past Macao", aPayment("CN", "HK", { mode: "cash", "funds.cash_mop_equiv": 120_000 }), []],
  ["the scheme with Guangdong", aPayment("MO", "CN", { "funds.scheme": "fdct_gdst" }), ["mo-fdct-joint"]],
  ["the scheme with the national science foundation", aPayment("MO", "MO", { "funds.scheme": "fdct_nsfc" }), ["mo-fdct-joint"]],
  ["a scheme of Hong Kong", aPayment("MO", "CN", { "funds.scheme": "tcfs" }), []],
]);
