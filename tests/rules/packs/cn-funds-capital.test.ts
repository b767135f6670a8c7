import { cnFundsCapital } from "../../../lib/policy/packs/cn-funds-capital.ts";
import { aPayment, checkCases, checkDays } from "./cases.ts";

const institute = { "funds.recipient_class": "non_enterprise_research", "funds.purpose": "capital_to_institute" };

checkCases(cnFundsCapital, [
  ["capital for an institute in the Hetao park", aPayment("HK", "CN", { ...institute, "to.zone": "hetao_sz" }), ["cn-kehuitong"]],
  ["capital for an institute in Guangzhou", aPayment("HK", "CN", institute), ["cn-kehuitong"]],
  ["a grant for an institute", aPayment("XX", "CN", { ...institute, "funds.purpose": "grant_allocation" }), ["cn-kehuitong"]],
  ["a donation for an institute", aPayment("XX", "CN", { ...institute, "funds.purpose": "donation" }), []],
  ["capital for a company", aPayment("HK", "CN", { ...institute, "funds.recipient_class": "enterprise" }), ["cn-fdi-registration"]],
  ["capital for a company in cash", aPayment("HK", "CN", { ...institute, "funds.recipient_class": "enterprise", mode: "cash" }), []],
  ["a company founds an institute in Hong Kong", aPayment("CN", "HK", { ...institute, "org.from.type": "enterprise" }), ["cn-odi"]],
  ["a university founds an institute in Hong Kong", aPayment("CN", "HK", { ...institute, "org.from.type": "university" }), []],
  ["a company pays for a service", aPayment("CN", "HK", { "funds.purpose": "subcontract_service", "org.from.type": "enterprise" }), []],
]);

checkDays(cnFundsCapital, "cn-kehuitong", "first in the Shenzhen Park of Hetao", aPayment("HK", "CN", { ...institute, "to.zone": "hetao_sz" }), [
  ["2023-08-31", "none"],
  ["2023-09-01", "hetao-pilot"],
  ["2025-09-14", "hetao-pilot"],
  ["2025-09-15", "nationwide"],
  ["2025-09-16", "nationwide"],
]);

checkDays(cnFundsCapital, "cn-kehuitong", "then nationwide", aPayment("HK", "CN", institute), [
  ["2025-09-14", "none"],
  ["2025-09-15", "nationwide"],
  ["2025-09-16", "nationwide"],
]);
