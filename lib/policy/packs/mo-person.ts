import { all, any, atMost, is, isOneOf, moreThan, not } from "./conditions.ts";
import { entersMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { paidBeyond45DaysInMacao, professionalVisit, residentOfMacao } from "./persons.ts";
import { noWait, workingDays } from "./times.ts";

/** People who enter Macao: visitors, students, short work and employment. */
export const moPerson = definePack({
  id: "mo-person",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-visitor-entry",
      title: {
        en: "Landing and stay in Macao as a visitor",
        "zh-Hant": "澳門訪客入境及逗留",
        "zh-Hans": "澳门访客入境及逗留",
        pt: "Entrada e permanência em Macau como visitante",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-public-security",
      kinds: ["person"],
      trigger: all(entersMacao, not(residentOfMacao), not(isOneOf("person.purpose", "employment", "study")), not(paidBeyond45DaysInMacao)),
      papers: ["passport"],
      time: noWait({ en: "At the boundary", "zh-Hant": "在口岸即時辦理", "zh-Hans": "在口岸即时办理", pt: "Na fronteira" }),
      validity: {
        en: "Mainland residents by their endorsement; Hong Kong residents up to 1 year; others by the list",
        "zh-Hant": "內地居民按簽註；香港居民最長1年；其他人士按名單",
        "zh-Hans": "内地居民按签注；香港居民最长1年；其他人士按名单",
        pt: "Residentes do Interior da China conforme o visto; de Hong Kong até 1 ano; outros conforme a lista",
      },
      from: "2021-11-15",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 16/2021",
            "zh-Hant": "第16/2021號法律《出入境管控、逗留及居留許可的法律制度》",
            "zh-Hans": "第16/2021号法律《出入境管控、逗留及居留许可的法律制度》",
            pt: "Lei n.º 16/2021 (Regime jurídico do controlo de migração e das autorizações de permanência e residência)",
          },
        },
      ],
      confidence: "memory",
    },
    {
      id: "mo-study-stay",
      title: {
        en: "Macao special authorisation to stay for study",
        "zh-Hant": "澳門就讀「逗留的特別許可」",
        "zh-Hans": "澳门就读“逗留的特别许可”",
        pt: "Autorização especial de permanência para estudo em Macau",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-public-security",
      kinds: ["person"],
      trigger: all(
        entersMacao,
        not(isOneOf("person.nationality_class", "mo_pr_cn", "mo_pr_noncn", "mo_nonperm_foreign", "hk_pr_cn", "hk_pr_noncn")),
        is("person.purpose", "study"),
      ),
      papers: ["admission-letter", "entry-permit-mo"],
      time: workingDays(15, { en: "In practice", "zh-Hant": "實際所需時間", "zh-Hans": "实际所需时间", pt: "Prática habitual" }),
      validity: { en: "Up to one year, renewable", "zh-Hant": "最長一年，可續期", "zh-Hans": "最长一年，可续期", pt: "Até um ano, renovável" },
      from: "2021-11-15",
      due: "after-crossing",
      citations: [
        {
          articles: "32; 19-21",
          text: {
            en: "Law 16/2021 art. 32(1)(6); AR 38/2021 arts. 19-21",
            "zh-Hant": "第16/2021號法律第三十二條第一款（六）項；第38/2021號行政法規",
            "zh-Hans": "第16/2021号法律第三十二条第一款（六）项；第38/2021号行政法规",
            pt: "Lei n.º 16/2021, art. 32.º, n.º 1, alínea 6); Regulamento Administrativo n.º 38/2021, arts. 19.º a 21.º",
          },
        },
      ],
      sources: ["https://gov.mo/zh-hans/services/ps-1479/faqs"],
      confidence: "verified",
      note: {
        en: "Applied for after entry and before the permitted stay ends. Permanent residents of Hong Kong are exempt, as a university’s notice says.",
        "zh-Hant": "入境後、獲准逗留期屆滿前申請。香港永久性居民獲豁免（據高校通知）。",
        "zh-Hans": "入境后、获准逗留期届满前申请。香港永久性居民获豁免（据高校通知）。",
        pt: "Pede-se depois da entrada e antes de terminar a permanência autorizada. Os residentes permanentes de Hong Kong estão dispensados (segundo aviso de uma universidade).",
      },
    },
    {
      id: "mo-work-exemption-45d",
      title: {
        en: "Macao short-term work exception (45 days in 6 months)",
        "zh-Hant": "澳門非居民短期工作例外",
        "zh-Hans": "澳门非居民短期工作例外",
        pt: "Exceção ao regime de trabalho de não residentes (45 dias)",
      },
      jurisdiction: "MO",
      type: "facilitation",
      authority: "mo-labour",
      kinds: ["person"],
      trigger: all(
        entersMacao,
        not(residentOfMacao),
        atMost("person.stay_days", 45),
        not(moreThan("person.mo_work_days_6m", 45)),
        professionalVisit,
      ),
      papers: ["host-invitation"],
      time: noWait({
        en: "No application; keep the record of entries",
        "zh-Hant": "無須申請；須保存出入境紀錄",
        "zh-Hans": "无需申请；须保存出入境记录",
        pt: "Sem pedido; conservar o registo de entradas",
      }),
      validity: {
        en: "45 days, consecutive or not, in each 6 months",
        "zh-Hant": "每6個月內連續或間斷合共45日",
        "zh-Hans": "每6个月内连续或累计共45天",
        pt: "45 dias, seguidos ou interpolados, em cada 6 meses",
      },
      from: "2004-06-14",
      substitutes: ["mo-nonresident-worker"],
      due: "before-crossing",
      citations: [
        {
          articles: "4",
          text: {
            en: "Administrative Regulation 17/2004 art. 4",
            "zh-Hant": "第17/2004號行政法規《禁止非法工作規章》第四條",
            "zh-Hans": "第17/2004号行政法规《禁止非法工作规章》第四条",
            pt: "Regulamento Administrativo n.º 17/2004 (Regulamento sobre a Proibição do Trabalho Ilegal), art. 4.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Covers directing, technical, quality-control or supervision services agreed with a Macao enterprise, and invited religious, sports, academic, cultural and artistic activity. The 45 days add up over all trips in the six months.",
        "zh-Hant": "涵蓋與澳門企業協定的指導、技術、質量監控或監督服務，以及應邀參與的宗教、體育、學術、文化交流及藝術活動。六個月內各次行程的日數合併計算。",
        "zh-Hans": "涵盖与澳门企业协定的指导、技术、质量监控或监督服务，以及应邀参与的宗教、体育、学术、文化交流及艺术活动。六个月内各次行程的天数合并计算。",
        pt: "Abrange serviços de direção, técnicos, de controlo de qualidade ou de fiscalização acordados com uma empresa de Macau e, por convite, atividades religiosas, desportivas, académicas, culturais e artísticas. Os 45 dias somam-se em todas as deslocações dos seis meses.",
      },
    },
    {
      id: "mo-nonresident-worker",
      title: {
        en: "Macao non-resident worker authorisation",
        "zh-Hant": "澳門外地僱員聘用許可",
        "zh-Hans": "澳门外地雇员聘用许可",
        pt: "Contratação de trabalhadores não residentes",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-labour-and-security",
      kinds: ["person"],
      trigger: all(entersMacao, not(residentOfMacao), any(is("person.purpose", "employment"), paidBeyond45DaysInMacao)),
      papers: ["employment-contract", "degree-proof", "entry-permit-mo"],
      time: workingDays(30, {
        en: "In practice 4 to 8 weeks",
        "zh-Hant": "實際為4至8星期",
        "zh-Hans": "实际为4至8周",
        pt: "Na prática, 4 a 8 semanas",
      }),
      validity: { en: "Up to 2 years, renewable", "zh-Hant": "最長2年，可續期", "zh-Hans": "最长2年，可续期", pt: "Até 2 anos, renovável" },
      from: "2010-04-26",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 21/2009",
            "zh-Hant": "第21/2009號法律《聘用外地僱員法》",
            "zh-Hans": "第21/2009号法律《聘用外地雇员法》",
            pt: "Lei n.º 21/2009 (Lei da contratação de trabalhadores não residentes)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For leading researchers the regime for admitting talent (Law 7/2023) is the way to residence.",
        "zh-Hant": "頂尖科研人員可循人才引進制度（第7/2023號法律）申請居留。",
        "zh-Hans": "顶尖科研人员可循人才引进制度（第7/2023号法律）申请居留。",
        pt: "Para investigadores de topo, a via de residência é o regime de captação de quadros qualificados (Lei n.º 7/2023).",
      },
    },
  ],
});
