import { cnEquipment } from "../../../lib/policy/packs/cn-equipment.ts";
import { aReagent, checkCases } from "./cases.ts";

checkCases(cnEquipment, [
  ["a microscope that no list names enters", aReagent("HK", "CN", { "reagent.type": "equipment", "reagent.ccc_listed": false }), []],
  ["a listed instrument enters: certified, or exempted for research", aReagent("HK", "CN", { "reagent.type": "equipment", "reagent.ccc_listed": true }), ["cn-ccc-certification", "cn-ccc-exemption"]],
  ["a listed consumable enters: no exemption", aReagent("HK", "CN", { "reagent.type": "consumable", "reagent.ccc_listed": true }), ["cn-ccc-certification"]],
  ["a listed instrument leaves", aReagent("CN", "HK", { "reagent.type": "equipment", "reagent.ccc_listed": true }), []],
  ["a used centrifuge enters", aReagent("MO", "CN", { "reagent.used_mech_electrical": true }), ["cn-used-mech-electrical"]],
  ["a used centrifuge leaves", aReagent("CN", "MO", { "reagent.used_mech_electrical": true }), []],
  ["an analyser enters and goes back", aReagent("HK", "CN", { "reagent.temporary": true }), ["cn-temporary-admission"]],
  ["an analyser leaves and comes back", aReagent("CN", "HK", { "reagent.temporary": true }), ["cn-temporary-admission"]],
  ["an analyser stays", aReagent("HK", "CN", { "reagent.temporary": false }), []],
  ["a loan between Hong Kong and Macao", aReagent("HK", "MO", { "reagent.temporary": true }), []],
  ["a transmitter enters", aReagent("HK", "CN", { "reagent.radio_equipment": true }), ["cn-radio-equipment"]],
  ["a transmitter leaves", aReagent("CN", "HK", { "reagent.radio_equipment": true }), []],
]);
