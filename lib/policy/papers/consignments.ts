import type { Text } from "../../language.ts";

/** The papers that go with a consignment: declarations, invoices, transport documents, and the licences of trade. */
export const consignmentPapers = {
  "customs-declaration": {
    en: "PRC customs declaration",
    "zh-Hant": "進出口貨物報關單",
    "zh-Hans": "进出口货物报关单",
    pt: "Declaração aduaneira (Interior da China)",
  },
  "packing-cert": {
    en: "UN packaging certificate / packing instruction compliance",
    "zh-Hant": "危險貨物包裝使用鑑定結果單/包裝證明",
    "zh-Hans": "危险货物包装使用鉴定结果单/包装证明",
    pt: "Certificado de embalagem ONU / conformidade com a instrução de embalagem",
  },
  "invoice-packing": {
    en: "Commercial/pro-forma invoice and packing list",
    "zh-Hant": "發票與裝箱單",
    "zh-Hans": "发票与装箱单",
    pt: "Fatura comercial ou pró-forma e lista de embalagem",
  },
  "dual-use-licence": {
    en: "Dual-use item export licence",
    "zh-Hant": "兩用物項出口許可證",
    "zh-Hans": "两用物项出口许可证",
    pt: "Licença de exportação de bens de dupla utilização",
  },
  "end-use-cert": {
    en: "End-user and end-use certificate",
    "zh-Hant": "最終用戶和最終用途證明",
    "zh-Hans": "最终用户和最终用途证明",
    pt: "Certificado de utilizador e de utilização final",
  },
  "contract-invoice": {
    en: "Contract and invoice/payment notice",
    "zh-Hant": "合同與發票（支付通知）",
    "zh-Hans": "合同与发票（支付通知）",
    pt: "Contrato e fatura / aviso de pagamento",
  },
  "hetao-ledger": {
    en: "Hetao electronic ledger entry",
    "zh-Hant": "河套海關電子台賬",
    "zh-Hans": "河套海关电子台账",
    pt: "Registo no livro eletrónico de Hetao",
  },
  "hetao-consolidated": {
    en: "Consolidated declaration list",
    "zh-Hant": "集中申報清單",
    "zh-Hans": "集中申报清单",
    pt: "Lista de declaração consolidada",
  },
  "dh-permit": {
    en: "Department of Health written permit (Cap. 599A s.14)",
    "zh-Hant": "衞生署署長書面許可證",
    "zh-Hans": "卫生署署长书面许可证",
    pt: "Licença escrita do Departamento de Saúde (Cap. 599A, secção 14)",
  },
  "dh-undertaking": {
    en: "Importer's letter and statement on biological material",
    "zh-Hant": "生物材料進口聲明",
    "zh-Hans": "生物材料进口声明",
    pt: "Carta e declaração do importador sobre material biológico",
  },
  "hk-stc-licence": {
    en: "HK strategic commodities licence",
    "zh-Hant": "戰略物品進/出口許可證",
    "zh-Hans": "战略物品进/出口许可证",
    pt: "Licença de mercadorias estratégicas de Hong Kong",
  },
  "hk-tdec": {
    en: "HK import/export declaration (TDEC)",
    "zh-Hant": "進出口報關單",
    "zh-Hans": "进出口报关单",
    pt: "Declaração de importação/exportação de Hong Kong (TDEC)",
  },
  "road-manifest": {
    en: "ROCARS submission",
    "zh-Hant": "道路貨物資料系統資料",
    "zh-Hans": "道路货物资料系统资料",
    pt: "Informação enviada ao ROCARS",
  },
  "dgd": {
    en: "Shipper's declaration for dangerous goods",
    "zh-Hant": "危險品申報單",
    "zh-Hans": "危险品申报单",
    pt: "Declaração do expedidor de mercadorias perigosas",
  },
  "mo-licence": {
    en: "Macao import/export licence",
    "zh-Hant": "進口/出口准照",
    "zh-Hans": "进口/出口准照",
    pt: "Licença de importação ou exportação de Macau",
  },
  "mo-prior-authorisation": {
    en: "Prior authorisation (ISAF/SSM)",
    "zh-Hant": "預先許可",
    "zh-Hans": "预先许可",
    pt: "Autorização prévia (ISAF/SSM)",
  },
  "export-consent": {
    en: "Written consent of the exporting authority",
    "zh-Hant": "輸出地主管機關出口同意書",
    "zh-Hans": "输出地主管机关出口同意书",
    pt: "Consentimento escrito da autoridade do local de exportação",
  },
  "mo-declaration": {
    en: "Macao import/export declaration form",
    "zh-Hant": "進口/出口申報單",
    "zh-Hans": "进口/出口申报单",
    pt: "Impresso de declaração de importação/exportação de Macau",
  },
  "awb": {
    en: "Air waybill / consignment note",
    "zh-Hant": "航空貨運單/託運單",
    "zh-Hans": "航空货运单/托运单",
    pt: "Carta de porte aéreo / guia de remessa",
  },
  "sds": {
    en: "Safety data sheet (GHS)",
    "zh-Hant": "化學品安全技術說明書",
    "zh-Hans": "化学品安全技术说明书",
    pt: "Ficha de dados de segurança (GHS)",
  },
} as const satisfies Record<string, Text>;

