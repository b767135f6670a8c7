import { cnGoods } from "../../../lib/policy/packs/cn-goods.ts";
import { aSample, checkCases } from "./cases.ts";

const crossing = { date: "2026-11-30", "from.jur": "CN", "to.jur": "HK", mode: "courier" };

checkCases(cnGoods, [
  ["a sample leaves", aSample("CN", "HK"), ["cn-customs-declaration"]],
  ["a sample enters", aSample("MO", "CN"), ["cn-customs-declaration"]],
  ["nothing is said about how it travels", { kind: "sample", date: "2026-11-30", "from.jur": "CN", "to.jur": "HK" }, ["cn-customs-declaration"]],
  ["a sequence is sent instead of a tube", aSample("CN", "HK", { mode: "electronic" }), []],
  ["a sample from Hong Kong to Macao", aSample("HK", "MO"), []],
  ["a listed biological agent leaves", aSample("CN", "HK", { "sample.ag_agent": true }), ["cn-customs-declaration", "cn-dual-use-export"]],
  ["a listed biological agent enters", aSample("HK", "CN", { "sample.ag_agent": true }), ["cn-customs-declaration"]],
  ["a dual-use reagent leaves", { kind: "reagent", ...crossing, "reagent.dual_use_cn": true }, ["cn-customs-declaration", "cn-dual-use-export"]],
  ["controlled technical data leaves", { kind: "data", ...crossing, "data.dual_use_technical": true }, ["cn-dual-use-export"]],
  ["other data leaves", { kind: "data", ...crossing }, []],
]);
