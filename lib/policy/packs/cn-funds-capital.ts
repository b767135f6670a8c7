import { all, any, crossingFrom, is, isOneOf } from "./conditions.ts";
import { entersMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Capital for institutes and companies on either side of the Mainland's boundary. */
export const cnFundsCapital = definePack({
  id: "cn-funds-capital",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-kehuitong",
      title: {
        en: "Kehuitong: non-enterprise research institutes receiving funds from outside",
        "zh-Hant": "「科匯通」（非企業科研機構接收境外資金）",
        "zh-Hans": "“科汇通”（非企业科研机构接收境外资金）",
        pt: "Kehuitong – fundos externos para instituições não empresariais",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(
        entersMainland,
        is("mode", "bank"),
        isOneOf("funds.recipient_class", "non_enterprise_research"),
        isOneOf("funds.purpose", "capital_to_institute", "grant_allocation"),
        any(is("to.zone", "hetao_sz"), crossingFrom("2025-09-15")),
      ),
      papers: ["fx-registration", "capital-account", "contract-invoice"],
      time: workingDays(3, {
        en: "Registered at the bank as for direct investment",
        "zh-Hant": "在銀行按外商直接投資方式登記",
        "zh-Hans": "在银行按外商直接投资方式登记",
        pt: "Registo no banco como no investimento direto",
      }),
      from: "2023-09-01",
      versions: [
        { id: "hetao-pilot", from: "2023-09-01", to: "2025-09-14", note: {
          en: "Pilot, in the Shenzhen Park of Hetao only",
          "zh-Hant": "試點，只限河套深圳園區",
          "zh-Hans": "试点，仅限河套深圳园区",
          pt: "Projeto-piloto, só no Parque de Shenzhen em Hetao",
        } },
        { id: "nationwide", from: "2025-09-15", to: null, note: { en: "Nationwide", "zh-Hant": "全國施行", "zh-Hans": "全国施行", pt: "Em todo o país" } },
      ],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "SAFE notice Sept 2025 on deepening cross-border investment and financing FX reform (汇发〔2025〕43号, number to check)",
            "zh-Hant": "國家外匯管理局關於深化跨境投融資外匯管理改革有關事宜的通知",
            "zh-Hans": "国家外汇管理局关于深化跨境投融资外汇管理改革有关事宜的通知",
            pt: "Aviso da Administração Estatal de Divisas sobre o aprofundamento da reforma cambial do investimento e financiamento transfronteiriços (setembro de 2025; número por confirmar)",
          },
        },
        {
          articles: null,
          text: {
            en: "Hetao pilot guide (Sept 2023)",
            "zh-Hant": "河套「科匯通」試點業務操作指引",
            "zh-Hans": "河套“科汇通”试点业务操作指引",
            pt: "Guia operacional do projeto-piloto de Hetao (setembro de 2023)",
          },
        },
      ],
      sources: [
        "https://www.hzyantong.com.cn/post/2578.html",
        "https://www.etnet.com.hk/www/tc/stocks/ah_news_detail.php?newsid=ETN350916440",
      ],
      confidence: "verified",
      note: {
        en: "Registration, account and exchange as for direct investment; easier payments from capital income; reinvestment alike. Five Hong Kong institutes had received CNY 5.1 million in the Hetao pilot by August 2025. The pilot’s first day is only approximately known.",
        "zh-Hant": "登記、開戶及匯兌比照外商直接投資；可享資本項目收入支付便利化；境內再投資亦比照辦理。截至2025年8月，河套試點已有5家港資機構收款510萬元人民幣。試點起始日只知為2023年9月。",
        "zh-Hans": "登记、开户及汇兑比照外商直接投资；可享资本项目收入支付便利化；境内再投资也比照办理。截至2025年8月，河套试点已有5家港资机构收款510万元人民币。试点起始日只知为2023年9月。",
        pt: "Registo, conta e câmbio como no investimento direto; pagamentos com receitas de capital facilitados; reinvestimento igual. Até agosto de 2025 cinco institutos de Hong Kong tinham recebido 5,1 milhões de CNY no piloto de Hetao. O primeiro dia do piloto é aproximado.",
      },
    },
    {
      id: "cn-odi",
      title: {
        en: "Outbound direct investment filing (NDRC, MOFCOM, bank registration)",
        "zh-Hant": "境外投資核准／備案",
        "zh-Hans": "境外投资核准/备案",
        pt: "Registo de investimento direto no exterior",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "outbound-investment",
      kinds: ["funds"],
      trigger: all(leavesMainland, is("funds.purpose", "capital_to_institute"), is("org.from.type", "enterprise")),
      papers: ["odi-cert", "fx-registration"],
      time: workingDays(10, {
        en: "Commerce 3 working days, development and reform 7, then registration at the bank",
        "zh-Hant": "商務部門3個工作日，發展改革部門7個工作日，其後銀行登記",
        "zh-Hans": "商务部门3个工作日，发展改革部门7个工作日，其后银行登记",
        pt: "Comércio 3 dias úteis, desenvolvimento e reforma 7, depois registo no banco",
      }),
      validity: { en: "2 years", "zh-Hant": "2年", "zh-Hans": "2年", pt: "2 anos" },
      from: "2018-03-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "NDRC Order 11 of 2017; MOFCOM Order 3 of 2014",
            "zh-Hant": "國家發展改革委令2017年第11號；商務部令2014年第3號",
            "zh-Hans": "国家发展改革委令2017年第11号；商务部令2014年第3号",
            pt: "Decreto n.º 11 de 2017 da Comissão Nacional de Desenvolvimento e Reforma; Decreto n.º 3 de 2014 do Ministério do Comércio",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For companies that put capital into a body in Hong Kong, Macao or abroad. Public institutions follow the rules of the authority above them.",
        "zh-Hant": "適用於企業向香港、澳門或境外機構投入資本。事業單位按其主管部門規定辦理。",
        "zh-Hans": "适用于企业向香港、澳门或境外机构投入资本。事业单位按其主管部门规定办理。",
        pt: "Para empresas que investem capital numa entidade de Hong Kong, Macau ou do exterior. As instituições públicas seguem as regras da respetiva tutela.",
      },
    },
    {
      id: "cn-fdi-registration",
      title: {
        en: "Inbound direct investment: information report and FX registration",
        "zh-Hant": "外商投資信息報告及外匯登記",
        "zh-Hans": "外商投资信息报告及外汇登记",
        pt: "Investimento direto: comunicação de informação e registo cambial",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "inbound-investment",
      kinds: ["funds"],
      trigger: all(
        entersMainland,
        is("mode", "bank"),
        is("funds.purpose", "capital_to_institute"),
        is("funds.recipient_class", "enterprise"),
      ),
      papers: ["fx-registration", "capital-account"],
      time: workingDays(3, { en: "At the bank", "zh-Hant": "銀行辦理", "zh-Hans": "银行办理", pt: "No banco" }),
      from: "2020-01-01",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Foreign Investment Law and information reporting measures",
            "zh-Hant": "外商投資法、外商投資信息報告辦法",
            "zh-Hans": "外商投资法、外商投资信息报告办法",
            pt: "Lei do Investimento Estrangeiro e medidas sobre a comunicação de informação",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Investors from Hong Kong and Macao are treated as foreign investors. Institutes that are no enterprises use Kehuitong.",
        "zh-Hant": "香港、澳門投資者參照外商投資辦理。非企業科研機構適用「科匯通」。",
        "zh-Hans": "香港、澳门投资者参照外商投资办理。非企业科研机构适用“科汇通”。",
        pt: "Os investidores de Hong Kong e Macau são tratados como estrangeiros. As instituições não empresariais usam o Kehuitong.",
      },
    },
  ],
});
