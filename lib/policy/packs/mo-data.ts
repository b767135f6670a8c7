import { all, any, is, isOneOf, not } from "./conditions.ts";
import { entersMacao, leavesMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perPermit, practice } from "./terms.ts";
import { days, workingDays } from "./times.ts";

/** Personal data that leave Macao or are processed there. */
export const moData = definePack({
  id: "mo-data",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-pdpa-transfer",
      title: {
        en: "Macao PDPA: transfer outside Macao",
        "zh-Hant": "澳門個人資料轉移至特區以外",
        "zh-Hans": "澳门个人资料转移至特区以外",
        pt: "Transferência de dados pessoais para fora de Macau",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-data-protection",
      kinds: ["data"],
      trigger: all(leavesMacao, is("data.personal", true)),
      papers: ["mo-transfer-auth", "mo-notification"],
      time: workingDays(20, {
        en: "Practice for opinions and authorisations",
        "zh-Hant": "意見及許可的一般處理時間",
        "zh-Hans": "意见及许可的一般处理时间",
        pt: "Prática em pareceres e autorizações",
      }),
      from: "2006-02-19",
      due: "before-permit",
      citations: [
        {
          articles: "19-20",
          text: {
            en: "Law 8/2005 arts. 19-20",
            "zh-Hant": "第8/2005號法律《個人資料保護法》第十九、二十條",
            "zh-Hans": "第8/2005号法律《个人资料保护法》第十九、二十条",
            pt: "Lei n.º 8/2005 (Lei da Protecção de Dados Pessoais), arts. 19.º e 20.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "The authority decides whether the place of destination protects adequately. With unambiguous consent or another ground of art. 20(1) a notification is enough; otherwise an authorisation with contractual safeguards. The contract for the Greater Bay Area gives a standard route to the Mainland.",
        "zh-Hant": "由主管當局判斷接收地的保護是否適當。資料當事人明確同意，或具備第二十條第一款其他依據者，只須通知；其餘情況須附合同保障申請許可。轉移至內地可採用大灣區標準合同。",
        "zh-Hans": "由主管当局判断接收地的保护是否适当。资料当事人明确同意，或具备第二十条第一款其他依据者，只须通知；其余情况须附合同保障申请许可。转移至内地可采用大湾区标准合同。",
        pt: "Cabe à autoridade decidir se o destino assegura um nível de proteção adequado. Com consentimento inequívoco ou outro fundamento do art. 20.º, n.º 1, basta a notificação; nos restantes casos, autorização com garantias contratuais. O contrato-tipo da Grande Baía é a via normal para o Interior da China.",
      },
    },
    {
      id: "mo-pdpa-notification",
      title: {
        en: "Macao PDPA: processing notification (8 days)",
        "zh-Hant": "澳門個人資料自動化處理通知",
        "zh-Hans": "澳门个人资料自动化处理通知",
        pt: "Notificação de tratamento de dados (Macau)",
      },
      jurisdiction: "MO",
      type: "notification",
      authority: "mo-data-protection",
      kinds: ["data"],
      trigger: all(any(leavesMacao, entersMacao), is("data.personal", true)),
      papers: ["mo-notification"],
      time: days(8, {
        en: "Within 8 days after automated processing begins; sensitive data need an authorisation beforehand, a law or consent",
        "zh-Hant": "自動化處理開始後8日內；敏感資料須事先許可，或有法律規定或同意",
        "zh-Hans": "自动化处理开始后8天内；敏感资料须事先许可，或有法律规定或同意",
        pt: "Até 8 dias após o início do tratamento automatizado; os dados sensíveis exigem autorização prévia, lei ou consentimento",
      }),
      validity: {
        en: "Simplified notification: 3 years",
        "zh-Hant": "簡化通知：3年",
        "zh-Hans": "简化通知：3年",
        pt: "Notificação simplificada: 3 anos",
      },
      from: "2024-02-01",
      due: "after-crossing",
      clock: { days: 8, unit: "day", calendar: "MO", from: "crossing" },
      citations: [
        {
          articles: "21-23",
          text: {
            en: "Law 8/2005 arts. 21-23",
            "zh-Hant": "第8/2005號法律第二十一至二十三條",
            "zh-Hans": "第8/2005号法律第二十一至二十三条",
            pt: "Lei n.º 8/2005, arts. 21.º-23.º",
          },
        },
        {
          articles: null,
          text: {
            en: "Admin. Regulation 42/2023",
            "zh-Hant": "第42/2023號行政法規",
            "zh-Hans": "第42/2023号行政法规",
            pt: "Regulamento Administrativo n.º 42/2023",
          },
        },
      ],
      sources: ["https://www.dspdp.gov.mo/en/notice_notice.html"],
      confidence: "verified",
      note: {
        en: "Forms in Chinese or Portuguese. DSPDP took over from GPDP on 1 February 2024. It counts for processing in Macao, wherever the persons live (art. 3).",
        "zh-Hant": "表格以中文或葡文填寫。個人資料保護局於2024年2月1日接替個人資料保護辦公室。凡在澳門處理即適用，不論當事人居於何地（第三條）。",
        "zh-Hans": "表格以中文或葡文填写。个人资料保护局于2024年2月1日接替个人资料保护办公室。凡在澳门处理即适用，不论当事人居于何地（第三条）。",
        pt: "Impressos em chinês ou português. A DSPDP sucedeu ao GPDP em 1 de fevereiro de 2024. Aplica-se ao tratamento em Macau, qualquer que seja a residência dos titulares (art. 3.º).",
      },
    },
    {
      id: "mo-pdpa-sensitive",
      title: {
        en: "Macao PDPA: prior authorisation for sensitive data",
        "zh-Hant": "澳門敏感個人資料處理事先許可",
        "zh-Hans": "澳门敏感个人资料处理事先许可",
        pt: "Autorização prévia para tratamento de dados sensíveis (Macau)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-data-protection",
      kinds: ["data"],
      trigger: all(
        any(leavesMacao, entersMacao),
        is("data.personal", true),
        is("data.mo_sensitive", true),
        not(isOneOf("data.consent", "separate_consent", "consent")),
      ),
      papers: ["mo-sensitive-auth"],
      time: workingDays(20, practice),
      validity: perPermit,
      from: "2006-02-19",
      due: "before-permit",
      citations: [
        {
          articles: "7, 22",
          text: {
            en: "Law 8/2005 arts. 7, 22",
            "zh-Hant": "第8/2005號法律第七條、第二十二條",
            "zh-Hans": "第8/2005号法律第七条、第二十二条",
            pt: "Lei n.º 8/2005, arts. 7.º e 22.º",
          },
        },
      ],
      sources: ["https://www.secrss.com/articles/53163"],
      confidence: "verified",
      note: {
        en: "Needed where no law and no consent allows sensitive data to be processed; also for credit data, interconnection of data and a change of purpose.",
        "zh-Hant": "處理敏感資料而無法律規定或同意者須申請；處理信貸資料、資料互聯及改變用途者亦同。",
        "zh-Hans": "处理敏感资料而无法律规定或同意者须申请；处理信贷资料、资料互联及改变用途者亦同。",
        pt: "Necessária quando nem a lei nem o consentimento permitem tratar dados sensíveis; também para dados de crédito, interconexão e mudança de finalidade.",
      },
    },
  ],
});
