import { internationalGoods } from "../../../lib/policy/packs/international-goods.ts";
import { aReagent, checkCases } from "./cases.ts";

const loan = { "reagent.temporary": true, "reagent.ata_scope": true, "reagent.return_months": 6 };

checkCases(internationalGoods, [
  ["an analyser on a carnet for six months", aReagent("HK", "CN", loan), ["int-ata-carnet"]],
  ["for exactly twelve months", aReagent("HK", "MO", { ...loan, "reagent.return_months": 12 }), ["int-ata-carnet"]],
  ["for thirteen months: longer than a carnet runs", aReagent("HK", "CN", { ...loan, "reagent.return_months": 13 }), []],
  ["nothing is said about when it returns", aReagent("HK", "CN", { "reagent.temporary": true, "reagent.ata_scope": true }), []],
  ["a loan without a carnet", aReagent("HK", "CN", { ...loan, "reagent.ata_scope": false }), []],
  ["solvents of class 3", aReagent("CN", "MO", { "reagent.un_class": "3" }), ["int-dg-transport"]],
  ["infectious goods, which have rules of their own", aReagent("CN", "MO", { "reagent.un_class": "6.2" }), []],
  ["no dangerous goods", aReagent("CN", "MO", { "reagent.un_class": "none" }), []],
  ["nothing is said about a class", aReagent("CN", "MO"), []],
]);
