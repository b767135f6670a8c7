import { gbaData } from "../../../lib/policy/packs/gba-data.ts";
import { checkCases, checkDays, personalData } from "./cases.ts";

const inTheArea = { "data.exporter_gba_registered": true, "data.recipient_gba_registered": true, "data.onward_outside_gba": false };

checkCases(gbaData, [
  ["Guangzhou to Hong Kong", personalData("CN", "HK", inTheArea), ["gba-sc-hk"]],
  ["Hong Kong to Guangzhou", personalData("HK", "CN", inTheArea), ["gba-sc-hk"]],
  ["Zhuhai to Macao", personalData("CN", "MO", inTheArea), ["gba-sc-mo"]],
  ["Macao to Zhuhai", personalData("MO", "CN", inTheArea), ["gba-sc-mo"]],
  ["Hong Kong to Macao: no contract for this pair", personalData("HK", "MO", inTheArea), []],
  ["an exporter outside the nine cities", personalData("CN", "HK", { ...inTheArea, "data.exporter_gba_registered": false }), []],
  ["it goes on to a sponsor abroad", personalData("CN", "MO", { ...inTheArea, "data.onward_outside_gba": true }), []],
  ["important data", personalData("CN", "HK", { ...inTheArea, "data.important": true }), []],
  ["a secret of work", personalData("CN", "HK", { ...inTheArea, "data.core_or_secret": "work_secret" }), []],
  ["nobody is in the data", personalData("CN", "HK", { ...inTheArea, "data.personal": false }), []],
]);

checkDays(gbaData, "gba-sc-hk", "open to all sectors since November 2024", personalData("CN", "HK", inTheArea), [
  ["2023-12-09", "none"],
  ["2023-12-10", "pilot"],
  ["2024-10-31", "pilot"],
  ["2024-11-01", "all"],
  ["2024-11-02", "all"],
]);

checkDays(gbaData, "gba-sc-mo", "with Macao since September 2024", personalData("CN", "MO", inTheArea), [
  ["2024-09-09", "none"],
  ["2024-09-10", null],
  ["2024-09-11", null],
]);
