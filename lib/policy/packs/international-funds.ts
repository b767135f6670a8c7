import { any, atLeast, is } from "./conditions.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Screening that banks do everywhere. */
export const internationalFunds = definePack({
  id: "international-funds",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "aml-screening",
      title: {
        en: "AML and sanctions screening",
        "zh-Hant": "反洗錢與制裁篩查",
        "zh-Hans": "反洗钱与制裁筛查",
        pt: "Prevenção do branqueamento de capitais e sanções",
      },
      jurisdiction: "INT",
      type: "document",
      authority: "aml-bodies",
      kinds: ["funds"],
      trigger: any(is("funds.screening_hit", true), atLeast("funds.amount_usd", 200000)),
      papers: ["kyc-pack"],
      time: workingDays(5, {
        en: "When due diligence is enhanced",
        "zh-Hant": "須加強盡職調查時",
        "zh-Hans": "须加强尽职调查时",
        pt: "Com diligência reforçada",
      }),
      from: "2025-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "AML Law (rev., in force 2025-01-01)",
            "zh-Hant": "反洗錢法（2024年修訂）",
            "zh-Hans": "反洗钱法（2024年修订）",
            pt: "Lei contra o branqueamento de capitais (revista, em vigor desde 1 de janeiro de 2025)",
          },
        },
        {
          articles: null,
          text: {
            en: "Cap. 615",
            "zh-Hant": "《打擊洗錢及恐怖分子資金籌集條例》第615章",
            "zh-Hans": "《打击洗钱及恐怖分子资金筹集条例》第615章",
            pt: "Lei contra o branqueamento de capitais e o financiamento do terrorismo, Cap. 615 (Hong Kong)",
          },
        },
        {
          articles: null,
          text: { en: "Macao Law 2/2006", "zh-Hant": "第2/2006號法律", "zh-Hans": "第2/2006号法律", pt: "Lei n.º 2/2006 (Macau)" },
        },
      ],
      confidence: "memory",
      note: {
        en: "Banks report large cross-border transfers: from CNY 2,000,000 or USD 200,000 for legal persons, from CNY 200,000 or USD 10,000 for individuals. A hit stops the case until it is cleared.",
        "zh-Hant": "銀行須報告大額跨境款項：法人200萬元人民幣或20萬美元起，個人20萬元人民幣或1萬美元起。篩查命中者，查清前不得辦理。",
        "zh-Hans": "银行须报告大额跨境款项：法人200万元人民币或20万美元起，个人20万元人民币或1万美元起。筛查命中者，查清前不得办理。",
        pt: "Os bancos comunicam as grandes transferências transfronteiriças: pessoas coletivas a partir de 2 000 000 CNY ou 200 000 USD; particulares a partir de 200 000 CNY ou 10 000 USD. Uma correspondência suspende o caso até ser esclarecida.",
      },
    },
  ],
});
