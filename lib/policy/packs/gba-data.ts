import { all, is, not } from "./conditions.ts";
import { betweenMainlandAndHongKong, betweenMainlandAndMacao } from "./corridors.ts";
import { ordinaryData } from "./data-conditions.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** The standard contracts of the Greater Bay Area for personal information, with Hong Kong and with Macao. */
export const gbaData = definePack({
  id: "gba-data",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "gba-sc-hk",
      title: {
        en: "GBA standard contract (Mainland, Hong Kong)",
        "zh-Hant": "粵港澳大灣區（內地、香港）個人信息跨境流動標準合同",
        "zh-Hans": "粤港澳大湾区（内地、香港）个人信息跨境流动标准合同",
        pt: "Contrato-tipo da Grande Baía (Interior da China, Hong Kong)",
      },
      jurisdiction: "GBA",
      type: "facilitation",
      authority: "gba-contract-hong-kong",
      kinds: ["data"],
      trigger: all(
        is("data.personal", true),
        betweenMainlandAndHongKong,
        is("data.exporter_gba_registered", true),
        is("data.recipient_gba_registered", true),
        not(is("data.onward_outside_gba", true)),
        ordinaryData,
      ),
      papers: ["gba-contract", "gba-commitment", "legal-rep-id", "pia-report"],
      time: workingDays(10, {
        en: "Filed within 10 working days after the contract takes effect",
        "zh-Hant": "合同生效後10個工作日內備案",
        "zh-Hans": "合同生效后10个工作日内备案",
        pt: "Registo até 10 dias úteis após a entrada em vigor do contrato",
      }),
      validity: { en: "For the term of the contract", "zh-Hant": "合同有效期", "zh-Hans": "合同有效期", pt: "Prazo do contrato" },
      from: "2023-12-10",
      versions: [
        {
          id: "pilot",
          from: "2023-12-10",
          to: "2024-10-31",
          note: {
            en: "Pilot for banking, credit reference and health care",
            "zh-Hant": "先行先試：銀行、徵信、醫療三個行業",
            "zh-Hans": "先行先试：银行、征信、医疗三个行业",
            pt: "Projeto-piloto: banca, informação de crédito e saúde",
          },
        },
        {
          id: "all",
          from: "2024-11-01",
          to: null,
          note: {
            en: "Open to all sectors from 1 November 2024",
            "zh-Hant": "2024年11月1日起擴展至各行業",
            "zh-Hans": "2024年11月1日起扩展至各行业",
            pt: "Aberto a todos os setores desde 1 de novembro de 2024",
          },
        },
      ],
      substitutes: ["cn-data-standard-contract", "cn-data-certification", "cn-data-security-assessment"],
      facilitates: ["hk-pdpo-transfer"],
      due: "before-crossing",
      clock: { days: 10, unit: "working_day", calendar: "CN", from: "effective" },
      citations: [
        {
          articles: "2-8",
          text: {
            en: "Implementation guidelines (CAC, ITIB) 10/13 Dec 2023",
            "zh-Hant": "粵港澳大灣區（內地、香港）個人信息跨境流動標準合同實施指引",
            "zh-Hans": "粤港澳大湾区（内地、香港）个人信息跨境流动标准合同实施指引",
            pt: "Orientações de execução (Administração do Ciberespaço e ITIB), 10/13 de dezembro de 2023",
          },
        },
      ],
      sources: [
        "https://digitalpolicy.gov.hk/en/our_work/digital_infrastructure/mainland/cross-boundary_data_flow",
        "https://hmo.sz.gov.cn/zx/wqzx/content/post_1412965.html",
      ],
      confidence: "verified",
      note: {
        en: "Voluntary and without a cap on numbers. Both sides are registered or located in the nine cities or Hong Kong; no important data; nothing passed on out of the Greater Bay Area. The impact assessment is simpler: its report is kept, not filed. Filed are the contract, a commitment letter and the legal representative’s identity. Whether an operator of critical infrastructure may use it instead of the security assessment is not settled: a person decides.",
        "zh-Hant": "自願採用，不設數量上限。雙方須註冊（所在）於大灣區內地九市或香港；不含重要數據；不得向大灣區以外轉移。個人信息保護影響評估從簡，報告留存備查、無須提交。備案材料為合同、承諾書和法定代表人身份證件。關鍵信息基礎設施運營者可否以此代替安全評估，尚無定論，須人工判斷。",
        "zh-Hans": "自愿采用，不设数量上限。双方须注册（所在）于大湾区内地九市或香港；不含重要数据；不得向大湾区以外转移。个人信息保护影响评估从简，报告留存备查、无需提交。备案材料为合同、承诺书和法定代表人身份证件。关键信息基础设施运营者可否以此代替安全评估，尚无定论，须人工判断。",
        pt: "Voluntário e sem limite de volume. Ambas as partes registadas ou situadas nas nove cidades ou em Hong Kong; sem dados importantes; sem retransmissão para fora da Grande Baía. A avaliação de impacto é simplificada: o relatório guarda-se, não se entrega. Registam-se o contrato, a carta de compromisso e a identificação do representante legal. Não está assente se um operador de infraestruturas críticas o pode usar em vez da avaliação de segurança: decide uma pessoa.",
      },
    },
    {
      id: "gba-sc-mo",
      title: {
        en: "GBA standard contract (Mainland, Macao)",
        "zh-Hant": "粵港澳大灣區（內地、澳門）個人信息跨境流動標準合同",
        "zh-Hans": "粤港澳大湾区（内地、澳门）个人信息跨境流动标准合同",
        pt: "Contrato-tipo da Grande Baía (Interior da China, Macau)",
      },
      jurisdiction: "GBA",
      type: "facilitation",
      authority: "gba-contract-macao",
      kinds: ["data"],
      trigger: all(
        is("data.personal", true),
        betweenMainlandAndMacao,
        is("data.exporter_gba_registered", true),
        is("data.recipient_gba_registered", true),
        not(is("data.onward_outside_gba", true)),
        ordinaryData,
      ),
      papers: ["gba-contract", "gba-commitment", "legal-rep-id", "pia-report"],
      time: workingDays(10, {
        en: "Filed within 10 working days after the contract takes effect",
        "zh-Hant": "合同生效後10個工作日內備案",
        "zh-Hans": "合同生效后10个工作日内备案",
        pt: "Registo até 10 dias úteis após a entrada em vigor do contrato",
      }),
      validity: { en: "For the term of the contract", "zh-Hant": "合同有效期", "zh-Hans": "合同有效期", pt: "Prazo do contrato" },
      from: "2024-09-10",
      substitutes: ["cn-data-standard-contract", "cn-data-certification", "cn-data-security-assessment"],
      facilitates: ["mo-pdpa-transfer"],
      due: "before-crossing",
      clock: { days: 10, unit: "working_day", calendar: "CN", from: "effective" },
      citations: [
        {
          articles: "2-10",
          text: {
            en: "Notice 1 of 2024, 10 Sept 2024",
            "zh-Hant": "粵港澳大灣區（內地、澳門）個人信息跨境流動標準合同實施指引（2024年第1號公告）",
            "zh-Hans": "粤港澳大湾区（内地、澳门）个人信息跨境流动标准合同实施指引（2024年第1号公告）",
            pt: "Anúncio n.º 1 de 2024, 10 de setembro de 2024",
          },
        },
      ],
      sources: ["http://nmg.hxxinw.cn/tech/1990024.html"],
      confidence: "verified",
      note: {
        en: "Built like the contract with Hong Kong; important data excluded; breaches are reported to the cyberspace administration or DSPDP. Use by an operator of critical infrastructure: a person decides.",
        "zh-Hant": "設計與香港版本相同；不含重要數據；發生泄露須告知網信部門或澳門個人資料保護局。關鍵信息基礎設施運營者可否使用，須人工判斷。",
        "zh-Hans": "设计与香港版本相同；不含重要数据；发生泄露须告知网信部门或澳门个人资料保护局。关键信息基础设施运营者可否使用，须人工判断。",
        pt: "Concebido como o contrato com Hong Kong; dados importantes excluídos; as violações comunicam-se à Administração do Ciberespaço ou à DSPDP. Uso por operador de infraestruturas críticas: decide uma pessoa.",
      },
    },
  ],
});
