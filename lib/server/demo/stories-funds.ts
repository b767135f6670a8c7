import type { Story } from "./stories.ts";
import type { Facts } from "./story-routes.ts";

export const payment: Facts = { "org.from.type": "university", "org.to.type": "university", "from.zone": "none", "to.zone": "none", mode: "bank", "funds.scheme": "none", "funds.recipient_class": "university", "funds.screening_hit": false };
export const outward: Facts = { ...payment, "funds.budget_nontrade": false, "funds.same_contract_filed": false };

const szHk: Facts = { "from.city": "shenzhen", "to.city": "hongkong" };
const gzHk: Facts = { "from.city": "guangzhou", "to.city": "hongkong" };
const gzMo: Facts = { "from.city": "guangzhou", "to.city": "macao" };
const hkSz: Facts = { "from.city": "hongkong", "to.city": "shenzhen", "funds.ngo_activity": false };
const moGz: Facts = { "from.city": "macao", "to.city": "guangzhou", "funds.ngo_activity": false };

export function paid(payee: string, currency: string, ...amounts: string[]): Story["lines"] {
  return amounts.map((amount) => ({ payee, amount, currency }));
}

/** Payments of the demonstration. */
export const fundsStories: readonly Story[] = [
  { kind: "funds", title: "Provincial grant, share of the Hong Kong partner", facts: { ...outward, ...gzHk, "funds.source": "cn_guangdong_fiscal", "funds.purpose": "grant_allocation" }, lines: paid("The Hong Kong Polytechnic University", "CNY", "600000", "400000"), home: "scut", host: "polyu", ago: 34, until: "permitted" },
  { kind: "funds", title: "Testing by a Hong Kong laboratory", example: "WC-F03", facts: { ...outward, ...szHk, "funds.source": "cn_own", "funds.purpose": "subcontract_service" }, lines: paid("Testing laboratory", "USD", "60000"), home: "szu", host: "hku", ago: 14, until: "in-review", decided: 2 },
  { kind: "funds", title: "粵港科技合作資助計劃首期撥款", facts: { ...payment, ...hkSz, "funds.source": "hk_itf", "funds.purpose": "joint_project_own_side", "funds.scheme": "tcfs" }, lines: paid("深圳先進技術研究院", "HKD", "900000"), home: "hkust", host: "siat", ago: 20, until: "in-review", decided: 1 },
  { kind: "funds", title: "FDCT com Guangdong: parte de Macau", example: "WC-F08", facts: { ...payment, ...moGz, "funds.source": "mo_fdct", "funds.purpose": "joint_project_own_side", "funds.scheme": "fdct_gdst" }, lines: paid("Sun Yat-sen University", "MOP", "1500000"), home: "um", host: "sysu", ago: 48, until: "closed" },
  { kind: "funds", title: "Fee of a visiting professor", example: "WC-F13", facts: { ...payment, ...szHk, "funds.source": "cn_own", "funds.purpose": "salary_fee", "funds.recipient_class": "individual" }, lines: paid("Visiting professor", "USD", "8000"), home: "sustech", host: "cuhk", ago: 9, until: "returned" },
  { kind: "funds", title: "Donation for a rare-disease registry", facts: { ...payment, ...hkSz, "funds.source": "private", "funds.purpose": "donation", "funds.recipient_class": "social_org", "funds.ngo_activity": true }, lines: paid("Registry foundation", "HKD", "2500000"), home: "hkbu", host: "szu", ago: 27, until: "approved" },
  { kind: "funds", title: "Confocal microscope, balance", facts: { ...payment, ...gzHk, "funds.source": "cn_own", "funds.purpose": "equipment_purchase", "funds.recipient_class": "enterprise" }, lines: paid("Instrument dealer", "EUR", "180000"), home: "smu", host: "hku", ago: 52, until: "rejected" },
  { kind: "funds", title: "Seed money for the Hetao institute", facts: { ...payment, ...hkSz, "to.zone": "hetao_sz", "org.to.hetao_whitelist": true, "funds.source": "hk_own", "funds.purpose": "capital_to_institute", "funds.recipient_class": "non_enterprise_research" }, lines: paid("Institute in the park", "CNY", "1200000"), claims: ["cn-kehuitong"], home: "hku", host: "siat", ago: 17, until: "in-review", decided: 4 },
  { kind: "funds", title: "澳门合作方差旅费", facts: { ...payment, ...gzMo, "funds.source": "cn_own", "funds.purpose": "travel" }, lines: paid("University of Macau", "CNY", "38000"), home: "jnu", host: "um", ago: 2, until: "submitted" },
  { kind: "funds", title: "Royalty for an assay licence", facts: { ...outward, ...szHk, "funds.source": "cn_own", "funds.purpose": "royalty", "funds.same_contract_filed": true }, lines: paid("Licensor", "USD", "75000"), home: "szbl", host: "hkust", ago: 0, until: "draft" },
];
