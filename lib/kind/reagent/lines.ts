import { Decimal } from "decimal.js";
import type { Quantity } from "../field.ts";
import { readCas, readHsCode, readUnNumber } from "../identifiers.ts";
import type { Line, LineTable, ReadLines } from "../line-table.ts";
import { defineLines, type ReadCode } from "../lines/define-lines.ts";
import { packingGroups, transportClasses } from "./transport.ts";
import { kilograms, litres, reagentMeasures } from "./units.ts";

/** The items of one request, with the numbers that lists go by where they have them, and their value in CNY. */
export const reagentLines: LineTable = defineLines({
  cells: {
    item: { is: "text", most: 120, needed: true },
    cas: { is: "code", read: casNumber, needed: false },
    un: { is: "code", read: unNumber, needed: false },
    hs: { is: "code", read: hsCode, needed: false },
    quantity: { is: "decimal", min: "0.000001", max: "1000000", places: 6, needed: true },
    unit: { is: "choice", names: reagentMeasures, needed: true },
    value: { is: "decimal", min: "0", max: "100000000000", places: 2, needed: false },
    class: { is: "choice", names: transportClasses, needed: false },
    packing: { is: "choice", names: packingGroups, needed: false },
  },
  catalogues: {
    cas: { of: "cas", writes: "code", tells: [{ by: "name", cell: "item" }, { by: "cwc", fact: "reagent.cwc" }] },
    un: { of: "un-numbers", writes: "code", tells: [{ by: "class", cell: "class", fact: "reagent.un_class" }, { by: "packingGroups", cell: "packing" }] },
    hs: { of: "hs-codes", writes: "code", tells: [] },
  },
  most: 500,
  facts: totals,
  limitFrom,
});

/** Kilograms or litres when every line is a weight or every line a volume, and the value when every line has one. */
function totals(lines: readonly Line[]): ReadLines["facts"] {
  const quantity = sumIn(lines, kilograms) ?? sumIn(lines, litres);
  const isValued = lines.length > 0 && lines.every(({ value }) => value !== undefined);
  return {
    ...(quantity && { "reagent.qty": quantity.toNumber() }),
    ...(isValued && { "reagent.value_cny": sum(lines.map(({ value }) => value ?? 0)).toNumber() }),
  };
}

/** The sum in the unit of all lines; of weights in kilograms, of volumes in litres; of things that do not add up their number. */
function limitFrom(lines: readonly Line[]): Quantity | undefined {
  const unit = lines[0]?.unit;
  if (typeof unit !== "string") return undefined;
  if (lines.every((line) => line.unit === unit)) return { value: sum(lines.map(({ quantity }) => quantity ?? 0)).toFixed(), unit };
  const weight = sumIn(lines, kilograms);
  if (weight) return { value: weight.toFixed(), unit: "kg" };
  const volume = sumIn(lines, litres);
  return volume ? { value: volume.toFixed(), unit: "L" } : { value: String(lines.length), unit: "item" };
}

/** The sum of amounts that all have a factor; undefined when one has none. */
function sumIn(lines: readonly Line[], factors: Readonly<Record<string, string>>): Decimal | undefined {
  const amounts = lines.map(({ quantity, unit }) => {
    const factor = factors[String(unit)];
    return factor === undefined ? undefined : new Decimal(quantity ?? 0).times(factor);
  });
  return amounts.length > 0 && amounts.every((amount) => amount !== undefined) ? sum(amounts) : undefined;
}

function sum(numbers: readonly (Decimal | string | number)[]): Decimal {
  return numbers.reduce<Decimal>((total, number) => total.plus(number), new Decimal(0));
}

function casNumber(typed: string): ReadCode {
  const read = readCas(typed);
  if (read.ok) return read;
  return read.code === "notCas" ? { ok: false, code: "notThisNumber", expected: "64-17-5" } : { ok: false, code: "wrongCheckDigits", expected: "64-17-5" };
}

function unNumber(typed: string): ReadCode {
  const id = readUnNumber(typed);
  return id === undefined ? { ok: false, code: "notThisNumber", expected: "UN 1170" } : { ok: true, id };
}

function hsCode(typed: string): ReadCode {
  const id = readHsCode(typed);
  return id === undefined ? { ok: false, code: "notThisNumber", expected: "2905.11" } : { ok: true, id };
}
