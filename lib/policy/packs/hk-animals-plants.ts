import { all, any, is, isOneOf, not } from "./conditions.ts";
import { entersHongKong, leavesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perPermit, practice, sixMonths, upToSixMonths } from "./terms.ts";
import { noWait, workingDays } from "./times.ts";

/** Animals, plants and endangered species in Hong Kong. */
export const hkAnimalsPlants = definePack({
  id: "hk-animals-plants",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-animal-import",
      title: {
        en: "HK special permit for live animals",
        "zh-Hant": "香港活動物輸入特別許可證",
        "zh-Hans": "香港活动物输入特别许可证",
        pt: "Licença especial para animais vivos (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(entersHongKong, is("sample.live_animal", true)),
      papers: ["afcd-permit", "vet-health-cert", "lab-animal-health-report"],
      time: workingDays(5, {
        en: "From receipt of the fee",
        "zh-Hant": "自收到費用起計",
        "zh-Hans": "自收到费用起计",
        pt: "Desde o pagamento da taxa",
      }),
      validity: { en: "6 months, one consignment", "zh-Hant": "6個月，單批有效", "zh-Hans": "6个月，单批有效", pt: "6 meses, uma remessa" },
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: { en: "Cap. 139 and Cap. 421", "zh-Hant": "第139章、第421章", "zh-Hans": "第139章、第421章", pt: "Cap. 139 e Cap. 421 (Hong Kong)" },
        },
      ],
      sources: ["https://importlicensing.wto.org/content/live-animals-12"],
      confidence: "verified",
      note: {
        en: "Must arrive as manifested cargo. Non-CITES animals of Mainland origin may follow other rules. For export from Hong Kong: form AF300 and inspection within 24 hours before.",
        "zh-Hant": "須以載貨清單貨物形式運抵。源自內地的非CITES動物或另有規定。由香港出口須填AF300表格，並於出口前24小時內檢查。",
        "zh-Hans": "须以载货清单货物形式运抵。源自内地的非CITES动物或另有规定。由香港出口须填AF300表格，并于出口前24小时内检查。",
        pt: "Tem de chegar como carga em manifesto. Animais do Interior da China fora da CITES podem seguir outras regras. Para exportar de Hong Kong: impresso AF300 e inspeção nas 24 horas anteriores.",
      },
    },
    {
      id: "hk-animal-product-421",
      title: {
        en: "HK import permit for carcasses and dog/cat products",
        "zh-Hant": "香港動物屍體及動物產品輸入許可",
        "zh-Hans": "香港动物尸体及动物产品输入许可",
        pt: "Licença para carcaças e produtos animais (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(entersHongKong, is("sample.dog_cat_or_mammal_carcass", true)),
      papers: ["afcd-permit", "vet-health-cert"],
      time: workingDays(3, {
        en: "Free of charge; allow 5",
        "zh-Hant": "免費；宜預留5個工作日",
        "zh-Hans": "免费；宜预留5个工作日",
        pt: "Gratuito; conte com 5",
      }),
      validity: perPermit,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: "11",
          text: {
            en: "Rabies Regulation Cap. 421A s.11",
            "zh-Hant": "《狂犬病規例》第11條",
            "zh-Hans": "《狂犬病规例》第11条",
            pt: "Regulamento da Raiva, Cap. 421A, secção 11 (Hong Kong)",
          },
        },
      ],
      sources: ["https://www.afcd.gov.hk/english/quarantine/qua_ie/qua_ie_ipab/qua_ie_ipab_iap/qua_ie_ipab_iap.html"],
      confidence: "verified",
      note: {
        en: "Dog and cat products, plasma and semen included; any product of an animal with rabies; undressed carcasses of mammals. Form AF303 or Trade Single Window.",
        "zh-Hant": "狗、貓產品（包括血漿及精液）；染有狂犬病動物的任何產品；未經處理的哺乳動物屍體。填AF303表格或經「貿易單一窗口」申請。",
        "zh-Hans": "狗、猫产品（包括血浆和精液）；患狂犬病动物的任何产品；未经处理的哺乳动物尸体。填AF303表格或经“贸易单一窗口”申请。",
        pt: "Produtos de cão e gato, incluindo plasma e sémen; qualquer produto de animal com raiva; carcaças de mamíferos não preparadas. Impresso AF303 ou Trade Single Window.",
      },
    },
    {
      id: "hk-animal-pathogen-139",
      title: {
        en: "HK permit for animal pathogens and animal biologicals",
        "zh-Hant": "香港動物病原體及生物製品輸入許可",
        "zh-Hans": "香港动物病原体及生物制品输入许可",
        pt: "Licença para agentes patogénicos animais (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(entersHongKong, is("sample.animal_pathogen", true)),
      papers: ["afcd-permit", "biosafety-lab-cert"],
      time: workingDays(5, practice),
      validity: perPermit,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Public Health (Animals and Birds) Regulations Cap. 139A",
            "zh-Hant": "《公眾衞生（動物及禽鳥）規例》第139A章",
            "zh-Hans": "《公众卫生（动物及禽鸟）规例》第139A章",
            pt: "Regulamentos de Saúde Pública (Animais e Aves), Cap. 139A (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
    },
    {
      id: "hk-plant-import-207",
      title: {
        en: "HK plant import licence/phytosanitary certificate",
        "zh-Hant": "香港植物輸入管制",
        "zh-Hans": "香港植物输入管制",
        pt: "Importação de plantas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(
        entersHongKong,
        any(
          all(is("sample.plant_material", true), not(is("from.jur", "CN"))),
          all(is("sample.soil", true), not(isOneOf("from.jur", "CN", "MO"))),
        ),
      ),
      papers: ["afcd-plant-licence", "phyto-cert"],
      time: workingDays(3, {
        en: "Published: 2 to 3 working days",
        "zh-Hant": "公布時限：2至3個工作日",
        "zh-Hans": "公布时限：2至3个工作日",
        pt: "Publicado: 2 a 3 dias úteis",
      }),
      validity: sixMonths,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: "4-8",
          text: {
            en: "Plant (Importation and Pest Control) Ordinance Cap. 207",
            "zh-Hant": "《植物（進口管制及病蟲害控制）條例》第207章",
            "zh-Hans": "《植物（进口管制及病虫害控制）条例》第207章",
            pt: "Lei das Plantas (Controlo da Importação e de Pragas), Cap. 207 (Hong Kong)",
          },
        },
      ],
      sources: ["https://code.fabao365.com/law_79422_2.html"],
      confidence: "verified",
      note: {
        en: "Plants grown in and imported from the Mainland are exempt; whether those grown in Macao are was not seen. Soil needs written authorisation (s.8), except from any place in China outside Hong Kong, Macao included (s.8(2)). Plant pests need authorisation from everywhere (s.7).",
        "zh-Hant": "在內地種植並由內地輸入的植物獲豁免；澳門種植者是否豁免，未見依據。土壤須書面授權（第8條），來自香港以外中國任何地方（包括澳門）者除外（第8(2)條）。植物害蟲不論來源均須授權（第7條）。",
        "zh-Hans": "在内地种植并由内地输入的植物获豁免；澳门种植者是否豁免，未见依据。土壤须书面授权（第8条），来自香港以外中国任何地方（包括澳门）者除外（第8(2)条）。植物害虫不论来源均须授权（第7条）。",
        pt: "As plantas cultivadas no Interior da China e de lá importadas estão isentas; não se viu se o estão as de Macau. O solo exige autorização escrita (secção 8), salvo o de qualquer lugar da China fora de Hong Kong, incluindo Macau (secção 8(2)). As pragas de plantas exigem sempre autorização (secção 7).",
      },
    },
    {
      id: "hk-cites-586",
      title: {
        en: "HK endangered species licence (Cap. 586)",
        "zh-Hant": "香港瀕危物種許可證",
        "zh-Hans": "香港濒危物种许可证",
        pt: "Licença de espécies ameaçadas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: any(
        all(
          entersHongKong,
          any(is("sample.cites", "I"), all(is("sample.cites", "II"), is("sample.live_wild_origin", true))),
        ),
        all(leavesHongKong, isOneOf("sample.cites", "I", "II", "III")),
      ),
      papers: ["afcd-cites-licence", "cites-cert"],
      time: workingDays(2, {
        en: "Normally, once the papers are complete",
        "zh-Hant": "文件齊備後，一般情況",
        "zh-Hans": "文件齐备后，一般情况",
        pt: "Em regra, com os documentos completos",
      }),
      validity: upToSixMonths,
      from: "2006-12-01",
      due: "before-permit",
      citations: [
        {
          articles: "5-23",
          text: {
            en: "Protection of Endangered Species of Animals and Plants Ordinance Cap. 586 ss.5-23",
            "zh-Hant": "《保護瀕危動植物物種條例》第586章",
            "zh-Hans": "《保护濒危动植物物种条例》第586章",
            pt: "Lei da Proteção de Espécies Ameaçadas de Animais e Plantas, Cap. 586, secções 5 a 23 (Hong Kong)",
          },
        },
      ],
      sources: [
        "https://lic-public.wto.org/en/product-categories/294/procedure",
        "http://www.hklii.org/hk/legis/en/ord/586/s18.html",
      ],
      confidence: "verified",
      note: {
        en: "Import: a licence for Appendix I and live wild Appendix II; other Appendix II and Appendix III need the CITES paper of the exporting side, inspected and given up on landing (ss.18-19). Export and re-export: a licence for all appendices. Movements to and from the Mainland and Macao count.",
        "zh-Hant": "進口：附錄I及野生來源的活體附錄II須許可證；其他附錄II及附錄III須出口方的CITES文件，於抵港時查驗並交出（第18、19條）。出口及再出口：所有附錄均須許可證。與內地及澳門的往來亦計算在內。",
        "zh-Hans": "进口：附录I及野生来源的活体附录II须许可证；其他附录II及附录III须出口方的CITES文件，于抵港时查验并交出（第18、19条）。出口及再出口：所有附录均须许可证。与内地及澳门的往来亦计算在内。",
        pt: "Importação: licença para o Anexo I e para espécimes vivos selvagens do Anexo II; o restante Anexo II e o Anexo III exigem o documento CITES do local de exportação, verificado e entregue à chegada (secções 18 e 19). Exportação e reexportação: licença para todos os anexos. Contam os movimentos de e para o Interior da China e Macau.",
      },
    },
    {
      id: "hk-cites-import-doc",
      title: {
        en: "HK landing check for non-live App. II and App. III specimens",
        "zh-Hant": "香港附錄II/III進口核驗",
        "zh-Hans": "香港附录II/III进口核验",
        pt: "Verificação CITES à chegada (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "document",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(
        entersHongKong,
        any(is("sample.cites", "III"), all(is("sample.cites", "II"), not(is("sample.live_wild_origin", true)))),
      ),
      papers: ["cites-cert"],
      time: noWait({
        en: "Inspection on landing; book ahead",
        "zh-Hant": "抵港時查驗；請預約",
        "zh-Hans": "抵港时查验；请预约",
        pt: "Inspeção à chegada; marque com antecedência",
      }),
      from: "2006-12-01",
      due: "at-crossing",
      citations: [
        {
          articles: "18-19",
          text: { en: "Cap. 586 ss.18-19", "zh-Hant": "第586章第18、19條", "zh-Hans": "第586章第18、19条", pt: "Cap. 586, secções 18 e 19 (Hong Kong)" },
        },
      ],
      sources: ["http://www.hklii.org/hk/legis/en/ord/586/s18.html"],
      confidence: "verified",
    },
  ],
});
