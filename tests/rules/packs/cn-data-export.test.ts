import { cnDataExport } from "../../../lib/policy/packs/cn-data-export.ts";
import { checkCases, checkDays, personalData, someData } from "./cases.ts";

const contractOrCertificate = ["cn-data-standard-contract", "cn-data-certification"];

checkCases(cnDataExport, [
  ["99,999 persons, nothing sensitive", personalData("CN", "HK", { "data.pi_count": 99_999 }), []],
  ["100,000 persons", personalData("CN", "HK", { "data.pi_count": 100_000 }), contractOrCertificate],
  ["999,999 persons", personalData("CN", "MO", { "data.pi_count": 999_999 }), contractOrCertificate],
  ["1,000,000 persons", personalData("CN", "XX", { "data.pi_count": 1_000_000 }), ["cn-data-security-assessment"]],
  ["one person's sensitive information", personalData("CN", "HK", { "data.pi_count": 1, "data.sensitive_count": 1 }), contractOrCertificate],
  ["9,999 persons' sensitive information", personalData("CN", "HK", { "data.sensitive_count": 9_999 }), contractOrCertificate],
  ["10,000 persons' sensitive information", personalData("CN", "HK", { "data.sensitive_count": 10_000 }), ["cn-data-security-assessment"]],
  ["a few sensitive among a million", personalData("CN", "HK", { "data.pi_count": 1_000_000, "data.sensitive_count": 5 }), ["cn-data-security-assessment"]],
  ["an operator of critical infrastructure, one person", personalData("CN", "HK", { "data.ciio": true, "data.pi_count": 1 }), ["cn-data-security-assessment"]],
  ["important data without any person", someData("CN", "HK", { "data.personal": false, "data.important": true }), ["cn-data-security-assessment"]],
  ["important data stay in Hong Kong", someData("HK", "MO", { "data.important": true }), []],
  ["ten million persons under an exemption", personalData("CN", "HK", { "data.pi_count": 10_000_000, "data.exempt_scenario": "contract" }), []],
  ["collected abroad, only processed here", personalData("CN", "XX", { "data.sensitive_count": 400_000, "data.collected_abroad": true }), []],
  ["outside a zone's negative list", personalData("CN", "XX", { "data.pi_count": 400_000, "data.ftz_processor": true, "data.ftz_list_status": "outside_list" }), []],
  ["on a zone's negative list", personalData("CN", "XX", { "data.pi_count": 400_000, "data.ftz_processor": true, "data.ftz_list_status": "inside_list" }), contractOrCertificate],
  ["no personal information at all", personalData("CN", "HK", { "data.personal": false, "data.pi_count": 400_000 }), []],
  ["a secret of work is no case for a contract", personalData("CN", "HK", { "data.pi_count": 400_000, "data.core_or_secret": "work_secret" }), []],
  ["personal information enters", personalData("HK", "CN", { "data.pi_count": 400_000 }), []],
]);

checkDays(cnDataExport, "cn-data-security-assessment", "the Provisions of March 2024 moved the thresholds", personalData("CN", "HK", { "data.pi_count": 2_000_000 }), [
  ["2022-08-31", "none"],
  ["2022-09-01", "v2022"],
  ["2024-03-21", "v2022"],
  ["2024-03-22", "v2024"],
  ["2024-03-23", "v2024"],
]);

checkDays(cnDataExport, "cn-data-standard-contract", "the Provisions of March 2024 moved the bands", personalData("CN", "HK", { "data.sensitive_count": 20 }), [
  ["2023-05-31", "none"],
  ["2023-06-01", "v2023"],
  ["2024-03-21", "v2023"],
  ["2024-03-22", "v2024"],
  ["2024-03-23", "v2024"],
]);

checkDays(cnDataExport, "cn-data-certification", "its measures are in force from 2026", personalData("CN", "HK", { "data.sensitive_count": 20 }), [
  ["2025-12-31", "none"],
  ["2026-01-01", null],
  ["2026-01-02", null],
]);
