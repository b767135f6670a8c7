import type { WorkflowDefinition } from "./definition.ts";
import { acceptance, endorsement, exportControl, programme, review, signOff } from "./steps.ts";

/** What a chemical safety officer looks at: hazards, controlled substances and radiation, on whichever side. */
const chemicalFindings = [
  "cn-hazchem-registration",
  "cn-hazchem-customs-inspection",
  "cn-hazchem-purchase",
  "cn-toxic-chem-release",
  "cn-new-chem",
  "cn-precursor-permit",
  "cn-cwc-controlled",
  "cn-narcotic-permit",
  "cn-radioisotope",
  "hk-dg-295",
  "hk-control-chemicals-145",
  "hk-control-chemicals-145-s3",
  "hk-cwc-578",
  "hk-hazchem-595",
  "hk-dangerous-drugs-134",
  "hk-radiation-303",
  "mo-isaf-import",
  "mo-ssm-licence",
  "mo-fire-licence",
  "mo-precursor",
  "mo-narcotic",
  "int-dg-transport",
];

const exportFindings = ["cn-dual-use-export", "cn-tech-export", "cn-cwc-controlled", "hk-strategic-goods", "hk-cwc-578"];

/** What goes beyond a plain declaration: goods that return, certified or used equipment, drugs, and relief from duty. */
const customsFindings = [
  "cn-temporary-admission",
  "int-ata-carnet",
  "cn-used-mech-electrical",
  "cn-ccc-certification",
  "cn-radio-equipment",
  "cn-drug-import-clearance",
  "cn-sci-import-tax-relief",
  "cn-hengqin-first-line",
  "cn-hetao-duty-free",
  "hk-pharma-60a",
];

const reviews = ["chemical-safety", "export-control", "customs"];

/** How institutions decide on reagents and equipment: endorsed, reviewed where the rules call for it, signed off and accepted. */
export const reagentWorkflow: WorkflowDefinition = {
  id: "reagent",
  version: 2,
  name: { en: "Reagents and equipment", "zh-Hant": "試劑及設備", "zh-Hans": "试剂与设备", pt: "Reagentes e equipamento" },
  appliesTo: { attr: "kind", op: "eq", value: "reagent" },
  steps: [
    endorsement,
    review(
      { id: "chemical-safety", by: chemicalFindings, offices: ["destination", "origin", "home", "host"], days: 5 },
      { en: "Chemical and radiation safety", "zh-Hant": "化學及輻射安全審查", "zh-Hans": "化学品与辐射安全审查", pt: "Segurança química e radiológica" },
      { en: "chemical safety officer", "zh-Hant": "化學安全主任", "zh-Hans": "化学品安全负责人", pt: "responsável de segurança química" },
    ),
    exportControl(exportFindings),
    review(
      { id: "customs", by: customsFindings, offices: ["mainland", "home", "host"], days: 3 },
      { en: "Customs desk", "zh-Hant": "報關安排", "zh-Hans": "报关安排", pt: "Preparação aduaneira" },
      { en: "customs officer of the institution", "zh-Hant": "機構報關主任", "zh-Hans": "单位报关负责人", pt: "responsável aduaneiro da instituição" },
    ),
    signOff(reviews),
    acceptance(reviews),
    programme(["sign-off", "acceptance"]),
  ],
};
