import type { Text } from "../../language.ts";

/** The papers about material of human origin, and the agreements under which it is handed on. */
export const humanMaterialPapers = {
  "hgr-scope-memo": {
    en: "Written scope determination (cell content, nucleic acid)",
    "zh-Hant": "人類遺傳資源材料屬性認定說明",
    "zh-Hans": "人遗材料属性认定说明",
    pt: "Determinação escrita do âmbito (teor celular, ácidos nucleicos)",
  },
  "hgr-application": {
    en: "HGR application (online platform)",
    "zh-Hant": "人類遺傳資源行政許可申請書",
    "zh-Hans": "人类遗传资源行政许可申请书",
    pt: "Pedido relativo a recursos genéticos humanos (plataforma em linha)",
  },
  "ethics-approval": {
    en: "Ethics committee approval",
    "zh-Hant": "倫理審查批件",
    "zh-Hans": "伦理审查批件",
    pt: "Parecer favorável da comissão de ética",
  },
  "informed-consent": {
    en: "Informed consent template and waiver record",
    "zh-Hant": "知情同意書",
    "zh-Hans": "知情同意书",
    pt: "Modelo de consentimento informado e registo de dispensa",
  },
  "hgr-coop-agreement": {
    en: "International cooperation agreement",
    "zh-Hant": "國際合作協議",
    "zh-Hans": "国际合作协议",
    pt: "Acordo de cooperação internacional",
  },
  "hgr-approval": {
    en: "HGR approval decision",
    "zh-Hant": "人類遺傳資源行政許可決定書",
    "zh-Hans": "人类遗传资源行政许可决定书",
    pt: "Decisão de autorização relativa a recursos genéticos humanos",
  },
  "hgr-export-cert": {
    en: "HGR material exit certificate for customs",
    "zh-Hant": "人類遺傳資源材料出境證明",
    "zh-Hans": "人类遗传资源材料出境证明",
    pt: "Certificado de saída de material genético humano para a alfândega",
  },
  "mta": { en: "Material transfer agreement", "zh-Hant": "材料轉移協議", "zh-Hans": "材料转移协议", pt: "Acordo de transferência de material" },
  "hgr-filing-no": {
    en: "Clinical-trial filing number",
    "zh-Hant": "國際合作臨床試驗備案號",
    "zh-Hans": "国际合作临床试验备案号",
    pt: "Número de registo do ensaio clínico",
  },
  "clinical-trial-approval": {
    en: "Clinical trial approval/implied permission",
    "zh-Hant": "臨床試驗批件",
    "zh-Hans": "临床试验批件",
    pt: "Autorização (expressa ou tácita) do ensaio clínico",
  },
} as const satisfies Record<string, Text>;

