import { describe, expect, it } from "vitest";
import { containerNamed } from "../../../lib/kind/sample/containers.ts";
import { parseLines, sampleLines, SampleLine } from "../../../lib/kind/sample/lines.ts";

const serum = { material: "Serum", container: "cryovial-2ml", count: "24", each: "1", unit: "mL" };

describe("lines of samples", () => {
  it("add up to containers and millilitres", () => {
    const { lines, facts, problems } = sampleLines.read([serum, { ...serum, material: "Plasma, EDTA", count: "12", each: "1.5" }, { ...serum, count: 3, each: "100", unit: "µL" }]);
    expect(problems).toEqual([]);
    expect(facts).toEqual({ "sample.quantity": 39, "sample.volume_ml": 42.3 });
    for (const line of lines) expect(SampleLine.parse(line)).toEqual(line);
  });

  it("add decimals up without a rounding error", () => {
    const { facts } = sampleLines.read([
      { ...serum, count: 1, each: "0.1" },
      { ...serum, count: 1, each: "0.2" },
    ]);
    expect(facts["sample.volume_ml"]).toBe(0.3);
  });

  it("by weight say nothing about a volume", () => {
    expect(sampleLines.read([{ ...serum, material: "Tissue", each: "20", unit: "mg" }]).facts).toEqual({ "sample.quantity": 24 });
  });

  it("once read are read again unchanged, in every language", () => {
    const { lines } = sampleLines.read([{ ...serum, each: "0.125" }]);
    for (const language of ["en", "zh-Hant", "zh-Hans", "pt"] as const) expect(sampleLines.read(lines, language)).toMatchObject({ lines, problems: [] });
  });

  it("that are empty are left out, and keep the others' numbers", () => {
    const { lines, problems } = sampleLines.read([{}, serum, { material: "", container: "cryovial-2ml", count: "", each: "", unit: "mL" }, { ...serum, count: "x" }]);
    expect(lines).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3, cell: "count", code: "notANumber" }]);
  });

  it.each([
    [{ ...serum, each: "1500" }, "each", "doesNotFit"],
    [{ ...serum, each: "1", unit: "L" }, "each", "doesNotFit"],
    [{ ...serum, material: " " }, "material", "empty"],
    [{ ...serum, material: "x".repeat(121) }, "material", "tooLong"],
    [{ ...serum, material: "Se\u200brum" }, "material", "hiddenCharacters"],
    [{ ...serum, material: "\u202emureS" }, "material", "hiddenCharacters"],
    [{ ...serum, material: ["Serum"] }, "material", "wrongType"],
    [{ ...serum, container: "bucket" }, "container", "unknownValue"],
    [{ ...serum, container: "toString" }, "container", "unknownValue"],
    [{ ...serum, unit: "__proto__" }, "unit", "unknownValue"],
    [{ ...serum, count: "2.5" }, "count", "notWhole"],
    [{ ...serum, count: "0" }, "count", "outOfRange"],
    [{ ...serum, count: "1e5" }, "count", "notANumber"],
    [{ ...serum, count: "9".repeat(90) }, "count", "outOfRange"],
    [{ ...serum, count: Number.POSITIVE_INFINITY }, "count", "wrongType"],
    [{ ...serum, each: "0" }, "each", "outOfRange"],
    [{ ...serum, each: "-1" }, "each", "outOfRange"],
    [{ ...serum, each: "0.0000001" }, "each", "outOfRange"],
    [{ ...serum, unit: "gallon" }, "unit", "unknownValue"],
    [{ ...serum, colour: "red" }, "colour", "unknownCell"],
    ["serum", "material", "wrongType"],
    [null, "material", "wrongType"],
    [[], "material", "wrongType"],
  ])("name the wrong cell: %j", (row, cell, code) => {
    expect(sampleLines.read([serum, row])).toMatchObject({ lines: [{ material: "Serum" }], problems: [{ line: 1, cell, code }] });
  });

  it("name every wrong cell, not the first", () => {
    expect(sampleLines.read([{ ...serum, count: "x", each: "y", unit: "z" }]).problems.map(({ cell }) => cell)).toEqual(["count", "each", "unit"]);
  });

  it("are at most five hundred", () => {
    expect(sampleLines.read(Array.from({ length: 501 }, () => serum))).toMatchObject({ problems: [{ line: 500, code: "tooManyLines" }] });
  });

  it("propose a limit in their own unit, or in containers when they differ", () => {
    const { lines } = sampleLines.read([serum]);
    expect(sampleLines.limitFrom(lines)).toEqual({ value: "24", unit: "tube" });
    const mixed = sampleLines.read([serum, { ...serum, container: "slide", each: "1", unit: "piece" }]).lines;
    expect(sampleLines.limitFrom(mixed)).toEqual({ value: "48", unit: "container" });
    expect(sampleLines.limitFrom([])).toBeUndefined();
  });
});

describe("rows pasted from a spreadsheet", () => {
  it("are read with or without headings, names in any language", () => {
    const pasted = 'Material\tContainer\tCount\tEach\tUnit\r\nSerum\t2 mL cryovial\t24\t1\tml\r\n"Plasma, ""EDTA"""\t2 mL 凍存管\t12\t1.5\t毫升\r\n\r\n';
    const { lines, problems } = parseLines(pasted);
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { material: "Serum", container: "cryovial-2ml", count: 24, each: "1", unit: "mL" },
      { material: 'Plasma, "EDTA"', container: "cryovial-2ml", count: 12, each: "1.5", unit: "mL" },
    ]);
  });

  it("with a short row name the empty cells", () => {
    expect(parseLines("Serum\ttube-5ml\t3").problems).toMatchObject([
      { line: 0, cell: "each", code: "empty" },
      { line: 0, cell: "unit", code: "empty" },
    ]);
  });

  it.each(["", "\n\n", "\t\t\n", '"', '"\t"', "\t", '""""'])("that hold nothing or half a quote do no harm: %j", (pasted) => {
    expect(parseLines(pasted).lines).toEqual([]);
  });

  it("of a hundred thousand characters without an end are read in time", () => {
    expect(parseLines('"'.repeat(100_000)).lines).toEqual([]);
    expect(parseLines("\t".repeat(100_000)).lines).toEqual([]);
  });
});

it("a container is known by its id and by its name in each language, blanks and capitals aside", () => {
  for (const typed of ["tube-5ml", "5 mL tube", "5ML TUBE", "5 mL 試管", "5 mL试管", "tubo de 5 ml"]) expect(containerNamed(typed)).toBe("tube-5ml");
});
