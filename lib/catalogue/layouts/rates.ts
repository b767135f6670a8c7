import { Decimal } from "decimal.js";
import { isDay } from "../../kind/day-text.ts";
import type { Layout, ReadRow, Row } from "../layouts.ts";

/** Exchange rates by day: how much of a currency one US dollar costs, and who published it. Each row is one currency on one day. */
export const ratesLayout: Layout = {
  id: "rates",
  kind: "rates",
  columns: ["currency", "date", "per_usd", "source"],
  read: (row: Row) => rateRow(row, row.per_usd ?? "", (rate) => rate),
};

/** The same the other way about: how many US dollars one unit of a currency is worth. */
export const dollarRatesLayout: Layout = {
  id: "rates",
  kind: "rates",
  columns: ["currency", "date", "in_usd", "source"],
  read: (row: Row) => rateRow(row, row.in_usd ?? "", (rate) => new Decimal(1).div(rate).toSignificantDigits(8)),
};

function rateRow(row: Row, cell: string, perUsd: (rate: Decimal) => Decimal): ReadRow {
  const currency = (row.currency ?? "").trim().toUpperCase();
  const day = (row.date ?? "").trim();
  const source = (row.source ?? "").trim();
  if (!known.has(currency)) return { wrong: `${row.currency || "an empty cell"} is no currency` };
  if (!isDay(day)) return { wrong: `${row.date || "an empty cell"} is no day: 2026-11-30 is how one is written` };
  const rate = /^\d{1,9}(\.\d{1,9})?$/.test(cell.trim()) ? new Decimal(cell.trim()) : null;
  if (!rate?.gt(0)) return { wrong: `${cell || "an empty cell"} is no rate` };
  if (currency === "USD" && !rate.eq(1)) return { wrong: "the dollar costs one dollar" };
  if (source === "" || source.length > 80) return { wrong: source === "" ? "nobody is named who published it" : "the name of who published it is longer than 80 characters" };
  return { code: `${currency} ${day}`, names: { en: `${currency} ${day}` }, also: [], attributes: { currency, day, perUsd: perUsd(rate).toFixed(), publisher: source } };
}

const known = new Set(Intl.supportedValuesOf("currency"));
