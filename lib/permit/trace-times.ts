import { z } from "zod";

/** In which order a file writes day and month. */
export type DayOrder = "year-first" | "day-first" | "month-first";

const written = /^(\d{1,4})([-/.年])(\d{1,2})[-/.月](\d{1,4})日?(?:[T ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)? ?([AaPp]\.?[Mm]\.?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
type Parts = { readonly first: number; readonly second: number; readonly third: number; readonly hour: number; readonly minute: number; readonly seconds: number; readonly zone: string };

/** The parts of a day and time as loggers write them, in whatever order; null for anything else. A day alone is midnight, for a time in the next column. */
export function timeParts(text: string): Parts | null {
  const found = written.exec(text.trim());
  if (!found) return null;
  const [, first = "", , second = "", third = "", hour = "0", minute = "0", seconds = "0", half = "", zone = ""] = found;
  if ((first.length > 2) === (third.length > 2)) return null;
  const of12 = half === "" ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return { first: Number(first), second: Number(second), third: Number(third), hour: of12, minute: Number(minute), seconds: Number(seconds), zone };
}

/** The order of day and month in a file: proved by a day after the twelfth; null where every day could be read both ways. */
export function dayOrder(all: readonly Parts[]): DayOrder | null {
  if (all.every(({ first }) => first > 31)) return "year-first";
  if (all.some(({ first }) => first > 12)) return "day-first";
  return all.some(({ second }) => second > 12) ? "month-first" : null;
}

/** The instant in milliseconds; without a zone as the clocks of Hong Kong, Macao and Shenzhen show it. Null for what is no day or time. */
export function instantOf({ first, second, third, hour, minute, seconds, zone }: Parts, order: DayOrder): number | null {
  const [year, month, day] = { "year-first": [first, second, third], "day-first": [third, second, first], "month-first": [third, first, second] }[order] as [number, number, number];
  const two = (part: number) => String(part).padStart(2, "0");
  const offset = zone === "" ? "+08:00" : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(seconds)}${offset}`;
  return Instant.safeParse(text).success ? Date.parse(text) : null;
}

const Instant = z.iso.datetime({ offset: true });
