import { describe, expect, test } from "vitest";
import { changedFacts, corridorFrom, limitFrom, readableFacts } from "../../../lib/request/answers.ts";
import { withTotals } from "../../../lib/request/merge-facts.ts";

describe("what the permit is limited to", () => {
  const vials = { material: "Serum", container: "tube-5ml", count: 4, each: "2", unit: "mL" };
  test("is what was asked for, else what the lines say, else the answers, else one of the usual unit", () => {
    const lines = [vials];
    const facts = { "sample.quantity": 4, "sample.volume_ml": 8 };
    const of = limitFrom("sample", { facts: readableFacts("sample", facts, null), lines: [] }, null);
    expect(of).toEqual({ value: "4", unit: "container" });
    expect(limitFrom("sample", { facts, lines }, { value: "2", unit: "mL" })).toEqual({ value: "2", unit: "mL" });
    expect(limitFrom("person", { facts: {}, lines: [] }, null)).toEqual({ value: "1", unit: "trip" });
    expect(limitFrom("data", { facts: {}, lines: [] }, null)).toEqual({ value: "1", unit: "record" });
  });
  test("follows the lines only as long as every answer is what they add up to; a count that may be larger all the same", () => {
    expect(limitFrom("sample", { facts: { "sample.quantity": 4, "sample.volume_ml": 8 }, lines: [vials] }, null)).toEqual({ value: "4", unit: "tube" });
    for (const facts of [{ "sample.quantity": 7, "sample.volume_ml": 8 }, { "sample.quantity": 7, "sample.volume_ml": 3 }]) expect(limitFrom("sample", { facts, lines: [vials] }, null)).toEqual({ value: "7", unit: "container" });
    const survey = { set: "Survey", fields: "survey", records: 12, persons: 9 };
    expect(limitFrom("data", { facts: { "data.pi_count": 500 }, lines: [survey] }, null)).toEqual({ value: "12", unit: "record" });
  });
});

test("the way is what was answered of it; an end that nobody named is elsewhere", () => {
  expect(corridorFrom({ "from.jur": "CN", "from.city": "shenzhen", "from.zone": "hetao_sz", "to.jur": "HK", "to.city": "hongkong", "to.zone": "hetao_hk", checkpoint: "futian-lmcsl", mode: "courier" })).toEqual({
    from: { jurisdiction: "CN", city: "shenzhen", zone: "hetao_sz" }, to: { jurisdiction: "HK", city: "hongkong", zone: "hetao_hk" }, controlPoint: "futian-lmcsl", mode: "courier",
  });
  expect(corridorFrom({ "from.city": 3 })).toEqual({ from: { jurisdiction: "XX", city: null, zone: null }, to: { jurisdiction: "XX", city: null, zone: null }, controlPoint: null, mode: null });
});

test("a crossing that nobody planned is on the first day of the window", () => {
  expect([readableFacts("sample", {}, { from: "2026-12-01" }).date, readableFacts("sample", { date: "2026-12-05" }, { from: "2026-12-01" }).date, readableFacts("sample", {}, null).date]).toEqual(["2026-12-01", "2026-12-05", undefined]);
});

test("an answer has changed that is another, was given or was taken back; a list with the same in it has not", () => {
  expect(changedFacts({ a: 1, b: ["x"], c: "same", d: true }, { a: 2, b: ["x"], c: "same", e: 0 })).toEqual(["a", "d", "e"]);
});

test("lines add up to the answers, but a larger count that others may have added to stands", () => {
  expect(withTotals("data", { "data.pi_count": 500, "data.sensitive_count": 1 }, { "data.pi_count": 9, "data.sensitive_count": 4 })).toEqual({ "data.pi_count": 500, "data.sensitive_count": 4 });
  expect(withTotals("data", { "data.pi_count": "500" }, { "data.pi_count": 9 })).toEqual({ "data.pi_count": 9 });
  expect(withTotals("data", { "data.pi_count": 500 }, { "data.pi_count": "9" })).toEqual({ "data.pi_count": "9" });
  expect([withTotals("sample", { "sample.quantity": 50 }, { "sample.quantity": 4 }), withTotals("person", { a: 50 }, { a: 4 })]).toEqual([{ "sample.quantity": 4 }, { a: 4 }]);
});
