import { moGoods } from "../../../lib/policy/packs/mo-goods.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(moGoods, [
  ["a sample enters", aSample("CN", "MO"), ["mo-trade-declaration"]],
  ["a sample leaves", aSample("MO", "HK"), ["mo-trade-declaration"]],
  ["a reagent enters", { kind: "reagent", date: "2026-11-30", "from.jur": "HK", "to.jur": "MO", mode: "road" }, ["mo-trade-declaration"]],
  ["a sequence is sent instead of a tube", aSample("MO", "HK", { mode: "electronic" }), []],
  ["a sample between the Mainland and Hong Kong", aSample("CN", "HK"), []],
]);
