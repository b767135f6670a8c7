import type { Text } from "../../language.ts";

/** The papers that payments are asked for. */
export const fundsPapers = {
  "project-approval": { en: "Project approval notice", "zh-Hant": "立項文件", "zh-Hans": "立项文件", pt: "Notificação de aprovação do projeto" },
  "project-contract": {
    en: "Project contract/task book",
    "zh-Hant": "項目合同書/任務書",
    "zh-Hans": "项目合同书/任务书",
    pt: "Contrato ou caderno de tarefas do projeto",
  },
  "budget-table": { en: "Budget and cost breakdown", "zh-Hant": "經費預算表", "zh-Hans": "经费预算表", pt: "Orçamento e repartição de custos" },
  "hk-rmb-account": {
    en: "Payee RMB bank account proof",
    "zh-Hant": "人民幣銀行賬戶證明",
    "zh-Hans": "人民币银行账户证明",
    pt: "Comprovativo de conta em RMB do beneficiário",
  },
  "bop-form": {
    en: "Balance-of-payments declaration",
    "zh-Hant": "國際收支申報單",
    "zh-Hans": "国际收支申报单",
    pt: "Declaração da balança de pagamentos",
  },
  "tax-filing-form": {
    en: "Outbound payment tax filing form",
    "zh-Hant": "服務貿易等項目對外支付稅務備案表",
    "zh-Hans": "服务贸易等项目对外支付税务备案表",
    pt: "Impresso de registo fiscal de pagamentos ao exterior",
  },
  "wht-proof": {
    en: "Withholding tax payment/treaty documents",
    "zh-Hant": "扣繳稅款憑證/協定待遇資料",
    "zh-Hans": "扣缴税款凭证/协定待遇资料",
    pt: "Comprovativo de retenção na fonte ou documentos de convenção fiscal",
  },
  "fx-registration": {
    en: "SAFE registration certificate (FDI-style)",
    "zh-Hant": "外匯業務登記憑證",
    "zh-Hans": "外汇业务登记凭证",
    pt: "Certificado de registo cambial (como no investimento direto)",
  },
  "capital-account": {
    en: "Capital-account statement",
    "zh-Hant": "資本項目賬戶資料",
    "zh-Hans": "资本项目账户资料",
    pt: "Extrato da conta de capital",
  },
  "odi-cert": {
    en: "Enterprise outbound investment certificate and NDRC filing notice",
    "zh-Hant": "企業境外投資證書及備案通知書",
    "zh-Hans": "企业境外投资证书及备案通知书",
    pt: "Certificado de investimento no exterior e notificação de registo da Comissão de Desenvolvimento e Reforma",
  },
  "donation-agreement": {
    en: "Notarised donation agreement with purpose",
    "zh-Hant": "經公證的捐贈協議",
    "zh-Hans": "经公证的捐赠协议",
    pt: "Acordo de doação notarial, com a finalidade",
  },
  "ngo-temp-filing": {
    en: "Foreign NGO temporary activity filing",
    "zh-Hant": "境外非政府組織臨時活動備案",
    "zh-Hans": "境外非政府组织临时活动备案",
    pt: "Registo de atividade temporária de ONG do exterior",
  },
  "ngo-account": {
    en: "Chinese partner's dedicated account proof",
    "zh-Hant": "中方合作單位專用賬戶",
    "zh-Hans": "中方合作单位专用账户",
    pt: "Comprovativo da conta própria do parceiro chinês",
  },
  "fx-carry-permit": {
    en: "Foreign currency carry-out permit",
    "zh-Hant": "攜帶外匯出境許可證",
    "zh-Hans": "携带外汇出境许可证",
    pt: "Licença de saída de divisas em numerário",
  },
  "cbni-form": {
    en: "HK CBNI declaration",
    "zh-Hant": "現金類物品申報表",
    "zh-Hans": "现金类物品申报表",
    pt: "Declaração de numerário de Hong Kong",
  },
  "mo-cash-form": {
    en: "Macao cash declaration form",
    "zh-Hant": "攜帶現金和無記名可轉讓票據申報書",
    "zh-Hans": "携带现金和无记名可转让票据申报书",
    pt: "Declaração de numerário e instrumentos ao portador de Macau",
  },
  "kyc-pack": {
    en: "KYC/beneficial-owner and sanctions screening record",
    "zh-Hant": "客戶盡職調查及制裁篩查記錄",
    "zh-Hans": "客户尽职调查及制裁筛查记录",
    pt: "Registo de conhecimento do cliente, beneficiário efetivo e verificação de sanções",
  },
  "itf-agreement": {
    en: "ITF funding agreement",
    "zh-Hant": "創新及科技基金資助協議",
    "zh-Hans": "创新及科技基金资助协议",
    pt: "Acordo de financiamento do Fundo de Inovação e Tecnologia",
  },
  "partner-application": {
    en: "Mirror application filed by partner",
    "zh-Hant": "合作方同步申報材料",
    "zh-Hans": "合作方同步申报材料",
    pt: "Candidatura correspondente do parceiro",
  },
  "rgc-agreement": { en: "RGC award letter", "zh-Hant": "研資局資助函", "zh-Hans": "研资局资助函", pt: "Carta de concessão do RGC" },
  "fdct-agreement": {
    en: "FDCT grant agreement",
    "zh-Hant": "科技基金資助協議",
    "zh-Hans": "科技基金资助协议",
    pt: "Acordo de apoio financeiro do FDCT",
  },
} as const satisfies Record<string, Text>;
