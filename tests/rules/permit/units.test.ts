import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, isCounted, sameDimension } from "../../../lib/permit/units.ts";

const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 999_999 })).map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}`);

describe("an amount in another unit", () => {
  test.each([
    ["1500", "mg", "g", "1.5"],
    ["0.000001", "mg", "kg", "0.000000000001"],
    ["2.5", "kg", "mg", "2500000"],
    ["999999999999.999999", "µL", "L", "999999.999999999999"],
    ["3", "L", "mL", "3000"],
    ["0.5", "TB", "GB", "500"],
    ["12", "tube", "tube", "12"],
    ["1.50", "CNY", "CNY", "1.5"],
  ])("%s %s is in %s exactly %s", (value, unit, to, expected) => expect(convert({ value, unit }, to)).toEqual({ value: expected, unit: to }));

  test.each([["mg", "mL"], ["tube", "vial"], ["g", "tube"], ["CNY", "HKD"], ["GB", "record"], ["trip", "person"], ["CNY", "g"]])("%s is no %s", (unit, to) => expect(convert({ value: "1", unit }, to)).toBeNull());

  test("another currency counts at a rate with its day, in hundredths", () => {
    expect(convert({ value: "1000", unit: "HKD" }, "CNY", { value: "0.913245", on: "2026-11-24" })).toEqual({ value: "913.25", unit: "CNY" });
    expect(convert({ value: "1", unit: "HKD" }, "g", { value: "0.9", on: "2026-11-24" })).toBeNull();
  });

  test("there and back it is the same, for any amount that can be written", () => {
    fc.assert(fc.property(decimal, fc.constantFrom(["mg", "kg"], ["g", "kg"], ["µL", "L"], ["mL", "L"], ["MB", "TB"]), (value, [small = "", large = ""]) => {
      const there = convert({ value, unit: small }, large);
      const back = there && convert(there, small);
      expect(back?.value).toBe(convert({ value, unit: small }, small)?.value);
    }));
  });

  test("half a thing cannot cross, half of what is measured can", () => {
    expect(["tube", "trip", "record", "animal"].every(isCounted)).toBe(true);
    expect(["mg", "µL", "GB", "CNY"].some(isCounted)).toBe(false);
  });

  test("may be stated in any unit that measures the same", () => {
    expect(sameDimension("g")).toEqual(["g", "mg", "kg"]);
    expect(sameDimension("tube")).toEqual(["tube"]);
  });
});
