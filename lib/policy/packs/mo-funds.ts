import { all, atLeast, is, isOneOf } from "./conditions.ts";
import { crossesMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** Cash at Macao's boundary, and the schemes that Macao's science fund shares. */
export const moFunds = definePack({
  id: "mo-funds",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-cash",
      title: {
        en: "Macao cash and bearer instruments declaration",
        "zh-Hant": "澳門現金及無記名票據申報",
        "zh-Hans": "澳门现金及无记名票据申报",
        pt: "Declaração de numerário (Macau)",
      },
      jurisdiction: "MO",
      type: "declaration",
      authority: "mo-customs",
      kinds: ["funds"],
      trigger: all(crossesMacao, is("mode", "cash"), atLeast("funds.cash_mop_equiv", 120000)),
      papers: ["mo-cash-form"],
      time: noWait({
        en: "Entering: declared in the red channel; leaving: on request",
        "zh-Hant": "入境：於紅色通道申報；出境：應要求申報",
        "zh-Hans": "入境：于红色通道申报；出境：应要求申报",
        pt: "Entrada: declaração no corredor vermelho; saída: a pedido",
      }),
      validity: { en: "Per crossing", "zh-Hant": "每次過境", "zh-Hans": "每次过境", pt: "Por passagem" },
      from: "2017-11-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 6/2017; CE Dispatches 227-229/2017",
            "zh-Hant": "第6/2017號法律、第227至229/2017號行政長官批示",
            "zh-Hans": "第6/2017号法律、第227至229/2017号行政长官批示",
            pt: "Lei n.º 6/2017 (Controlo do transporte transfronteiriço de numerário e de instrumentos negociáveis ao portador); Despachos do Chefe do Executivo n.os 227/2017 a 229/2017",
          },
        },
      ],
      sources: ["http://www.customs.gov.mo/cn/customs6.html"],
      confidence: "verified",
      note: {
        en: "MOP 120,000 or more. The fine is 1 to 5% of the excess, from MOP 1,000 to 500,000.",
        "zh-Hant": "澳門元120,000或以上。罰款為超出金額的1%至5%，澳門元1,000至500,000。",
        "zh-Hans": "澳门元120,000或以上。罚款为超出金额的1%至5%，澳门元1,000至500,000。",
        pt: "120 000 MOP ou mais. A multa é de 1 a 5% do excedente, entre 1000 e 500 000 MOP.",
      },
    },
    {
      id: "mo-fdct-joint",
      title: {
        en: "FDCT joint funding (MOST, NSFC, Guangdong)",
        "zh-Hant": "澳門科技基金對外合作聯合資助",
        "zh-Hans": "澳门科技基金对外合作联合资助",
        pt: "Financiamento conjunto do FDCT",
      },
      jurisdiction: "MO",
      type: "funding-condition",
      authority: "mo-fdct",
      kinds: ["funds"],
      trigger: isOneOf("funds.scheme", "fdct_most", "fdct_gdst", "fdct_nsfc", "mo_gd"),
      papers: ["fdct-agreement", "partner-application", "budget-table"],
      time: workingDays(120, { en: "Annual call", "zh-Hant": "每年徵集", "zh-Hans": "每年征集", pt: "Concurso anual" }),
      validity: {
        en: "Up to 3 years, by the guide",
        "zh-Hant": "不超過3年（按指引）",
        "zh-Hans": "不超过3年（按指引）",
        pt: "Até 3 anos, segundo o guia",
      },
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "FDCT funding regulation, CE Dispatch 93/2023",
            "zh-Hant": "第93/2023號行政長官批示核准《科學技術發展基金資助規章》",
            "zh-Hans": "第93/2023号行政长官批示核准《科学技术发展基金资助规章》",
            pt: "Regulamento de Apoio Financeiro do FDCT, aprovado pelo Despacho do Chefe do Executivo n.º 93/2023",
          },
        },
      ],
      sources: ["https://www.fdct.gov.mo/zh_tw/FundingSchemeEstimatedTimeTable.html", "https://rmo.cityu.edu.mo/list-31/318"],
      confidence: "verified",
      note: {
        en: "Windows of 2025: NSFC 5 February to 5 March; MOST 4 November to 11 December; Guangdong November to December. Opening the account takes 4 to 5 working days; signed electronically, with a paper copy. Each side pays its own.",
        "zh-Hant": "2025年受理期：國家自然科學基金委2月5日至3月5日；科技部11月4日至12月11日；廣東省11月至12月。開立賬戶需4至5個工作日；電子簽署並交紙本。雙方各自出資。",
        "zh-Hans": "2025年受理期：国家自然科学基金委2月5日至3月5日；科技部11月4日至12月11日；广东省11月至12月。开立账户需4至5个工作日；电子签署并交纸本。双方各自出资。",
        pt: "Prazos de 2025: NSFC de 5 de fevereiro a 5 de março; MOST de 4 de novembro a 11 de dezembro; Guangdong de novembro a dezembro. A abertura de conta leva 4 a 5 dias úteis; assinatura eletrónica e cópia em papel. Cada lado paga o seu.",
      },
    },
  ],
});
