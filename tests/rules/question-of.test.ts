import { describe, expect, test } from "vitest";
import type { FormField } from "../../app/_request/form-input.tsx";
import { questionOf } from "../../app/_request/question-of.ts";

const words = { line: "第{line}行" } as Extract<FormField, { is: "lines" }>["words"];
const fields: FormField[] = [
  { is: "hidden", name: "requestId", value: "x" },
  { is: "number", name: "sample.quantity", label: "How many containers are there?" },
  { is: "amount", name: "limit.value", label: "How much may cross in all", unit: { name: "limit.unit", label: "Unit", options: [] } },
  { is: "lines", name: "lines", label: "What is in the parcel?", columns: [{ name: "material", label: "物料", numeric: false, isWide: true }], rows: [], catalogues: undefined, tables: [], words },
];

describe("an error in a summary", () => {
  test("names the question it is about", () => {
    expect(questionOf(fields, "sample.quantity")).toBe("How many containers are there?");
  });
  test("names the question of an amount for its unit, too", () => {
    expect(questionOf(fields, "limit.unit")).toBe("How much may cross in all");
  });
  test("names line and column, with the comma of the language", () => {
    expect(questionOf(fields, "lines.1.material", "zh-Hant")).toBe("第2行，物料");
  });
  test("names nothing where it is about the form as a whole, or what nobody typed", () => {
    expect([questionOf(fields, ""), questionOf(fields, "requestId"), questionOf(fields, "lines.0.nothing")]).toEqual([undefined, undefined, undefined]);
  });
});
