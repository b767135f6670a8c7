import { all, any, is, isOneOf, moreThan } from "../policy/packs/conditions.ts";
import { common } from "./common.ts";
import { type FieldType, fields, type KindDefinition } from "./field.ts";
import { currencies, inUsd, isCurrency } from "./funds/currencies.ts";
import { tranches } from "./funds/tranches.ts";

const yesno: FieldType = { is: "yesno" };
const money: FieldType = { is: "number", min: 0, max: 1_000_000_000_000 };

/*
 * As for samples, a question is hidden only under a condition that every rule reading its answer demands anyway. The tax
 * office asks only about bank payments above USD 50,000 for services, fees and gifts.
 */
const fromMainland = is("from.jur", "CN");
const toMainland = is("to.jur", "CN");
const needsTaxFiling = all(
  fromMainland,
  is("mode", "bank"),
  moreThan("funds.amount_usd", 50_000),
  isOneOf("funds.purpose", "subcontract_service", "royalty", "salary_fee", "donation", "grant_allocation"),
);
const carried = is("mode", "cash");

/** The facts of money: the rule sheet, part C5. */
export const fundsFacts = fields({
  "funds.amount": { type: { is: "number", min: 0.01, max: 1_000_000_000_000 }, required: true },
  "funds.currency": { type: choice(...currencies), required: true },
  "funds.amount_usd": { type: { ...money, unit: "USD" }, required: false, derived: true },
  "funds.source": {
    type: choice("cn_central_fiscal", "cn_guangdong_fiscal", "cn_city_fiscal", "cn_own", "hk_itf", "hk_rgc", "hk_own", "mo_fdct", "mo_own", "private", "foreign"),
    required: true,
  },
  "funds.purpose": {
    type: choice(
      "grant_allocation", "joint_project_own_side", "subcontract_service", "royalty", "salary_fee",
      "equipment_purchase", "travel", "donation", "capital_to_institute", "personal",
    ),
    required: true,
  },
  "funds.recipient_class": { type: choice("university", "non_enterprise_research", "enterprise", "social_org", "individual"), required: false },
  "funds.scheme": { type: choice("none", "mhkjfs", "tcfs", "nsfc_rgc", "fdct_most", "fdct_gdst", "fdct_nsfc", "mo_gd", "nkrd_hkmo", "gd_plan"), required: false },
  "funds.budget_nontrade": { type: yesno, required: true, when: needsTaxFiling },
  "funds.same_contract_filed": { type: yesno, required: true, when: needsTaxFiling },
  "funds.cash_hkd_equiv": { type: { ...money, unit: "HKD" }, required: false, when: all(carried, any(is("from.jur", "HK"), is("to.jur", "HK"))) },
  "funds.cash_mop_equiv": { type: { ...money, unit: "MOP" }, required: false, when: all(carried, any(is("from.jur", "MO"), is("to.jur", "MO"))) },
  "funds.cash_cny": { type: { ...money, unit: "CNY" }, required: false, when: all(carried, any(fromMainland, toMainland)) },
  "funds.cash_foreign_usd": { type: { ...money, unit: "USD" }, required: false, when: all(carried, any(fromMainland, toMainland)) },
  "funds.ngo_activity": { type: yesno, required: false, when: toMainland },
  "funds.screening_hit": { type: yesno, required: false, notForAdvisers: true },
  "funds.individual_quota_used_usd": { type: { ...money, unit: "USD" }, required: false, notForAdvisers: true, when: all(fromMainland, is("org.from.type", "individual")) },
});

/** Money crosses through a bank or in somebody's bag. */
const crossing = { ...common.mode, type: choice("bank", "cash") };

/** Money: the order of the questions follows part C6 of the rule sheet. */
export const funds = {
  kind: "funds",
  icon: "banknote",
  facts: fundsFacts,
  sections: [
    { id: "corridor", fields: [common["from.city"], common["from.zone"], common["to.city"], common["to.zone"], crossing, common.checkpoint, common.date] },
    { id: "money", fields: pick("funds.source", "funds.purpose", "funds.scheme") },
    { id: "payer", fields: [common["org.from.type"], common["org.to.type"], fundsFacts["funds.recipient_class"]] },
    { id: "amounts", lines: true, fields: pick("funds.amount", "funds.currency") },
    { id: "tax", fields: pick("funds.budget_nontrade", "funds.same_contract_filed", "funds.individual_quota_used_usd") },
    { id: "cash", fields: pick("funds.cash_hkd_equiv", "funds.cash_mop_equiv", "funds.cash_cny", "funds.cash_foreign_usd") },
    { id: "checks", fields: pick("funds.ngo_activity", "funds.screening_hit") },
  ],
  units: currencies,
  limitFrom(facts) {
    const { "funds.amount": amount, "funds.currency": currency } = facts;
    return typeof amount === "number" && isCurrency(currency) ? { value: String(amount), unit: currency } : undefined;
  },
  lines: tranches,
  byRates: ["funds.amount_usd"],
  derived: {
    "funds.amount_usd": {
      from: ["funds.amount", "funds.currency"],
      value({ "funds.amount": amount, "funds.currency": currency, date }, rates) {
        if (typeof amount !== "number" || !isCurrency(currency)) return undefined;
        return inUsd(amount, currency, typeof date === "string" ? date : undefined, rates);
      },
    },
  },
} as const satisfies KindDefinition;

function choice(...options: string[]): FieldType {
  return { is: "choice", options };
}

function pick(...names: (keyof typeof fundsFacts)[]) {
  return names.map((name) => fundsFacts[name]);
}
