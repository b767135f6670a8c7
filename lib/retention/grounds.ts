import type { Text } from "../language.ts";
import type { Certainty } from "./keeping.ts";

/** Why something is erased: its time is over, the person it is about asks for it, or it should never have been here. */
export const reasonsToErase = ["timeOver", "personAsks", "needless"] as const;
export type ReasonToErase = (typeof reasonsToErase)[number];

/** A rule under which something may be erased. The record names it with each erasure. */
export type Ground = { readonly id: string; readonly jurisdiction: "CN" | "HK" | "MO"; readonly because: ReasonToErase; readonly certainty: Certainty; readonly law: Text };

export const grounds = [
  {
    id: "cn-pipl-47-1",
    jurisdiction: "CN",
    because: "timeOver",
    certainty: "memory",
    law: { en: "Personal Information Protection Law, Arts. 19 and 47(1): the time to keep it is over", "zh-Hant": "《個人信息保護法》第十九條、第四十七條第一款：保存期限已屆滿", "zh-Hans": "《个人信息保护法》第十九条、第四十七条第一款：保存期限已届满", pt: "Lei de Proteção de Informações Pessoais (China continental), arts. 19.º e 47.º: terminou o prazo de conservação" },
  },
  {
    id: "cn-pipl-47-3",
    jurisdiction: "CN",
    because: "personAsks",
    certainty: "memory",
    law: { en: "Personal Information Protection Law, Art. 47: the person withdraws consent or asks for deletion", "zh-Hant": "《個人信息保護法》第四十七條：個人撤回同意或者請求刪除", "zh-Hans": "《个人信息保护法》第四十七条：个人撤回同意或者请求删除", pt: "Lei de Proteção de Informações Pessoais (China continental), art. 47.º: a pessoa retira o consentimento ou pede o apagamento" },
  },
  {
    id: "cn-pipl-6",
    jurisdiction: "CN",
    because: "needless",
    certainty: "memory",
    law: { en: "Personal Information Protection Law, Art. 6: more than the purpose needs", "zh-Hant": "《個人信息保護法》第六條：超出處理目的所需的範圍", "zh-Hans": "《个人信息保护法》第六条：超出处理目的所需的范围", pt: "Lei de Proteção de Informações Pessoais (China continental), art. 6.º: mais do que a finalidade exige" },
  },
  {
    id: "hk-pdpo-26",
    jurisdiction: "HK",
    because: "timeOver",
    certainty: "memory",
    law: { en: "Personal Data (Privacy) Ordinance, Cap. 486, s. 26 and DPP 2(2): no longer required", "zh-Hant": "《個人資料（私隱）條例》（第486章）第26條及保障資料第2(2)原則：不再需要", "zh-Hans": "香港《个人资料（私隐）条例》（第486章）第26条及保障资料第2(2)原则：不再需要", pt: "Personal Data (Privacy) Ordinance (Hong Kong, Cap. 486), s. 26 e princípio 2(2): já não são necessários" },
  },
  {
    id: "hk-pdpo-26-asked",
    jurisdiction: "HK",
    because: "personAsks",
    certainty: "house",
    law: { en: "Personal Data (Privacy) Ordinance, Cap. 486, s. 26, at the person’s own request (the ordinance itself gives no right to ask)", "zh-Hant": "《個人資料（私隱）條例》（第486章）第26條，應當事人要求（條例本身並無訂明要求刪除的權利）", "zh-Hans": "香港《个人资料（私隐）条例》（第486章）第26条，应当事人要求（条例本身没有订明要求删除的权利）", pt: "Personal Data (Privacy) Ordinance (Hong Kong, Cap. 486), s. 26, a pedido da própria pessoa (o diploma não consagra esse direito)" },
  },
  {
    id: "hk-pdpo-dpp1",
    jurisdiction: "HK",
    because: "needless",
    certainty: "memory",
    law: { en: "Personal Data (Privacy) Ordinance, Cap. 486, DPP 1(1): more than is needed", "zh-Hant": "《個人資料（私隱）條例》（第486章）保障資料第1(1)原則：超乎適度", "zh-Hans": "香港《个人资料（私隐）条例》（第486章）保障资料第1(1)原则：超乎适度", pt: "Personal Data (Privacy) Ordinance (Hong Kong, Cap. 486), princípio 1(1): em excesso" },
  },
  {
    id: "mo-8-2005-5-5",
    jurisdiction: "MO",
    because: "timeOver",
    certainty: "memory",
    law: { en: "Law 8/2005 (Macao), Art. 5(1)(5): the time to keep it is over", "zh-Hant": "第8/2005號法律第五條第一款（五）項：保存期已屆滿", "zh-Hans": "澳门第8/2005号法律第五条第一款（五）项：保存期已届满", pt: "Lei n.º 8/2005, art. 5.º, n.º 1, al. 5): terminou o período de conservação" },
  },
  {
    id: "mo-8-2005-11",
    jurisdiction: "MO",
    because: "personAsks",
    certainty: "memory",
    law: { en: "Law 8/2005 (Macao), Art. 11: the person asks for erasure", "zh-Hant": "第8/2005號法律第十一條：當事人要求刪除", "zh-Hans": "澳门第8/2005号法律第十一条：当事人要求删除", pt: "Lei n.º 8/2005, art. 11.º: o titular pede o apagamento" },
  },
  {
    id: "mo-8-2005-5-3",
    jurisdiction: "MO",
    because: "needless",
    certainty: "memory",
    law: { en: "Law 8/2005 (Macao), Art. 5(1)(3): more than the purposes need", "zh-Hant": "第8/2005號法律第五條第一款（三）項：超出收集目的所需", "zh-Hans": "澳门第8/2005号法律第五条第一款（三）项：超出收集目的所需", pt: "Lei n.º 8/2005, art. 5.º, n.º 1, al. 3): excessivos relativamente às finalidades" },
  },
] as const satisfies readonly Ground[];

export type GroundId = (typeof grounds)[number]["id"];
export function groundNamed(id: string): Ground | null {
  return grounds.find((one) => one.id === id) ?? null;
}

/** The rules of the places that a request touches. */
export function groundsFor(jurisdictions: readonly string[]): readonly Ground[] {
  return grounds.filter(({ jurisdiction }) => jurisdictions.includes(jurisdiction));
}
