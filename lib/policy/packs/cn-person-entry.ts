import { all, atMost, is, isOneOf, not } from "./conditions.ts";
import { entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { onForeignPassport, paidBenchWork } from "./persons.ts";
import { hours, workingDays } from "./times.ts";

/** Residents of Hong Kong, Macao and Taiwan who enter the Mainland, and where foreign nationals register after arrival. */
export const cnPersonEntry = definePack({
  id: "cn-person-entry",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-mtp-hkmo",
      title: {
        en: "Mainland Travel Permit for HK and Macao residents",
        "zh-Hant": "港澳居民來往內地通行證",
        "zh-Hans": "港澳居民来往内地通行证",
        pt: "Salvo-conduto de deslocação ao Interior da China para residentes de Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(entersMainland, isOneOf("person.nationality_class", "hk_pr_cn", "hk_nonperm_cn", "mo_pr_cn")),
      papers: ["home-return-permit"],
      time: workingDays(7, {
        en: "At a Mainland window; about 10 through China Travel Service in Hong Kong or Macao",
        "zh-Hant": "內地窗口辦理；經港澳中國旅行社辦理約10個工作日",
        "zh-Hans": "内地窗口办理；经港澳中国旅行社办理约10个工作日",
        pt: "Num balcão do Interior da China; cerca de 10 através da China Travel Service em Hong Kong ou Macau",
      }),
      validity: {
        en: "10 years from age 18, 5 years below",
        "zh-Hant": "年滿18歲者10年，未滿18歲者5年",
        "zh-Hans": "年满18岁者10年，未满18岁者5年",
        pt: "10 anos a partir dos 18 anos; 5 anos para menores",
      },
      from: "1999-01-15",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Exit-Entry Administration Law",
            "zh-Hant": "出境入境管理法",
            "zh-Hans": "出境入境管理法",
            pt: "Lei de Administração de Saídas e Entradas",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "May be renewed or replaced at any county-level window in the Mainland. Not for Mainland residents who live in Hong Kong or Macao on a work or study permit: they keep their Mainland registration and the Exit-Entry Permit.",
        "zh-Hant": "可在內地任一縣級以上窗口換發、補發。憑工作或就讀許可居港、居澳的內地居民不適用：其仍保留內地戶籍，使用往來港澳通行證。",
        "zh-Hans": "可在内地任一县级以上窗口换发、补发。凭工作或就读许可居港、居澳的内地居民不适用：其仍保留内地户籍，使用往来港澳通行证。",
        pt: "Pode renovar-se ou substituir-se em qualquer balcão distrital do Interior da China. Não é para residentes do Interior da China que vivem em Hong Kong ou Macau com autorização de trabalho ou estudo: mantêm o registo no Interior da China e o salvo-conduto para Hong Kong e Macau.",
      },
    },
    {
      id: "cn-mtp-noncn",
      title: {
        en: "Mainland Travel Permit for non-Chinese permanent residents of HK/Macao",
        "zh-Hant": "港澳居民來往內地通行證（非中國籍）",
        "zh-Hans": "港澳居民来往内地通行证（非中国籍）",
        pt: "Salvo-conduto de deslocação ao Interior da China para residentes permanentes não chineses",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        isOneOf("person.nationality_class", "hk_pr_noncn", "mo_pr_noncn"),
        atMost("person.stay_days", 90),
        not(isOneOf("person.purpose", "employment", "study")),
        not(paidBenchWork),
      ),
      papers: ["home-return-permit-noncn", "passport"],
      time: workingDays(20, {
        en: "Expected for a first issue",
        "zh-Hant": "首次申領的預計時間",
        "zh-Hans": "首次申领的预计时间",
        pt: "Previsto para a primeira emissão",
      }),
      validity: {
        en: "5 years; any number of entries; up to 90 days per stay",
        "zh-Hant": "5年；可多次往來；每次停留不超過90天",
        "zh-Hans": "5年；可多次往来；每次停留不超过90天",
        pt: "5 anos; entradas múltiplas; até 90 dias por estada",
      },
      from: "2024-07-10",
      substitutes: ["cn-visa-f", "cn-visa-m"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA notice July 2024",
            "zh-Hant": "國家移民管理局公告（2024年7月1日）",
            "zh-Hans": "国家移民管理局公告（2024年7月1日）",
            pt: "Anúncio da Administração Nacional de Imigração de julho de 2024",
          },
        },
      ],
      sources: ["https://icbw.com.cn/thread-190774-1-83.html"],
      confidence: "verified",
      note: {
        en: "A card one may choose to hold; automated lanes after fingerprints are taken. Work, study and news reporting still need a visa. The card takes the place of the F or M visa; without it the visa is needed.",
        "zh-Hant": "屬自願申領；留存指紋後可使用快捷通道。工作、就讀、新聞採訪仍須簽證。持證者無須F字或M字簽證；未持證者須申請簽證。",
        "zh-Hans": "属自愿申领；留存指纹后可使用快捷通道。工作、就读、新闻采访仍须签证。持证者无需F字或M字签证；未持证者须申请签证。",
        pt: "O cartão é facultativo; dá acesso às passagens automáticas depois de recolhidas as impressões digitais. Para trabalhar, estudar ou fazer reportagem continua a ser preciso visto. O cartão substitui o visto F ou M; sem ele, o visto é necessário.",
      },
    },
    {
      id: "cn-mtp-tw",
      title: {
        en: "Mainland Travel Permit for Taiwan residents",
        "zh-Hant": "台灣居民來往大陸通行證",
        "zh-Hans": "台湾居民来往大陆通行证",
        pt: "Salvo-conduto de deslocação ao Interior da China para residentes de Taiwan",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(entersMainland, is("person.nationality_class", "tw")),
      papers: ["taiwan-permit"],
      time: workingDays(7, {
        en: "Single-entry permits are also issued on arrival at some ports",
        "zh-Hant": "部分口岸可在抵達時簽發一次有效通行證",
        "zh-Hans": "部分口岸可在抵达时签发一次有效通行证",
        pt: "Em alguns postos também se emite à chegada um título de uma só entrada",
      }),
      validity: { en: "5 years", "zh-Hant": "5年", "zh-Hans": "5年", pt: "5 anos" },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Measures on Chinese citizens travelling between the Mainland and Taiwan",
            "zh-Hant": "中國公民往來臺灣地區管理辦法",
            "zh-Hans": "中国公民往来台湾地区管理办法",
            pt: "Medidas sobre as deslocações de cidadãos chineses entre o Interior da China e Taiwan",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Residents of Taiwan have needed no Mainland work permit since 2018.",
        "zh-Hant": "台灣居民自2018年起在內地就業無須辦理就業許可。",
        "zh-Hans": "台湾居民自2018年起在内地就业无需办理就业许可。",
        pt: "Desde 2018 os residentes de Taiwan não precisam de autorização de trabalho no Interior da China.",
      },
    },
    {
      id: "cn-accommodation-registration",
      title: {
        en: "Accommodation registration within 24 hours",
        "zh-Hant": "境外人員臨時住宿登記",
        "zh-Hans": "境外人员临时住宿登记",
        pt: "Registo de alojamento temporário",
      },
      jurisdiction: "CN",
      type: "notification",
      authority: "local-police",
      kinds: ["person"],
      trigger: all(entersMainland, onForeignPassport),
      papers: ["accommodation-form"],
      time: hours(24, {
        en: "Within 24 hours of arrival when staying outside a hotel",
        "zh-Hant": "住宿旅館以外者，抵達後24小時內",
        "zh-Hans": "住宿旅馆以外者，抵达后24小时内",
        pt: "Nas 24 horas após a chegada, fora de hotéis",
      }),
      validity: { en: "For the stay", "zh-Hant": "按每次住宿", "zh-Hans": "按每次住宿", pt: "Por estada" },
      from: "2013-07-01",
      due: "after-crossing",
      clock: { days: 24, unit: "hour", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "39",
          text: {
            en: "Exit-Entry Administration Law art. 39",
            "zh-Hant": "出境入境管理法第三十九條",
            "zh-Hans": "出境入境管理法第三十九条",
            pt: "Lei de Administração de Saídas e Entradas, art. 39.º",
          },
        },
      ],
      confidence: "memory",
    },
  ],
});
