import { all, is, isOneOf, not } from "./conditions.ts";
import { crossesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment } from "./terms.ts";
import { days, hours } from "./times.ts";

/** What Hong Kong asks of all goods, samples and reagents alike. */
export const hkGoods = definePack({
  id: "hk-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-tdec",
      title: {
        en: "HK import/export declaration (TDEC)",
        "zh-Hant": "香港進出口報關單",
        "zh-Hans": "香港进出口报关单",
        pt: "Declaração de importação/exportação (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "declaration",
      authority: "hk-customs",
      kinds: ["sample", "reagent"],
      trigger: all(not(is("mode", "electronic")), crossesHongKong, not(is("reagent.ata_scope", true))),
      papers: ["hk-tdec", "invoice-packing"],
      time: days(14, {
        en: "Within 14 days after import or export",
        "zh-Hant": "進口或出口後14日內",
        "zh-Hans": "进口或出口后14天内",
        pt: "Até 14 dias após a importação ou exportação",
      }),
      validity: perConsignment,
      from: null,
      due: "after-crossing",
      clock: { days: 14, unit: "day", calendar: "HK", from: "crossing" },
      citations: [
        {
          articles: "4-5",
          text: {
            en: "Import and Export (Registration) Regulations Cap. 60E regs 4-5",
            "zh-Hant": "《進出口（登記）規例》第60E章第4、5條",
            "zh-Hans": "《进出口（登记）规例》第60E章第4、5条",
            pt: "Regulamentos de Importação e Exportação (Registo), Cap. 60E, regras 4 e 5 (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Exempt: transit, personal baggage, postal packets up to HKD 4,000, samples and advertising matter under HKD 1,000, goods under an ATA carnet.",
        "zh-Hant": "豁免：過境貨物、個人行李、價值不超過4,000港元的郵包、價值低於1,000港元的樣品及廣告品、ATA單證冊貨物。",
        "zh-Hans": "豁免：过境货物、个人行李、价值不超过4000港元的邮包、价值低于1000港元的样品及广告品、ATA单证册货物。",
        pt: "Isentos: trânsito, bagagem pessoal, encomendas postais até 4000 HKD, amostras e publicidade abaixo de 1000 HKD, mercadorias com livrete ATA.",
      },
    },
    {
      id: "hk-rocars",
      title: {
        en: "HK ROCARS advance road cargo information",
        "zh-Hant": "香港道路貨物資料系統",
        "zh-Hans": "香港道路货物资料系统",
        pt: "Informação antecipada de carga rodoviária",
      },
      jurisdiction: "HK",
      type: "declaration",
      authority: "hk-customs",
      kinds: ["sample", "reagent"],
      trigger: all(crossesHongKong, is("mode", "road"), isOneOf("from.jur", "CN", "HK", "MO")),
      papers: ["road-manifest"],
      time: hours(1, {
        en: "Send between 14 days and 30 minutes before the crossing",
        "zh-Hant": "過境前14日至30分鐘內遞交",
        "zh-Hans": "过境前14天至30分钟内提交",
        pt: "Enviar entre 14 dias e 30 minutos antes da passagem",
      }),
      validity: perConsignment,
      from: "2011-11-17",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Import and Export (Electronic Cargo Information) Regulation Cap. 60L",
            "zh-Hant": "《進出口（電子貨物資料）規例》第60L章",
            "zh-Hans": "《进出口（电子货物资料）规例》第60L章",
            pt: "Regulamento de Importação e Exportação (Informação Eletrónica de Carga), Cap. 60L (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "An electronic lock (Single E-lock Scheme) is optional; in 2021 biological material was reported as excluded from it.",
        "zh-Hant": "可選用「跨境一鎖」；據2021年報道，生物材料不在其內。",
        "zh-Hans": "可选用“跨境一锁”；据2021年报道，生物材料不在其内。",
        pt: "O selo eletrónico (Single E-lock Scheme) é facultativo; em 2021 constava que o material biológico estava excluído.",
      },
    },
  ],
});
