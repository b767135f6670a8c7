import { all, any, atLeast, is, not } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { exemptFromMechanism, inContractBand, ordinaryData } from "./data-conditions.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Personal information and important data that leave the Mainland: assessment, contract or certification. */
export const cnDataExport = definePack({
  id: "cn-data-export",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-data-security-assessment",
      title: {
        en: "CAC data export security assessment",
        "zh-Hant": "數據出境安全評估",
        "zh-Hans": "数据出境安全评估",
        pt: "Avaliação de segurança de exportação de dados",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "cyberspace-administration",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        any(
          is("data.important", true),
          all(
            not(exemptFromMechanism),
            is("data.personal", true),
            any(is("data.ciio", true), atLeast("data.pi_count", 1_000_000), atLeast("data.sensitive_count", 10_000)),
          ),
        ),
      ),
      papers: ["self-assessment", "security-assessment-decision", "pia-report", "data-classification", "contract-invoice"],
      time: workingDays(57, {
        en: "Check for completeness by the province 5 working days, acceptance 7, assessment 45, which can be extended",
        "zh-Hant": "省級完備性查驗5個工作日，國家網信辦受理7個工作日，評估45個工作日（可延長）",
        "zh-Hans": "省级完备性查验5个工作日，国家网信办受理7个工作日，评估45个工作日（可延长）",
        pt: "Verificação provincial 5 dias úteis, aceitação 7, avaliação 45, prorrogável",
      }),
      validity: {
        en: "3 years; an extension is asked for 60 working days before the end",
        "zh-Hant": "3年；屆滿60個工作日前申請延長",
        "zh-Hans": "3年；届满60个工作日前申请延长",
        pt: "3 anos; a prorrogação pede-se 60 dias úteis antes do termo",
      },
      from: "2022-09-01",
      versions: [
        {
          id: "v2022",
          from: "2022-09-01",
          to: "2024-03-21",
          note: {
            en: "Measures of 2022: other thresholds, which this text does not hold",
            "zh-Hant": "2022年《評估辦法》：門檻不同，此處未載",
            "zh-Hans": "2022年《评估办法》：门槛不同，此处未载",
            pt: "Medidas de 2022: limiares diferentes, que aqui não constam",
          },
        },
        {
          id: "v2024",
          from: "2024-03-22",
          to: null,
          note: {
            en: "Thresholds of the Provisions of 22 March 2024",
            "zh-Hant": "2024年3月22日《規定》的門檻",
            "zh-Hans": "2024年3月22日《规定》的门槛",
            pt: "Limiares das Disposições de 22 de março de 2024",
          },
        },
      ],
      due: "before-permit",
      citations: [
        {
          articles: "4,7,12",
          text: {
            en: "Measures for security assessment of data export (CAC Decree 11)",
            "zh-Hant": "數據出境安全評估辦法",
            "zh-Hans": "数据出境安全评估办法",
            pt: "Medidas de avaliação de segurança da exportação de dados (Decreto n.º 11 da Administração do Ciberespaço)",
          },
        },
        {
          articles: "7,9",
          text: {
            en: "Provisions on promoting and regulating cross-border data flows (CAC Decree 16)",
            "zh-Hant": "促進和規範數據跨境流動規定",
            "zh-Hans": "促进和规范数据跨境流动规定",
            pt: "Disposições sobre a promoção e regulação dos fluxos transfronteiriços de dados (Decreto n.º 16)",
          },
        },
      ],
      sources: [
        "https://wilmerhale.com/insights/client-alerts/20240326-china-finalizes-rules-to-ease-data-export-compliance-burden",
        "http://ovrom.com/web/English/2024-04/03/content_1956268.html",
      ],
      confidence: "verified",
      note: {
        en: "Counted from 1 January of the year: an operator of critical infrastructure with any personal information; important data in any amount; from 1,000,000 persons’ personal information that is not sensitive; from 10,000 persons’ sensitive information. What was neither notified nor published as important data need not be declared as such. For a crossing before 22 March 2024 other thresholds counted: a person decides.",
        "zh-Hant": "自當年1月1日起累計：關鍵信息基礎設施運營者提供任何個人信息；任何數量的重要數據；100萬人以上非敏感個人信息；1萬人以上敏感個人信息。未獲告知或公布為重要數據者，無須按重要數據申報。2024年3月22日前出境適用其他門檻，須人工判斷。",
        "zh-Hans": "自当年1月1日起累计：关键信息基础设施运营者提供任何个人信息；任何数量的重要数据；100万人以上非敏感个人信息；1万人以上敏感个人信息。未被告知或公布为重要数据的，无需按重要数据申报。2024年3月22日前出境适用其他门槛，须人工判断。",
        pt: "Conta-se desde 1 de janeiro: operador de infraestruturas críticas com quaisquer informações pessoais; dados importantes em qualquer quantidade; a partir de 1 000 000 de pessoas com informações não sensíveis; a partir de 10 000 com informações sensíveis. O que não foi notificado nem publicado como importante não se declara como tal. Antes de 22 de março de 2024 valiam outros limiares: decide uma pessoa.",
      },
    },
    {
      id: "cn-data-standard-contract",
      title: {
        en: "PI export standard contract filing",
        "zh-Hant": "個人信息出境標準合同備案",
        "zh-Hans": "个人信息出境标准合同备案",
        pt: "Registo do contrato-tipo de exportação de informações pessoais",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "guangdong-cyberspace",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.personal", true),
        ordinaryData,
        not(exemptFromMechanism),
        not(is("data.ciio", true)),
        inContractBand,
      ),
      papers: ["standard-contract", "pia-report", "separate-consent", "legal-rep-id"],
      time: workingDays(15, {
        en: "Filed within 10 working days after the contract takes effect; review 15 working days",
        "zh-Hant": "合同生效後10個工作日內備案；審核15個工作日",
        "zh-Hans": "合同生效后10个工作日内备案；审核15个工作日",
        pt: "Registo até 10 dias úteis após a entrada em vigor do contrato; apreciação 15 dias úteis",
      }),
      validity: {
        en: "For the term of the contract; filed anew when it changes",
        "zh-Hant": "合同有效期；變更須重新備案",
        "zh-Hans": "合同有效期；变更须重新备案",
        pt: "Prazo do contrato; novo registo em caso de alteração",
      },
      from: "2023-06-01",
      versions: [
        {
          id: "v2023",
          from: "2023-06-01",
          to: "2024-03-21",
          note: {
            en: "Measures of 2023, before the Provisions of March 2024",
            "zh-Hant": "2023年《辦法》，2024年3月《規定》施行前",
            "zh-Hans": "2023年《办法》，2024年3月《规定》施行前",
            pt: "Medidas de 2023, antes das Disposições de março de 2024",
          },
        },
        {
          id: "v2024",
          from: "2024-03-22",
          to: null,
          note: {
            en: "Bands of the Provisions of 22 March 2024",
            "zh-Hant": "2024年3月22日《規定》的數量區間",
            "zh-Hans": "2024年3月22日《规定》的数量区间",
            pt: "Escalões das Disposições de 22 de março de 2024",
          },
        },
      ],
      due: "before-crossing",
      clock: { days: 10, unit: "working_day", calendar: "CN", from: "effective" },
      citations: [
        {
          articles: "4-8",
          text: {
            en: "Measures on the standard contract (CAC Decree 13)",
            "zh-Hant": "個人信息出境標準合同辦法",
            "zh-Hans": "个人信息出境标准合同办法",
            pt: "Medidas sobre o contrato-tipo (Decreto n.º 13 da Administração do Ciberespaço)",
          },
        },
        {
          articles: "8",
          text: {
            en: "Provisions of 22 March 2024",
            "zh-Hant": "促進和規範數據跨境流動規定",
            "zh-Hans": "促进和规范数据跨境流动规定",
            pt: "Disposições de 22 de março de 2024",
          },
        },
      ],
      sources: ["http://hanyilaw.cn/en/info/395.htm"],
      confidence: "verified",
      note: {
        en: "The alternative is certification. The transfer need not wait for the filing once the contract is in force.",
        "zh-Hant": "亦可改用認證方式。合同生效後，無須等待備案完成即可出境。",
        "zh-Hans": "也可选择认证方式。合同生效后，不必等待备案完成即可出境。",
        pt: "A alternativa é a certificação. Com o contrato em vigor, a transferência não espera pelo registo.",
      },
    },
    {
      id: "cn-data-certification",
      title: {
        en: "PI export certification",
        "zh-Hant": "個人信息出境認證",
        "zh-Hans": "个人信息出境认证",
        pt: "Certificação de exportação de informações pessoais",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "cyberspace-and-market-regulation",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.personal", true),
        ordinaryData,
        not(exemptFromMechanism),
        not(is("data.ciio", true)),
        inContractBand,
      ),
      papers: ["pi-cert", "pia-report"],
      time: workingDays(60, {
        en: "As the certification body plans",
        "zh-Hant": "按認證機構的安排",
        "zh-Hans": "按认证机构的安排",
        pt: "Conforme o calendário do organismo",
      }),
      validity: {
        en: "3 years; renewed 6 months before the end (not confirmed)",
        "zh-Hant": "3年；屆滿前6個月申請續期（未經核實）",
        "zh-Hans": "3年；届满前6个月申请续期（未经核实）",
        pt: "3 anos; renovação 6 meses antes do termo (não confirmado)",
      },
      from: "2026-01-01",
      substitutes: ["cn-data-standard-contract"],
      due: "before-permit",
      citations: [
        {
          articles: "5",
          text: {
            en: "PI export certification measures (CAC/SAMR Decree 20)",
            "zh-Hant": "個人信息出境認證辦法（第20號令）",
            "zh-Hans": "个人信息出境认证办法（第20号令）",
            pt: "Medidas de certificação da exportação de informações pessoais (Decreto n.º 20)",
          },
        },
      ],
      sources: ["http://www.cac.gov.cn/2025-10/17/c_1762449729745366.htm"],
      confidence: "verified",
      note: {
        en: "For the same numbers of persons as the standard contract, which may not be split up. Not for operators of critical infrastructure nor for important data. Certification bodies file within 10 working days of qualifying.",
        "zh-Hant": "適用的人數區間與標準合同相同，不得拆分數量。不適用於關鍵信息基礎設施運營者和重要數據。認證機構須在取得資質後10個工作日內備案。",
        "zh-Hans": "适用的人数区间与标准合同相同，不得拆分数量。不适用于关键信息基础设施运营者和重要数据。认证机构须在取得资质后10个工作日内备案。",
        pt: "Para os mesmos números de pessoas do contrato-tipo, que não se podem fracionar. Não serve a operadores de infraestruturas críticas nem a dados importantes. Os organismos registam-se até 10 dias úteis após a qualificação.",
      },
    },
  ],
});
