import { all, any, is, isOneOf, moreThan, not } from "./conditions.ts";
import { definePack } from "./define-pack.ts";
import { mainlandResident, mayHoldTalentEndorsement, paidByHost, privateTrip, towardsHongKongOrMacao } from "./persons.ts";
import { workingDays } from "./times.ts";

/** Mainland residents who go to Hong Kong or Macao, and between the two: the permit and the ordinary classes of endorsement. */
export const cnPersonExit = definePack({
  id: "cn-person-exit",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-eep-hkmo",
      title: {
        en: "Exit-Entry Permit for Travelling to and from Hong Kong and Macao, with endorsement",
        "zh-Hant": "往來港澳通行證及簽註",
        "zh-Hans": "往来港澳通行证及签注",
        pt: "Salvo-conduto para deslocação a Hong Kong e Macau e respetivo visto",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(towardsHongKongOrMacao, mainlandResident, privateTrip),
      papers: ["id-card", "eep-application", "eep-card"],
      time: workingDays(7, {
        en: "Published service standard; self-service machines often issue the same day",
        "zh-Hant": "公布的辦理時限；自助機常可即日辦妥",
        "zh-Hans": "公布的办理时限；自助机常可当日办结",
        pt: "Prazo de atendimento publicado; nas máquinas automáticas muitas vezes no próprio dia",
      }),
      validity: {
        en: "Card 10 years for adults, 5 years under 16; the endorsement by its class",
        "zh-Hant": "成年人證件10年，未滿16歲5年；簽註按類別而定",
        "zh-Hans": "成年人证件10年，未满16岁5年；签注按类别而定",
        pt: "Cartão: 10 anos (adultos) ou 5 (menores de 16); o visto conforme a classe",
      },
      from: "1986-12-25",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Measures for Mainland citizens travelling to HK/Macao",
            "zh-Hant": "中國公民因私事往來香港地區或者澳門地區的暫行管理辦法",
            "zh-Hans": "中国公民因私事往来香港地区或者澳门地区的暂行管理办法",
            pt: "Medidas provisórias sobre as deslocações particulares de cidadãos chineses a Hong Kong e Macau",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Every crossing needs a valid endorsement of the right class. Applications are taken nationwide since 2019. Between Hong Kong and Macao the endorsement of the place entered is needed too.",
        "zh-Hant": "每次出入境均須持有類別相符的有效簽註。自2019年起可在全國任一窗口申請。往來香港與澳門之間，亦須持有前往地的簽註。",
        "zh-Hans": "每次出入境均须持有类别相符的有效签注。自2019年起可在全国任一窗口申请。往来香港与澳门之间，也须持有前往地的签注。",
        pt: "Cada passagem exige um visto válido da classe certa. Desde 2019 pode pedir-se em todo o país. Também entre Hong Kong e Macau é preciso o visto do lugar em que se entra.",
      },
    },
    {
      id: "cn-endorsement-business",
      title: { en: "Business endorsement", "zh-Hant": "往來港澳商務簽註", "zh-Hans": "往来港澳商务签注", pt: "Visto de negócios" },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        towardsHongKongOrMacao,
        mainlandResident,
        privateTrip,
        isOneOf("person.purpose", "business", "equipment_service"),
        not(mayHoldTalentEndorsement),
        not(moreThan("person.stay_days", 14)),
      ),
      papers: ["eep-card", "employer-biz-filing"],
      time: workingDays(7),
      validity: {
        en: "3 months, or 1 year with any number of entries; up to 14 days per stay",
        "zh-Hant": "3個月，或1年多次；每次逗留不超過14天",
        "zh-Hans": "3个月，或1年多次；每次逗留不超过14天",
        pt: "3 meses, ou 1 ano com entradas múltiplas; até 14 dias por estada",
      },
      from: null,
      versions: [
        { id: "v7d", from: null, to: "2024-05-05", note: { en: "Up to 7 days per stay", "zh-Hant": "每次逗留不超過7天", "zh-Hans": "每次逗留不超过7天", pt: "Até 7 dias por estada" } },
        { id: "v14d", from: "2024-05-06", to: null, note: {
          en: "Up to 14 days per stay",
          "zh-Hant": "每次逗留不超過14天",
          "zh-Hans": "每次逗留不超过14天",
          pt: "Até 14 dias por estada",
        } },
      ],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA measures in force 6 May 2024",
            "zh-Hant": "國家移民管理局便民利企措施（2024年5月6日起）",
            "zh-Hans": "国家移民管理局便民利企措施（2024年5月6日起）",
            pt: "Medidas da Administração Nacional de Imigração em vigor desde 6 de maio de 2024",
          },
        },
      ],
      sources: ["https://news.cnyes.com/news/id/5688234"],
      confidence: "verified",
      note: {
        en: "The stay grew from 7 to 14 days in May 2024 (the day, 6 May, is from memory). New companies in Hetao may file in their first year without a minimum of tax paid (5 November 2025). Like the “other” class, it is needed where no talent endorsement can be had.",
        "zh-Hant": "每次逗留時間於2024年5月由7天延長至14天（6日一說憑記憶，未經核實）。河套新設企業首年備案不設納稅額門檻（2025年11月5日起）。與「其他」類相同，未能申領人才簽註者須辦理。",
        "zh-Hans": "每次逗留时间于2024年5月由7天延长至14天（6日系凭记忆，未经核实）。河套新设企业首年备案不设纳税额门槛（2025年11月5日起）。与“其他”类相同，未能申领人才签注者须办理。",
        pt: "A estada passou de 7 para 14 dias em maio de 2024 (o dia, 6 de maio, é de memória). As empresas novas de Hetao podem registar-se no primeiro ano sem mínimo de imposto pago (5 de novembro de 2025). Tal como a classe «outros», é exigido quando não há direito ao visto de talentos.",
      },
    },
    {
      id: "cn-endorsement-other",
      title: {
        en: "'Other' endorsement (exhibitions, academic exchange, medical, exams)",
        "zh-Hant": "其他簽註（學術交流等）",
        "zh-Hans": "其他签注（学术交流等）",
        pt: "Visto 'outros' (intercâmbio académico)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        towardsHongKongOrMacao,
        mainlandResident,
        privateTrip,
        isOneOf("person.purpose", "academic_exchange", "conference", "lecture", "research_visit", "joint_experiment", "clinical_observation"),
        not(mayHoldTalentEndorsement),
        not(moreThan("person.stay_days", 14)),
        not(all(paidByHost, not(is("person.host_stas_authorised", true)))),
      ),
      papers: ["eep-card", "host-invitation"],
      time: workingDays(7),
      validity: {
        en: "Up to 3 months; up to 14 days per stay",
        "zh-Hant": "最長3個月；每次逗留不超過14天",
        "zh-Hans": "最长3个月；每次逗留不超过14天",
        pt: "Até 3 meses; até 14 dias por estada",
      },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "EEP endorsement rules",
            "zh-Hant": "往來港澳簽註管理規定",
            "zh-Hans": "往来港澳签注管理规定",
            pt: "Normas sobre os vistos do salvo-conduto para Hong Kong e Macau",
          },
        },
      ],
      sources: ["https://news.cts.com.tw/cna/politics/202302/202302102140915.html"],
      confidence: "verified",
      note: {
        en: "The usual class for a short research visit where neither a talent nor a business endorsement can be had. A paid stay of up to 14 days under Hong Kong’s short-term scheme needs it as well.",
        "zh-Hant": "短期科研訪問而未能申領人才或商務簽註者，一般辦理此類。按香港短期活動計劃獲酬逗留不超過14天者，同樣須持此類簽註。",
        "zh-Hans": "短期科研访问而未能申领人才或商务签注者，一般办理此类。按香港短期活动计划获酬逗留不超过14天者，同样须持此类签注。",
        pt: "É a classe habitual das visitas curtas de investigação quando não há direito ao visto de talentos nem ao de negócios. Também é precisa para estadas pagas até 14 dias ao abrigo do regime de curta duração de Hong Kong.",
      },
    },
    {
      id: "cn-endorsement-stay-d",
      title: {
        en: "Stay (D) endorsement for employment, study or training in HK/Macao",
        "zh-Hant": "逗留簽註（D）",
        "zh-Hans": "逗留签注（D）",
        pt: "Visto de permanência (D)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        towardsHongKongOrMacao,
        mainlandResident,
        privateTrip,
        not(is("person.purpose", "tourism")),
        any(
          isOneOf("person.purpose", "employment", "study", "training"),
          all(paidByHost, moreThan("person.stay_days", 14)),
          moreThan("person.stay_days", 30),
          all(moreThan("person.stay_days", 14), not(mayHoldTalentEndorsement)),
        ),
      ),
      papers: ["eep-card", "entry-permit-hk"],
      time: workingDays(7),
      validity: {
        en: "As long as the entry permit of Hong Kong or Macao",
        "zh-Hant": "與香港或澳門的進入許可相同",
        "zh-Hans": "与香港或澳门的进入许可相同",
        pt: "A do título de entrada em Hong Kong ou Macau",
      },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "EEP endorsement rules",
            "zh-Hant": "往來港澳簽註管理規定",
            "zh-Hans": "往来港澳签注管理规定",
            pt: "Normas sobre os vistos do salvo-conduto para Hong Kong e Macau",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "The Hong Kong entry permit, or Macao’s permit to stay or work, comes first. Also needed when the stay is longer than the other classes allow: 14 days (business, other) or 30 days (talent).",
        "zh-Hant": "須先取得香港進入許可或澳門逗留、僱員身份許可。逗留時間超出其他類別上限（商務、其他14天；人才30天）者，亦須辦理。",
        "zh-Hans": "须先取得香港进入许可或澳门逗留、雇员身份许可。逗留时间超出其他类别上限（商务、其他14天；人才30天）者，也须办理。",
        pt: "Primeiro é preciso o título de entrada em Hong Kong, ou a autorização de permanência ou de trabalho de Macau. Também se exige quando a estada excede o que as outras classes permitem: 14 dias (negócios, outros) ou 30 dias (talentos).",
      },
    },
  ],
});
