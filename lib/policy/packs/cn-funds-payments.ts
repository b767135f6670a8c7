import { all, is, isOneOf, moreThan, not } from "./conditions.ts";
import { crossesMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { days, workingDays } from "./times.ts";

/** What the tax office and the bank ask of a payment across the Mainland's boundary. */
export const cnFundsPayments = definePack({
  id: "cn-funds-payments",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-tax-filing-outbound",
      title: {
        en: "Tax filing for outbound payments above USD 50,000",
        "zh-Hant": "服務貿易等項目對外支付稅務備案",
        "zh-Hans": "服务贸易等项目对外支付税务备案",
        pt: "Registo fiscal de pagamentos ao exterior",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "tax-administration",
      kinds: ["funds"],
      trigger: all(
        leavesMainland,
        is("mode", "bank"),
        moreThan("funds.amount_usd", 50000),
        isOneOf("funds.purpose", "subcontract_service", "royalty", "salary_fee", "donation", "grant_allocation"),
        not(is("funds.budget_nontrade", true)),
        not(is("funds.same_contract_filed", true)),
      ),
      papers: ["tax-filing-form", "contract-invoice", "wht-proof"],
      time: workingDays(1, {
        en: "Online; the number is shown to the bank",
        "zh-Hant": "網上辦理；編號供銀行查驗",
        "zh-Hans": "网上办理；编号供银行查验",
        pt: "Em linha; o número é apresentado ao banco",
      }),
      validity: {
        en: "For the contract; before the first payment only",
        "zh-Hant": "按合同；只須於首次付款前辦理",
        "zh-Hans": "按合同；只须于首次付款前办理",
        pt: "Por contrato; só antes do primeiro pagamento",
      },
      from: "2021-06-29",
      due: "before-crossing",
      citations: [
        {
          articles: "1,3",
          text: {
            en: "SAT/SAFE Announcement 40 of 2013 (am. 2018)",
            "zh-Hant": "國家稅務總局 國家外匯管理局公告2013年第40號",
            "zh-Hans": "国家税务总局 国家外汇管理局公告2013年第40号",
            pt: "Anúncio n.º 40 de 2013 da Administração Estatal de Tributação e da Administração Estatal de Divisas (alterado em 2018)",
          },
        },
        {
          articles: "1-2",
          text: {
            en: "SAT/SAFE Announcement 19 of 2021",
            "zh-Hant": "國家稅務總局 國家外匯管理局公告2021年第19號",
            "zh-Hans": "国家税务总局 国家外汇管理局公告2021年第19号",
            pt: "Anúncio n.º 19 de 2021 das mesmas administrações",
          },
        },
      ],
      sources: ["http://ssfb86.com/index/News/detail/newsid/8028.html"],
      confidence: "verified",
      note: {
        en: "For a single payment of more than USD 50,000. Several payments under one contract are filed once, before the first. Exemptions include non-trade payments of budget units (2021) and costs of travel and conferences (2013): from memory.",
        "zh-Hant": "適用於單筆超過5萬美元的付款。同一合同多次付款，只須於首次付款前備案一次。豁免包括預算單位非貿易非經營性付匯（2021年）及差旅、會議費用（2013年）：憑記憶，未經核實。",
        "zh-Hans": "适用于单笔超过5万美元的付款。同一合同多次付款，只须于首次付款前备案一次。豁免包括预算单位非贸易非经营性付汇（2021年）及差旅、会议费用（2013年）：凭记忆，未经核实。",
        pt: "Para um pagamento único superior a 50 000 USD. Vários pagamentos do mesmo contrato registam-se uma só vez, antes do primeiro. Há isenções, entre elas os pagamentos não comerciais de unidades orçamentais (2021) e as despesas de viagem e conferências (2013): de memória.",
      },
    },
    {
      id: "cn-withholding-tax",
      title: {
        en: "Non-resident withholding tax and treaty relief",
        "zh-Hant": "非居民源泉扣繳及協定待遇",
        "zh-Hans": "非居民源泉扣缴及协定待遇",
        pt: "Retenção na fonte de não residentes",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "tax-office",
      kinds: ["funds"],
      trigger: all(leavesMainland, isOneOf("funds.purpose", "subcontract_service", "royalty", "salary_fee")),
      papers: ["wht-proof"],
      time: days(7, {
        en: "Withhold and pay within 7 days",
        "zh-Hant": "扣款後7日內繳庫",
        "zh-Hans": "扣款后7日内缴库",
        pt: "Reter e entregar em 7 dias",
      }),
      from: "2008-01-01",
      due: "after-crossing",
      clock: { days: 7, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "37",
          text: {
            en: "Enterprise Income Tax Law art. 37; IIT Law; Mainland-HK/Macao arrangements",
            "zh-Hant": "企業所得稅法第三十七條；稅收安排",
            "zh-Hans": "企业所得税法第三十七条；税收安排",
            pt: "Lei do Imposto sobre o Rendimento das Empresas, art. 37.º; Lei do Imposto sobre o Rendimento Pessoal; acordos fiscais do Interior da China com Hong Kong e Macau",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Services carried out wholly in Hong Kong usually bring no Mainland-source enterprise income tax; where VAT arises is a separate question (VAT Law from 1 January 2026).",
        "zh-Hant": "全部在香港提供的服務，一般不產生來源於內地的企業所得稅；增值稅的應稅地點另行判斷（增值稅法自2026年1月1日起施行）。",
        "zh-Hans": "全部在香港提供的服务，一般不产生来源于内地的企业所得税；增值税的应税地点另行判断（增值税法自2026年1月1日起施行）。",
        pt: "Os serviços prestados inteiramente em Hong Kong não dão em regra imposto sobre o rendimento com fonte no Interior da China; a localização para efeitos de IVA é questão à parte (Lei do IVA desde 1 de janeiro de 2026).",
      },
    },
    {
      id: "cn-safe-service-payment",
      title: {
        en: "Bank review of service-trade payments",
        "zh-Hant": "服務貿易付匯單證審核",
        "zh-Hans": "服务贸易付汇单证审核",
        pt: "Verificação bancária de pagamentos de serviços",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(
        leavesMainland,
        is("mode", "bank"),
        isOneOf("funds.purpose", "subcontract_service", "royalty", "salary_fee", "grant_allocation", "travel"),
      ),
      papers: ["contract-invoice", "bop-form"],
      time: workingDays(2, { en: "At the bank", "zh-Hant": "銀行辦理", "zh-Hans": "银行办理", pt: "No banco" }),
      from: "2013-09-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Service-trade FX rules, 汇发〔2013〕30号; current-account guide 2020 汇发〔2020〕14号",
            "zh-Hant": "服務貿易外匯管理指引；經常項目外匯業務指引（2020年版）",
            "zh-Hans": "服务贸易外汇管理指引；经常项目外汇业务指引（2020年版）",
            pt: "Normas cambiais do comércio de serviços (n.º 30 de 2013); guia de operações correntes de 2020 (n.º 14 de 2020)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Up to USD 50,000 banks normally do not examine papers; above it they ask for contract, invoice and the number of the tax filing.",
        "zh-Hant": "5萬美元或以下，銀行一般不審核單證；超過者須提交合同、發票及稅務備案編號。",
        "zh-Hans": "5万美元或以下，银行一般不审核单证；超过者须提交合同、发票及税务备案编号。",
        pt: "Até 50 000 USD os bancos em regra não examinam documentos; acima pedem contrato, fatura e o número do registo fiscal.",
      },
    },
    {
      id: "cn-safe-goods-payment",
      title: {
        en: "Bank review of goods-trade payments",
        "zh-Hant": "貨物貿易付匯審核",
        "zh-Hans": "货物贸易付汇审核",
        pt: "Verificação bancária de pagamentos de mercadorias",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(leavesMainland, is("mode", "bank"), is("funds.purpose", "equipment_purchase")),
      papers: ["contract-invoice", "bop-form"],
      time: workingDays(2, { en: "At the bank", "zh-Hant": "銀行辦理", "zh-Hans": "银行办理", pt: "No banco" }),
      from: "2012-08-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Goods-trade FX rules",
            "zh-Hant": "貨物貿易外匯管理指引",
            "zh-Hans": "货物贸易外汇管理指引",
            pt: "Normas cambiais do comércio de mercadorias",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Contract, invoice or customs declaration; prepayments of more than 90 days are reported. No tax filing: Announcement 40 covers services, income and transfers.",
        "zh-Hant": "須提交合同、發票或報關單；預付貨款超過90天須報告。無須稅務備案：第40號公告只涉及服務、收益及經常轉移。",
        "zh-Hans": "须提交合同、发票或报关单；预付货款超过90天须报告。无需税务备案：第40号公告只涉及服务、收益及经常转移。",
        pt: "Contrato, fatura ou declaração aduaneira; os pagamentos antecipados em mais de 90 dias são comunicados. Sem registo fiscal: o Anúncio n.º 40 abrange serviços, rendimentos e transferências.",
      },
    },
    {
      id: "cn-bop-declaration",
      title: {
        en: "Balance-of-payments declaration",
        "zh-Hant": "國際收支統計申報",
        "zh-Hans": "国际收支统计申报",
        pt: "Declaração da balança de pagamentos",
      },
      jurisdiction: "CN",
      type: "declaration",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(crossesMainland, is("mode", "bank")),
      papers: ["bop-form"],
      time: workingDays(5, {
        en: "Receipts within 5 working days after crediting; payments with the order",
        "zh-Hant": "收款於入賬後5個工作日內申報；付款隨匯款申請申報",
        "zh-Hans": "收款于入账后5个工作日内申报；付款随汇款申请申报",
        pt: "Recebimentos nos 5 dias úteis após o crédito; pagamentos com a ordem",
      }),
      validity: { en: "Per transfer", "zh-Hant": "每筆款項", "zh-Hans": "每笔款项", pt: "Por transferência" },
      from: "2014-01-01",
      due: "at-crossing",
      clock: { days: 5, unit: "working_day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: null,
          text: {
            en: "BoP reporting measures (State Council Decree 642)",
            "zh-Hant": "國際收支統計申報辦法",
            "zh-Hans": "国际收支统计申报办法",
            pt: "Medidas sobre a declaração estatística da balança de pagamentos (Decreto n.º 642 do Conselho de Estado)",
          },
        },
      ],
      confidence: "memory",
    },
  ],
});
