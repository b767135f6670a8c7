import type { Condition } from "../policy/condition.ts";
import type { WorkflowDefinition } from "./definition.ts";
import { acceptance, claimed, endorsement, found, programme, review, signOff, step } from "./steps.ts";

/** Findings that an immigration desk looks at: permits, endorsements, visas and what work and study need. */
const immigrationFindings = [
  "cn-eep-hkmo",
  "cn-mtp-noncn",
  "cn-visa-f",
  "cn-visa-m",
  "cn-visa-x",
  "cn-work-permit-z",
  "cn-accommodation-registration",
  "cn-hkmo-no-work-permit",
  "hk-visit-visa",
  "hk-employment-asmtp",
  "hk-employment-gep",
  "hk-study-visa",
  "hk-training-visa",
  "mo-study-stay",
  "mo-work-exemption-45d",
  "mo-nonresident-worker",
];

/** The employer's word comes before the state's. */
const personnelFindings = ["cn-state-functionary-clearance", "cn-official-travel-permit"];

/** Programmes of immigration authorities: the immigration desk confirms that a claim is good. */
const stateProgrammes = ["cn-endorsement-talent", "cn-eep-tourism-multi", "cn-mtp-noncn", "cn-visa-r", "cn-visa-k", "cn-visa-waiver", "cn-hkmo-no-work-permit", "hk-stas", "hk-ttps", "hk-iang", "mo-work-exemption-45d", "gba-face-clearance"];

const reviews = ["immigration", "personnel"];
const immigrationCalls: Condition = { any: [found(immigrationFindings), claimed(stateProgrammes)] };

/** How institutions decide on travel: endorsed, papers looked at where the rules call for it, signed off at home, accepted by the host with a letter. */
export const personWorkflow: WorkflowDefinition = {
  id: "person",
  version: 2,
  name: { en: "People", "zh-Hant": "人員", "zh-Hans": "人员", pt: "Pessoas" },
  appliesTo: { attr: "kind", op: "eq", value: "person" },
  steps: [
    endorsement,
    step(
      { id: "immigration", needs: ["endorsement"], when: immigrationCalls, offices: ["destination", "origin", "home", "host"], days: 5 },
      { en: "Endorsements and visas", "zh-Hant": "簽註及簽證審查", "zh-Hans": "签注与签证审查", pt: "Vistos de saída e de entrada" },
      { en: "immigration desk", "zh-Hant": "出入境事務組", "zh-Hans": "出入境事务部门", pt: "serviço de migração" },
    ),
    review(
      { id: "personnel", by: personnelFindings, offices: ["mainland", "home"], days: 10 },
      { en: "Personnel office’s consent", "zh-Hant": "人事部門同意", "zh-Hans": "组织人事部门同意", pt: "Consentimento do serviço de pessoal" },
      { en: "personnel office", "zh-Hant": "人事部門", "zh-Hans": "组织人事部门", pt: "serviço de pessoal" },
    ),
    signOff(reviews),
    {
      ...acceptance(reviews),
      name: { en: "Host’s acceptance and letter", "zh-Hant": "接待機構接納並發邀請函", "zh-Hans": "接待单位接受并出具邀请函", pt: "Aceitação e convite da instituição de acolhimento" },
      as: { en: "host institution", "zh-Hant": "接待機構", "zh-Hans": "接待单位", pt: "instituição de acolhimento" },
    },
    programme(["sign-off", "acceptance"]),
  ],
};
