import { all, any, is, isOneOf } from "./conditions.ts";
import { crossesMacao, entersMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment, practice, sixMonths } from "./terms.ts";
import { hours, workingDays } from "./times.ts";

/** Samples in Macao: dangerous goods of class 6.2, sanitary control, blood and organs, endangered species. */
export const moSamples = definePack({
  id: "mo-samples",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-dg62-declaration",
      title: {
        en: "Macao class 6.2 import declaration (48 hours ahead)",
        "zh-Hant": "澳門第6.2類危險品進口申報",
        "zh-Hans": "澳门第6.2类危险品进口申报",
        pt: "Declaração de mercadorias perigosas da classe 6.2",
      },
      jurisdiction: "MO",
      type: "declaration",
      authority: "mo-health-bureau",
      kinds: ["sample"],
      trigger: all(entersMacao, isOneOf("sample.un", "UN2814", "UN2900", "UN3549")),
      papers: ["mo-62-declaration", "packing-cert", "dgd"],
      time: hours(48, {
        en: "Lodged with Customs at least 48 hours before import",
        "zh-Hant": "最遲於進口前48小時向海關提交",
        "zh-Hans": "最迟于进口前48小时向海关提交",
        pt: "Entregue aos Serviços de Alfândega pelo menos 48 horas antes da importação",
      }),
      validity: perConsignment,
      from: "2023-08-23",
      due: "before-crossing",
      clock: { days: 48, unit: "hour", calendar: "MO", from: "crossing" },
      citations: [
        {
          articles: "3(2),60",
          text: {
            en: "Law 12/2022",
            "zh-Hant": "第12/2022號法律《危險品監管法律制度》",
            "zh-Hans": "第12/2022号法律《危险品监管法律制度》",
            pt: "Lei n.º 12/2022 (Regime jurídico do controlo de substâncias perigosas)",
          },
        },
        {
          articles: null,
          text: {
            en: "Chief Executive Dispatch 131/2023",
            "zh-Hant": "第131/2023號行政長官批示",
            "zh-Hans": "第131/2023号行政长官批示",
            pt: "Despacho do Chefe do Executivo n.º 131/2023",
          },
        },
      ],
      sources: [
        "https://gov.mo/zh-hant/?p=1004872",
        "https://www.io.gov.mo/cn/bo/a/link/44337",
      ],
      confidence: "verified",
      note: {
        en: "102 entries are listed (agents under UN2814, UN2900 and UN3549). Category B (UN3373) is not on the list.",
        "zh-Hant": "名單列有102項（UN2814、UN2900及UN3549所屬項目）。B類（UN3373）不在名單內。",
        "zh-Hans": "名单列有102项（UN2814、UN2900及UN3549所属项目）。B类（UN3373）不在名单内。",
        pt: "A lista tem 102 entradas (agentes de UN2814, UN2900 e UN3549). A categoria B (UN3373) não consta da lista.",
      },
    },
    {
      id: "mo-iam-sanitary",
      title: {
        en: "Macao IAM licence and sanitary/phytosanitary inspection",
        "zh-Hant": "澳門動植物衛生檢疫及進口准照",
        "zh-Hans": "澳门动植物卫生检疫及进口准照",
        pt: "Inspeção sanitária e fitossanitária do IAM",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-municipal-affairs",
      kinds: ["sample"],
      trigger: all(
        entersMacao,
        any(
          is("sample.live_animal", true),
          is("sample.plant_material", true),
          is("sample.animal_derived", true),
          is("sample.soil", true),
        ),
      ),
      papers: ["mo-licence", "vet-health-cert"],
      time: workingDays(3, {
        en: "Usual practice: 2 to 5 working days; not confirmed",
        "zh-Hant": "一般慣例：2至5個工作日；未經核實",
        "zh-Hans": "一般惯例：2至5个工作日；未经核实",
        pt: "Prática habitual: 2 a 5 dias úteis; não confirmado",
      }),
      validity: {
        en: "30 days (licences in general); not confirmed",
        "zh-Hant": "30日（准照一般有效期）；未經核實",
        "zh-Hans": "30天（准照一般有效期）；未经核实",
        pt: "30 dias (licenças em geral); não confirmado",
      },
      from: "2022-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 7/2003; Admin. Regulation 28/2003; AR 40/2004 as amended by AR 15/2022",
            "zh-Hant": "第7/2003號法律、第28/2003號及第40/2004號行政法規",
            "zh-Hans": "第7/2003号法律、第28/2003号及第40/2004号行政法规",
            pt: "Lei n.º 7/2003; Regulamento Administrativo n.º 28/2003; Regulamento Administrativo n.º 40/2004, alterado pelo Regulamento Administrativo n.º 15/2022",
          },
        },
        {
          articles: null,
          text: {
            en: "Chief Executive Dispatch 209/2021 Annex II Table B group C, Annex III",
            "zh-Hant": "第209/2021號行政長官批示附件二表B組別C及附件三",
            "zh-Hans": "第209/2021号行政长官批示附件二表B组别C及附件三",
            pt: "Despacho do Chefe do Executivo n.º 209/2021, anexo II, tabela B, grupo C, e anexo III",
          },
        },
      ],
      sources: [
        "https://lic-public.wto.org/en/legislations/973",
        "http://bo.io.gov.mo/bo/i/2004/51/regadm40_cn.asp",
      ],
      confidence: "verified",
    },
    {
      id: "mo-blood-organ-licence",
      title: {
        en: "Macao prior authorisation and licence for blood, plasma, glands and organs",
        "zh-Hant": "澳門血液、血漿、腺體及器官進口預先許可及准照",
        "zh-Hans": "澳门血液、血浆、腺体及器官进口预先许可及准照",
        pt: "Autorização prévia e licença de importação de sangue, plasma, glândulas e órgãos (Macau)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-health-bureau",
      kinds: ["sample"],
      trigger: all(entersMacao, is("sample.mo_blood_organ", true)),
      papers: ["mo-prior-authorisation", "mo-licence", "export-consent"],
      time: workingDays(5, {
        en: "The licence follows the prior authorisation",
        "zh-Hant": "取得預先許可後再申請准照",
        "zh-Hans": "取得预先许可后再申请准照",
        pt: "A licença segue-se à autorização prévia",
      }),
      validity: { en: "Prior authorisation: 90 days", "zh-Hant": "預先許可：90日", "zh-Hans": "预先许可：90天", pt: "Autorização prévia: 90 dias" },
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 7/2003; AR 28/2003; CE Dispatch 209/2021 Table B",
            "zh-Hant": "第7/2003號法律；第28/2003號行政法規；第209/2021號行政長官批示表B",
            "zh-Hans": "第7/2003号法律；第28/2003号行政法规；第209/2021号行政长官批示表B",
            pt: "Lei n.º 7/2003; Regulamento Administrativo n.º 28/2003; Despacho do Chefe do Executivo n.º 209/2021, tabela B",
          },
        },
      ],
      sources: ["https://gov.mo/en/?p=343297"],
      confidence: "verified",
      note: {
        en: "Glands and organs for organotherapeutic use, plasma, human blood, and animal blood for therapy, prevention or diagnosis; scientific research is among the purposes asked for. Whether tissue for research alone is caught: ask the Health Bureau.",
        "zh-Hant": "器官治療用腺體及器官、血漿、人血，以及供治療、預防或診斷用的動物血；申請用途包括科學研究。純研究用組織是否受管制，請向衛生局查詢。",
        "zh-Hans": "器官治疗用腺体及器官、血浆、人血，以及供治疗、预防或诊断用的动物血；申请用途包括科学研究。纯研究用组织是否受管制，请向澳门卫生局查询。",
        pt: "Glândulas e órgãos para organoterapia, plasma, sangue humano e sangue animal para terapia, prevenção ou diagnóstico; a investigação científica é uma das finalidades perguntadas. Se abrange tecidos só para investigação: consulte os Serviços de Saúde.",
      },
    },
    {
      id: "mo-cites",
      title: {
        en: "Macao CITES certificate (Law 2/2017)",
        "zh-Hant": "澳門CITES證明書/准照",
        "zh-Hans": "澳门CITES证明书/准照",
        pt: "Certificado CITES de Macau",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-economic-development",
      kinds: ["sample"],
      trigger: all(crossesMacao, isOneOf("sample.cites", "I", "II", "III")),
      papers: ["mo-cites", "cites-cert"],
      time: workingDays(5, practice),
      validity: sixMonths,
      from: "2017-09-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 2/2017; Admin. Regulation 19/2017",
            "zh-Hant": "第2/2017號法律、第19/2017號行政法規",
            "zh-Hans": "第2/2017号法律、第19/2017号行政法规",
            pt: "Lei n.º 2/2017; Regulamento Administrativo n.º 19/2017",
          },
        },
      ],
      sources: ["https://importlicensing.wto.org/content/endangered-species-animals-and-plants-21"],
      confidence: "verified",
      note: {
        en: "Import needs a licence for all three appendices; Appendix III from places that do not list the species may use a certificate of origin. Days and validity are not confirmed.",
        "zh-Hant": "三個附錄的進口均須准照；附錄III物種來自非列名地者可用產地來源證。時限及有效期未經核實。",
        "zh-Hans": "三个附录的进口均须准照；附录III物种来自非列名地的可用原产地证明。时限及有效期未经核实。",
        pt: "A importação exige licença para os três anexos; para o Anexo III de locais que não listam a espécie pode servir um certificado de origem. Prazo e validade não confirmados.",
      },
    },
  ],
});
