import type { WorkflowDefinition } from "./definition.ts";
import { endorsement, hostIsHere, programme, review, signOff, step } from "./steps.ts";

/** Money that comes with a funder's terms. A funder that has joined answers itself, else the grants office answers for it. */
const funderFindings = ["cn-central-funds-hkmo", "cn-gd-funds-crossborder", "cn-city-funds-crossborder", "hk-itf-mhkjfs", "hk-itf-tcfs", "hk-nsfc-rgc", "mo-fdct-joint", "hk-mo-fund-outward"];

/** What a tax desk answers for: filing, withholding, and the yearly quota of individuals. */
const taxFindings = ["cn-tax-filing-outbound", "cn-withholding-tax", "cn-individual-fx-quota"];

/** Screening, donations, non-profit activity and capital need a lawyer's eye. */
const legalFindings = ["aml-screening", "cn-donation-fx", "cn-foreign-ngo-temp", "cn-odi", "cn-fdi-registration"];

const reviews = ["finance-home", "finance-host", "funder", "tax", "legal"];

/** How institutions decide on money: endorsed, accounted for on both sides, the funder, tax desk and lawyers where the rules call for them, signed off at home. */
export const fundsWorkflow: WorkflowDefinition = {
  id: "funds",
  version: 2,
  name: { en: "Funds", "zh-Hant": "資金", "zh-Hans": "资金", pt: "Fundos" },
  appliesTo: { attr: "kind", op: "eq", value: "funds" },
  steps: [
    endorsement,
    step(
      { id: "finance-home", does: "finance", needs: ["endorsement"], offices: ["home"], days: 5 },
      { en: "Finance, home institution", "zh-Hant": "所屬機構財務審核", "zh-Hans": "所在单位财务审核", pt: "Finanças da instituição de origem" },
      { en: "finance office of the home institution", "zh-Hant": "所屬機構財務處", "zh-Hans": "所在单位财务处", pt: "serviço financeiro da instituição de origem" },
    ),
    step(
      { id: "finance-host", does: "finance", needs: ["endorsement"], when: hostIsHere, offices: ["host"], days: 5 },
      { en: "Finance, other side", "zh-Hant": "對方機構財務審核", "zh-Hans": "对方单位财务审核", pt: "Finanças da outra parte" },
      { en: "finance office of the other side", "zh-Hant": "對方機構財務處", "zh-Hans": "对方单位财务处", pt: "serviço financeiro da outra parte" },
    ),
    review(
      { id: "funder", does: "grants", by: funderFindings, offices: ["funder", "home", "host"], days: 10 },
      { en: "Funder’s terms", "zh-Hant": "資助條款審核", "zh-Hans": "资助条款审核", pt: "Condições do financiador" },
      { en: "for the funder", "zh-Hant": "資助方", "zh-Hans": "资助方", pt: "pelo financiador" },
    ),
    review(
      { id: "tax", by: taxFindings, offices: ["mainland", "home", "host"], days: 3 },
      { en: "Tax", "zh-Hant": "稅務審核", "zh-Hans": "税务审核", pt: "Impostos" },
      { en: "tax desk", "zh-Hant": "稅務組", "zh-Hans": "税务岗", pt: "serviço de impostos" },
    ),
    review(
      { id: "legal", by: legalFindings, offices: ["home", "host"], days: 5 },
      { en: "Legal and screening", "zh-Hant": "法律及篩查審核", "zh-Hans": "法务与筛查审核", pt: "Apreciação jurídica e verificação" },
      { en: "legal office", "zh-Hant": "法律事務處", "zh-Hans": "法务处", pt: "gabinete jurídico" },
    ),
    signOff(reviews),
    programme(["sign-off"]),
  ],
};
