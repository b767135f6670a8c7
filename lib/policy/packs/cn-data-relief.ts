import { all, any, atLeast, is, isOneOf, lessThan, not } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { ordinaryData } from "./data-conditions.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** What lets data leave the Mainland without assessment or contract, and the exchange where it is traded. */
export const cnDataRelief = definePack({
  id: "cn-data-relief",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-data-exempt-volume",
      title: {
        en: "Volume exemption: under 100,000 persons, no sensitive PI",
        "zh-Hant": "少量個人信息出境豁免（不滿10萬人）",
        "zh-Hans": "少量个人信息出境豁免（不满10万人）",
        pt: "Isenção por volume",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "cyberspace-administration",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.personal", true),
        ordinaryData,
        not(is("data.ciio", true)),
        lessThan("data.pi_count", 100_000),
        not(atLeast("data.sensitive_count", 1)),
      ),
      papers: ["exemption-memo", "pia-report"],
      time: noWait(),
      validity: { en: "Counted by calendar year", "zh-Hant": "按曆年累計", "zh-Hans": "按自然年累计", pt: "Contagem por ano civil" },
      from: "2024-03-22",
      substitutes: ["cn-data-standard-contract", "cn-data-certification"],
      due: "before-submission",
      citations: [
        {
          articles: "5",
          text: {
            en: "Provisions of 22 March 2024 art. 5(1)(4)",
            "zh-Hant": "促進和規範數據跨境流動規定第五條",
            "zh-Hans": "促进和规范数据跨境流动规定第五条",
            pt: "Disposições de 22 de março de 2024, art. 5.º, n.º 1, al. 4)",
          },
        },
      ],
      sources: ["https://eoasis.rajahtann.com/eoasis/gn/regionnews.asp?c=2&id=1448&n=44"],
      confidence: "verified",
      note: {
        en: "Consent and impact assessment (PIPL arts. 39 and 55) remain.",
        "zh-Hant": "《個人信息保護法》第三十九、五十五條的同意和影響評估義務不變。",
        "zh-Hans": "《个人信息保护法》第三十九、五十五条的同意和影响评估义务不变。",
        pt: "Mantêm-se o consentimento e a avaliação de impacto (PIPL, arts. 39.º e 55.º).",
      },
    },
    {
      id: "cn-data-exempt-scenario",
      title: {
        en: "Scenario exemptions (contract, HR, emergency, overseas-collected data)",
        "zh-Hant": "出境豁免情形（合同、人力資源、緊急、境外數據加工）",
        "zh-Hans": "出境豁免情形（合同、人力资源、紧急、境外数据加工）",
        pt: "Isenções por cenário",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "cyberspace-administration",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        ordinaryData,
        any(is("data.collected_abroad", true), isOneOf("data.exempt_scenario", "contract", "hr", "emergency")),
      ),
      papers: ["exemption-memo"],
      time: noWait(),
      from: "2024-03-22",
      substitutes: ["cn-data-standard-contract", "cn-data-certification", "cn-data-security-assessment"],
      due: "before-submission",
      citations: [
        {
          articles: "3-5",
          text: {
            en: "Provisions of 22 March 2024 arts. 3-5",
            "zh-Hant": "促進和規範數據跨境流動規定第三至五條",
            "zh-Hans": "促进和规范数据跨境流动规定第三至五条",
            pt: "Disposições de 22 de março de 2024, arts. 3.º a 5.º",
          },
        },
      ],
      sources: ["https://eoasis.rajahtann.com/eoasis/gn/regionnews.asp?c=2&id=1448&n=44"],
      confidence: "verified",
      note: {
        en: "Art. 3: data of trade, transport, academic cooperation, manufacturing and marketing without personal information or important data. Art. 4: personal information collected abroad and processed in the Mainland without adding any of its own. Art. 5: contract, human resources, emergency.",
        "zh-Hant": "第三條：國際貿易、跨境運輸、學術合作、跨國生產製造和市場營銷中不含個人信息或重要數據的數據。第四條：境外收集、境內處理且未引入境內個人信息或重要數據。第五條：訂立履行合同、人力資源管理、緊急情況。",
        "zh-Hans": "第三条：国际贸易、跨境运输、学术合作、跨国生产制造和市场营销中不含个人信息或重要数据的数据。第四条：境外收集、境内处理且未引入境内个人信息或重要数据。第五条：订立履行合同、人力资源管理、紧急情况。",
        pt: "Art. 3.º: dados de comércio, transporte, cooperação académica, produção e marketing sem informações pessoais nem dados importantes. Art. 4.º: informações recolhidas fora e tratadas no Interior da China sem acrescentar outras. Art. 5.º: contrato, recursos humanos, emergência.",
      },
    },
    {
      id: "cn-data-free-flow-nonpersonal",
      title: {
        en: "Free flow of non-personal, non-important research data",
        "zh-Hant": "學術合作等非個人、非重要數據自由流動",
        "zh-Hans": "学术合作等非个人、非重要数据自由流动",
        pt: "Livre circulação de dados não pessoais",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "cyberspace-administration",
      kinds: ["data"],
      trigger: all(leavesMainland, not(is("data.personal", true)), ordinaryData),
      papers: ["data-classification", "exemption-memo"],
      time: noWait(),
      from: "2024-03-22",
      due: "before-submission",
      citations: [
        {
          articles: "3",
          text: {
            en: "Provisions of 22 March 2024 art. 3",
            "zh-Hant": "促進和規範數據跨境流動規定第三條",
            "zh-Hans": "促进和规范数据跨境流动规定第三条",
            pt: "Disposições de 22 de março de 2024, art. 3.º",
          },
        },
      ],
      sources: ["https://eoasis.rajahtann.com/eoasis/gn/regionnews.asp?c=2&id=1448&n=44"],
      confidence: "verified",
      note: {
        en: "Rules on scientific data, secrets, geodata, human genetic resources and export control still apply.",
        "zh-Hant": "科學數據、國家秘密、地理信息、人類遺傳資源和出口管制的規定仍須遵守。",
        "zh-Hans": "科学数据、国家秘密、地理信息、人类遗传资源和出口管制的规定仍须遵守。",
        pt: "Continuam a aplicar-se as regras sobre dados científicos, segredos, geodados, recursos genéticos humanos e controlo de exportação.",
      },
    },
    {
      id: "cn-data-ftz-negative-list",
      title: {
        en: "FTZ data export negative list",
        "zh-Hant": "自貿試驗區數據出境負面清單",
        "zh-Hans": "自贸试验区数据出境负面清单",
        pt: "Lista negativa de exportação de dados (zona-piloto de comércio livre)",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "ftz-authorities",
      kinds: ["data"],
      trigger: all(leavesMainland, ordinaryData, is("data.ftz_processor", true), is("data.ftz_list_status", "outside_list")),
      papers: ["negative-list-note"],
      time: noWait(),
      from: "2024-03-22",
      substitutes: ["cn-data-standard-contract", "cn-data-certification", "cn-data-security-assessment"],
      due: "before-submission",
      citations: [
        {
          articles: "6",
          text: {
            en: "Provisions of 22 March 2024 art. 6",
            "zh-Hant": "促進和規範數據跨境流動規定第六條",
            "zh-Hans": "促进和规范数据跨境流动规定第六条",
            pt: "Disposições de 22 de março de 2024, art. 6.º",
          },
        },
      ],
      sources: [
        "https://m.yicai.com/news/102647065.html",
        "https://www.zhonglun.com/research/articles/54634.html",
      ],
      confidence: "verified",
      note: {
        en: "By September 2025 lists of Tianjin, Beijing, Hainan, Shanghai and Zhejiang covered 17 fields. No list was found for Nansha, Qianhai or Hengqin; Shenzhen has announced a pilot for Qianhai and Hetao. Hetao itself is no free trade zone.",
        "zh-Hant": "截至2025年9月，天津、北京、海南、上海、浙江的清單共覆蓋17個領域。未查到南沙、前海、橫琴的清單文本；深圳已宣布在前海、河套試點。河套本身不屬於自貿試驗區。",
        "zh-Hans": "截至2025年9月，天津、北京、海南、上海、浙江的清单共覆盖17个领域。未查到南沙、前海、横琴的清单文本；深圳已宣布在前海、河套试点。河套本身不属于自贸试验区。",
        pt: "Até setembro de 2025 as listas de Tianjin, Pequim, Hainan, Xangai e Zhejiang cobriam 17 áreas. Não se encontrou lista de Nansha, Qianhai ou Hengqin; Shenzhen anunciou um projeto-piloto em Qianhai e Hetao. Hetao não é zona de comércio livre.",
      },
    },
    {
      id: "sz-data-exchange",
      title: {
        en: "Shenzhen Data Exchange cross-border trading",
        "zh-Hant": "深圳數據交易所跨境數據交易",
        "zh-Hans": "深圳数据交易所跨境数据交易",
        pt: "Bolsa de Dados de Shenzhen",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "shenzhen-data-exchange",
      kinds: ["data"],
      trigger: all(
        is("from.jur", "CN"),
        is("from.city", "shenzhen"),
        any(is("to.jur", "HK"), is("to.jur", "MO"), is("to.jur", "XX")),
        not(is("data.personal", true)),
        not(is("data.important", true)),
      ),
      papers: ["data-classification"],
      time: workingDays(10, { en: "Review for the listing", "zh-Hant": "上市審核", "zh-Hans": "上市审核", pt: "Apreciação para admissão" }),
      from: "2022-05-01",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: { en: "Exchange rules", "zh-Hant": "深圳數據交易所規則", "zh-Hans": "深圳数据交易所规则", pt: "Regras da Bolsa de Dados" },
        },
      ],
      sources: ["https://news.mingpao.com/pns/港聞/article/20250825"],
      confidence: "verified",
      note: {
        en: "First trades across the border in May 2022; 110 trades worth CNY 334 million by June 2025. It replaces none of the export mechanisms.",
        "zh-Hant": "2022年5月首次開展跨境交易；截至2025年6月共110筆、3.34億元人民幣。不替代數據出境手續。",
        "zh-Hans": "2022年5月首次开展跨境交易；截至2025年6月共110笔、3.34亿元人民币。不替代数据出境手续。",
        pt: "Primeiras transações transfronteiriças em maio de 2022; 110 transações e 334 milhões CNY até junho de 2025. Não substitui os mecanismos de exportação.",
      },
    },
  ],
});
