import { describe, expect, it } from "vitest";
import { limitFrom } from "../../../lib/request/answers.ts";
import { reagentLines } from "../../../lib/kind/reagent/lines.ts";

const ethanol = { item: "Ethanol, absolute", cas: "64-17-5", un: "1170", hs: "2207.10", quantity: "2.5", unit: "L", value: "480" };

describe("lines of reagents and equipment", () => {
  it("keep the numbers that lists go by in one form", () => {
    const { lines, problems } = reagentLines.read([ethanol, { ...ethanol, cas: "CAS 67-64-1", un: "UN 1090", hs: "2914110000", item: "Acetone" }]);
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { item: "Ethanol, absolute", cas: "64-17-5", un: "UN1170", hs: "220710", quantity: "2.5", unit: "L", value: "480" },
      { item: "Acetone", cas: "67-64-1", un: "UN1090", hs: "2914110000", quantity: "2.5", unit: "L", value: "480" },
    ]);
    for (const language of ["en", "zh-Hant", "zh-Hans", "pt"] as const) expect(reagentLines.read(lines, language)).toMatchObject({ lines, problems: [] });
  });

  it("add weights up in kilograms, volumes in litres and values in CNY", () => {
    expect(reagentLines.read([ethanol, { ...ethanol, quantity: "500", unit: "mL", value: "0.10" }]).facts).toEqual({ "reagent.qty": 3, "reagent.value_cny": 480.1 });
    expect(reagentLines.read([{ ...ethanol, quantity: "10", unit: "mg" }]).facts).toEqual({ "reagent.qty": 0.00001, "reagent.value_cny": 480 });
  });

  it("say nothing about a quantity or a value that they do not all have", () => {
    expect(reagentLines.read([ethanol, { ...ethanol, quantity: "2", unit: "kg" }]).facts).toEqual({ "reagent.value_cny": 960 });
    expect(reagentLines.read([ethanol, { item: "Column", quantity: "1", unit: "piece" }]).facts).toEqual({});
    expect(reagentLines.read([]).facts).toEqual({});
  });

  it("need no numbers and no value", () => {
    expect(reagentLines.read([{ item: "Spectrometer", quantity: 1, unit: "set" }])).toMatchObject({ lines: [{ item: "Spectrometer", quantity: "1", unit: "set" }], problems: [] });
  });

  it.each([
    [{ ...ethanol, cas: "64-17-6" }, "cas", "wrongCheckDigits"],
    [{ ...ethanol, cas: "ethanol" }, "cas", "notThisNumber"],
    [{ ...ethanol, un: "11700" }, "un", "notThisNumber"],
    [{ ...ethanol, hs: "2207" }, "hs", "notThisNumber"],
    [{ ...ethanol, hs: "00.00.00" }, "hs", "notThisNumber"],
    [{ ...ethanol, quantity: "0" }, "quantity", "outOfRange"],
    [{ ...ethanol, quantity: "" }, "quantity", "empty"],
    [{ ...ethanol, unit: "barrel" }, "unit", "unknownValue"],
    [{ ...ethanol, value: "-1" }, "value", "outOfRange"],
    [{ ...ethanol, value: "1.005" }, "value", "outOfRange"],
    [{ ...ethanol, value: "9".repeat(40) }, "value", "outOfRange"],
    [{ ...ethanol, item: "" }, "item", "empty"],
    [{ ...ethanol, colour: "clear" }, "colour", "unknownCell"],
    ["ethanol", "item", "wrongType"],
  ])("name the wrong cell: %j", (row, cell, code) => {
    expect(reagentLines.read([ethanol, row])).toMatchObject({ lines: [{ item: "Ethanol, absolute" }], problems: [{ line: 1, cell, code }] });
  });

  it("propose a limit in their own unit, in kilograms or litres, or as items", () => {
    const limitOf = (...rows: object[]) => reagentLines.limitFrom(reagentLines.read(rows).lines);
    expect(limitOf({ ...ethanol, unit: "bottle", quantity: "3" }, { ...ethanol, unit: "bottle", quantity: "2" })).toEqual({ value: "5", unit: "bottle" });
    expect(limitOf(ethanol, { ...ethanol, unit: "mL", quantity: "500" })).toEqual({ value: "3", unit: "L" });
    expect(limitOf({ ...ethanol, unit: "g" }, { ...ethanol, unit: "kg" })).toEqual({ value: "2.5025", unit: "kg" });
    expect(limitOf(ethanol, { item: "Column", quantity: "4", unit: "piece" })).toEqual({ value: "2", unit: "item" });
    expect(limitOf()).toBeUndefined();
  });

  it("limit the permit when nothing else was asked for", () => {
    const { lines } = reagentLines.read([ethanol]);
    expect(limitFrom("reagent", { facts: { "reagent.qty": 2.5, "reagent.value_cny": 480 }, lines }, null)).toEqual({ value: "2.5", unit: "L" });
    expect(limitFrom("reagent", { facts: {}, lines }, { value: "1", unit: "bottle" })).toEqual({ value: "1", unit: "bottle" });
    expect(limitFrom("reagent", { facts: {}, lines: [] }, null)).toEqual({ value: "1", unit: "item" });
    expect(limitFrom("sample", { facts: { "sample.quantity": 4 }, lines: [] }, null)).toEqual({ value: "4", unit: "container" });
  });

  it("pasted with headings leave the headings out, whichever numbers are missing", () => {
    const pasted = "Item\tCAS\tUN\tHS\tAmount\tUnit\tValue\nEthanol\t64-17-5\t\t\t2,5\tl\t\nPump\t\t\t\t1\t套\t9.800,00";
    const { lines, problems } = reagentLines.read(reagentLines.split(pasted), "pt");
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { item: "Ethanol", cas: "64-17-5", quantity: "2.5", unit: "L" },
      { item: "Pump", quantity: "1", unit: "kit", value: "9800" },
    ]);
    expect(reagentLines.split("Ethanol\t64-17-5\t\t\t2.5\tL\t")).toHaveLength(1);
  });
});
