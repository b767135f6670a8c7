import type { Sealed } from "../request/events.ts";
import type { Reading } from "./trace.ts";

/** What goods must be kept between, in degrees Celsius, as decimal text; both ends are allowed. */
export type CelsiusRange = { readonly from: string; readonly to: string };

/** A stretch of readings outside the range: until the first reading that is inside again, or the last there is. `worst` is farthest out. */
export type Excursion = { readonly from: string; readonly to: string; readonly worst: string };

/** What a trace comes to: times as ISO text, temperatures as decimal text in degrees Celsius. */
export type TraceSummary = { readonly from: string; readonly to: string; readonly readings: number; readonly lowest: string; readonly highest: string; /** Whole minutes outside the range. */ readonly outside: number; readonly excursions: readonly Excursion[]; /** How many there are: of very many only the first are kept. */ readonly excursionCount: number };

/** A movement's trace as it was recorded, with the drawing's points beside the log. */
export type Trace = TraceSummary & { readonly id: string; /** The entry with which the movement began. */ readonly movement: string; /** The logger's file. */ readonly document: string; readonly range: CelsiusRange; readonly series: Sealed; readonly recordedAt: string; readonly person: string | null };

/** As many as anybody would read. */
const mostShown = 50;

/** The summary of readings against a range; readings are in the order of time, and there is one at least. */
export function summaryOf(readings: readonly Reading[], range: CelsiusRange): TraceSummary {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) throw new Error("a trace without readings has no summary");
  const all = stretches(readings, range);
  const { lowest, highest } = readings.reduce((so, { celsius }) => ({ lowest: Math.min(so.lowest, celsius), highest: Math.max(so.highest, celsius) }), { lowest: first.celsius, highest: first.celsius });
  const outside = all.reduce((sum, { from, to }) => sum + (to - from), 0);
  const excursions = all.slice(0, mostShown).map(({ from, to, worst }) => ({ from: iso(from), to: iso(to), worst: text(worst) }));
  return { from: iso(first.at), to: iso(last.at), readings: readings.length, lowest: text(lowest), highest: text(highest), outside: Math.round(outside / 60_000), excursions, excursionCount: all.length };
}

/** The reading that is farthest outside a range, of all its excursions; null where there is none. */
export function worstOf({ excursions, lowest, highest }: Pick<TraceSummary, "excursions" | "lowest" | "highest">, { from, to }: CelsiusRange): string | null {
  if (excursions.length === 0) return null;
  return Number(from) - Number(lowest) > Number(highest) - Number(to) ? lowest : highest;
}

/** A point of a drawing: milliseconds since 1970, and the lowest and highest reading of a stretch of time, in degrees Celsius. */
export type Point = readonly [at: number, low: number, high: number];

/** For drawing: the lowest and highest reading of each of so many equal stretches of time, those without one left out. */
export function series(readings: readonly Reading[], most: number): Point[] {
  const [begin, end] = [readings[0]?.at ?? 0, readings.at(-1)?.at ?? 0];
  const width = Math.max((end - begin) / most, 1);
  const buckets = new Map<number, { at: number; low: number; high: number }>();
  for (const { at, celsius } of readings) {
    const number = Math.min(Math.floor((at - begin) / width), most - 1);
    const bucket = buckets.get(number);
    if (!bucket) buckets.set(number, { at, low: celsius, high: celsius });
    else {
      bucket.low = Math.min(bucket.low, celsius);
      bucket.high = Math.max(bucket.high, celsius);
    }
  }
  return [...buckets.values()].map(({ at, low, high }) => [at, low, high]);
}

function stretches(readings: readonly Reading[], range: CelsiusRange): { from: number; to: number; worst: number }[] {
  const [least, most] = [Number(range.from), Number(range.to)];
  const found: { from: number; to: number; worst: number }[] = [];
  let open: { from: number; to: number; worst: number } | null = null;
  for (const { at, celsius } of readings) {
    const out = Math.max(least - celsius, celsius - most);
    if (open) open.to = at;
    if (out <= 0) open = null;
    else if (!open) found.push((open = { from: at, to: at, worst: celsius }));
    else if (out > Math.max(least - open.worst, open.worst - most)) open.worst = celsius;
  }
  return found;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** To hundredths: no logger is finer. */
function text(celsius: number): string {
  return String(Math.round(celsius * 100) / 100);
}
