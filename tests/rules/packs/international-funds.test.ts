import { internationalFunds } from "../../../lib/policy/packs/international-funds.ts";
import { aPayment, checkCases } from "./cases.ts";

checkCases(internationalFunds, [
  ["USD 200,000", aPayment("CN", "HK", { "funds.amount_usd": 200_000 }), ["aml-screening"]],
  ["a cent less", aPayment("CN", "HK", { "funds.amount_usd": 199_999.99 }), []],
  ["a hit on a small amount", aPayment("HK", "MO", { "funds.amount_usd": 10, "funds.screening_hit": true }), ["aml-screening"]],
  ["no hit", aPayment("HK", "MO", { "funds.amount_usd": 10, "funds.screening_hit": false }), []],
]);
