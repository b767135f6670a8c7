import { all, any, isOneOf } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Technology, sent as an item or as data, under the Mainland’s catalogue of technology exports. */
export const cnTechnology = definePack({
  id: "cn-technology",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-tech-export",
      title: {
        en: "Technology export licence or contract registration",
        "zh-Hant": "禁止/限制出口技術許可與自由技術合同登記",
        "zh-Hans": "禁止/限制出口技术许可与自由技术合同登记",
        pt: "Licença de exportação de tecnologia",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "technology-export-authorities",
      kinds: ["reagent", "data"],
      trigger: all(
        leavesMainland,
        any(
          isOneOf("reagent.tech_export_cn", "free", "restricted", "prohibited"),
          isOneOf("data.tech_export_cn", "free", "restricted", "prohibited"),
        ),
      ),
      papers: ["tech-licence", "tech-contract-reg"],
      time: workingDays(15, {
        en: "Restricted: letter of intent 30 working days, licence 15; free: online registration 3",
        "zh-Hant": "限制類：意向書30個工作日、許可證15個工作日；自由類：網上登記3個工作日",
        "zh-Hans": "限制类：意向书30个工作日、许可证15个工作日；自由类：网上登记3个工作日",
        pt: "Restrita: carta de intenção 30 dias úteis, licença 15; livre: registo em linha 3",
      }),
      validity: {
        en: "Letter of intent: 3 years",
        "zh-Hant": "意向書有效期3年",
        "zh-Hans": "意向书有效期3年",
        pt: "Carta de intenção: 3 anos",
      },
      from: "2002-01-01",
      versions: [
        {
          id: "reg",
          from: "2002-01-01",
          to: "2025-07-14",
          note: {
            en: "Catalogue before the adjustment of July 2025",
            "zh-Hant": "2025年7月調整前的目錄",
            "zh-Hans": "2025年7月调整前的目录",
            pt: "Catálogo anterior ao ajustamento de julho de 2025",
          },
        },
        {
          id: "cat2025",
          from: "2025-07-15",
          to: null,
          note: {
            en: "Catalogue as adjusted by Announcement 28 of 2025",
            "zh-Hant": "2025年第28號公告調整後的目錄",
            "zh-Hans": "2025年第28号公告调整后的目录",
            pt: "Catálogo ajustado pelo Anúncio n.º 28 de 2025",
          },
        },
      ],
      due: "before-permit",
      clock: { days: 60, unit: "day", calendar: "CN", from: "effective" },
      citations: [
        {
          articles: "28-41",
          text: {
            en: "Regulation on technology import and export",
            "zh-Hant": "技術進出口管理條例",
            "zh-Hans": "技术进出口管理条例",
            pt: "Regulamento da importação e exportação de tecnologia",
          },
        },
        {
          articles: null,
          text: {
            en: "Catalogue 2025 (MOFCOM/MOST Announcement 28 of 15 July 2025)",
            "zh-Hant": "中國禁止出口限制出口技術目錄（2025年第28號）",
            "zh-Hans": "中国禁止出口限制出口技术目录（2025年第28号）",
            pt: "Catálogo de 2025 (Anúncio n.º 28 de 15 de julho de 2025, Ministérios do Comércio e da Ciência e Tecnologia)",
          },
        },
      ],
      sources: ["http://www.zhenghe.cn/ZCT/PolicyReadDetail?id=3e948e48-36e0-4a20-af2c-33eb471eb4b2"],
      confidence: "verified",
      note: {
        en: "Prohibited technology does not leave; restricted needs a licence; for free technology the contract is registered, within 60 days after it takes effect (not confirmed). Dual-use technology follows the dual-use rules instead. Hong Kong and Macao count.",
        "zh-Hant": "禁止類不得出口；限制類須經許可；自由類須辦理合同登記，於合同生效後60日內辦理（未經核實）。兩用技術改按兩用物項規定辦理。輸往港澳同樣適用。",
        "zh-Hans": "禁止类不得出口；限制类须经许可；自由类须办理合同登记，于合同生效后60天内办理（未经核实）。两用技术改按两用物项规定办理。输往港澳同样适用。",
        pt: "A tecnologia proibida não sai; a restrita exige licença; na livre regista-se o contrato, até 60 dias após a sua entrada em vigor (não confirmado). A tecnologia de dupla utilização segue as regras respetivas. Hong Kong e Macau contam.",
      },
    },
  ],
});
