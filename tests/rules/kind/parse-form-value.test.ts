import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, type FactName } from "../../../lib/kind/catalogue.ts";
import { readDay } from "../../../lib/kind/day-text.ts";
import { readNumber } from "../../../lib/kind/number-text.ts";
import { formValue, parseFormValue } from "../../../lib/kind/parse-form-value.ts";
import { languages } from "../../../lib/language.ts";

const taken: readonly (readonly [FactName, string | string[], unknown])[] = [
  ["sample.un", "  UN3373 ", "UN3373"],
  ["sample.un", "", undefined],
  ["sample.un", "   ", undefined],
  ["sample.un", [], undefined],
  ["sample.soil", "yes", true],
  ["sample.soil", "no", false],
  ["sample.soil", ["no", ""], false],
  ["sample.quantity", "1,500", 1500],
  ["sample.quantity", "1 500", 1500],
  ["sample.quantity", "1\u202f500", 1500],
  ["sample.quantity", "1'500", 1500],
  ["sample.quantity", "007", 7],
  ["sample.quantity", "３０", 30],
  ["sample.volume_ml", "0.5", 0.5],
  ["sample.volume_ml", "1,234.5", 1234.5],
  ["sample.volume_ml", "-0", 0],
  ["transit.jurs", ["MO", "HK"], ["HK", "MO"]],
  ["transit.jurs", "HK", ["HK"]],
  ["transit.jurs", [""], undefined],
  ["date", "2027-01-04", "2027-01-04"],
  ["date", "4 Jan 2027", "2027-01-04"],
  ["date", "２０２７年１月４日", "2027-01-04"],
];

const refused: readonly (readonly [FactName, string | string[], string])[] = [
  ["sample.soil", "true", "unknownValue"],
  ["sample.soil", "on", "unknownValue"],
  ["sample.soil", ["yes", "no"], "oneAnswerOnly"],
  ["sample.un", "UN3733", "unknownValue"],
  ["sample.un", "UN\u200b3373", "hiddenCharacters"],
  ["sample.un", "\u202e3733NU", "hiddenCharacters"],
  ["sample.un", "x".repeat(100_000), "tooLong"],
  ["sample.quantity", "NaN", "notANumber"],
  ["sample.quantity", "Infinity", "notANumber"],
  ["sample.quantity", "1e999", "notANumber"],
  ["sample.quantity", "1e3", "notANumber"],
  ["sample.quantity", "0x10", "notANumber"],
  ["sample.quantity", "1,50", "notANumber"],
  ["sample.quantity", "1,,500", "notANumber"],
  ["sample.quantity", "10⁴", "notANumber"],
  ["sample.quantity", "٣٠", "notANumber"],
  ["sample.quantity", "--5", "notANumber"],
  ["sample.quantity", "-5", "outOfRange"],
  ["sample.quantity", "2.5", "notWhole"],
  ["sample.quantity", "9".repeat(96), "outOfRange"],
  ["sample.quantity", "3\u00000", "hiddenCharacters"],
  ["date", "2027-02-30", "impossibleDate"],
  ["date", "04/01/2027", "impossibleDate"],
  ["date", "tomorrow", "impossibleDate"],
  ["checkpoint", "lo wu", "unknownControlPoint"],
  ["transit.jurs", ["HK", "ZZ"], "unknownPlace"],
];

describe("an answer from a form", () => {
  it.each(taken)("%s reads %j", (name, typed, value) => {
    expect(parseFormValue(catalogue[name], typed)).toEqual({ ok: true, value });
  });

  it.each(refused.map(([name, typed, code]) => [name, JSON.stringify(typed).slice(0, 30), code, typed] as const))("%s refuses %s as %s", (name, _, code, typed) => {
    expect(parseFormValue(catalogue[name], typed)).toMatchObject({ ok: false, code });
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(catalogue)), fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string())), fc.constantFrom(...languages), (field, typed, language) => {
        expect(parseFormValue(field, typed, language)).toHaveProperty("ok");
      }),
    );
  });

  it("reads back what it shows, in every language", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.constantFrom(...languages), (thousandths, language) => {
        const value = thousandths / 1000;
        expect(parseFormValue(catalogue["sample.volume_ml"], formValue(value, language), language)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe("a number as typed in Portuguese", () => {
  it.each([
    ["1,5", "1.5"],
    ["1.5", "1.5"],
    ["0.125", "0.125"],
    ["1.500,25", "1500.25"],
    ["1 500,25", "1500.25"],
    ["1.234.567", "1234567"],
  ])("%s is %s", (typed, text) => {
    expect(readNumber(typed, "pt")).toEqual({ ok: true, text });
  });

  it("is refused when it could be read in two ways", () => {
    expect(readNumber("1.500", "pt")).toEqual({ ok: false, code: "ambiguousNumber" });
  });
});

describe("a day as typed", () => {
  it.each(["2027-01-04", "2027/1/4", "2027.01.04", "2027年1月4日", "2027 年 1 月 4 日（一）", "4 Jan 2027", "4 January 2027", "Mon 4 Jan 2027", "Mon, 4 Jan 2027", "4 jan. 2027", "seg., 4 jan. 2027", "4 de janeiro de 2027"])(
    "%s is the fourth of January",
    (typed) => {
      expect(readDay(typed)).toBe("2027-01-04");
    },
  );

  it.each(["4/1/2027", "Jan 4", "31 Feb 2027", "32 Jan 2027", "4 Foo 2027", "2027-00-10", "27-01-04", ""])("%s is no day", (typed) => {
    expect(readDay(typed)).toBeUndefined();
  });
});
