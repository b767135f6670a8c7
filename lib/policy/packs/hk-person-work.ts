import { all, any, is, isOneOf, moreThan, not } from "./conditions.ts";
import { entersHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { mainlandResident, paidByHost, staysBeyondVisitorEndorsement } from "./persons.ts";
import { workingDays } from "./times.ts";

/** Work in Hong Kong. */
export const hkPersonWork = definePack({
  id: "hk-person-work",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-employment-asmtp",
      title: {
        en: "Admission Scheme for Mainland Talents and Professionals (ASMTP)",
        "zh-Hant": "輸入內地人才計劃",
        "zh-Hans": "输入内地人才计划",
        pt: "Regime de admissão de talentos do Interior da China",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(
        entersHongKong,
        mainlandResident,
        any(
          is("person.purpose", "employment"),
          all(paidByHost, any(moreThan("person.stay_days", 14), not(is("person.host_stas_authorised", true)))),
          staysBeyondVisitorEndorsement,
        ),
      ),
      papers: ["sponsor-form", "employment-contract", "degree-proof", "no-objection"],
      time: workingDays(20, { en: "Normally 4 weeks", "zh-Hant": "一般4星期", "zh-Hans": "一般4周", pt: "Normalmente 4 semanas" }),
      validity: {
        en: "First grant up to 36 months or the length of the contract",
        "zh-Hant": "首次獲批最長36個月，或按合約年期",
        "zh-Hans": "首次获批最长36个月，或按合同年期",
        pt: "Primeira concessão até 36 meses ou a duração do contrato",
      },
      from: "2003-07-15",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Immigration Ordinance Cap. 115",
            "zh-Hant": "《入境條例》第115章",
            "zh-Hans": "《入境条例》第115章",
            pt: "Lei de Imigração, Cap. 115",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For researchers and postdoctoral staff employed by Hong Kong bodies; research and development staff may use TechTAS instead. Work at the host counts whether paid or not (regulation 2), so an unpaid research stay beyond what a visitor’s endorsement allows also needs an entry permit, which may be for training or study.",
        "zh-Hant": "適用於受聘於香港機構的研究員及博士後人員；研發人員亦可循科技人才入境計劃申請。在接待機構工作，不論受薪與否均屬受僱（第2條），故無酬科研逗留超出訪客簽註上限者，亦須進入許可，類別可為受訓或就讀。",
        "zh-Hans": "适用于受聘于香港机构的研究员及博士后人员；研发人员也可通过科技人才入境计划申请。在接待机构工作，无论有无报酬均属受雇（第2条），故无酬科研逗留超出访客签注上限者，也须进入许可，类别可为受训或就读。",
        pt: "Para investigadores e pós-doutorandos contratados por entidades de Hong Kong; o pessoal de I&D pode usar o TechTAS. O trabalho na entidade de acolhimento conta, pago ou não (regra 2); por isso uma estada de investigação não paga que exceda o visto de visitante também exige autorização de entrada, que pode ser de formação ou de estudo.",
      },
    },
    {
      id: "hk-employment-gep",
      title: {
        en: "General Employment Policy (GEP) visa",
        "zh-Hant": "一般就業政策",
        "zh-Hans": "一般就业政策",
        pt: "Política geral de emprego",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(
        entersHongKong,
        isOneOf("person.nationality_class", "foreign", "mo_pr_cn", "mo_pr_noncn", "tw", "mo_nonperm_foreign"),
        any(
          is("person.purpose", "employment"),
          all(paidByHost, any(moreThan("person.stay_days", 14), not(is("person.host_stas_authorised", true)))),
        ),
      ),
      papers: ["sponsor-form", "employment-contract", "degree-proof"],
      time: workingDays(20, { en: "Normally 4 weeks", "zh-Hant": "一般4星期", "zh-Hans": "一般4周", pt: "Normalmente 4 semanas" }),
      validity: {
        en: "First grant up to 36 months",
        "zh-Hant": "首次獲批最長36個月",
        "zh-Hans": "首次获批最长36个月",
        pt: "Primeira concessão até 36 meses",
      },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Immigration Ordinance Cap. 115",
            "zh-Hant": "《入境條例》第115章",
            "zh-Hans": "《入境条例》第115章",
            pt: "Lei de Imigração, Cap. 115",
          },
        },
      ],
      confidence: "memory",
    },
    {
      id: "hk-ttps",
      title: {
        en: "Top Talent Pass Scheme",
        "zh-Hant": "高端人才通行證計劃",
        "zh-Hans": "高端人才通行证计划",
        pt: "Regime de passe para talentos de topo",
      },
      jurisdiction: "HK",
      type: "facilitation",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(entersHongKong, is("person.ttps_eligible", true), is("person.purpose", "employment")),
      papers: ["degree-proof", "passport"],
      time: workingDays(20, { en: "Typically 4 weeks", "zh-Hant": "一般約4星期", "zh-Hans": "一般约4周", pt: "Em regra, 4 semanas" }),
      validity: {
        en: "Category A 36 months; B and C 24 months",
        "zh-Hant": "A類36個月；B類及C類24個月",
        "zh-Hans": "A类36个月；B类及C类24个月",
        pt: "Categoria A: 36 meses; B e C: 24 meses",
      },
      from: "2022-12-28",
      substitutes: ["hk-employment-asmtp", "hk-employment-gep"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "TTPS",
            "zh-Hant": "高端人才通行證計劃",
            "zh-Hans": "高端人才通行证计划",
            pt: "Regime de passe para talentos de topo (TTPS)",
          },
        },
      ],
      sources: [
        "https://www.visahq.com/news/2025-12-29/hk/hong-kong-updates-top-talent-pass-eligible-university-list-to-200-institutions",
      ],
      confidence: "verified",
      note: {
        en: "A: yearly income of HKD 2.5 million or more. B: degree of a listed university and three years’ experience in the last five. C: less than three years, 10,000 places a year. The list grew from 198 universities (November 2024) to 200 on 1 January 2026.",
        "zh-Hant": "A類：年收入250萬港元或以上。B類：名單內大學學位，過去五年有三年工作經驗。C類：經驗少於三年，每年限額10,000個。大學名單由198所（2024年11月）增至200所（2026年1月1日起）。",
        "zh-Hans": "A类：年收入250万港元及以上。B类：名单内大学学位，过去五年有三年工作经验。C类：经验少于三年，每年限额10,000个。大学名单由198所（2024年11月）增至200所（2026年1月1日起）。",
        pt: "A: rendimento anual de 2,5 milhões de HKD ou mais. B: grau de uma universidade da lista e três anos de experiência nos últimos cinco. C: menos de três anos, 10 000 vagas por ano. A lista passou de 198 universidades (novembro de 2024) para 200 em 1 de janeiro de 2026.",
      },
    },
    {
      id: "hk-iang",
      title: {
        en: "Immigration Arrangements for Non-local Graduates (IANG)",
        "zh-Hant": "非本地畢業生留港/回港就業安排",
        "zh-Hans": "非本地毕业生留港/回港就业安排",
        pt: "Regime para licenciados não locais",
      },
      jurisdiction: "HK",
      type: "facilitation",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(entersHongKong, is("person.hk_graduate", true), is("person.purpose", "employment")),
      papers: ["degree-proof", "passport"],
      time: workingDays(10, { en: "2 to 3 weeks", "zh-Hant": "2至3星期", "zh-Hans": "2至3周", pt: "2 a 3 semanas" }),
      validity: {
        en: "First stay 24 months, no job offer needed",
        "zh-Hant": "首次24個月，無須已獲聘",
        "zh-Hans": "首次24个月，无需已获聘",
        pt: "Primeira estada de 24 meses, sem oferta de emprego",
      },
      from: "2008-05-19",
      substitutes: ["hk-employment-asmtp", "hk-employment-gep"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "IANG",
            "zh-Hant": "非本地畢業生留港/回港就業安排",
            "zh-Hans": "非本地毕业生留港/回港就业安排",
            pt: "Regime para licenciados não locais (IANG)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Also for graduates of Greater Bay Area campuses of Hong Kong universities: a pilot since December 2022, extended by two years at a time. Check its present end.",
        "zh-Hant": "亦適用於香港高校大灣區校園的畢業生：2022年12月起試行，每次延長兩年；現行期限須核實。",
        "zh-Hans": "也适用于香港高校大湾区校园的毕业生：2022年12月起试行，每次延长两年；现行期限须核实。",
        pt: "Também para diplomados dos polos da Grande Baía de universidades de Hong Kong: projeto-piloto desde dezembro de 2022, prorrogado por dois anos de cada vez. Confirmar o termo atual.",
      },
    },
  ],
});
