import { all, is, isOneOf } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { mainlandResident } from "./persons.ts";
import { workingDays } from "./times.ts";

/** Mainland residents who need their employer's or the state's word before they leave. */
export const cnPersonOfficial = definePack({
  id: "cn-person-official",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-state-functionary-clearance",
      title: {
        en: "Personnel-authority consent for registered state functionaries",
        "zh-Hant": "登記備案國家工作人員出境審批",
        "zh-Hans": "登记备案国家工作人员出境审批",
        pt: "Autorização de saída para funcionários registados",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "employer-personnel",
      kinds: ["person"],
      trigger: all(leavesMainland, mainlandResident, is("person.state_functionary", true)),
      papers: ["employer-consent"],
      time: workingDays(10, {
        en: "Internal to the employer; varies",
        "zh-Hant": "單位內部程序，時間不一",
        "zh-Hans": "单位内部程序，时间不一",
        pt: "Procedimento interno da entidade; varia",
      }),
      validity: {
        en: "For the trip or for the endorsement",
        "zh-Hant": "按每次行程或每次簽註",
        "zh-Hans": "按每次行程或每次签注",
        pt: "Por deslocação ou por visto",
      },
      from: "2013-07-01",
      due: "before-submission",
      citations: [
        {
          articles: "12",
          text: {
            en: "Exit-Entry Administration Law art. 12 and cadre rules",
            "zh-Hant": "出境入境管理法第十二條及登記備案規定",
            "zh-Hans": "出境入境管理法第十二条及登记备案规定",
            pt: "Lei de Administração de Saídas e Entradas, art. 12.º, e normas sobre quadros registados",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Heads of hospitals and universities are commonly registered.",
        "zh-Hant": "醫院、高校領導人員一般屬登記備案人員。",
        "zh-Hans": "医院、高校领导人员一般属登记备案人员。",
        pt: "Os dirigentes de hospitais e universidades costumam estar registados.",
      },
    },
    {
      id: "cn-official-travel-permit",
      title: {
        en: "Official-mission approval and official permit to HK/Macao",
        "zh-Hant": "因公往來港澳任務審批與證件",
        "zh-Hans": "因公往来港澳任务审批与证件",
        pt: "Missão oficial: autorização e salvo-conduto oficial",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "hk-macao-affairs-offices",
      kinds: ["person"],
      trigger: all(leavesMainland, isOneOf("to.jur", "HK", "MO"), mainlandResident, is("person.official_mission", true)),
      papers: ["official-approval", "host-invitation"],
      time: workingDays(15, {
        en: "In practice 10 to 20 working days",
        "zh-Hant": "實際為10至20個工作日",
        "zh-Hans": "实际为10至20个工作日",
        pt: "Na prática, 10 a 20 dias úteis",
      }),
      validity: {
        en: "For the mission; official endorsements for several entries exist",
        "zh-Hant": "按每次任務；另有多次往來的因公簽註",
        "zh-Hans": "按每次任务；另有多次往来的因公签注",
        pt: "Por missão; existem vistos oficiais de entradas múltiplas",
      },
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Rules on official travel to HK/Macao",
            "zh-Hant": "因公赴港澳管理規定",
            "zh-Hans": "因公赴港澳管理规定",
            pt: "Normas sobre deslocações oficiais a Hong Kong e Macau",
          },
        },
      ],
      confidence: "memory",
    },
  ],
});
