import { all, atMost, is, isNot } from "./conditions.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** What carriers and conventions ask of goods that are no samples, wherever they go. */
export const internationalGoods = definePack({
  id: "international-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "int-ata-carnet",
      title: { en: "ATA Carnet", "zh-Hant": "ATA單證冊", "zh-Hans": "ATA单证册", pt: "Livrete ATA" },
      jurisdiction: "INT",
      type: "facilitation",
      authority: "ata-bodies",
      kinds: ["reagent"],
      trigger: all(is("reagent.temporary", true), is("reagent.ata_scope", true), atMost("reagent.return_months", 12)),
      papers: ["ata-carnet"],
      time: workingDays(2, { en: "By the issuing body", "zh-Hant": "由出證機構簽發", "zh-Hans": "由出证机构签发", pt: "Pela entidade emissora" }),
      validity: {
        en: "12 months; in the Mainland goods stay 6 months, extendable to 12",
        "zh-Hant": "12個月；貨物在內地停留6個月，可延至12個月",
        "zh-Hans": "12个月；货物在内地停留6个月，可延至12个月",
        pt: "12 meses; no Interior da China as mercadorias ficam 6 meses, prorrogáveis até 12",
      },
      from: "2019-01-09",
      facilitates: ["cn-temporary-admission"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "ATA/Istanbul Conventions",
            "zh-Hant": "ATA公約、伊斯坦布爾公約",
            "zh-Hans": "ATA公约、伊斯坦布尔公约",
            pt: "Convenções ATA e de Istambul",
          },
        },
        {
          articles: null,
          text: {
            en: "GACC Announcement 13 of 2019",
            "zh-Hant": "海關總署公告2019年第13號",
            "zh-Hans": "海关总署公告2019年第13号",
            pt: "Anúncio n.º 13 de 2019 da Administração Geral das Alfândegas",
          },
        },
      ],
      sources: [
        "https://www.customs.gov.hk/en/service-enforcement-information/cargo-clearance/ata-carnets/index.html",
        "http://www.chamber.org.hk/en/media/press-releases_detail.aspx?ID=3624",
      ],
      confidence: "verified",
      note: {
        en: "The Mainland accepts exhibition goods, professional equipment and commercial samples; consumables are excluded. Hong Kong asks for no import or export declaration, but licences remain. Not for the post. The issuing and guaranteeing body of Macao is not confirmed.",
        "zh-Hant": "內地接受展覽品、專業設備和商業樣品，消耗品除外。香港免報進出口報關單，但許可證要求不變。不適用於郵遞。澳門的出證及擔保機構未經核實。",
        "zh-Hans": "内地接受展览品、专业设备和商业样品，消耗品除外。香港免报进出口报关单，但许可证要求不变。不适用于邮递。澳门的出证及担保机构未经核实。",
        pt: "O Interior da China aceita bens de exposição, equipamento profissional e amostras comerciais; consumíveis excluídos. Hong Kong dispensa a declaração, mas mantêm-se as licenças. Não se aplica ao correio. A entidade emissora e garante de Macau não está confirmada.",
      },
    },
    {
      id: "int-dg-transport",
      title: {
        en: "Dangerous goods transport (other classes)",
        "zh-Hant": "危險貨物運輸（非第6.2類）",
        "zh-Hans": "危险货物运输（非第6.2类）",
        pt: "Transporte de mercadorias perigosas",
      },
      jurisdiction: "INT",
      type: "document",
      authority: "carrier-and-transport",
      kinds: ["reagent"],
      trigger: all(isNot("reagent.un_class", "none"), isNot("reagent.un_class", "6.2")),
      papers: ["dgd", "sds", "packing-cert"],
      time: workingDays(2, { en: "For the booking", "zh-Hant": "訂艙", "zh-Hans": "订舱", pt: "Para a reserva" }),
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "IATA DGR, IMDG, JT/T 617 (road)",
            "zh-Hant": "IATA DGR、IMDG、JT/T 617",
            "zh-Hans": "IATA DGR、IMDG、JT/T 617",
            pt: "IATA DGR, Código IMDG, norma JT/T 617 (estrada)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Dangerous goods on the road across the boundary use set control points and hours. Excepted and limited quantities ease small packs for laboratories.",
        "zh-Hant": "跨境道路運輸危險貨物須經指定口岸、在指定時段通行。例外數量和有限數量規定可便利實驗室小包裝。",
        "zh-Hans": "跨境道路运输危险货物须经指定口岸、在指定时段通行。例外数量和有限数量规定可便利实验室小包装。",
        pt: "O transporte rodoviário transfronteiriço usa postos e horários fixados. As quantidades excetuadas e limitadas facilitam pequenas embalagens de laboratório.",
      },
    },
  ],
});
