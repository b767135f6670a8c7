import { all, any, atMost, is, isOneOf, moreThan, not } from "./conditions.ts";
import { entersHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { notResidentOfHongKong, paidByHost, professionalVisit, staysBeyondVisitorEndorsement } from "./persons.ts";
import { noWait, workingDays } from "./times.ts";

/** Visitors to Hong Kong: landing, visas, the scheme for short-term activities, the crossing planned at Hetao. */
export const hkPersonVisit = definePack({
  id: "hk-person-visit",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-visitor-entry",
      title: {
        en: "Landing in Hong Kong as a visitor",
        "zh-Hant": "香港訪客入境",
        "zh-Hans": "香港访客入境",
        pt: "Entrada em Hong Kong como visitante",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(
        entersHongKong,
        notResidentOfHongKong,
        not(isOneOf("person.purpose", "employment", "study", "training")),
        not(all(paidByHost, any(not(is("person.host_stas_authorised", true)), moreThan("person.stay_days", 14)))),
        not(staysBeyondVisitorEndorsement),
      ),
      papers: ["passport"],
      time: noWait({ en: "At the control point", "zh-Hant": "在管制站即時辦理", "zh-Hans": "在管制站即时办理", pt: "No posto de controlo" }),
      validity: {
        en: "As landed; Mainland residents by their endorsement",
        "zh-Hant": "按入境時批准；內地居民按簽註",
        "zh-Hans": "按入境时批准；内地居民按签注",
        pt: "Conforme a autorização de entrada; residentes do Interior da China conforme o visto de saída",
      },
      from: null,
      due: "at-crossing",
      citations: [
        {
          articles: "2(1)",
          text: {
            en: "Immigration Regulations Cap. 115A reg. 2",
            "zh-Hant": "《入境規例》第115A章第2條",
            "zh-Hans": "《入境规例》第115A章第2条",
            pt: "Regulamento de Imigração, Cap. 115A, regra 2",
          },
        },
      ],
      sources: [
        "https://www.rpc.co.uk/perspectives/employment/expansion-of-the-pilot-scheme-on-immigration-facilitation-hong-kong/",
      ],
      confidence: "verified",
      note: {
        en: "A visitor may not take up employment, paid or unpaid, join a business or study. Meetings, conferences, classroom seminars and unpaid exchange count as a visitor’s activity; speakers up to 14 days in a row with no fee beyond board, lodging and passage. On-the-job training or an internship, paid or not, needs a training visa.",
        "zh-Hant": "訪客不得受僱（不論受薪與否）、開辦或參與業務或就讀。出席會議、課堂研討及無酬交流屬訪客活動；講者連續不超過14天，且除食宿及旅費外不收取報酬。在職訓練或實習，不論受薪與否，均須受訓簽證。",
        "zh-Hans": "访客不得受雇（无论有无报酬）、开办或参与业务或就读。出席会议、课堂研讨及无酬交流属访客活动；演讲者连续不超过14天，且除食宿及旅费外不收取报酬。在职训练或实习，无论有无报酬，均须受训签证。",
        pt: "O visitante não pode trabalhar, com ou sem remuneração, participar em negócios nem estudar. Reuniões, conferências, seminários em sala e intercâmbio não pago são atividade de visitante; os oradores até 14 dias seguidos, sem honorários além de alojamento, alimentação e viagem. A formação em contexto de trabalho ou o estágio, pagos ou não, exigem visto de formação.",
      },
    },
    {
      id: "hk-visit-visa",
      title: {
        en: "HK visit visa, entry permit or pre-arrival registration",
        "zh-Hant": "香港旅遊簽證／進入許可或預辦入境登記",
        "zh-Hans": "香港旅游签证/进入许可或预办入境登记",
        pt: "Visto de visita ou pré-registo de chegada a Hong Kong",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(
        entersHongKong,
        isOneOf("person.nationality_class", "foreign", "mo_pr_noncn", "mo_nonperm_foreign", "tw"),
        not(is("person.visa_free", true)),
        not(isOneOf("person.purpose", "employment", "study", "training")),
        not(all(paidByHost, any(not(is("person.host_stas_authorised", true)), moreThan("person.stay_days", 14)))),
      ),
      papers: ["passport", "hk-visit-visa"],
      time: workingDays(20, {
        en: "A visit visa takes about 4 weeks; registration for Taiwan residents and Indian nationals is online and at once",
        "zh-Hant": "旅遊簽證約需4星期；台灣居民及印度國民網上預辦入境登記可即時完成",
        "zh-Hans": "旅游签证约需4周；台湾居民及印度国民网上预办入境登记可即时完成",
        pt: "O visto de visita demora cerca de 4 semanas; o registo em linha de residentes de Taiwan e nacionais da Índia é imediato",
      }),
      validity: { en: "As stated in it", "zh-Hant": "按其所載", "zh-Hans": "按其所载", pt: "Conforme indicado" },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Immigration Ordinance Cap. 115",
            "zh-Hant": "《入境條例》（第115章）",
            "zh-Hans": "《入境条例》（第115章）",
            pt: "Lei de Imigração, Cap. 115",
          },
        },
      ],
      sources: ["https://www.mondaq.com/hongkong/work-visas/1279152"],
      confidence: "verified",
      note: {
        en: "For nationalities that are not visa-free in Hong Kong; answer the question on visa-free entry for Hong Kong. The short-term scheme does not replace it. Residents of Taiwan and nationals of India use pre-arrival registration.",
        "zh-Hant": "適用於來港須簽證的國籍；有關免簽的問題須按香港的規定作答。短期活動計劃不能取代此項。台灣居民及印度國民辦理預辦入境登記。",
        "zh-Hans": "适用于来港须签证的国籍；有关免签的问题须按香港的规定作答。短期活动计划不能取代此项。台湾居民及印度国民办理预办入境登记。",
        pt: "Para nacionalidades sem isenção de visto em Hong Kong; a pergunta sobre a isenção refere-se a Hong Kong. O regime de curta duração não o substitui. Residentes de Taiwan e nacionais da Índia usam o pré-registo de chegada.",
      },
    },
    {
      id: "hk-stas",
      title: {
        en: "Immigration Facilitation Scheme for Visitors in Short-term Activities in Designated Sectors",
        "zh-Hant": "指定界別短期活動訪客入境便利計劃",
        "zh-Hans": "指定界别短期活动访客入境便利计划",
        pt: "Regime de facilitação para atividades de curta duração",
      },
      jurisdiction: "HK",
      type: "facilitation",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(
        entersHongKong,
        notResidentOfHongKong,
        is("person.host_stas_authorised", true),
        atMost("person.stay_days", 14),
        professionalVisit,
      ),
      papers: ["stas-letter", "passport"],
      time: noWait({
        en: "The authorised host issues the invitation letter",
        "zh-Hant": "由獲授權機構發出邀請信",
        "zh-Hans": "由获授权机构发出邀请信",
        pt: "A entidade autorizada emite a carta de convite",
      }),
      validity: {
        en: "Up to 14 consecutive calendar days for each landing; pay is allowed",
        "zh-Hant": "每次入境最多連續14個曆日；可收取報酬",
        "zh-Hans": "每次入境最多连续14个自然日；可收取报酬",
        pt: "Até 14 dias de calendário seguidos por entrada; pode ser remunerada",
      },
      from: "2022-06-01",
      versions: [
        { id: "pilot", from: "2022-06-01", to: "2024-05-31", note: { en: "Pilot scheme", "zh-Hant": "試行計劃", "zh-Hans": "试行计划", pt: "Projeto-piloto" } },
        { id: "regular", from: "2024-06-01", to: "2025-10-31", note: {
          en: "Made permanent: 12 sectors, among them higher education, medical and healthcare, innovation and technology",
          "zh-Hant": "恆常化：12個界別，包括高等教育、醫療衞生、創新科技",
          "zh-Hans": "常态化：12个界别，包括高等教育、医疗卫生、创新科技",
          pt: "Tornado permanente: 12 setores, entre eles ensino superior, saúde e inovação e tecnologia",
        } },
        { id: "s17", from: "2025-11-01", to: null, note: {
          en: "17 sectors and about 490 authorised hosts",
          "zh-Hant": "17個界別、約490間獲授權機構",
          "zh-Hans": "17个界别、约490家获授权机构",
          pt: "17 setores e cerca de 490 entidades autorizadas",
        } },
      ],
      substitutes: ["hk-employment-asmtp", "hk-employment-gep"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "HK Government notices 2022-06-01, 2024-06-01, 2025-11-01",
            "zh-Hant": "香港特區政府公佈",
            "zh-Hans": "香港特区政府公布",
            pt: "Comunicados do Governo de Hong Kong de 1 de junho de 2022, 1 de junho de 2024 e 1 de novembro de 2025",
          },
        },
      ],
      sources: [
        "https://www.info.gov.hk/gia/general/202405/30/P2024053000172p.htm",
        "https://hongkong.shafaqna.com/EN/AL/3964047",
      ],
      confidence: "verified",
      note: {
        en: "Mainland residents still need the matching exit endorsement, and whoever needs a visit visa must still get it.",
        "zh-Hant": "內地居民仍須持有相應的出境簽註；須簽證來港者仍須先取得旅遊簽證。",
        "zh-Hans": "内地居民仍须持有相应的出境签注；须签证来港者仍须先取得旅游签证。",
        pt: "Os residentes do Interior da China continuam a precisar do visto de saída correspondente, e quem precisa de visto de visita tem de o obter.",
      },
    },
    {
      id: "hetao-hk-preregistration",
      title: {
        en: "Hetao HK Park pre-registered crossing and footbridges",
        "zh-Hant": "河套香港園區預先登記通關",
        "zh-Hans": "河套香港园区预先登记通关",
        pt: "Pré-registo no Parque de Hetao em Hong Kong",
      },
      jurisdiction: "HK",
      type: "facilitation",
      status: "planned",
      authority: "hk-innovation-and-security",
      kinds: ["person"],
      trigger: all(
        any(is("from.zone", "hetao_sz"), is("to.zone", "hetao_sz")),
        any(is("from.zone", "hetao_hk"), is("to.zone", "hetao_hk")),
      ),
      papers: ["hetao-park-filing"],
      time: noWait({
        en: "Not operating when last seen",
        "zh-Hant": "最近一次查核時仍未運作",
        "zh-Hans": "最近一次查核时仍未运作",
        pt: "Não funcionava na última verificação",
      }),
      from: "2024-11-20",
      facilitates: ["hk-visitor-entry"],
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "Hetao HK Park Development Outline, 20 Nov 2024",
            "zh-Hant": "《河套深港科技創新合作區香港園區發展綱要》",
            "zh-Hans": "《河套深港科技创新合作区香港园区发展纲要》",
            pt: "Plano de desenvolvimento do Parque de Hetao em Hong Kong, 20 de novembro de 2024",
          },
        },
      ],
      sources: ["https://news.mingpao.com/ins/港聞/article/20241120"],
      confidence: "uncertain",
      note: {
        en: "Planned: registration in advance, non-intrusive clearance and two footbridges over the river. The Hong Kong Park opened in December 2025. To be taken as planned until a notice is found.",
        "zh-Hant": "規劃中：預先登記、非侵入式清關及兩條跨河行人橋。香港園區於2025年12月開園。未見正式公告前，一律視作規劃。",
        "zh-Hans": "规划中：预先登记、非侵入式清关及两条跨河行人桥。香港园区于2025年12月开园。未见正式公告前，一律视作规划。",
        pt: "Previsto: registo prévio, controlo não intrusivo e duas pontes pedonais sobre o rio. O Parque de Hong Kong abriu em dezembro de 2025. Considera-se apenas previsto até se encontrar um aviso.",
      },
    },
  ],
});
