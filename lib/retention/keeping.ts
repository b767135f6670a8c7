import type { Text } from "../language.ts";
import type { Kind } from "../policy/pack.ts";

/** How sure we are of what a rule says: `sourced` from the rule sheet's own sources, `memory` from general knowledge, `house` ours, where the law names no number of years. */
export const certainties = ["sourced", "memory", "house"] as const;
export type Certainty = (typeof certainties)[number];

/** A jurisdiction's rule that what was said of a request is kept so long: `years` after the request ended, an organisation may say longer. */
export type KeepingRule = { readonly id: string; readonly jurisdiction: "CN" | "HK" | "MO"; readonly kinds: readonly Kind[]; readonly years: number; readonly certainty: Certainty; readonly law: Text };

const every = ["person", "sample", "reagent", "data", "funds"] as const satisfies readonly Kind[];
const goods = ["sample", "reagent"] as const satisfies readonly Kind[];

/**
 * What is kept how long. Years count from the end of the request. A rule of the house stands where the law only says "no longer
 * than necessary": it is a beginning that an organisation lengthens, never legal advice.
 */
export const keepingRules = [
  {
    id: "cn-pipl-19",
    jurisdiction: "CN",
    kinds: every,
    years: 3,
    certainty: "house",
    law: {
      en: "Personal Information Protection Law, Art. 19: the shortest time that the purpose needs; no number of years",
      "zh-Hant": "《個人信息保護法》第十九條：為實現處理目的所必要的最短時間；未訂明年數",
      "zh-Hans": "《个人信息保护法》第十九条：为实现处理目的所必要的最短时间；未规定年数",
      pt: "Lei de Proteção de Informações Pessoais (China continental), art. 19.º: o prazo mais curto necessário à finalidade; sem número de anos",
    },
  },
  {
    id: "hk-pdpo-dpp2",
    jurisdiction: "HK",
    kinds: every,
    years: 3,
    certainty: "house",
    law: {
      en: "Personal Data (Privacy) Ordinance, Cap. 486, DPP 2(2): no longer than the purpose needs; no number of years",
      "zh-Hant": "《個人資料（私隱）條例》（第486章）保障資料第2(2)原則：不超過實際所需時間；未訂明年數",
      "zh-Hans": "香港《个人资料（私隐）条例》（第486章）保障资料第2(2)原则：不超过实际所需时间；未规定年数",
      pt: "Personal Data (Privacy) Ordinance (Hong Kong, Cap. 486), princípio 2(2): não mais do que a finalidade exige; sem número de anos",
    },
  },
  {
    id: "mo-8-2005-5",
    jurisdiction: "MO",
    kinds: every,
    years: 3,
    certainty: "house",
    law: {
      en: "Law 8/2005 (Macao), Art. 5(1)(5): no longer than the purposes need; no number of years",
      "zh-Hant": "第8/2005號法律第五條第一款（五）項：不超過為達目的所需的時間；未訂明年數",
      "zh-Hans": "澳门第8/2005号法律第五条第一款（五）项：不超过为达目的所需的时间；未规定年数",
      pt: "Lei n.º 8/2005, art. 5.º, n.º 1, al. 5): apenas durante o período necessário às finalidades; sem número de anos",
    },
  },
  {
    id: "cn-pipl-56",
    jurisdiction: "CN",
    kinds: ["data"],
    years: 3,
    certainty: "sourced",
    law: {
      en: "Personal Information Protection Law, Arts. 55–56: impact assessment and record of processing, at least 3 years",
      "zh-Hant": "《個人信息保護法》第五十五、五十六條：影響評估報告及處理情況記錄至少保存三年",
      "zh-Hans": "《个人信息保护法》第五十五、五十六条：影响评估报告和处理情况记录至少保存三年",
      pt: "Lei de Proteção de Informações Pessoais (China continental), arts. 55.º e 56.º: avaliação de impacto e registo do tratamento, pelo menos 3 anos",
    },
  },
  {
    id: "cn-customs-audit",
    jurisdiction: "CN",
    kinds: goods,
    years: 3,
    certainty: "memory",
    law: {
      en: "Regulations on Customs Inspection, Arts. 3 and 9: papers of imports and exports, 3 years from release",
      "zh-Hant": "《海關稽查條例》第三、九條：進出口單證自放行之日起保存三年",
      "zh-Hans": "《海关稽查条例》第三、九条：进出口单证自放行之日起保存三年",
      pt: "Regulamento de Inspeção Aduaneira (China continental), arts. 3.º e 9.º: documentos de importação e exportação, 3 anos após o desalfandegamento",
    },
  },
  {
    id: "cn-hgr-records",
    jurisdiction: "CN",
    kinds: ["sample"],
    years: 10,
    certainty: "house",
    law: {
      en: "Regulations on Human Genetic Resources (State Council Order 717) and implementing rules: records of origin and use; no number of years found",
      "zh-Hant": "《人類遺傳資源管理條例》（國務院令第717號）及實施細則：保存來源及使用記錄；未查到年數",
      "zh-Hans": "《人类遗传资源管理条例》（国务院令第717号）及实施细则：保存来源和使用记录；未查到年数",
      pt: "Regulamento dos Recursos Genéticos Humanos (Decreto n.º 717 do Conselho de Estado) e regras de execução: registos de origem e utilização; não foi encontrado número de anos",
    },
  },
  {
    id: "cn-accounting-archives",
    jurisdiction: "CN",
    kinds: ["funds"],
    years: 30,
    certainty: "memory",
    law: {
      en: "Measures for Accounting Archives (Order 79 of the Ministry of Finance and the State Archives): vouchers, 30 years",
      "zh-Hant": "《會計檔案管理辦法》（財政部、國家檔案局令第79號）：會計憑證保管三十年",
      "zh-Hans": "《会计档案管理办法》（财政部、国家档案局令第79号）：会计凭证保管三十年",
      pt: "Medidas sobre Processos Contabilísticos (Decreto n.º 79 do Ministério das Finanças e da Administração Estatal dos Acervos): comprovativos, 30 anos",
    },
  },
  {
    id: "hk-iro-51c",
    jurisdiction: "HK",
    kinds: ["funds"],
    years: 7,
    certainty: "memory",
    law: {
      en: "Inland Revenue Ordinance, Cap. 112, s. 51C: business records, 7 years",
      "zh-Hant": "《稅務條例》（第112章）第51C條：業務紀錄保存七年",
      "zh-Hans": "香港《税务条例》（第112章）第51C条：业务纪录保存七年",
      pt: "Inland Revenue Ordinance (Hong Kong, Cap. 112), s. 51C: registos da actividade, 7 anos",
    },
  },
  {
    id: "hk-trade-records",
    jurisdiction: "HK",
    kinds: goods,
    years: 7,
    certainty: "house",
    law: {
      en: "Import and Export Ordinance, Cap. 60: papers of imports and exports; the number of years differs by paper and was not settled",
      "zh-Hant": "《進出口條例》（第60章）：進出口文件；年數因文件而異，未有定論",
      "zh-Hans": "香港《进出口条例》（第60章）：进出口文件；年数因文件而异，未有定论",
      pt: "Import and Export Ordinance (Hong Kong, Cap. 60): documentos de importação e exportação; os anos variam conforme o documento e não ficaram apurados",
    },
  },
  {
    id: "mo-trade-records",
    jurisdiction: "MO",
    kinds: [...goods, "funds"],
    years: 5,
    certainty: "house",
    law: {
      en: "Law 7/2003 (external trade) and Commercial Code: papers of trade; the number of years was not settled",
      "zh-Hant": "第7/2003號法律《對外貿易法》及《商法典》：貿易文件；年數未有定論",
      "zh-Hans": "澳门第7/2003号法律《对外贸易法》及《商法典》：贸易文件；年数未有定论",
      pt: "Lei n.º 7/2003 (comércio externo) e Código Comercial: documentos comerciais; o número de anos não ficou apurado",
    },
  },
] as const satisfies readonly KeepingRule[];

export type KeepingId = (typeof keepingRules)[number]["id"];
export const keepingIds = keepingRules.map(({ id }) => id);
