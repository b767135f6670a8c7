import { all, is, isOneOf, not } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** What precedes every export of personal information from the Mainland, whatever the mechanism. */
export const cnPersonalInformation = definePack({
  id: "cn-personal-information",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-pi-pia",
      title: {
        en: "Personal information protection impact assessment",
        "zh-Hant": "個人信息保護影響評估",
        "zh-Hans": "个人信息保护影响评估",
        pt: "Avaliação de impacto sobre a proteção de informações pessoais",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "exporter",
      kinds: ["data"],
      trigger: all(leavesMainland, is("data.personal", true), not(is("data.collected_abroad", true))),
      papers: ["pia-report"],
      time: workingDays(10, { en: "Done within the institution", "zh-Hant": "由單位內部完成", "zh-Hans": "由单位内部完成", pt: "Procedimento interno da instituição" }),
      validity: { en: "Kept for at least 3 years", "zh-Hant": "至少保存3年", "zh-Hans": "至少保存3年", pt: "Conservar pelo menos 3 anos" },
      from: "2021-11-01",
      due: "before-submission",
      citations: [
        {
          articles: "55-56",
          text: {
            en: "PIPL arts. 55-56",
            "zh-Hant": "個人信息保護法第五十五、五十六條",
            "zh-Hans": "个人信息保护法第五十五、五十六条",
            pt: "Lei da Proteção das Informações Pessoais (PIPL), arts. 55.º e 56.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Before any provision abroad, also where no assessment, contract or certification is needed.",
        "zh-Hant": "向境外提供前均須進行，即使免予評估、合同或認證。",
        "zh-Hans": "向境外提供前均须进行，即使免予评估、合同或认证。",
        pt: "Antes de qualquer fornecimento ao exterior, mesmo quando o mecanismo é dispensado.",
      },
    },
    {
      id: "cn-pi-separate-consent",
      title: {
        en: "Notice and separate consent for provision abroad",
        "zh-Hant": "向境外提供個人信息的告知與單獨同意",
        "zh-Hans": "向境外提供个人信息的告知与单独同意",
        pt: "Informação e consentimento separado",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "exporter",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.personal", true),
        not(is("data.collected_abroad", true)),
        isOneOf("data.consent", "separate_consent", "consent", "none"),
      ),
      papers: ["separate-consent"],
      time: noWait(),
      from: "2021-11-01",
      due: "before-submission",
      citations: [
        {
          articles: "29,39",
          text: {
            en: "PIPL arts. 29, 39",
            "zh-Hant": "個人信息保護法第二十九、三十九條",
            "zh-Hans": "个人信息保护法第二十九、三十九条",
            pt: "Lei da Proteção das Informações Pessoais (PIPL), arts. 29.º e 39.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Separate consent is needed where consent is the legal basis; for sensitive information the person is also told why it is necessary.",
        "zh-Hant": "如以同意為合法性基礎，須取得單獨同意；如涉及敏感個人信息，亦須告知必要性。",
        "zh-Hans": "以同意为合法性基础的，须取得单独同意；涉及敏感个人信息的，还须告知必要性。",
        pt: "O consentimento separado exige-se quando a base legal é o consentimento; nas informações sensíveis explica-se também a necessidade.",
      },
    },
  ],
});
