import { all, any, is, not } from "./conditions.ts";
import { crossesMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment } from "./terms.ts";
import { workingDays } from "./times.ts";

/** What the Mainland asks of all goods, samples and reagents alike: customs declaration, and export control of dual-use items. */
export const cnGoods = definePack({
  id: "cn-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-customs-declaration",
      title: { en: "PRC customs declaration", "zh-Hant": "進出口貨物報關", "zh-Hans": "进出口货物报关", pt: "Declaração aduaneira (China)" },
      jurisdiction: "CN",
      type: "declaration",
      authority: "customs-administration",
      kinds: ["sample", "reagent"],
      trigger: all(not(is("mode", "electronic")), crossesMainland),
      papers: ["customs-declaration", "invoice-packing"],
      time: workingDays(1, {
        en: "Import: within 14 days of arrival; export: 24 hours before loading",
        "zh-Hant": "進口：運抵後14日內；出口：裝貨24小時前",
        "zh-Hans": "进口：运抵后14天内；出口：装货24小时前",
        pt: "Importação: até 14 dias após a chegada; exportação: 24 horas antes do carregamento",
      }),
      validity: perConsignment,
      from: "1987-07-01",
      due: "at-crossing",
      clock: { days: 14, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "24-25",
          text: {
            en: "Customs Law arts. 24-25",
            "zh-Hant": "海關法第二十四、二十五條",
            "zh-Hans": "海关法第二十四、二十五条",
            pt: "Lei Aduaneira, arts. 24.º e 25.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Low-value express and personal-carry channels exist, but special goods and licensed goods may not use them.",
        "zh-Hant": "另有低值快件及個人攜帶渠道，但特殊物品及須許可證的貨物不得使用。",
        "zh-Hans": "另有低值快件及个人携带渠道，但特殊物品及须许可证的货物不得使用。",
        pt: "Existem canais de expresso de baixo valor e de bagagem pessoal, mas as mercadorias especiais ou sujeitas a licença não os podem usar.",
      },
    },
    {
      id: "cn-dual-use-export",
      title: {
        en: "Dual-use item export licence",
        "zh-Hant": "兩用物項出口許可",
        "zh-Hans": "两用物项出口许可",
        pt: "Licença de exportação de bens de dupla utilização",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "commerce-ministry",
      kinds: ["reagent", "sample", "data"],
      trigger: all(
        leavesMainland,
        any(is("reagent.dual_use_cn", true), is("sample.ag_agent", true), is("data.dual_use_technical", true)),
      ),
      papers: ["dual-use-licence", "end-use-cert", "contract-invoice"],
      time: workingDays(45, {
        en: "From acceptance, without consultation and expert time; not confirmed",
        "zh-Hant": "自受理起計，徵詢及專家評審時間不計；未經核實",
        "zh-Hans": "自受理起计，征询及专家评审时间不计；未经核实",
        pt: "Desde a aceitação, sem consultas nem peritagem; não confirmado",
      }),
      validity: {
        en: "Single licence up to 1 year, general up to 3 years; or a certificate by registration",
        "zh-Hant": "單項許可不超過1年，通用許可不超過3年；或以登記方式獲取出口憑證",
        "zh-Hans": "单项许可不超过1年，通用许可不超过3年；或以登记方式获取出口凭证",
        pt: "Licença individual até 1 ano, geral até 3 anos; ou certificado por registo",
      },
      from: "2024-12-01",
      due: "before-permit",
      citations: [
        {
          articles: "12-19",
          text: { en: "Export Control Law", "zh-Hant": "出口管制法", "zh-Hans": "出口管制法", pt: "Lei do Controlo das Exportações" },
        },
        {
          articles: "14-20",
          text: {
            en: "Regulation on export control of dual-use items",
            "zh-Hant": "兩用物項出口管制條例",
            "zh-Hans": "两用物项出口管制条例",
            pt: "Regulamento sobre o controlo das exportações de bens de dupla utilização",
          },
        },
        {
          articles: null,
          text: {
            en: "Control list, MOFCOM Announcement 51 of 2024",
            "zh-Hant": "兩用物項出口管制清單（商務部公告2024年第51號）",
            "zh-Hans": "两用物项出口管制清单（商务部公告2024年第51号）",
            pt: "Lista de controlo, Anúncio n.º 51 de 2024 do Ministério do Comércio",
          },
        },
        {
          articles: null,
          text: {
            en: "2026 licence catalogue (31 Dec 2025)",
            "zh-Hant": "2026年兩用物項和技術進出口許可證管理目錄",
            "zh-Hans": "2026年两用物项和技术进出口许可证管理目录",
            pt: "Catálogo de licenças de 2026 (31 de dezembro de 2025)",
          },
        },
      ],
      sources: [
        "https://www.craneww.com/knowledge-center/trade-advisory-notices/china-issues-new-export-control-regulations/",
        "http://www.wsy4.com/cn/chemicals/zhong-guo-shang-wu-bu-fa-bu-liang-yong-wu-xiang-chu-kou-guan-zhi-qing-dan",
      ],
      confidence: "verified",
      note: {
        en: "Hong Kong and Macao are covered. Goods, technology, services and technical data, also passed on by e-mail or in lectures. Announcements add temporary controls on other items.",
        "zh-Hant": "對香港、澳門亦適用。涵蓋貨物、技術、服務及技術資料，包括以電郵或授課方式轉移。另有公告對其他物項實施臨時管制。",
        "zh-Hans": "对香港、澳门同样适用。涵盖货物、技术、服务及技术资料，包括以电子邮件或授课方式转移。另有公告对其他物项实施临时管制。",
        pt: "Abrange Hong Kong e Macau. Inclui bens, tecnologia, serviços e dados técnicos, também transmitidos por correio eletrónico ou em aulas. Há anúncios que acrescentam controlos temporários a outros artigos.",
      },
    },
  ],
});
