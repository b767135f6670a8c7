import { expect, test } from "vitest";
import { askedWords, asVector, placedWords } from "../../lib/audit/lexemes.ts";
import { readDays, readQuestion } from "../../lib/audit/question.ts";

const problemsOf = (q: string) => {
  const read = readQuestion(q);
  return "problems" in read ? read.problems.map(({ code }) => code) : [];
};

test("a question is words, words as they stand, fields with alternatives, and what must not be", () => {
  expect(readQuestion('seawater "cold chain" -withdrawn desk:biosafety,ethics org:"Hong Kong" sea*')).toEqual({
    terms: [
      { not: false, field: null, values: ["seawater"], exact: false, begins: false },
      { not: false, field: null, values: ["cold chain"], exact: true, begins: false },
      { not: true, field: null, values: ["withdrawn"], exact: false, begins: false },
      { not: false, field: "desk", values: ["biosafety", "ethics"], exact: false, begins: false },
      { not: false, field: "org", values: ["Hong Kong"], exact: false, begins: false },
      { not: false, field: null, values: ["sea"], exact: false, begins: true },
    ],
  });
  expect(readQuestion("“冷鏈運輸” ｋｉｎｄ：sample")).toEqual(readQuestion('"冷鏈運輸" kind:sample'));
  expect(readQuestion("  ")).toEqual({ terms: [] });
});

test.each([
  ['"cold chain', "unbalancedQuotes"],
  ["colour:red", "unknownField"],
  ["kind:", "emptyValue"],
  ['kind:""', "emptyValue"],
  ["kind=sample", "unknownOperator"],
  ["round>2", "unknownOperator"],
  ["sample OR data", "unknownOperator"],
  ["since:2026-02-30", "impossibleDate"],
  ["date:2026-13", "impossibleDate"],
  ["until:tomorrow", "impossibleDate"],
  ["date:2026,2027", "impossibleDate"],
  // A minus that nobody heeds would answer with the very time that was to be left out.
  ["-date:2026-11", "dateExcluded"],
  ["sample −since:2026-11-01", "dateExcluded"],
  ["s*", "shortBeginning"],
  ["((", "noWord"],
  ["-", "noWord"],
  ['sample "—"', "noWord"],
  ["a\u0000b", "controlCharacter"],
  ["x".repeat(501), "tooLong"],
  ["x ".repeat(21), "tooManyWords"],
])("%j is refused as %s", (q, code) => {
  expect(problemsOf(q)).toEqual([code]);
});

test("all that is wrong with a question is said at once", () => {
  expect(problemsOf("kind: colour:red since:2026-02-30")).toEqual(["emptyValue", "unknownField", "impossibleDate"]);
});

test("a day, a month and a year are stretches of days", () => {
  expect(["2026-11-26", "2024-02", "2026", "2026-02-29", "0026"].map(readDays)).toEqual([{ from: "2026-11-26", to: "2026-11-26" }, { from: "2024-02-01", to: "2024-02-29" }, { from: "2026-01-01", to: "2026-12-31" }, null, null]);
});

test("Chinese is found anywhere in a run of it, in either script; accents, case and width do not count", () => {
  const words = (text: string) => placedWords(text).map(({ word }) => word);
  expect(words("血清樣本 Ａmostra Água")).toEqual(["血清", "清样", "样本", "本", "amostra", "agua"]);
  expect(words("血清样本")).toEqual(words("血清樣本"));
  expect(askedWords("清樣本")).toEqual([{ word: "清样", begins: false }, { word: "样本", begins: false }]);
  expect(askedWords("本")).toEqual([{ word: "本", begins: true }]);
});

test("what stands in quotes of its own stays one word for the database", () => {
  expect(asVector([{ word: "a", at: 1 }, { word: "a", at: 4 }], ["person:o'brien", "x\\y"])).toBe("'=person:o''brien' '=x\\\\y' 'a':1,4");
});
