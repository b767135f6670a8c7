import { cnFundsPayments } from "../../../lib/policy/packs/cn-funds-payments.ts";
import { aPayment, checkCases } from "./cases.ts";

const service = { "funds.purpose": "subcontract_service", "funds.amount_usd": 60_000 };

checkCases(cnFundsPayments, [
  ["USD 60,000 for testing", aPayment("CN", "HK", service), ["cn-bop-declaration", "cn-safe-service-payment", "cn-tax-filing-outbound", "cn-withholding-tax"]],
  ["exactly USD 50,000", aPayment("CN", "HK", { ...service, "funds.amount_usd": 50_000 }), ["cn-bop-declaration", "cn-safe-service-payment", "cn-withholding-tax"]],
  ["a cent more than USD 50,000", aPayment("CN", "HK", { ...service, "funds.amount_usd": 50_000.01 }), ["cn-bop-declaration", "cn-safe-service-payment", "cn-tax-filing-outbound", "cn-withholding-tax"]],
  ["a later payment under a filed contract", aPayment("CN", "HK", { ...service, "funds.same_contract_filed": true }), ["cn-bop-declaration", "cn-safe-service-payment", "cn-withholding-tax"]],
  ["a budget unit's non-trade payment", aPayment("CN", "HK", { ...service, "funds.budget_nontrade": true }), ["cn-bop-declaration", "cn-safe-service-payment", "cn-withholding-tax"]],
  ["a grant passed on", aPayment("CN", "MO", { "funds.purpose": "grant_allocation", "funds.amount_usd": 60_000 }), ["cn-bop-declaration", "cn-safe-service-payment", "cn-tax-filing-outbound"]],
  ["equipment", aPayment("CN", "HK", { "funds.purpose": "equipment_purchase", "funds.amount_usd": 900_000 }), ["cn-bop-declaration", "cn-safe-goods-payment"]],
  ["travel", aPayment("CN", "HK", { "funds.purpose": "travel", "funds.amount_usd": 60_000 }), ["cn-bop-declaration", "cn-safe-service-payment"]],
  ["money that comes in", aPayment("HK", "CN", service), ["cn-bop-declaration"]],
  ["a fee handed over in cash", aPayment("CN", "HK", { ...service, mode: "cash" }), ["cn-withholding-tax"]],
  ["between Hong Kong and Macao", aPayment("HK", "MO", service), []],
]);
