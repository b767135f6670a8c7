import { describe, expect, it } from "vitest";
import { dataLines } from "../../../lib/kind/data/lines.ts";
import { withTotals } from "../../../lib/request/merge-facts.ts";

const survey = { set: "Household survey", fields: "survey", recipient: "HKUST", when: "now", records: "12,000", persons: "9,000", sensitive: "" };

describe("lines of data", () => {
  it("count persons of this transfer and of earlier ones of the year together", () => {
    const { lines, facts, problems } = dataLines.read([survey, { ...survey, when: "earlier", persons: 500, sensitive: 40 }]);
    expect(problems).toEqual([]);
    expect(facts).toEqual({ "data.pi_count": 9500, "data.sensitive_count": 40 });
    expect(dataLines.limitFrom(lines)).toEqual({ value: "12000", unit: "record" });
    for (const language of ["en", "zh-Hant", "zh-Hans", "pt"] as const) expect(dataLines.read(lines, language)).toMatchObject({ lines, problems: [] });
  });

  it("are this transfer unless they say otherwise, and nobody's unless they count persons", () => {
    expect(dataLines.read([{ set: "Spectra", fields: "measurement", records: 300 }])).toMatchObject({ lines: [{ set: "Spectra", fields: "measurement", records: 300 }], facts: { "data.pi_count": 0, "data.sensitive_count": 0 }, problems: [] });
  });

  it("say nothing about counts when there are none, and propose nothing for earlier transfers", () => {
    expect(dataLines.read([]).facts).toEqual({});
    expect(dataLines.limitFrom(dataLines.read([{ ...survey, when: "earlier" }]).lines)).toBeUndefined();
  });

  it("never lower a count that was typed: others of the institution may have provided more", () => {
    const { facts } = dataLines.read([survey]);
    expect(withTotals("data", { "data.pi_count": 150_000 }, facts)).toEqual({ "data.pi_count": 150_000, "data.sensitive_count": 0 });
    expect(withTotals("data", { "data.pi_count": 10 }, facts)).toEqual({ "data.pi_count": 9000, "data.sensitive_count": 0 });
    expect(withTotals("sample", { "sample.quantity": 10 }, { "sample.quantity": 4 })).toEqual({ "sample.quantity": 4 });
  });

  it("name a choice in any language", () => {
    for (const fields of ["survey", "Survey answers", "問卷答案", "问卷答案", "respostas a inquéritos"]) expect(dataLines.read([{ ...survey, fields }]).lines).toMatchObject([{ fields: "survey" }]);
    expect(dataLines.read([{ ...survey, when: "今年較早" }]).lines).toMatchObject([{ when: "earlier" }]);
  });

  it.each([
    [{ ...survey, persons: "-3" }, "persons", "outOfRange"],
    [{ ...survey, sensitive: "2.5" }, "sensitive", "notWhole"],
    [{ ...survey, records: "0" }, "records", "outOfRange"],
    [{ ...survey, records: "9".repeat(40) }, "records", "outOfRange"],
    [{ ...survey, records: "" }, "records", "empty"],
    [{ ...survey, fields: "toString" }, "fields", "unknownValue"],
    [{ ...survey, when: "tomorrow" }, "when", "unknownValue"],
    [{ ...survey, set: "" }, "set", "empty"],
    [{ ...survey, recipient: "x".repeat(121) }, "recipient", "tooLong"],
  ])("name the wrong cell: %j", (row, cell, code) => {
    expect(dataLines.read([survey, row])).toMatchObject({ lines: [{ set: "Household survey" }], problems: [{ line: 1, cell, code }] });
  });
});
