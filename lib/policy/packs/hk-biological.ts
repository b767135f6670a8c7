import { all, any, is, isOneOf } from "./conditions.ts";
import { crossesHongKong, entersHongKong, touchesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { practice, sixMonths } from "./terms.ts";
import { noWait, workingDays } from "./times.ts";

/** Infectious and otherwise dangerous biological material in Hong Kong: health, strategic commodities, genetically modified organisms. */
export const hkBiological = definePack({
  id: "hk-biological",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-biological-import-599a",
      title: {
        en: "HK import permit for infectious agents and suspect human/animal material",
        "zh-Hant": "香港傳染性病原體/人體組織等輸入許可",
        "zh-Hans": "香港传染性病原体/人体组织等输入许可",
        pt: "Licença de importação de material biológico (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-port-health",
      kinds: ["sample"],
      trigger: all(
        entersHongKong,
        any(isOneOf("sample.pathogen_cat_cn", "cat1", "cat2", "cat3"), is("sample.infectious_suspected", true)),
      ),
      papers: ["dh-permit", "dh-undertaking", "special-goods-desc"],
      time: workingDays(7, practice),
      validity: {
        en: "As the permit says (single, or several over 6 to 12 months)",
        "zh-Hant": "按許可證所載（單次，或6至12個月多次）",
        "zh-Hans": "按许可证所载（单次，或6至12个月多次）",
        pt: "Conforme a licença (única, ou múltipla por 6 a 12 meses)",
      },
      from: "2008-07-14",
      due: "before-permit",
      citations: [
        {
          articles: "14",
          text: {
            en: "Prevention and Control of Disease Regulation, Cap. 599A s.14",
            "zh-Hant": "《預防及控制疾病規例》第599A章第14條",
            "zh-Hans": "《预防及控制疾病规例》第599A章第14条",
            pt: "Regulamento de Prevenção e Controlo de Doenças, Cap. 599A, secção 14 (Hong Kong)",
          },
        },
      ],
      sources: [
        "https://www.info.gov.hk/gia/general/202601/21/P2026012100415.htm",
        "https://en.wikisource.org/wiki/Prevention_and_Control_of_Disease_Regulation_(Cap._599A)",
      ],
      confidence: "verified",
      note: {
        en: "Covers infectious agents; human corpses; and human or animal tissue, tissue fluid, excreta, secretion, blood or blood components that one has reason to suspect contain an infectious agent. Penalty: fine at level 2 (HKD 5,000) and 2 months. In January 2026 the Department acted on illegal imports of blood from the Mainland. Other material needs no permit, but keep a statement that it is not infectious. Mainland category 4 alone does not call for it.",
        "zh-Hant": "涵蓋傳染性病原體、人類屍體，以及有理由懷疑含有傳染性病原體的人體或動物組織、組織液、排泄物、分泌物、血液或血液成分。罰則：第2級罰款（5,000港元）及監禁2個月。2026年1月，衞生署曾就非法輸入內地血液採取行動。其他材料無須許可證，但應備存不具傳染性聲明。單屬內地第四類者不觸發。",
        "zh-Hans": "涵盖传染性病原体、人类尸体，以及有理由怀疑含有传染性病原体的人体或动物组织、组织液、排泄物、分泌物、血液或血液成分。罚则：第2级罚款（5000港元）及监禁2个月。2026年1月，香港卫生署曾就非法输入内地血液采取行动。其他材料无需许可证，但应备存不具传染性声明。仅属内地第四类的不触发。",
        pt: "Abrange agentes infecciosos, cadáveres humanos e tecidos, líquidos tecidulares, excreções, secreções, sangue ou componentes de sangue, humanos ou animais, que haja razão para suspeitar conterem um agente infeccioso. Pena: multa de nível 2 (5000 HKD) e 2 meses de prisão. Em janeiro de 2026 o Departamento agiu contra importações ilegais de sangue do Interior da China. O restante material dispensa licença, mas guarde uma declaração de não infecciosidade. A categoria 4 do Interior da China, só por si, não a exige.",
      },
    },
    {
      id: "hk-strategic-bio",
      title: {
        en: "HK strategic commodities licence: biological agents",
        "zh-Hant": "香港戰略物品許可證（生物劑）",
        "zh-Hans": "香港战略物品许可证（生物剂）",
        pt: "Licença de mercadorias estratégicas (agentes biológicos)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-trade-and-industry",
      kinds: ["sample"],
      trigger: all(touchesHongKong, is("sample.ag_agent", true)),
      papers: ["hk-stc-licence", "end-use-cert"],
      time: workingDays(5, {
        en: "Published target 1.5 to 3 working days for complete papers; longer when other departments are asked",
        "zh-Hant": "文件齊備時，公布目標為1.5至3個工作日；須跨部門審核者較長",
        "zh-Hans": "文件齐备时，公布目标为1.5至3个工作日；须跨部门审核者较长",
        pt: "Objetivo publicado de 1,5 a 3 dias úteis com documentos completos; mais se outros departamentos forem consultados",
      }),
      validity: sixMonths,
      from: "2004-04-22",
      due: "before-permit",
      citations: [
        {
          articles: "Sch. 1",
          text: {
            en: "Import and Export (Strategic Commodities) Regulations Cap. 60G Sch. 1 (1C351, 1C353, 1C354)",
            "zh-Hant": "《進出口（戰略物品）規例》第60G章附表1",
            "zh-Hans": "《进出口（战略物品）规例》第60G章附表1",
            pt: "Regulamento de Importação e Exportação (Mercadorias Estratégicas), Cap. 60G, anexo 1 (1C351, 1C353, 1C354) (Hong Kong)",
          },
        },
        {
          articles: null,
          text: {
            en: "Strategic Trade Controls Circular 16/2004 (upd. 30 Apr 2025)",
            "zh-Hant": "戰略貿易管制通告第16/2004號",
            "zh-Hans": "战略贸易管制通告第16/2004号",
            pt: "Circular de Controlo do Comércio Estratégico n.º 16/2004 (atualizada em 30 de abril de 2025)",
          },
        },
      ],
      sources: ["https://www.stc.tid.gov.hk/english/circular_pub/stc16_04.html"],
      confidence: "verified",
      note: {
        en: "Import and export both need a licence; equipment for chemical and biological weapons (2B350 to 2B352, 9A350) as well.",
        "zh-Hant": "進口及出口均須許可證；生化武器相關設備（2B350至2B352、9A350）亦然。",
        "zh-Hans": "进口及出口均须许可证；生化武器相关设备（2B350至2B352、9A350）同样如此。",
        pt: "Importação e exportação exigem licença, tal como o equipamento químico e biológico (2B350 a 2B352, 9A350).",
      },
    },
    {
      id: "hk-gmo-607",
      title: {
        en: "HK GMO control and shipping documents",
        "zh-Hant": "香港基因改造生物管制",
        "zh-Hans": "香港基因改造生物管制",
        pt: "Controlo de OGM (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "document",
      authority: "hk-agriculture-fisheries",
      kinds: ["sample"],
      trigger: all(crossesHongKong, isOneOf("sample.gmo", "contained_lab", "release")),
      papers: ["gmo-docs"],
      time: noWait({
        en: "Papers only for contained use; release needs approval (270 days)",
        "zh-Hant": "封閉使用只須文件；釋出須經批准（270日）",
        "zh-Hans": "封闭使用只须文件；释放须经批准（270天）",
        pt: "Só documentos para uso confinado; a libertação exige aprovação (270 dias)",
      }),
      from: "2011-03-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 607 and Cap. 607A",
            "zh-Hant": "第607章、第607A章",
            "zh-Hans": "第607章、第607A章",
            pt: "Cap. 607 e Cap. 607A (Hong Kong)",
          },
        },
      ],
      sources: ["https://www6.cityu.edu.hk/vpre/lsu/biosafety.htm"],
      confidence: "memory",
      note: {
        en: "Only the names of the laws were seen in a source.",
        "zh-Hant": "來源中僅見法例名稱。",
        "zh-Hans": "来源中仅见法例名称。",
        pt: "Nas fontes só se viram os nomes dos diplomas.",
      },
    },
  ],
});
