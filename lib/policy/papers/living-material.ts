import type { Text } from "../../language.ts";

/** The papers about what lives, may infect or is protected: special goods, pathogens, animals, plants, species, modified organisms. */
export const livingMaterialPapers = {
  "special-goods-form": {
    en: "Special goods quarantine application",
    "zh-Hant": "特殊貨物物品衞生檢疫審批申請表",
    "zh-Hans": "特殊货物物品卫生检疫审批申请表",
    pt: "Pedido de inspeção sanitária de mercadorias especiais",
  },
  "special-goods-desc": {
    en: "Description: names, origin, use, quantity, biosafety level",
    "zh-Hant": "特殊貨物物品描述材料",
    "zh-Hans": "特殊货物物品描述材料",
    pt: "Descrição: designações, origem, uso, quantidade, nível de biossegurança",
  },
  "special-goods-permit": {
    en: "Special goods quarantine approval form",
    "zh-Hant": "特殊貨物、物品審批單",
    "zh-Hans": "特殊货物、物品审批单",
    pt: "Folha de aprovação de mercadorias especiais",
  },
  "no-pathogen-statement": {
    en: "Statement of non-infectivity/inactivation or risk assessment",
    "zh-Hant": "不含病原微生物或滅活聲明/風險評估報告",
    "zh-Hans": "不含病原微生物或灭活声明/风险评估报告",
    pt: "Declaração de não infecciosidade ou de inativação, ou avaliação de risco",
  },
  "pathogen-transport-permit": {
    en: "Highly pathogenic strain/sample transport permit",
    "zh-Hant": "可感染人類的高致病性病原微生物運輸準運證書",
    "zh-Hans": "可感染人类的高致病性病原微生物运输准运证书",
    pt: "Licença de transporte de estirpes ou amostras altamente patogénicas",
  },
  "pathogen-provision-approval": {
    en: "Approval of provision/receipt by holder and recipient",
    "zh-Hant": "菌（毒）種提供及接收批准文件",
    "zh-Hans": "菌（毒）种提供及接收批准文件",
    pt: "Aprovação do fornecimento e da receção por cedente e destinatário",
  },
  "biosafety-lab-cert": {
    en: "Biosafety laboratory filing/licence (BSL level)",
    "zh-Hant": "生物安全實驗室備案/資格證明",
    "zh-Hans": "生物安全实验室备案/资格证明",
    pt: "Registo ou licença do laboratório (nível de biossegurança)",
  },
  "quarantine-import-permit": {
    en: "Animal & plant quarantine import permit",
    "zh-Hant": "進境動植物檢疫許可證",
    "zh-Hans": "进境动植物检疫许可证",
    pt: "Licença de importação com quarentena animal e vegetal",
  },
  "vet-health-cert": {
    en: "Official veterinary health certificate",
    "zh-Hant": "動物衞生證書",
    "zh-Hans": "动物卫生证书",
    pt: "Certificado sanitário veterinário oficial",
  },
  "isolation-site-cert": {
    en: "Designated isolation site certificate",
    "zh-Hant": "指定隔離檢疫場使用證",
    "zh-Hans": "指定隔离检疫场使用证",
    pt: "Certificado do local de isolamento designado",
  },
  "lab-animal-health-report": {
    en: "Laboratory-animal health monitoring report",
    "zh-Hant": "實驗動物健康監測報告",
    "zh-Hans": "实验动物健康监测报告",
    pt: "Relatório de vigilância sanitária dos animais de laboratório",
  },
  "lab-animal-licence": {
    en: "Laboratory animal production/use licence",
    "zh-Hant": "實驗動物生產/使用許可證",
    "zh-Hans": "实验动物生产/使用许可证",
    pt: "Licença de produção ou uso de animais de laboratório",
  },
  "soil-special-permit": {
    en: "Special permit for prohibited articles",
    "zh-Hant": "禁止進境物特許審批",
    "zh-Hans": "禁止进境物特许审批",
    pt: "Autorização especial para artigos proibidos",
  },
  "cites-cert": {
    en: "CITES import/export/re-export certificate",
    "zh-Hant": "瀕危物種允許進出口證明書",
    "zh-Hans": "濒危物种允许进出口证明书",
    pt: "Certificado CITES de importação, exportação ou reexportação",
  },
  "wildlife-approval": {
    en: "Wildlife authority approval",
    "zh-Hant": "野生動植物主管部門行政許可決定書",
    "zh-Hans": "野生动植物主管部门行政许可决定书",
    pt: "Autorização da autoridade da vida selvagem",
  },
  "species-cert": { en: "Non-listed species certificate", "zh-Hant": "物種證明", "zh-Hans": "物种证明", pt: "Certificado de espécie não listada" },
  "germplasm-approval": {
    en: "Germplasm exit approval",
    "zh-Hant": "種質資源對外提供審批",
    "zh-Hans": "种质资源对外提供审批",
    pt: "Autorização de saída de germoplasma",
  },
  "gmo-safety-approval": {
    en: "Agricultural GMO safety approval",
    "zh-Hant": "農業轉基因生物安全審批書",
    "zh-Hans": "农业转基因生物安全审批书",
    pt: "Certificado de segurança de OGM agrícola",
  },
  "hk-bio-licence-copy": {
    en: "Copy of HK biological-substance permit",
    "zh-Hant": "香港生物物質許可",
    "zh-Hans": "香港生物物质许可",
    pt: "Cópia da licença de material biológico de Hong Kong",
  },
  "joint-mechanism-conclusion": {
    en: "Joint supervision mechanism risk conclusion",
    "zh-Hant": "聯合監管機制風險評估結論",
    "zh-Hans": "联合监管机制风险评估结论",
    pt: "Conclusão de risco do mecanismo conjunto de supervisão",
  },
  "gmo-docs": {
    en: "GMO shipping documentation (Cap. 607A)",
    "zh-Hant": "基因改造生物附隨文件",
    "zh-Hans": "基因改造生物附随文件",
    pt: "Documentos de acompanhamento de OGM (Cap. 607A)",
  },
  "afcd-permit": {
    en: "AFCD special/import permit",
    "zh-Hant": "漁護署特別許可證/進口許可證",
    "zh-Hans": "渔护署特别许可证/进口许可证",
    pt: "Licença especial ou de importação do AFCD",
  },
  "afcd-plant-licence": {
    en: "AFCD plant import licence",
    "zh-Hant": "植物進口許可證",
    "zh-Hans": "植物进口许可证",
    pt: "Licença de importação de plantas do AFCD",
  },
  "phyto-cert": { en: "Phytosanitary certificate", "zh-Hant": "植物檢疫證書", "zh-Hans": "植物检疫证书", pt: "Certificado fitossanitário" },
  "afcd-cites-licence": {
    en: "AFCD licence under Cap. 586",
    "zh-Hant": "瀕危物種許可證（第586章）",
    "zh-Hans": "濒危物种许可证（第586章）",
    pt: "Licença do AFCD ao abrigo do Cap. 586",
  },
  "mo-62-declaration": {
    en: "Class 6.2 declaration lodged >=48 h ahead",
    "zh-Hant": "第6.2類危險品申報單",
    "zh-Hans": "第6.2类危险品申报单",
    pt: "Declaração da classe 6.2, entregue com pelo menos 48 h de antecedência",
  },
  "mo-cites": { en: "Macao CITES certificate", "zh-Hant": "CITES證明書", "zh-Hans": "CITES证明书", pt: "Certificado CITES de Macau" },
} as const satisfies Record<string, Text>;

