import type { WorkflowDefinition } from "./definition.ts";
import { endorsement, ethics, exportControl, hostIsHere, programme, review, step } from "./steps.ts";

/** Whatever concerns persons, exemptions too: somebody has to answer for the count. */
const personalFindings = [
  "cn-pi-pia",
  "cn-pi-separate-consent",
  "cn-data-security-assessment",
  "cn-data-standard-contract",
  "cn-data-exempt-volume",
  "cn-data-exempt-scenario",
  "gba-sc-hk",
  "gba-sc-mo",
  "hk-pdpo-transfer",
  "mo-pdpa-transfer",
  "mo-pdpa-notification",
  "mo-pdpa-sensitive",
];

/** Contracts, exemptions and filings whose wording a lawyer answers for. */
const legalFindings = [
  "cn-data-security-assessment",
  "cn-data-standard-contract",
  "cn-data-exempt-scenario",
  "cn-data-ftz-negative-list",
  "gba-sc-hk",
  "gba-sc-mo",
  "mo-pdpa-transfer",
  "cn-tech-export",
];

const securityFindings = [
  "cn-data-security-assessment",
  "cn-important-data-risk",
  "cn-core-data-secret",
  "cn-health-data-localisation",
  "cn-scientific-data",
  "cn-geo-data",
  "cn-hgr-security-review",
];

const ethicsFindings = ["cn-ethics-review", "cn-hgr-info-prior-report", "cn-hgr-security-review"];
const exportFindings = ["cn-dual-use-export", "cn-tech-export"];

const reviews = ["data-protection", "legal", "security", "ethics", "export-control"];
const steward = { en: "data steward", "zh-Hant": "數據管理員", "zh-Hans": "数据管理员", pt: "gestor de dados" };

/** How institutions decide on data: endorsed, reviewed where the rules call for it, released and received by the data stewards. */
export const dataWorkflow: WorkflowDefinition = {
  id: "data",
  version: 2,
  name: { en: "Data", "zh-Hant": "數據", "zh-Hans": "数据", pt: "Dados" },
  appliesTo: { attr: "kind", op: "eq", value: "data" },
  steps: [
    endorsement,
    review(
      { id: "data-protection", by: personalFindings, offices: ["origin", "home", "host"], days: 5 },
      { en: "Data protection review", "zh-Hant": "個人資料保護審查", "zh-Hans": "个人信息保护审查", pt: "Apreciação de proteção de dados" },
      { en: "data protection officer", "zh-Hant": "個人資料保護主任", "zh-Hans": "个人信息保护负责人", pt: "encarregado da proteção de dados" },
    ),
    review(
      { id: "legal", by: legalFindings, offices: ["origin", "home", "host"], days: 5 },
      { en: "Legal review", "zh-Hant": "法律審查", "zh-Hans": "法务审查", pt: "Apreciação jurídica" },
      { en: "legal officer", "zh-Hant": "法律事務主任", "zh-Hans": "法务负责人", pt: "responsável jurídico" },
    ),
    review(
      { id: "security", by: securityFindings, offices: ["mainland", "home", "host"], days: 5 },
      { en: "Security and secrecy review", "zh-Hant": "資訊安全及保密審查", "zh-Hans": "网络安全与保密审查", pt: "Apreciação de segurança e sigilo" },
      { en: "security officer", "zh-Hant": "資訊安全主任", "zh-Hans": "网络安全负责人", pt: "responsável de segurança" },
    ),
    ethics(ethicsFindings),
    exportControl(exportFindings),
    step(
      { id: "steward-home", does: "data-steward", needs: ["endorsement", ...reviews], offices: ["home"], days: 3 },
      { en: "Home data steward", "zh-Hant": "所屬機構數據管理員審核", "zh-Hans": "所在单位数据管理员审核", pt: "Gestor de dados da instituição de origem" },
      steward,
    ),
    step(
      { id: "steward-host", does: "data-steward", needs: ["endorsement", ...reviews], when: hostIsHere, offices: ["host"], days: 5 },
      { en: "Host data steward", "zh-Hant": "接收機構數據管理員確認", "zh-Hans": "接收单位数据管理员确认", pt: "Gestor de dados da instituição de acolhimento" },
      steward,
    ),
    programme(["steward-home", "steward-host"]),
  ],
};
