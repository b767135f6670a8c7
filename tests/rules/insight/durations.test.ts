import fc from "fast-check";
import { expect, test } from "vitest";
import { fewest, spreadOf } from "../../../lib/insight/durations.ts";

test("nineteen cases are too few to tell, twenty are not", () => {
  expect(spreadOf(Array.from({ length: fewest - 1 }, () => 3))).toBeNull();
  expect(spreadOf(Array.from({ length: fewest }, () => 3))).toEqual({ n: 20, counts: [0, 0, 0, 20], half: 3, nine: 3 });
});

test("half and nine in ten are days by which so many were done", () => {
  const spread = spreadOf(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(spread).toMatchObject({ n: 20, half: 10, nine: 18 });
});

test("every case stands in one bar, and the marks share them as they say", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: fewest, maxLength: 200 }), (days) => {
      const spread = spreadOf(days);
      if (spread === null) return false;
      const done = (by: number) => days.filter((one) => one <= by).length / days.length;
      return spread.counts.reduce((sum, one) => sum + one, 0) === days.length && done(spread.half) >= 0.5 && done(spread.nine) >= 0.9 && done(spread.half - 1) < 0.5 && done(spread.nine - 1) < 0.9;
    }),
  );
});
