import { cnDataRelief } from "../../../lib/policy/packs/cn-data-relief.ts";
import { checkCases, personalData, someData } from "./cases.ts";

const freed = ["cn-data-exempt-scenario"];

checkCases(cnDataRelief, [
  ["90,000 persons, nothing sensitive", personalData("CN", "HK", { "data.pi_count": 90_000 }), ["cn-data-exempt-volume"]],
  ["100,000 persons", personalData("CN", "HK", { "data.pi_count": 100_000 }), []],
  ["a few persons, one of them sensitive", personalData("CN", "HK", { "data.pi_count": 10, "data.sensitive_count": 1 }), []],
  ["nobody was counted: no exemption", someData("CN", "HK", { "data.personal": true }), []],
  ["an operator of critical infrastructure", personalData("CN", "HK", { "data.pi_count": 10, "data.ciio": true }), []],
  ["bookings under a contract with the traveller", personalData("CN", "HK", { "data.pi_count": 200_000, "data.exempt_scenario": "contract" }), freed],
  ["a survey from Macao, processed here and sent back", personalData("CN", "MO", { "data.pi_count": 200_000, "data.collected_abroad": true }), freed],
  ["an emergency, but important data", personalData("CN", "HK", { "data.pi_count": 200_000, "data.exempt_scenario": "emergency", "data.important": true }), []],
  ["spectra for a joint paper", someData("CN", "HK", { "data.personal": false, "from.city": "guangzhou" }), ["cn-data-free-flow-nonpersonal"]],
  ["spectra from Shenzhen may also be traded", someData("CN", "HK", { "data.personal": false, "from.city": "shenzhen" }), ["cn-data-free-flow-nonpersonal", "sz-data-exchange"]],
  ["a secret of work flows nowhere freely", someData("CN", "HK", { "data.personal": false, "data.core_or_secret": "work_secret", "from.city": "guangzhou" }), []],
  ["spectra enter", someData("HK", "CN", { "data.personal": false, "from.city": "hongkong" }), []],
  ["outside the list of a free trade zone", personalData("CN", "XX", { "data.pi_count": 200_000, "data.ftz_processor": true, "data.ftz_list_status": "outside_list" }), ["cn-data-ftz-negative-list"]],
  ["on the list of a free trade zone", personalData("CN", "XX", { "data.pi_count": 200_000, "data.ftz_processor": true, "data.ftz_list_status": "inside_list" }), []],
]);
