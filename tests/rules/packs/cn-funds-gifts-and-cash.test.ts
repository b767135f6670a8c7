import { cnFundsGiftsAndCash } from "../../../lib/policy/packs/cn-funds-gifts-and-cash.ts";
import { aPayment, checkCases } from "./cases.ts";

checkCases(cnFundsGiftsAndCash, [
  ["a donation from Hong Kong", aPayment("HK", "CN", { "funds.purpose": "donation" }), ["cn-donation-fx"]],
  ["a donation to Macao", aPayment("CN", "MO", { "funds.purpose": "donation" }), ["cn-donation-fx"]],
  ["a donation in cash", aPayment("HK", "CN", { "funds.purpose": "donation", mode: "cash" }), []],
  ["a foundation pays for activity in the Mainland", aPayment("HK", "CN", { "funds.ngo_activity": true }), ["cn-foreign-ngo-temp"]],
  ["a foundation pays for activity in Macao", aPayment("HK", "MO", { "funds.ngo_activity": true }), []],
  ["an individual beyond the quota", aPayment("CN", "HK", { "org.from.type": "individual", "funds.individual_quota_used_usd": 50_001 }), ["cn-individual-fx-quota"]],
  ["an individual who has used the quota", aPayment("CN", "HK", { "org.from.type": "individual", "funds.individual_quota_used_usd": 50_000 }), []],
  ["a company has no such quota", aPayment("CN", "HK", { "org.from.type": "enterprise", "funds.individual_quota_used_usd": 50_001 }), []],
  ["CNY 20,001 in notes", aPayment("CN", "HK", { mode: "cash", "funds.cash_cny": 20_001 }), ["cn-cash-limits"]],
  ["CNY 20,000 in notes", aPayment("CN", "HK", { mode: "cash", "funds.cash_cny": 20_000 }), []],
  ["USD 5,001 in notes", aPayment("HK", "CN", { mode: "cash", "funds.cash_foreign_usd": 5001 }), ["cn-cash-limits"]],
  ["notes between Hong Kong and Macao", aPayment("HK", "MO", { mode: "cash", "funds.cash_cny": 90_000 }), []],
]);
