import type { Condition } from "../policy/condition.ts";
import type { DeskFunction, Office, StepDefinition, WorkflowDefinition } from "./definition.ts";

/** Findings that a biosafety officer looks at: whatever may be infectious, is genetically modified, or travels as such. */
const biosafetyFindings = [
  "cn-special-goods-permit",
  "cn-special-goods-access-high-risk",
  "cn-pathogen-transport-permit",
  "cn-biomaterial-import-quarantine",
  "cn-lab-animal-import",
  "cn-soil-special-permit",
  "cn-gmo-agri",
  "hk-biological-import-599a",
  "hk-animal-import",
  "hk-animal-pathogen-139",
  "hk-gmo-607",
  "hk-strategic-bio",
  "mo-dg62-declaration",
  "mo-blood-organ-licence",
  "int-iata-cat-a",
  "int-un3373",
  "int-un3549",
  "int-un3245",
];

const ethicsFindings = [
  "cn-hgr-scope-determination",
  "cn-hgr-export-approval",
  "cn-hgr-intl-coop-approval",
  "cn-hgr-clinical-trial-filing",
  "cn-hgr-collection-approval",
  "cn-ethics-review",
];

/** What an export-control officer answers for: dual use, protected species, germplasm. */
const exportFindings = ["cn-dual-use-export", "hk-strategic-bio", "cn-cites-cert", "cn-wildlife-approval", "cn-germplasm-export", "hk-cites-586", "hk-cites-import-doc", "mo-cites"];

const programmes = ["cn-special-goods-hetao-fast", "cn-hetao-duty-free", "cn-hetao-customs-supervision", "cn-hgr-hk-branch-pilot"];

const reviews = ["biosafety", "ethics", "export-control"];
const institutions = ["sign-off", "acceptance"];
const always: StepDefinition["may"] = ["approve", "approveWithConditions", "return", "reject"];

/** How institutions decide on samples: endorsed, reviewed where the rules call for it, signed off at home and accepted by the host. */
export const sampleWorkflow: WorkflowDefinition = {
  id: "sample",
  version: 1,
  name: { en: "Samples", "zh-Hant": "樣本", "zh-Hans": "样本", pt: "Amostras" },
  appliesTo: { attr: "kind", op: "eq", value: "sample" },
  steps: [
    {
      ...step("endorsement", [], null, ["home"], 3),
      named: true,
      may: ["approve", "return", "reject"],
      name: { en: "Endorsement", "zh-Hant": "首席研究員同意", "zh-Hans": "课题负责人同意", pt: "Aval" },
      as: { en: "endorser", "zh-Hant": "首席研究員", "zh-Hans": "课题负责人", pt: "responsável pelo aval" },
    },
    {
      ...step("biosafety", ["endorsement"], found(biosafetyFindings), ["destination", "origin", "home", "host"], 5),
      name: { en: "Biosafety review", "zh-Hant": "生物安全審查", "zh-Hans": "生物安全审查", pt: "Apreciação de biossegurança" },
      as: { en: "biosafety officer", "zh-Hant": "生物安全主任", "zh-Hans": "生物安全负责人", pt: "responsável de biossegurança" },
    },
    {
      ...step("ethics", ["endorsement"], found(ethicsFindings), ["mainland", "home", "host"], 10),
      name: { en: "Human genetic resources and ethics", "zh-Hant": "人類遺傳資源及倫理審查", "zh-Hans": "人类遗传资源与伦理审查", pt: "Recursos genéticos humanos e ética" },
      as: { en: "ethics officer", "zh-Hant": "倫理審查主任", "zh-Hans": "伦理审查负责人", pt: "responsável de ética" },
    },
    {
      ...step("export-control", ["endorsement"], found(exportFindings), ["origin", "home", "host"], 5),
      name: { en: "Export control", "zh-Hant": "出口管制審查", "zh-Hans": "出口管制审查", pt: "Controlo de exportação" },
      as: { en: "export control officer", "zh-Hant": "出口管制主任", "zh-Hans": "出口管制负责人", pt: "responsável pelo controlo de exportação" },
    },
    {
      ...step("sign-off", ["endorsement", ...reviews], null, ["home"], 3),
      name: { en: "Home institution’s sign-off", "zh-Hant": "所屬機構簽核", "zh-Hans": "所在单位签核", pt: "Aprovação da instituição de origem" },
      as: { en: "research office of the home institution", "zh-Hant": "所屬機構科研處", "zh-Hans": "所在单位科研处", pt: "serviço de investigação da instituição de origem" },
    },
    {
      ...step("acceptance", ["endorsement", ...reviews], { attr: "host", op: "eq", value: "here" }, ["host"], 5),
      name: { en: "Host institution’s acceptance", "zh-Hant": "接待機構接納", "zh-Hans": "接收单位接受", pt: "Aceitação da instituição de acolhimento" },
      as: { en: "research office of the host institution", "zh-Hant": "接待機構科研處", "zh-Hans": "接收单位科研处", pt: "serviço de investigação da instituição de acolhimento" },
    },
    {
      ...step("programme", institutions, { any: programmes.map((programme): Condition => ({ attr: "claims", op: "contains", value: programme })) }, ["programme"], 5),
      name: { en: "Programme desk", "zh-Hant": "計劃辦事處確認", "zh-Hans": "便利措施主管机构确认", pt: "Confirmação do programa" },
      as: { en: "programme desk", "zh-Hant": "計劃辦事處", "zh-Hans": "便利措施主管机构", pt: "serviço do programa" },
    },
  ],
};

function step(id: DeskFunction, needs: string[], when: Condition | null, offices: Office[], workingDays: number): Omit<StepDefinition, "name" | "as"> & { id: string } {
  return { id, needs: { join: "all", of: needs }, when, desk: { function: id, offices }, named: false, mode: "one", clock: { workingDays, pausedWhileReturned: true }, may: always };
}

function found(findings: readonly string[]): Condition {
  return { any: findings.map((id): Condition => ({ attr: "findings", op: "contains", value: id })) };
}
