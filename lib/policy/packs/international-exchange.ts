import { all, is, isNot, isOneOf, not } from "./conditions.ts";
import { definePack } from "./define-pack.ts";
import { theProject } from "./terms.ts";
import { noWait, workingDays } from "./times.ts";

/** Exchange between institutions: the agreement that goes with material, and the CITES relief for scientific loans. */
export const internationalExchange = definePack({
  id: "international-exchange",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "doc-mta",
      title: { en: "Material transfer agreement", "zh-Hant": "材料轉移協議", "zh-Hans": "材料转移协议", pt: "Acordo de transferência de material" },
      jurisdiction: "INT",
      type: "document",
      authority: "both-institutions",
      kinds: ["sample"],
      trigger: all(is("kind", "sample"), isNot("sample.class", "environmental")),
      papers: ["mta"],
      time: workingDays(10, { en: "Between the institutions", "zh-Hant": "機構之間商訂", "zh-Hans": "机构之间商订", pt: "Entre as instituições" }),
      validity: theProject,
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "Institutional policy; Nagoya Protocol for genetic resources",
            "zh-Hant": "機構政策；名古屋議定書",
            "zh-Hans": "机构政策；名古屋议定书",
            pt: "Política da instituição; Protocolo de Nagoia para os recursos genéticos",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Not a permit of a state; most permits ask for it as evidence of the cooperation.",
        "zh-Hant": "並非政府許可；多數許可以此作為合作證明。",
        "zh-Hans": "并非政府许可；多数许可以此作为合作证明。",
        pt: "Não é uma licença pública; a maioria das licenças pede-o como prova da cooperação.",
      },
    },
    {
      id: "int-cites-scientific-exchange",
      title: {
        en: "CITES exemption for registered scientific institutions",
        "zh-Hant": "CITES科學機構間交流豁免",
        "zh-Hans": "CITES科学机构间交流豁免",
        pt: "Isenção CITES para instituições científicas",
      },
      jurisdiction: "INT",
      type: "facilitation",
      authority: "cites-authorities",
      kinds: ["sample"],
      trigger: all(
        isOneOf("sample.cites", "I", "II", "III"),
        not(is("sample.live_wild_origin", true)),
        not(is("sample.live_animal", true)),
        is("project.purpose", "basic_research"),
        isOneOf("org.from.type", "university", "research_institute"),
        isOneOf("org.to.type", "university", "research_institute"),
      ),
      papers: ["cites-cert"],
      time: noWait({
        en: "The management authority approves the label",
        "zh-Hant": "標籤由管理機構核准",
        "zh-Hans": "标签由管理机构核准",
        pt: "A autoridade administrativa aprova a etiqueta",
      }),
      from: "1975-07-01",
      facilitates: ["cn-cites-cert", "hk-cites-586", "mo-cites"],
      due: "before-crossing",
      citations: [
        {
          articles: "VII(6)",
          text: {
            en: "CITES art. VII(6); Res. Conf. 11.15",
            "zh-Hant": "CITES第七條第6款",
            "zh-Hans": "CITES第七条第6款",
            pt: "CITES, art. VII, n.º 6; Res. Conf. 11.15",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Preserved, dried or embedded museum, herbarium and diagnostic specimens, as a non-commercial loan or gift between registered institutions, with the label. For tissue to be assayed this is contested: ask each authority.",
        "zh-Hant": "適用於註冊機構之間以非商業方式借出或贈予、附有標籤的博物館、植物標本館及診斷用標本（經保存、乾燥或包埋）。用於檢測的組織是否適用有爭議，請向各管理機構查詢。",
        "zh-Hans": "适用于注册机构之间以非商业方式借出或赠予、附有标签的博物馆、植物标本馆及诊断用标本（经保存、干燥或包埋）。用于检测的组织是否适用有争议，请向各管理机构查询。",
        pt: "Espécimes de museu, herbário e diagnóstico conservados, secos ou incluídos, em empréstimo ou doação não comercial entre instituições registadas, com a etiqueta. Para tecidos destinados a ensaios é controverso: consulte cada autoridade.",
      },
    },
  ],
});
