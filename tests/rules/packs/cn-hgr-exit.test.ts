import { cnHgrExit } from "../../../lib/policy/packs/cn-hgr-exit.ts";
import { aSample, checkCases } from "./cases.ts";

const tissue = { "sample.human_origin_cn": true, "sample.hgr_material": "cell_containing" };
const serum = { "sample.human_origin_cn": true, "sample.hgr_material": "cell_free_fluid" };
const pilotBranch = { "org.hgr_pilot_branch": true };

checkCases(cnHgrExit, [
  ["tumour tissue of Mainland patients to Hong Kong", aSample("CN", "HK", tissue), ["cn-hgr-export-approval"]],
  ["the same to Macao", aSample("CN", "MO", tissue), ["cn-hgr-export-approval"]],
  ["the same abroad", aSample("CN", "XX", tissue), ["cn-hgr-export-approval"]],
  ["the same within the Mainland", aSample("CN", "CN", tissue), []],
  ["the same back from Hong Kong", aSample("HK", "CN", tissue), []],
  ["tissue of donors outside the Mainland", aSample("CN", "HK", { ...tissue, "sample.human_origin_cn": false }), []],
  ["serum of Mainland patients to Hong Kong", aSample("CN", "HK", serum), ["cn-hgr-scope-determination"]],
  ["serum that enters the Mainland", aSample("HK", "CN", serum), []],
  ["material that is no human genetic resource", aSample("CN", "HK", { ...tissue, "sample.hgr_material": "none" }), []],
  ["a pilot branch sends tissue to Hong Kong", aSample("CN", "HK", { ...tissue, ...pilotBranch }), ["cn-hgr-export-approval", "cn-hgr-hk-branch-pilot"]],
  ["a pilot branch sends tissue to Macao", aSample("CN", "MO", { ...tissue, ...pilotBranch }), ["cn-hgr-export-approval"]],
  ["a pilot branch sends serum to Hong Kong", aSample("CN", "HK", { ...serum, ...pilotBranch }), ["cn-hgr-scope-determination"]],
]);
