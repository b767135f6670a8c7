import { all, any, is, not } from "./conditions.ts";
import { definePack } from "./define-pack.ts";
import { hgrDecision } from "./terms.ts";
import { days, workingDays } from "./times.ts";

/** Research in the Mainland on human genetic resources (HGR): working with a foreign party, collecting, and ethics review. */
export const cnHgrResearch = definePack({
  id: "cn-hgr-research",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-hgr-intl-coop-approval",
      title: {
        en: "Approval of international scientific cooperation using Chinese HGR",
        "zh-Hant": "中國人類遺傳資源國際科學研究合作審批",
        "zh-Hans": "中国人类遗传资源国际科学研究合作审批",
        pt: "Autorização de cooperação científica internacional (RGH)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(
        is("org.foreign_party", true),
        is("sample.human_origin_cn", true),
        is("sample.hgr_material", "cell_containing"),
        not(is("sample.hgr_clinical_trial_no_export", true)),
      ),
      papers: ["hgr-application", "hgr-coop-agreement", "ethics-approval", "informed-consent", "hgr-approval"],
      time: workingDays(20, hgrDecision),
      validity: {
        en: "The project; changes need a new approval, results are reported within 6 months after its end",
        "zh-Hant": "項目期間；變更須重新審批，結束後6個月內提交結果報告",
        "zh-Hans": "项目期间；变更须重新审批，结束后6个月内提交结果报告",
        pt: "O projeto; as alterações exigem nova autorização e os resultados são comunicados até 6 meses após o fim",
      },
      from: "2019-07-01",
      due: "before-permit",
      citations: [
        {
          articles: "21-24",
          text: {
            en: "HGR Regulation arts. 21-24",
            "zh-Hant": "人類遺傳資源管理條例第二十一至二十四條",
            "zh-Hans": "人类遗传资源管理条例第二十一至二十四条",
            pt: "Regulamento sobre recursos genéticos humanos, arts. 21.º a 24.º",
          },
        },
        {
          articles: null,
          text: {
            en: "HGR Implementing Rules",
            "zh-Hant": "人類遺傳資源管理條例實施細則",
            "zh-Hans": "人类遗传资源管理条例实施细则",
            pt: "Regras de execução sobre recursos genéticos humanos",
          },
        },
      ],
      sources: ["https://www.chinalawtranslate.com/en/人类遗传资源管理条例实施细则/"],
      confidence: "verified",
      note: {
        en: "Needed even when the material stays in the Mainland, if a foreign party uses it. Hong Kong and Macao bodies actually controlled by Mainland capital count as a Chinese party (not confirmed).",
        "zh-Hant": "外方單位使用材料時，即使材料不離開內地亦須審批。由內地資本實際控制的港澳機構視為中方單位（未經核實）。",
        "zh-Hans": "外方单位使用材料时，即使材料不出境也须审批。由内地资本实际控制的港澳机构视为中方单位（未经核实）。",
        pt: "Exigida mesmo que o material fique no Interior da China, se uma parte estrangeira o usar. As entidades de Hong Kong e Macau efetivamente controladas por capital do Interior da China contam como parte chinesa (não confirmado).",
      },
    },
    {
      id: "cn-hgr-clinical-trial-filing",
      title: {
        en: "HGR international cooperation clinical-trial filing",
        "zh-Hant": "國際合作臨床試驗備案",
        "zh-Hans": "国际合作临床试验备案",
        pt: "Registo de ensaio clínico de cooperação internacional",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(
        is("org.foreign_party", true),
        is("sample.human_origin_cn", true),
        is("sample.hgr_clinical_trial_no_export", true),
        is("project.purpose", "clinical_trial_registration"),
      ),
      papers: ["hgr-filing-no", "clinical-trial-approval", "ethics-approval", "hgr-coop-agreement"],
      time: workingDays(5, {
        en: "A filing number once the papers are complete",
        "zh-Hant": "材料齊備即獲備案號",
        "zh-Hans": "材料齐备即获备案号",
        pt: "Número de registo logo que os documentos estejam completos",
      }),
      validity: {
        en: "The trial; changes are filed again",
        "zh-Hant": "試驗期間；變更須重新備案",
        "zh-Hans": "试验期间；变更须重新备案",
        pt: "O ensaio; as alterações são registadas de novo",
      },
      from: "2019-07-01",
      due: "before-permit",
      citations: [
        {
          articles: "22(2)",
          text: {
            en: "HGR Regulation art. 22(2); Implementing Rules",
            "zh-Hant": "人類遺傳資源管理條例第二十二條第二款",
            "zh-Hans": "人类遗传资源管理条例第二十二条第二款",
            pt: "Regulamento sobre recursos genéticos humanos, art. 22.º, n.º 2; regras de execução",
          },
        },
      ],
      sources: ["http://www.yestaryl.com/law/1/43857.html"],
      confidence: "verified",
      note: {
        en: "For market authorisation in China, at clinical institutions (or a designated central laboratory), with no HGR material leaving. If any material leaves, the exit approval is needed.",
        "zh-Hant": "適用於為在中國上市許可而於臨床機構（或指定中心實驗室）進行、且不涉及材料出境的試驗。如有任何材料出境，須辦理出境審批。",
        "zh-Hans": "适用于为在中国上市许可而于临床机构（或指定中心实验室）进行、且不涉及材料出境的试验。如有任何材料出境，须办理出境审批。",
        pt: "Para autorização de introdução no mercado na China, em instituições clínicas (ou laboratório central designado) e sem saída de material de RGH. Se algum material sair, é necessária a autorização de saída.",
      },
    },
    {
      id: "cn-hgr-collection-approval",
      title: {
        en: "HGR collection approval",
        "zh-Hant": "中國人類遺傳資源採集審批",
        "zh-Hans": "中国人类遗传资源采集审批",
        pt: "Autorização de recolha de RGH",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(is("sample.human_origin_cn", true), is("sample.hgr_collection_over_3000", true)),
      papers: ["hgr-application", "ethics-approval", "informed-consent"],
      time: workingDays(20),
      validity: { en: "As the decision says", "zh-Hant": "按決定書所載", "zh-Hans": "按决定书所载", pt: "Conforme a decisão" },
      from: "2019-07-01",
      versions: [
        {
          id: "reg",
          from: "2019-07-01",
          to: "2023-06-30",
          note: {
            en: "The HGR Regulation alone",
            "zh-Hant": "僅適用《人類遺傳資源管理條例》",
            "zh-Hans": "仅适用《人类遗传资源管理条例》",
            pt: "Apenas o Regulamento sobre recursos genéticos humanos",
          },
        },
        {
          id: "rules",
          from: "2023-07-01",
          to: null,
          note: {
            en: "With the Implementing Rules of 2023",
            "zh-Hant": "連同2023年《實施細則》",
            "zh-Hans": "连同2023年《实施细则》",
            pt: "Com as regras de execução de 2023",
          },
        },
      ],
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "Implementing Rules / service guide 14 July 2023",
            "zh-Hant": "實施細則及採集行政許可服務指南",
            "zh-Hans": "实施细则及采集行政许可服务指南",
            pt: "Regras de execução / guia de serviço de 14 de julho de 2023",
          },
        },
      ],
      sources: ["http://www.yestaryl.com/law/1/43857.html"],
      confidence: "verified",
      note: {
        en: "Key pedigrees, specific regions, or a population study of more than 3,000 persons. A check on how samples were collected, made before they move.",
        "zh-Hant": "適用於重要遺傳家系、特定地區，或3,000人以上的人群研究。屬樣本移動前對採集來源的核查。",
        "zh-Hans": "适用于重要遗传家系、特定地区，或3000人以上的人群研究。属于样本移动前对采集来源的核查。",
        pt: "Linhagens importantes, regiões específicas ou estudos populacionais com mais de 3000 pessoas. Verifica a recolha antes de as amostras se deslocarem.",
      },
    },
    {
      id: "cn-ethics-review",
      title: {
        en: "Ethics review of life-science and medical research involving humans",
        "zh-Hant": "涉及人的生命科學和醫學研究倫理審查",
        "zh-Hans": "涉及人的生命科学和医学研究伦理审查",
        pt: "Parecer de comissão de ética",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "ethics-committee",
      kinds: ["sample", "data"],
      trigger: any(
        all(
          is("kind", "sample"),
          any(
            all(is("from.jur", "CN"), is("sample.human_origin_cn", true)),
            all(is("to.jur", "CN"), is("sample.class", "human")),
          ),
        ),
        all(
          is("kind", "data"),
          any(is("from.jur", "CN"), is("to.jur", "CN")),
          any(is("data.health", true), is("data.hgr_info", true)),
        ),
      ),
      papers: ["ethics-approval", "informed-consent"],
      time: days(30, {
        en: "Committee practice; an expedited route exists",
        "zh-Hant": "委員會慣例；設有簡易程序",
        "zh-Hans": "委员会惯例；设有简易程序",
        pt: "Prática da comissão; existe via simplificada",
      }),
      validity: {
        en: "The study, with yearly follow-up",
        "zh-Hant": "研究期間，每年跟蹤審查",
        "zh-Hans": "研究期间，每年跟踪审查",
        pt: "O estudo, com acompanhamento anual",
      },
      from: "2023-02-18",
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "Measures for ethical review 2023 (NHC et al.)",
            "zh-Hant": "涉及人的生命科學和醫學研究倫理審查辦法",
            "zh-Hans": "涉及人的生命科学和医学研究伦理审查办法",
            pt: "Medidas de 2023 sobre a revisão ética (Comissão Nacional de Saúde e outros)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Article 32 lists exemptions (public data, anonymised information, existing samples under conditions). Applies to research by Mainland institutions wherever the donors are, so also to human material or health data brought in.",
        "zh-Hant": "第三十二條列明可免除審查的情形（公開數據、匿名化信息、符合條件的既有樣本）。不論捐獻者身在何地，內地機構的研究均適用，故亦涵蓋帶入的人體材料或健康數據。",
        "zh-Hans": "第三十二条列明可免除审查的情形（公开数据、匿名化信息、符合条件的已有样本）。无论捐献者身在何地，内地机构的研究均适用，故也涵盖带入的人体材料或健康数据。",
        pt: "O art. 32.º enumera isenções (dados públicos, informação anonimizada, amostras existentes sob condições). Aplica-se à investigação de instituições do Interior da China onde quer que estejam os dadores, logo também ao material humano ou aos dados de saúde trazidos do exterior.",
      },
    },
  ],
});
