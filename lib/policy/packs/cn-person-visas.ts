import { all, atMost, is, isOneOf, not } from "./conditions.ts";
import { entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { longTechnicalStay, onForeignPassport, paidBenchWork, visaFreeShortStay } from "./persons.ts";
import { noWait, workingDays } from "./times.ts";

/** Visits and study in the Mainland on a foreign passport. */
export const cnPersonVisas = definePack({
  id: "cn-person-visas",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-visa-f",
      title: {
        en: "F visa (non-commercial exchange, visits, study tours)",
        "zh-Hant": "F字簽證（交流、訪問、考察）",
        "zh-Hans": "F字签证（交流、访问、考察）",
        pt: "Visto F (intercâmbio)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "chinese-missions",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        onForeignPassport,
        not(visaFreeShortStay),
        isOneOf("person.purpose", "academic_exchange", "conference", "lecture", "research_visit", "joint_experiment", "clinical_observation", "training"),
        not(paidBenchWork),
        not(longTechnicalStay),
      ),
      papers: ["passport", "cn-visa", "host-invitation"],
      time: workingDays(4, {
        en: "Regular service; express 2 to 3",
        "zh-Hant": "普通辦理；加急2至3個工作日",
        "zh-Hans": "普通办理；加急2至3个工作日",
        pt: "Serviço normal; urgente em 2 a 3 dias",
      }),
      validity: {
        en: "One or several entries; stay as annotated",
        "zh-Hant": "一次或多次入境；停留期按簽證註明",
        "zh-Hans": "一次或多次入境；停留期按签证注明",
        pt: "Uma ou várias entradas; estada conforme anotada",
      },
      from: "2013-09-01",
      due: "before-crossing",
      citations: [
        {
          articles: "6",
          text: {
            en: "Regulations on entry and exit of foreigners art. 6",
            "zh-Hant": "外國人入境出境管理條例第六條",
            "zh-Hans": "外国人入境出境管理条例第六条",
            pt: "Regulamento sobre a entrada e saída de estrangeiros, art. 6.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Tourism (L visa) is outside these rules.",
        "zh-Hant": "旅遊（L字簽證）不在本規則範圍內。",
        "zh-Hans": "旅游（L字签证）不在本规则范围内。",
        pt: "O turismo (visto L) não é tratado nestas regras.",
      },
    },
    {
      id: "cn-visa-m",
      title: { en: "M visa (business)", "zh-Hant": "M字簽證（商業貿易）", "zh-Hans": "M字签证（商业贸易）", pt: "Visto M (negócios)" },
      jurisdiction: "CN",
      type: "permit",
      authority: "chinese-missions",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        onForeignPassport,
        not(visaFreeShortStay),
        isOneOf("person.purpose", "business", "equipment_service"),
        not(longTechnicalStay),
      ),
      papers: ["passport", "cn-visa", "host-invitation"],
      time: workingDays(4),
      validity: { en: "As annotated", "zh-Hant": "按簽證註明", "zh-Hans": "按签证注明", pt: "Conforme anotado" },
      from: "2013-09-01",
      due: "before-crossing",
      citations: [
        {
          articles: "6",
          text: {
            en: "Regulations on entry and exit of foreigners art. 6",
            "zh-Hant": "外國人入境出境管理條例第六條",
            "zh-Hans": "外国人入境出境管理条例第六条",
            pt: "Regulamento sobre a entrada e saída de estrangeiros, art. 6.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Maintenance, installation and training that come with purchased equipment take an M visa for up to 90 days; that is not short-term work.",
        "zh-Hant": "隨所購設備提供的維修、安裝及培訓，不超過90天者辦理M字簽證，不屬短期工作。",
        "zh-Hans": "随所购设备提供的维修、安装及培训，不超过90天者办理M字签证，不属短期工作。",
        pt: "A manutenção, instalação e formação que acompanham equipamento comprado fazem-se com visto M até 90 dias; não são trabalho de curta duração.",
      },
    },
    {
      id: "cn-visa-x",
      title: { en: "X1/X2 visa (study)", "zh-Hant": "X字簽證（學習）", "zh-Hans": "X字签证（学习）", pt: "Visto X (estudos)" },
      jurisdiction: "CN",
      type: "permit",
      authority: "chinese-missions",
      kinds: ["person"],
      trigger: all(entersMainland, onForeignPassport, is("person.purpose", "study")),
      papers: ["passport", "cn-visa", "admission-letter"],
      time: workingDays(4, {
        en: "After the school’s JW201 or JW202 form",
        "zh-Hant": "學校發出JW201或JW202表後計",
        "zh-Hans": "学校发出JW201或JW202表后计",
        pt: "Depois do impresso JW201 ou JW202 da escola",
      }),
      validity: {
        en: "X1 for more than 180 days (residence permit within 30 days of entry), X2 for up to 180 days",
        "zh-Hant": "X1超過180天（入境後30天內辦理居留證件），X2不超過180天",
        "zh-Hans": "X1超过180天（入境后30天内办理居留证件），X2不超过180天",
        pt: "X1 para mais de 180 dias (autorização de residência nos 30 dias após a entrada); X2 até 180 dias",
      },
      from: "2013-09-01",
      due: "before-crossing",
      clock: { days: 30, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "6",
          text: {
            en: "Regulations on entry and exit of foreigners art. 6",
            "zh-Hant": "外國人入境出境管理條例第六條",
            "zh-Hans": "外国人入境出境管理条例第六条",
            pt: "Regulamento sobre a entrada e saída de estrangeiros, art. 6.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Study is covered neither by the card for non-Chinese permanent residents nor by visa-free entry.",
        "zh-Hant": "就讀不適用非中國籍永久性居民的通行證，亦不適用免簽入境。",
        "zh-Hans": "就读不适用非中国籍永久性居民的通行证，亦不适用免签入境。",
        pt: "Os estudos não cabem no cartão dos residentes permanentes não chineses nem na isenção de visto.",
      },
    },
    {
      id: "cn-visa-waiver",
      title: {
        en: "Unilateral visa-free entry or 240-hour transit",
        "zh-Hant": "單方面免簽證／過境免簽證",
        "zh-Hans": "单方面免签/过境免签",
        pt: "Isenção de visto",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        onForeignPassport,
        is("person.visa_free", true),
        atMost("person.stay_days", 30),
        not(isOneOf("person.purpose", "employment", "study")),
        not(paidBenchWork),
      ),
      papers: ["passport"],
      time: noWait({ en: "At the boundary", "zh-Hant": "在口岸即時辦理", "zh-Hans": "在口岸即时办理", pt: "Na fronteira" }),
      validity: {
        en: "30 days (unilateral lists); 240 hours in transit",
        "zh-Hant": "30天（單方面免簽）；過境240小時",
        "zh-Hans": "30天（单方面免签）；过境240小时",
        pt: "30 dias (listas unilaterais); 240 horas em trânsito",
      },
      from: "2023-12-01",
      substitutes: ["cn-visa-f", "cn-visa-m"],
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA and MFA notices",
            "zh-Hant": "外交部、國家移民管理局公告",
            "zh-Hans": "外交部、国家移民管理局公告",
            pt: "Anúncios do Ministério dos Negócios Estrangeiros e da Administração Nacional de Imigração",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Lists of countries change often: check the one in force on the day of entry. Not for employment, study or news reporting. Unilateral lists from 1 December 2023, transit of 240 hours from 17 December 2024.",
        "zh-Hant": "免簽國家名單時有調整，以入境當日有效者為準。不適用於受僱、就讀及新聞採訪。單方面免簽自2023年12月1日起，240小時過境免簽自2024年12月17日起。",
        "zh-Hans": "免签国家名单时有调整，以入境当日有效者为准。不适用于受雇、就读及新闻采访。单方面免签自2023年12月1日起，240小时过境免签自2024年12月17日起。",
        pt: "As listas de países mudam com frequência: vale a do dia da entrada. Não serve para emprego, estudos ou reportagem. Listas unilaterais desde 1 de dezembro de 2023; trânsito de 240 horas desde 17 de dezembro de 2024.",
      },
    },
  ],
});
