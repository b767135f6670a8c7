import { hkData } from "../../../lib/policy/packs/hk-data.ts";
import { checkCases, personalData, someData } from "./cases.ts";

checkCases(hkData, [
  ["personal data leave Hong Kong", personalData("HK", "CN"), ["hk-pdpo-transfer"]],
  ["they leave for abroad", personalData("HK", "XX"), ["hk-pdpo-transfer"]],
  ["they arrive", personalData("CN", "HK"), []],
  ["measurements leave", someData("HK", "CN", { "data.personal": false }), []],
]);
