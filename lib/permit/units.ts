import { Decimal } from "decimal.js";
import { currencies } from "../kind/funds/currencies.ts";
import type { Quantity } from "../request/events.ts";
import { Exact } from "./exact.ts";

/** What each unit is worth in the smallest of its dimension. Every other unit counts things of its own, and a tube is no vial. */
const factors: Readonly<Record<string, readonly [dimension: string, worth: number]>> = {
  mg: ["mass", 1],
  g: ["mass", 1000],
  kg: ["mass", 1_000_000],
  "µL": ["volume", 1],
  mL: ["volume", 1000],
  L: ["volume", 1_000_000],
  MB: ["data", 1],
  GB: ["data", 1000],
  TB: ["data", 1_000_000],
};

/** What one unit of a currency was worth in another, and the day of the rate. */
export type DatedRate = { readonly value: string; readonly on: string };

export function isMoney(unit: string): boolean {
  return (currencies as readonly string[]).includes(unit);
}

/** Half a thing cannot cross; whatever is measured, money among it, can be divided. */
export function isCounted(unit: string): boolean {
  return !(unit in factors) && !isMoney(unit);
}

/** The units in which an amount of this one may be stated without more being known, itself first. */
export function sameDimension(unit: string): string[] {
  const dimension = factors[unit]?.[0];
  return [unit, ...Object.keys(factors).filter((one) => one !== unit && dimension !== undefined && factors[one]?.[0] === dimension)];
}

/** The units in which something can be stated that counts in this one, itself first: of its dimension, or any currency. */
export function statedIn(unit: string): string[] {
  return isMoney(unit) ? [unit, ...currencies.filter((one) => one !== unit)] : [...sameDimension(unit)];
}

/**
 * An amount in another unit, exactly, or null where that cannot be: the units measure different things, or two currencies have no
 * rate between them. Money changed at a rate is rounded to hundredths, half up, as banks book it.
 */
export function convert({ value, unit }: Quantity, to: string, rate?: DatedRate): Quantity | null {
  if (unit === to) return { value: new Exact(value).toFixed(), unit };
  const [from, into] = [factors[unit], factors[to]];
  if (from && into && from[0] === into[0]) return { value: Exact.mul(value, from[1]).div(into[1]).toFixed(), unit: to };
  if (rate && isMoney(unit) && isMoney(to)) return { value: Exact.mul(value, rate.value).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(), unit: to };
  return null;
}
