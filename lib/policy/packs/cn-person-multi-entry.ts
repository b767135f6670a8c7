import { all, any, atMost, is, isOneOf, moreThan, not } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { holdsTalentClass, mainlandResident, privateTrip, talentRegionOpen, towardsHongKongOrMacao } from "./persons.ts";
import { workingDays } from "./times.ts";

/** Endorsements of Mainland residents for many trips: talent, staff of Hetao, individual visits. */
export const cnPersonMultiEntry = definePack({
  id: "cn-person-multi-entry",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-endorsement-talent",
      title: {
        en: "Talent endorsement (multiple, up to 30 days per stay)",
        "zh-Hant": "往來港澳人才簽註",
        "zh-Hans": "往来港澳人才签注",
        pt: "Visto de talentos para Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        towardsHongKongOrMacao,
        mainlandResident,
        privateTrip,
        holdsTalentClass,
        talentRegionOpen,
        not(moreThan("person.stay_days", 30)),
        not(isOneOf("person.purpose", "employment", "study")),
      ),
      papers: ["eep-card", "talent-proof"],
      time: workingDays(7, {
        en: "As for other endorsements",
        "zh-Hant": "與其他簽註相同",
        "zh-Hans": "与其他签注相同",
        pt: "Como nos outros vistos de saída",
      }),
      validity: {
        en: "Outstanding 5 years; research, culture and education, health 3 years; legal and other 1 year; up to 30 days per stay, any number of entries",
        "zh-Hant": "傑出人才5年；科研、文教、衞健人才3年；法律及其他人才1年；每次逗留不超過30天，往來次數不限",
        "zh-Hans": "杰出人才5年；科研、文教、卫健人才3年；法律及其他人才1年；每次逗留不超过30天，往来次数不限",
        pt: "Excecional: 5 anos; investigação, cultura e educação, saúde: 3; jurídica e outras: 1; até 30 dias por estada, sem limite de entradas",
      },
      from: "2023-02-20",
      facilitates: ["cn-eep-hkmo"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA notice 9 Feb 2023",
            "zh-Hant": "國家移民管理局公告（2023年2月9日）",
            "zh-Hans": "国家移民管理局公告（2023年2月9日）",
            pt: "Anúncio da Administração Nacional de Imigração de 9 de fevereiro de 2023",
          },
        },
        {
          articles: "item 1",
          text: {
            en: "NIA ten measures 3 Nov 2025",
            "zh-Hant": "國家移民管理局10項措施（2025年11月3日）",
            "zh-Hans": "国家移民管理局10项措施（2025年11月3日）",
            pt: "Dez medidas da Administração Nacional de Imigração de 3 de novembro de 2025",
          },
        },
      ],
      sources: ["https://zh.hk01.com/即时中国/865327", "http://jornalsisi.com/news-cd.asp?id=79445"],
      confidence: "verified",
      note: {
        en: "Greater Bay Area from 20 February 2023; Beijing and Shanghai from May 2024; the whole Yangtze delta, Beijing-Tianjin-Hebei and all pilot free trade zones from 5 November 2025. The research class means an associate senior title or above. Not for official missions, stays over 30 days, employment or study.",
        "zh-Hant": "粵港澳大灣區自2023年2月20日起，北京、上海自2024年5月起，長三角、京津冀及各自由貿易試驗區自2025年11月5日起施行。科研人才指具副高級或以上職稱者。不適用於因公任務、逗留逾30天、受僱或就讀。",
        "zh-Hans": "粤港澳大湾区自2023年2月20日起，北京、上海自2024年5月起，长三角、京津冀及各自由贸易试验区自2025年11月5日起施行。科研人才指具副高级及以上职称者。不适用于因公任务、逗留逾30天、受雇或就读。",
        pt: "Grande Baía desde 20 de fevereiro de 2023; Pequim e Xangai desde maio de 2024; todo o delta do Yangtzé, Pequim-Tianjin-Hebei e todas as zonas-piloto de comércio livre desde 5 de novembro de 2025. A classe de investigação exige categoria de professor associado ou equivalente, ou superior. Não serve para missões oficiais, estadas de mais de 30 dias, emprego ou estudos.",
      },
    },
    {
      id: "cn-endorsement-talent-hetao",
      title: {
        en: "Hetao talent endorsement (3-year multiple, no talent certificate)",
        "zh-Hant": "河套深圳園區人才簽註便利",
        "zh-Hans": "河套深圳园区人才签注便利",
        pt: "Visto de talentos facilitado – Parque de Shenzhen em Hetao",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        towardsHongKongOrMacao,
        mainlandResident,
        privateTrip,
        is("person.employer_in_hetao_sz", true),
        not(moreThan("person.stay_days", 30)),
        not(isOneOf("person.purpose", "employment", "study")),
      ),
      papers: ["eep-card", "hetao-park-filing"],
      time: workingDays(7, {
        en: "As for other endorsements",
        "zh-Hant": "與其他簽註相同",
        "zh-Hans": "与其他签注相同",
        pt: "Como nos outros vistos de saída",
      }),
      validity: {
        en: "3 years, any number of entries, up to 30 days per stay",
        "zh-Hant": "3年多次，每次逗留不超過30天",
        "zh-Hans": "3年多次，每次逗留不超过30天",
        pt: "3 anos, entradas múltiplas, até 30 dias por estada",
      },
      from: "2025-11-05",
      facilitates: ["cn-eep-hkmo"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA ten measures 3 Nov 2025",
            "zh-Hant": "國家移民管理局10項措施（2025年11月3日）",
            "zh-Hans": "国家移民管理局10项措施（2025年11月3日）",
            pt: "Dez medidas da Administração Nacional de Imigração de 3 de novembro de 2025",
          },
        },
      ],
      sources: ["http://jornalsisi.com/news-cd.asp?id=79445"],
      confidence: "verified",
      note: {
        en: "For Mainland staff of research institutes and technology companies in the park, once the institution is filed with the park authority; no talent certificate is asked for.",
        "zh-Hant": "適用於園區科研機構及科技企業的內地員工，須先由所在機構向園區管理部門備案；無須人才證明。",
        "zh-Hans": "适用于园区科研机构及科技企业的内地员工，须先由所在机构向园区管理部门备案；无需人才证明。",
        pt: "Para o pessoal do Interior da China dos institutos e empresas tecnológicas do parque, depois de a instituição se registar junto da administração do parque; não se exige certificado de talento.",
      },
    },
    {
      id: "cn-eep-tourism-multi",
      title: {
        en: "Individual-visit multi-entry endorsements (Shenzhen, Hengqin; weekly for Zhuhai)",
        "zh-Hant": "個人遊「一簽多行/一周一行」",
        "zh-Hans": "个人游“一签多行/一周一行”",
        pt: "Vistos individuais de múltiplas entradas",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        leavesMainland,
        mainlandResident,
        any(
          all(is("to.jur", "HK"), is("person.household", "shenzhen")),
          all(is("to.jur", "MO"), isOneOf("person.household", "hengqin", "zhuhai")),
        ),
        atMost("person.stay_days", 7),
        is("person.purpose", "tourism"),
      ),
      papers: ["eep-card"],
      time: workingDays(7),
      validity: {
        en: "1 year; up to 7 days per stay; from Zhuhai one visit in a calendar week",
        "zh-Hant": "1年；每次逗留不超過7天；珠海居民每個曆周一次",
        "zh-Hans": "1年；每次逗留不超过7天；珠海居民每自然周一次",
        pt: "1 ano; até 7 dias por estada; de Zhuhai, uma visita por semana",
      },
      from: "2024-12-01",
      facilitates: ["cn-eep-hkmo"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA notice 29 Nov 2024",
            "zh-Hant": "國家移民管理局公告（2024年11月29日）",
            "zh-Hans": "国家移民管理局公告（2024年11月29日）",
            pt: "Anúncio da Administração Nacional de Imigração de 29 de novembro de 2024",
          },
        },
      ],
      sources: ["https://icbw.com.cn/forum.php?mod=viewthread&tid=198386"],
      confidence: "verified",
      note: {
        en: "Shenzhen to Hong Kong from 1 December 2024, for household and residence-permit holders; Zhuhai and Hengqin to Macao from 1 January 2025. No basis for research work.",
        "zh-Hant": "深圳戶籍及居住證持有人赴港自2024年12月1日起；珠海、橫琴赴澳自2025年1月1日起。不得作為從事科研工作的依據。",
        "zh-Hans": "深圳户籍及居住证持有人赴港自2024年12月1日起；珠海、横琴赴澳自2025年1月1日起。不得作为从事科研工作的依据。",
        pt: "De Shenzhen para Hong Kong desde 1 de dezembro de 2024, para titulares de registo familiar ou de autorização de residência; de Zhuhai e Hengqin para Macau desde 1 de janeiro de 2025. Não é base para trabalho de investigação.",
      },
    },
  ],
});
