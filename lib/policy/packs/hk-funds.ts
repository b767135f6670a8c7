import { all, is, isOneOf, moreThan } from "./conditions.ts";
import { crossesHongKong, entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** Cash at Hong Kong's boundary, and the schemes that Hong Kong funds together with the Mainland. */
export const hkFunds = definePack({
  id: "hk-funds",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-cbni",
      title: {
        en: "HK cash declaration (CBNI) system",
        "zh-Hant": "香港現金類物品申報（第629章）",
        "zh-Hans": "香港现金类物品申报（第629章）",
        pt: "Declaração de numerário (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "declaration",
      authority: "hk-customs",
      kinds: ["funds"],
      trigger: all(crossesHongKong, is("mode", "cash"), moreThan("funds.cash_hkd_equiv", 120000)),
      papers: ["cbni-form"],
      time: noWait({
        en: "Arriving: written declaration in the red channel; leaving: disclosed on request; cargo: electronic declaration in advance",
        "zh-Hant": "抵港：於紅通道書面申報；離港：應要求披露；貨物：預先電子申報",
        "zh-Hans": "抵港：于红通道书面申报；离港：应要求披露；货物：预先电子申报",
        pt: "Chegada: declaração escrita no corredor vermelho; saída: a pedido; carga: declaração eletrónica prévia",
      }),
      validity: { en: "Per crossing", "zh-Hant": "每次過境", "zh-Hans": "每次过境", pt: "Por passagem" },
      from: "2018-07-16",
      due: "at-crossing",
      citations: [
        {
          articles: "4-6",
          text: {
            en: "Cross-boundary Movement of Physical Currency and Bearer Negotiable Instruments Ordinance Cap. 629",
            "zh-Hant": "《實體貨幣及不記名可轉讓票據跨境流動條例》第629章",
            "zh-Hans": "《实体货币及不记名可转让票据跨境流动条例》第629章",
            pt: "Lei sobre o movimento transfronteiriço de numerário e instrumentos negociáveis ao portador, Cap. 629",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "More than HKD 120,000. The date and the threshold were seen in a search excerpt; details are from memory.",
        "zh-Hant": "超過120,000港元。生效日期及限額見於檢索摘錄；細節憑記憶，未經核實。",
        "zh-Hans": "超过120,000港元。生效日期及限额见于检索摘录；细节凭记忆，未经核实。",
        pt: "Mais de 120 000 HKD. Data e limiar vistos num excerto de pesquisa; os pormenores são de memória.",
      },
    },
    {
      id: "hk-itf-mhkjfs",
      title: {
        en: "Mainland-Hong Kong Joint Funding Scheme (MHKJFS)",
        "zh-Hant": "內地與香港聯合資助計劃",
        "zh-Hans": "内地与香港联合资助计划",
        pt: "Regime conjunto Interior-Hong Kong",
      },
      jurisdiction: "HK",
      type: "funding-condition",
      authority: "hk-itc-and-science-ministry",
      kinds: ["funds"],
      trigger: is("funds.scheme", "mhkjfs"),
      papers: ["itf-agreement", "partner-application", "budget-table"],
      time: workingDays(120, { en: "Annual call", "zh-Hant": "每年徵集", "zh-Hans": "每年征集", pt: "Concurso anual" }),
      validity: {
        en: "About 36 months; check the call",
        "zh-Hant": "約36個月，以該次徵集為準",
        "zh-Hans": "约36个月，以该次征集为准",
        pt: "Cerca de 36 meses; ver o concurso",
      },
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "ITF Guide; annual call",
            "zh-Hant": "創新及科技基金指引",
            "zh-Hans": "创新及科技基金指引",
            pt: "Guia do Fundo de Inovação e Tecnologia; concurso anual",
          },
        },
      ],
      sources: ["https://www.news.gov.hk/eng/2020/04/20200424/20200424_111657_406.html"],
      confidence: "verified",
      note: {
        en: "Mirror applications to the Innovation and Technology Commission and the Ministry of Science and Technology at the same time; research and development in both places; each side funds its own applicant, so no money needs to cross. Themes change every year (the first call, of 2020, was seen).",
        "zh-Hant": "須同時向創新科技署及科技部提交對應申請；研發須在兩地進行；雙方各自資助己方申請人，經費無須跨境。每年主題不同（曾見2020年首次徵集）。",
        "zh-Hans": "须同时向创新科技署及科技部提交对应申请；研发须在两地进行；双方各自资助己方申请人，经费无需跨境。每年主题不同（曾见2020年首次征集）。",
        pt: "Candidaturas simultâneas e correspondentes à Comissão de Inovação e Tecnologia e ao Ministério da Ciência e Tecnologia; I&D nos dois lugares; cada lado financia o seu candidato, sem dinheiro a atravessar. Os temas mudam todos os anos (viu-se o primeiro concurso, de 2020).",
      },
    },
    {
      id: "hk-itf-tcfs",
      title: {
        en: "Guangdong-Hong Kong Technology Cooperation Funding Scheme (TCFS)",
        "zh-Hant": "粵港科技合作資助計劃",
        "zh-Hans": "粤港科技合作资助计划",
        pt: "Regime de cooperação tecnológica Guangdong-Hong Kong",
      },
      jurisdiction: "HK",
      type: "funding-condition",
      authority: "hk-itc-and-guangdong",
      kinds: ["funds"],
      trigger: is("funds.scheme", "tcfs"),
      papers: ["itf-agreement", "partner-application", "budget-table"],
      time: workingDays(120, { en: "Annual call", "zh-Hant": "每年徵集", "zh-Hans": "每年征集", pt: "Concurso anual" }),
      validity: {
        en: "Up to 24 months (2020 call)",
        "zh-Hant": "不超過24個月（2020年徵集）",
        "zh-Hans": "不超过24个月（2020年征集）",
        pt: "Até 24 meses (concurso de 2020)",
      },
      from: "2004-09-01",
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "TCFS guidelines",
            "zh-Hant": "粵港科技合作資助計劃指引",
            "zh-Hans": "粤港科技合作资助计划指引",
            pt: "Normas do regime de cooperação tecnológica Guangdong-Hong Kong",
          },
        },
      ],
      sources: [
        "https://research.hsu.edu.hk/call-for-applications-2020-guangdong-hong-kong-technology-cooperation-funding-scheme/",
      ],
      confidence: "verified",
      note: {
        en: "Category A is funded from Hong Kong, B from the Mainland, C jointly (C1 Guangdong, C2 Shenzhen: research in both places, forms in Chinese, the partner applies at the same time). Industry pays at least 10% (2020 call).",
        "zh-Hant": "A類由香港出資，B類由內地出資，C類聯合出資（C1廣東、C2深圳：兩地研發、中文表格、合作方同步申報）。業界贊助不少於10%（2020年徵集）。",
        "zh-Hans": "A类由香港出资，B类由内地出资，C类联合出资（C1广东、C2深圳：两地研发、中文表格、合作方同步申报）。产业界资助不少于10%（2020年征集）。",
        pt: "Categoria A paga por Hong Kong, B pelo Interior da China, C em conjunto (C1 Guangdong, C2 Shenzhen: I&D nos dois lugares, impressos em chinês, candidatura simultânea do parceiro). A indústria contribui com pelo menos 10% (concurso de 2020).",
      },
    },
    {
      id: "hk-nsfc-rgc",
      title: {
        en: "NSFC/RGC Joint Research Scheme family",
        "zh-Hant": "國家自然科學基金委/香港研資局聯合資助",
        "zh-Hans": "国家自然科学基金委/香港研资局联合资助",
        pt: "Regime conjunto NSFC/RGC",
      },
      jurisdiction: "HK",
      type: "funding-condition",
      authority: "hk-rgc-and-nsfc",
      kinds: ["funds"],
      trigger: is("funds.scheme", "nsfc_rgc"),
      papers: ["rgc-agreement", "partner-application", "budget-table"],
      time: workingDays(150, { en: "Annual call", "zh-Hant": "每年徵集", "zh-Hans": "每年征集", pt: "Concurso anual" }),
      validity: { en: "4 years", "zh-Hant": "4年", "zh-Hans": "4年", pt: "4 anos" },
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "JRS, CRS, YRS calls",
            "zh-Hant": "聯合科研資助計劃、合作研究重點項目、青年項目",
            "zh-Hans": "联合科研资助计划、合作研究重点项目、青年项目",
            pt: "Concursos JRS, CRS e YRS",
          },
        },
      ],
      sources: [
        "https://www.ugc.edu.hk/eng/rgc/funding_opport/nsfc/",
        "https://www.ugc.edu.hk/eng/rgc/funding_opport/nsfc_yrs/index.html",
      ],
      confidence: "verified",
      note: {
        en: "Joint scheme: Hong Kong side up to HKD 1.25 million, Mainland side up to CNY 1 million (about 50 projects in 2025). Collaborative scheme: Mainland up to CNY 3 million, HKD 36 million in all for Hong Kong (about 10). Young scientists: Hong Kong up to HKD 0.8 million. Conference grants up to HKD 250,000. Each side pays its own.",
        "zh-Hant": "聯合科研資助：香港方不超過125萬港元，內地方不超過100萬元人民幣（2025年約50項）。合作研究重點項目：內地方不超過300萬元人民幣，香港總額3,600萬港元（約10項）。青年項目：香港方不超過80萬港元。會議資助不超過25萬港元。雙方各自出資。",
        "zh-Hans": "联合科研资助：香港方不超过125万港元，内地方不超过100万元人民币（2025年约50项）。合作研究重点项目：内地方不超过300万元人民币，香港总额3,600万港元（约10项）。青年项目：香港方不超过80万港元。会议资助不超过25万港元。双方各自出资。",
        pt: "Regime conjunto: lado de Hong Kong até 1,25 milhões de HKD, Interior da China até 1 milhão de CNY (cerca de 50 projetos em 2025). Regime colaborativo: Interior da China até 3 milhões de CNY, 36 milhões de HKD no total para Hong Kong (cerca de 10). Jovens: Hong Kong até 0,8 milhões de HKD. Conferências até 250 000 HKD. Cada lado paga o seu.",
      },
    },
    {
      id: "hk-mo-fund-outward",
      title: {
        en: "HK/Macao grant money spent in the Mainland",
        "zh-Hant": "港澳資助機構資金在內地使用條件",
        "zh-Hans": "港澳资助机构资金在内地使用条件",
        pt: "Condições de uso de fundos de Hong Kong e Macau no Interior da China",
      },
      jurisdiction: "HK",
      type: "funding-condition",
      authority: "hk-mo-grantors",
      kinds: ["funds"],
      trigger: all(entersMainland, isOneOf("funds.source", "hk_itf", "hk_rgc", "mo_fdct")),
      papers: ["itf-agreement", "contract-invoice", "budget-table"],
      time: workingDays(10, {
        en: "When the grantor’s consent is needed above the ceiling",
        "zh-Hant": "超出上限須資助機構同意時",
        "zh-Hans": "超出上限须资助机构同意时",
        pt: "Quando é preciso o consentimento do financiador acima do limite",
      }),
      validity: { en: "As long as the grant", "zh-Hant": "資助期間", "zh-Hans": "资助期间", pt: "Duração do apoio" },
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: { en: "Grant conditions", "zh-Hant": "資助條款", "zh-Hans": "资助条款", pt: "Condições do apoio" },
        },
      ],
      confidence: "uncertain",
      note: {
        en: "The Innovation and Technology Fund normally caps the share of work and spending outside Hong Kong (50% is reported); the Research Grants Council wants it justified beforehand. Read each agreement: a person decides.",
        "zh-Hant": "創新及科技基金一般就香港以外的研發及開支比例設上限（據報為50%）；研資局要求事先說明理由。須逐份查閱資助協議，由人員判斷。",
        "zh-Hans": "创新及科技基金一般就香港以外的研发及开支比例设上限（据报道为50%）；研资局要求事先说明理由。须逐份查阅资助协议，由人员判断。",
        pt: "O Fundo de Inovação e Tecnologia limita em regra a parte dos trabalhos e despesas fora de Hong Kong (fala-se em 50%); o RGC exige justificação prévia. Ver cada acordo: decide uma pessoa.",
      },
    },
  ],
});
