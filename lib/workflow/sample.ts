import type { WorkflowDefinition } from "./definition.ts";
import { acceptance, endorsement, ethics, exportControl, programme, review, signOff } from "./steps.ts";

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

const reviews = ["biosafety", "ethics", "export-control"];

/** How institutions decide on samples: endorsed, reviewed where the rules call for it, signed off at home and accepted by the host. */
export const sampleWorkflow: WorkflowDefinition = {
  id: "sample",
  version: 2,
  name: { en: "Samples", "zh-Hant": "樣本", "zh-Hans": "样本", pt: "Amostras" },
  appliesTo: { attr: "kind", op: "eq", value: "sample" },
  steps: [
    endorsement,
    review(
      { id: "biosafety", by: biosafetyFindings, offices: ["destination", "origin", "home", "host"], days: 5 },
      { en: "Biosafety review", "zh-Hant": "生物安全審查", "zh-Hans": "生物安全审查", pt: "Apreciação de biossegurança" },
      { en: "biosafety officer", "zh-Hant": "生物安全主任", "zh-Hans": "生物安全负责人", pt: "responsável de biossegurança" },
    ),
    ethics(ethicsFindings),
    exportControl(exportFindings),
    signOff(reviews),
    acceptance(reviews),
    programme(["sign-off", "acceptance"]),
  ],
};
