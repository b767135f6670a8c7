import { moData } from "../../../lib/policy/packs/mo-data.ts";
import { checkCases, checkDays, personalData, someData } from "./cases.ts";

checkCases(moData, [
  ["personal data leave Macao", personalData("MO", "CN"), ["mo-pdpa-transfer", "mo-pdpa-notification"]],
  ["they arrive", personalData("HK", "MO"), ["mo-pdpa-notification"]],
  ["sensitive data arrive without consent", personalData("HK", "MO", { "data.mo_sensitive": true, "data.consent": "other_basis" }), ["mo-pdpa-notification", "mo-pdpa-sensitive"]],
  ["sensitive data arrive with consent", personalData("HK", "MO", { "data.mo_sensitive": true, "data.consent": "consent" }), ["mo-pdpa-notification"]],
  ["measurements leave", someData("MO", "CN", { "data.personal": false, "data.mo_sensitive": true }), []],
  ["personal data pass by", personalData("HK", "CN"), []],
]);

checkDays(moData, "mo-pdpa-notification", "to the bureau that took over in February 2024", personalData("MO", "HK"), [
  ["2024-01-31", "none"],
  ["2024-02-01", null],
  ["2024-02-02", null],
]);
