import { cnPersonalInformation } from "../../../lib/policy/packs/cn-personal-information.ts";
import { checkCases, personalData } from "./cases.ts";

checkCases(cnPersonalInformation, [
  ["personal information leaves with consent", personalData("CN", "HK"), ["cn-pi-pia", "cn-pi-separate-consent"]],
  ["it leaves on another basis", personalData("CN", "MO", { "data.consent": "other_basis" }), ["cn-pi-pia"]],
  ["no basis is named yet", personalData("CN", "MO", { "data.consent": "none" }), ["cn-pi-pia", "cn-pi-separate-consent"]],
  ["it was collected abroad", personalData("CN", "XX", { "data.collected_abroad": true }), []],
  ["nobody is in the data", personalData("CN", "HK", { "data.personal": false }), []],
  ["it enters the Mainland", personalData("HK", "CN"), []],
]);
