import { all, is, isOneOf } from "./conditions.ts";
import { crossesHongKong, leavesHongKong, touchesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perPermit } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Chemicals in Hong Kong: dangerous goods, controlled and hazardous chemicals, chemical weapons. */
export const hkChemicals = definePack({
  id: "hk-chemicals",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-dg-295",
      title: {
        en: "HK dangerous goods licence (storage, conveyance)",
        "zh-Hant": "香港危險品條例牌照",
        "zh-Hans": "香港危险品条例牌照",
        pt: "Licença de mercadorias perigosas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-fire-services",
      kinds: ["reagent"],
      trigger: all(touchesHongKong, isOneOf("reagent.un_class", "2", "3", "4", "5", "6.1", "8", "9"), is("reagent.above_hk_eq", true)),
      papers: ["hk-dg-licence", "sds"],
      time: workingDays(14, {
        en: "After fire safety requirements are met",
        "zh-Hant": "符合消防安全規定後",
        "zh-Hans": "符合消防安全规定后",
        pt: "Depois de cumpridos os requisitos de segurança contra incêndios",
      }),
      validity: { en: "1 year", "zh-Hant": "1年", "zh-Hans": "1年", pt: "1 ano" },
      from: "2022-03-31",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 295, 295E, 295G",
            "zh-Hant": "第295章、第295E章、第295G章",
            "zh-Hans": "第295章、第295E章、第295G章",
            pt: "Cap. 295, 295E e 295G (Hong Kong)",
          },
        },
      ],
      sources: ["https://es.hkfsd.gov.hk/dg/en/administration/detail/69"],
      confidence: "verified",
      note: {
        en: "Classes 2, 3, 3A, 4, 5, 6.1, 8 and 9 by exempt quantity. Conveyance of mixed loads for example: class 3 100 L, class 2 300 L water capacity, classes 4, 5, 6.1, 8 and 9 100 L or kg.",
        "zh-Hant": "第2、3、3A、4、5、6.1、8及9類按豁免量計算。混合運載例如：第3類100升，第2類水容量300升，第4、5、6.1、8及9類100升或公斤。",
        "zh-Hans": "第2、3、3A、4、5、6.1、8及9类按豁免量计算。混合运载例如：第3类100升，第2类水容量300升，第4、5、6.1、8及9类100升或千克。",
        pt: "Classes 2, 3, 3A, 4, 5, 6.1, 8 e 9 segundo a quantidade isenta. Transporte de cargas mistas, por exemplo: classe 3 100 L, classe 2 300 L de capacidade em água, classes 4, 5, 6.1, 8 e 9 100 L ou kg.",
      },
    },
    {
      id: "hk-control-chemicals-145",
      title: {
        en: "HK controlled chemicals licence and authorisation",
        "zh-Hant": "香港化學品管制牌照及批准書",
        "zh-Hans": "香港化学品管制牌照及批准书",
        pt: "Licença de produtos químicos controlados (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-customs",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, isOneOf("reagent.cap145_schedule", "1", "2")),
      papers: ["hk-cap145-licence"],
      time: workingDays(5, {
        en: "Licence about 14 working days; authorisation per consignment",
        "zh-Hant": "牌照約14個工作日；批准書按批簽發",
        "zh-Hans": "牌照约14个工作日；批准书按批签发",
        pt: "Licença cerca de 14 dias úteis; autorização por remessa",
      }),
      validity: {
        en: "Licence 1 year; authorisation per shipment",
        "zh-Hant": "牌照1年；批准書按每批貨物",
        "zh-Hans": "牌照1年；批准书按每批货物",
        pt: "Licença 1 ano; autorização por remessa",
      },
      from: "1975-09-01",
      due: "before-permit",
      citations: [
        {
          articles: "2A",
          text: {
            en: "Control of Chemicals Ordinance Cap. 145",
            "zh-Hant": "《化學品管制條例》第145章",
            "zh-Hans": "《化学品管制条例》第145章",
            pt: "Lei do Controlo de Produtos Químicos, Cap. 145 (Hong Kong)",
          },
        },
      ],
      sources: [
        "https://importlicensing.wto.org/content/controlled-chemicals",
        "http://web.wtocenter.org.tw/Page/13644/410064",
      ],
      confidence: "verified",
      note: {
        en: "Licensed importers need an authorisation for each consignment of Schedules 1 and 2. Schedule 2 was enlarged on 11 April 2025; the customs page listed 36 chemicals before.",
        "zh-Hant": "持牌進口商輸入附表1及2化學品須按批取得批准書。附表2於2025年4月11日擴大，此前海關網頁列出36種化學品。",
        "zh-Hans": "持牌进口商输入附表1及2化学品须按批取得批准书。附表2于2025年4月11日扩大，此前海关网页列出36种化学品。",
        pt: "Os importadores licenciados precisam de autorização para cada remessa das listas 1 e 2. A lista 2 foi alargada em 11 de abril de 2025; antes havia 36 produtos na página da alfândega.",
      },
    },
    {
      id: "hk-control-chemicals-145-s3",
      title: {
        en: "HK Schedule 3 chemicals: export control",
        "zh-Hant": "香港附表3化學品出口",
        "zh-Hans": "香港附表3化学品出口",
        pt: "Produtos químicos da lista 3: exportação (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-customs",
      kinds: ["reagent"],
      trigger: all(leavesHongKong, is("reagent.cap145_schedule", "3")),
      papers: ["hk-cap145-licence"],
      time: workingDays(5),
      validity: { en: "1 year", "zh-Hant": "1年", "zh-Hans": "1年", pt: "1 ano" },
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: "Sch. 3",
          text: { en: "Cap. 145 Schedule 3", "zh-Hant": "第145章附表3", "zh-Hans": "第145章附表3", pt: "Cap. 145, lista 3 (Hong Kong)" },
        },
      ],
      confidence: "uncertain",
      note: {
        en: "Acetone, ethyl ether, MEK, toluene, sulphuric and hydrochloric acid: whether a licence is needed depends on destination and quantity. To be checked with customs.",
        "zh-Hant": "丙酮、乙醚、甲基乙基酮、甲苯、硫酸及鹽酸：是否須領牌照視乎目的地及數量，須向海關查核。",
        "zh-Hans": "丙酮、乙醚、甲基乙基酮、甲苯、硫酸及盐酸：是否须领牌照取决于目的地和数量，须向海关核实。",
        pt: "Acetona, éter etílico, MEK, tolueno, ácidos sulfúrico e clorídrico: a licença depende do destino e da quantidade. A verificar na alfândega.",
      },
    },
    {
      id: "hk-cwc-578",
      title: {
        en: "HK Chemical Weapons (Convention) Ordinance",
        "zh-Hant": "香港化學武器（公約）條例",
        "zh-Hans": "香港化学武器（公约）条例",
        pt: "Convenção sobre as Armas Químicas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-trade-and-industry",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, isOneOf("reagent.cwc", "1", "2", "3")),
      papers: ["hk-cwc-permit", "hk-stc-licence"],
      time: workingDays(5),
      validity: perPermit,
      from: "2004-06-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 578",
            "zh-Hant": "《化學武器（公約）條例》第578章",
            "zh-Hans": "《化学武器（公约）条例》第578章",
            pt: "Lei das Armas Químicas (Convenção), Cap. 578 (Hong Kong)",
          },
        },
      ],
      sources: ["https://www.stc.tid.gov.hk/english/faq/faq.html"],
      confidence: "memory",
      note: {
        en: "In operation since June 2004, as the department’s answers say.",
        "zh-Hant": "據工業貿易署問答，條例自2004年6月起實施。",
        "zh-Hans": "据工业贸易署问答，条例自2004年6月起实施。",
        pt: "Em vigor desde junho de 2004, segundo as respostas do departamento.",
      },
    },
    {
      id: "hk-hazchem-595",
      title: {
        en: "HK Hazardous Chemicals Control permit",
        "zh-Hant": "香港有毒化學品管制許可證",
        "zh-Hans": "香港有毒化学品管制许可证",
        pt: "Licença de produtos químicos perigosos (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-environment",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, is("reagent.hk_hazchem595", true)),
      papers: ["hk-hazchem-permit"],
      time: workingDays(14),
      validity: { en: "1 year", "zh-Hant": "1年", "zh-Hans": "1年", pt: "1 ano" },
      from: "2008-04-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 595",
            "zh-Hant": "《有毒化學品管制條例》第595章",
            "zh-Hans": "《有毒化学品管制条例》第595章",
            pt: "Lei do Controlo de Produtos Químicos Perigosos, Cap. 595 (Hong Kong)",
          },
        },
      ],
      sources: ["http://www.epd.gov.hk/epd/english/application_for_licences/applic_froms/hcco.html"],
      confidence: "verified",
      note: {
        en: "Fees by a page of 2008: HKD 1,280 for a new permit, 710 for renewal. Small quantities for laboratories may be exempt: not confirmed.",
        "zh-Hant": "費用（2008年網頁）：新證1,280港元，續期710港元。實驗室少量使用或可豁免，未經核實。",
        "zh-Hans": "费用（2008年网页）：新证1,280港元，续期710港元。实验室少量使用或可豁免，未经核实。",
        pt: "Taxas segundo uma página de 2008: 1280 HKD nova, 710 renovação. Pequenas quantidades de laboratório podem ser isentas: não confirmado.",
      },
    },
  ],
});
