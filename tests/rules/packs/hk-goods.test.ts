import { hkGoods } from "../../../lib/policy/packs/hk-goods.ts";
import { aSample, checkCases } from "./cases.ts";

const reagent = { kind: "reagent", date: "2026-11-30", "from.jur": "CN", "to.jur": "HK", mode: "courier" };

checkCases(hkGoods, [
  ["a sample enters", aSample("CN", "HK"), ["hk-tdec"]],
  ["a sample leaves", aSample("HK", "MO"), ["hk-tdec"]],
  ["a sample between the Mainland and Macao", aSample("CN", "MO"), []],
  ["a sequence is sent instead of a tube", aSample("CN", "HK", { mode: "electronic" }), []],
  ["a sample enters by road", aSample("CN", "HK", { mode: "road" }), ["hk-rocars", "hk-tdec"]],
  ["a sample leaves by road", aSample("HK", "CN", { mode: "road" }), ["hk-rocars", "hk-tdec"]],
  ["a sample is said to come by road from abroad", aSample("XX", "HK", { mode: "road" }), ["hk-tdec"]],
  ["equipment enters under an ATA carnet", { ...reagent, "reagent.ata_scope": true }, []],
  ["a reagent enters", reagent, ["hk-tdec"]],
]);
