import { addDays, dayOf } from "../calendar/day.ts";
import type { Balance } from "./balance.ts";
import type { Written } from "./entry.ts";

/** The days on which a permit will be used up if it goes on as it did: `latest` is null where it may as well never be. */
export type Forecast = { readonly on: string; readonly earliest: string; readonly latest: string | null; readonly basedOn: number };

/** Fewer say nothing about how it goes on. */
export const fewest = 3;
const newest = 10;

/**
 * When the rest of a permit will have crossed: what is left by the average a day of the last crossings out, with one standard error of
 * that average either way. Null below three crossings, for crossings of one day only, and where nothing is left. An estimate, so in floats.
 */
export function forecast({ remaining }: Pick<Balance, "remaining">, crossed: readonly Pick<Written, "direction" | "at" | "quantity">[], today: string): Forecast | null {
  const last = crossed.filter(({ direction }) => direction === "out").toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-newest);
  const left = Number(remaining);
  if (last.length < fewest || left <= 0) return null;
  // Each interval between two crossings, at least a day of it, carried what crossed at its end.
  const rates = last.slice(1).map(({ at, quantity }, before) => Number(quantity.value) / Math.max(1, daysBetween(last[before]?.at ?? at, at)));
  const span = daysBetween(last[0]?.at ?? "", last.at(-1)?.at ?? "");
  if (span < 1) return null;
  const mean = last.slice(1).reduce((sum, { quantity }) => sum + Number(quantity.value), 0) / span;
  const spread = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1 || 1) / rates.length);
  const dayAt = (rate: number) => addDays(today, Math.min(36_500, Math.ceil(left / rate)));
  return mean > 0 ? { on: dayAt(mean), earliest: dayAt(mean + spread), latest: mean - spread > 0 ? dayAt(mean - spread) : null, basedOn: last.length } : null;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000;
}
