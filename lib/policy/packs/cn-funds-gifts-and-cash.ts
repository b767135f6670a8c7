import { all, any, is, moreThan } from "./conditions.ts";
import { crossesMainland, entersMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { days, workingDays } from "./times.ts";

/** Donations, activities of non-profit bodies, and what individuals exchange or carry. */
export const cnFundsGiftsAndCash = definePack({
  id: "cn-funds-gifts-and-cash",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-donation-fx",
      title: { en: "FX rules for donations", "zh-Hant": "捐贈外匯管理", "zh-Hans": "捐赠外汇管理", pt: "Regime cambial das doações" },
      jurisdiction: "CN",
      type: "document",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(crossesMainland, is("mode", "bank"), is("funds.purpose", "donation")),
      papers: ["donation-agreement", "bop-form"],
      time: workingDays(5),
      validity: { en: "For the agreement", "zh-Hant": "按捐贈協議", "zh-Hans": "按捐赠协议", pt: "Por acordo" },
      from: "2010-03-01",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "汇发〔2009〕63号",
            "zh-Hant": "國家外匯管理局關於境內機構捐贈外匯管理有關問題的通知",
            "zh-Hans": "国家外汇管理局关于境内机构捐赠外汇管理有关问题的通知",
            pt: "Aviso da Administração Estatal de Divisas sobre doações de entidades do Interior da China (n.º 63 de 2009)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "A notarised agreement and a foreign-exchange account kept for donations.",
        "zh-Hant": "須有經公證的捐贈協議及捐贈外匯專用賬戶。",
        "zh-Hans": "须有经公证的捐赠协议及捐赠外汇专用账户。",
        pt: "Acordo notarial e conta em divisas reservada a doações.",
      },
    },
    {
      id: "cn-foreign-ngo-temp",
      title: {
        en: "Temporary-activity filing for foreign, HK and Macao NGOs",
        "zh-Hant": "境外（含港澳）非政府組織臨時活動備案",
        "zh-Hans": "境外（含港澳）非政府组织临时活动备案",
        pt: "Registo de atividades temporárias de ONG do exterior",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "provincial-public-security",
      kinds: ["funds"],
      trigger: all(entersMainland, is("funds.ngo_activity", true)),
      papers: ["ngo-temp-filing", "ngo-account", "donation-agreement"],
      time: days(15, {
        en: "Filed 15 days before the activity, emergencies excepted",
        "zh-Hant": "活動開展15日前備案，緊急情況除外",
        "zh-Hans": "活动开展15日前备案，紧急情况除外",
        pt: "Entregue 15 dias antes da atividade, salvo urgência",
      }),
      validity: { en: "1 year", "zh-Hant": "1年", "zh-Hans": "1年", pt: "1 ano" },
      from: "2017-01-01",
      due: "before-crossing",
      clock: { days: 15, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "16-17,22",
          text: {
            en: "Law on overseas NGO activities arts. 16-17, 22",
            "zh-Hant": "境外非政府組織境內活動管理法第十六、十七、二十二條",
            "zh-Hans": "境外非政府组织境内活动管理法第十六、十七、二十二条",
            pt: "Lei sobre as atividades de ONG do exterior, arts. 16.º, 17.º e 22.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For foundations and non-profit associations. Universities that exchange with Mainland counterparts follow other rules (article 53).",
        "zh-Hant": "適用於基金會、非牟利社團。高校與內地同類院校交流另按有關規定辦理（第五十三條）。",
        "zh-Hans": "适用于基金会、非营利社团。高校与内地同类院校交流另按有关规定办理（第五十三条）。",
        pt: "Para fundações e associações sem fins lucrativos. As universidades em intercâmbio com congéneres do Interior da China seguem outras regras (art. 53.º).",
      },
    },
    {
      id: "cn-individual-fx-quota",
      title: {
        en: "Individual annual FX quota",
        "zh-Hant": "個人結售匯年度便利化額度",
        "zh-Hans": "个人结售汇年度便利化额度",
        pt: "Quota cambial anual individual",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "foreign-exchange",
      kinds: ["funds"],
      trigger: all(leavesMainland, is("org.from.type", "individual"), moreThan("funds.individual_quota_used_usd", 50000)),
      papers: ["contract-invoice"],
      time: workingDays(1),
      validity: { en: "Calendar year", "zh-Hant": "公曆年度", "zh-Hans": "公历年度", pt: "Ano civil" },
      from: "2007-02-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Individual FX measures",
            "zh-Hant": "個人外匯管理辦法及實施細則",
            "zh-Hans": "个人外汇管理办法及实施细则",
            pt: "Medidas sobre o câmbio de particulares e regras de execução",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "USD 50,000 for each person and year; above it supporting papers are needed.",
        "zh-Hant": "每人每年等值5萬美元；超過者須提供證明材料。",
        "zh-Hans": "每人每年等值5万美元；超过者须提供证明材料。",
        pt: "50 000 USD por pessoa e ano; acima são precisos documentos comprovativos.",
      },
    },
    {
      id: "cn-cash-limits",
      title: {
        en: "Carrying limits for cash",
        "zh-Hant": "出入境現鈔攜帶限額",
        "zh-Hans": "出入境现钞携带限额",
        pt: "Limites de numerário (China)",
      },
      jurisdiction: "CN",
      type: "declaration",
      authority: "customs-administration",
      kinds: ["funds"],
      trigger: all(crossesMainland, is("mode", "cash"), any(moreThan("funds.cash_cny", 20000), moreThan("funds.cash_foreign_usd", 5000))),
      papers: ["fx-carry-permit"],
      time: workingDays(1, {
        en: "Bank’s permit from USD 5,000 to 10,000; approval of the exchange administration above that",
        "zh-Hant": "5,000至10,000美元由銀行簽發許可證；超過10,000美元須外匯管理局核准",
        "zh-Hans": "5,000至10,000美元由银行签发许可证；超过10,000美元须外汇管理局核准",
        pt: "Licença do banco entre 5000 e 10 000 USD; acima, autorização da Administração de Divisas",
      }),
      validity: { en: "30 days", "zh-Hant": "30天", "zh-Hans": "30天", pt: "30 dias" },
      from: "2005-01-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "PBC Announcement 18 of 2004; 汇发〔2003〕102号",
            "zh-Hant": "中國人民銀行公告2004年第18號；攜帶外幣現鈔出入境管理暫行辦法",
            "zh-Hans": "中国人民银行公告2004年第18号；携带外币现钞出入境管理暂行办法",
            pt: "Anúncio n.º 18 de 2004 do Banco Popular da China; Medidas provisórias sobre o transporte de divisas em numerário (n.º 102 de 2003)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "More than CNY 20,000 in notes may not be carried, per person and trip. Foreign notes: entering with more than USD 5,000 is declared, leaving with more than USD 5,000 needs a permit. HKD and MOP are foreign currency here.",
        "zh-Hant": "每人每次不得攜帶超過2萬元人民幣現鈔。外幣現鈔：入境超過等值5,000美元須申報，出境超過等值5,000美元須領取許可證。港元、澳門元在此屬外幣。",
        "zh-Hans": "每人每次不得携带超过2万元人民币现钞。外币现钞：入境超过等值5,000美元须申报，出境超过等值5,000美元须领取许可证。港元、澳门元在此属外币。",
        pt: "Não se podem levar mais de 20 000 CNY em notas por pessoa e viagem. Divisas: declara-se a entrada acima de 5000 USD; a saída acima de 5000 USD exige licença. HKD e MOP contam aqui como divisas.",
      },
    },
  ],
});
