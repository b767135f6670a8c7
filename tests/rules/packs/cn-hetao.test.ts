import { expect, it } from "vitest";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import { cnHetao } from "../../../lib/policy/packs/cn-hetao.ts";
import { aSample, checkCases, checkDays } from "./cases.ts";

const toPark = { "to.zone": "hetao_sz", "org.to.hetao_whitelist": true };
const fromPark = { "from.zone": "hetao_sz", "org.from.hetao_whitelist": true };
const blood = { "sample.special_goods_cn": true };
const reagent = { kind: "reagent", date: "2026-11-30", "from.jur": "HK", "to.jur": "CN", mode: "courier", ...toPark };

checkCases(cnHetao, [
  ["a sample from Hong Kong to a white-listed body in the park", aSample("HK", "CN", toPark), ["cn-hetao-customs-supervision", "cn-hetao-duty-free"]],
  ["the same to a body that is not white-listed", aSample("HK", "CN", { ...toPark, "org.to.hetao_whitelist": false }), []],
  ["the same to Qianhai", aSample("HK", "CN", { ...toPark, "to.zone": "qianhai" }), []],
  ["a sample from Macao to the park", aSample("MO", "CN", toPark), []],
  ["a sample from the park to Hong Kong", aSample("CN", "HK", fromPark), ["cn-hetao-customs-supervision"]],
  ["a sample from the park to Macao", aSample("CN", "MO", fromPark), []],
  ["the white-listed body is not the one in the park", aSample("CN", "HK", { "from.zone": "hetao_sz", "org.to.hetao_whitelist": true }), []],
  ["blood from the park to Hong Kong", aSample("CN", "HK", { ...fromPark, ...blood }), ["cn-hetao-customs-supervision", "cn-special-goods-hetao-fast"]],
  ["blood with a category 3 agent", aSample("CN", "HK", { ...fromPark, ...blood, "sample.pathogen_cat_cn": "cat3" }), ["cn-hetao-customs-supervision", "cn-special-goods-hetao-fast"]],
  ["blood with a category 2 agent", aSample("CN", "HK", { ...fromPark, ...blood, "sample.pathogen_cat_cn": "cat2" }), ["cn-hetao-customs-supervision"]],
  ["a reagent on the duty-free list", { ...reagent, "reagent.hetao_list_item": true }, ["cn-hetao-customs-supervision", "cn-hetao-duty-free"]],
  ["a reagent that is not on it", reagent, ["cn-hetao-customs-supervision"]],
]);

checkDays(cnHetao, "cn-hetao-customs-supervision", "the measures of 2026 take over from those of 2024", aSample("HK", "CN", toPark), [
  ["2024-09-29", "none"],
  ["2024-09-30", "m236"],
  ["2024-10-01", "m236"],
  ["2026-02-09", "m236"],
  ["2026-02-10", "a20"],
  ["2026-02-11", "a20"],
]);

const pilot = "cn-research-material-pilot";

it("the pilot on research materials, of which no text is known, is a note and never counts", () => {
  const { regimes, facilitations, replaced, findings } = evaluate([cnHetao], aSample("HK", "CN", toPark), [pilot]);
  expect([...regimes, ...facilitations, ...replaced]).not.toContain(pilot);
  expect(findings.find(({ id }) => id === pilot)).toMatchObject({ binding: false, confidence: "uncertain" });
});

it("away from the park the pilot is not even a note", () => {
  const { findings } = evaluate([cnHetao], aSample("HK", "CN", { "to.zone": "qianhai" }), []);
  expect(findings.map(({ id }) => id)).not.toContain(pilot);
});
