import { type Calendar, type CalendarYear, calendars, isWeekend, type SpecialDay } from "../calendar/calendar-year.ts";
import { eventRows, type FileRow, type FileRows, jsonRows, tableRows, type WrongRow } from "./calendar-rows.ts";

export type ReadCalendar = { readonly ok: true; readonly years: readonly CalendarYear[]; readonly rows: number; readonly wrong: readonly WrongRow[] } | { readonly ok: false; readonly why: string };

/**
 * A list of holidays as it is published: a table (CSV), JSON, or a calendar of events (ICS). Rows that cannot be taken are named by their
 * line and left out, and so is a year of which hardly anything is there. Whose days they are says the caller, or the file's name.
 */
export function readCalendarFile(bytes: Uint8Array, { name, calendar }: { readonly name: string; readonly calendar?: Calendar | undefined }): ReadCalendar {
  const whose = calendar ?? calendarIn(name);
  if (whose === null) return { ok: false, why: `whose days these are does not follow from the name ${name}: say ${calendars.join(", ")}` };
  const text = decoded(bytes);
  if (text === null) return { ok: false, why: "the file is not UTF-8" };
  const read = rowsIn(text);
  if ("why" in read) return { ok: false, why: read.why };
  const wrong: WrongRow[] = [];
  const byYear = new Map<number, { line: number; days: Map<string, SpecialDay> }>();
  for (const row of read.rows) {
    const why = "why" in row ? row.why : refusedIn(row, read.year, byYear);
    if (why !== null || "why" in row) wrong.push({ line: row.line, why: why ?? "" });
    else keep(row, byYear);
  }
  const whole = [...byYear].filter(([year, { line, days }]) => {
    const isWhole = [...days.values()].filter(({ is }) => is === "off").length >= fewest;
    if (!isWhole) wrong.push({ line, why: `${year} has fewer than ${fewest} days off here, which is no whole year` });
    return isWhole;
  });
  const years = whole.map(([year, { days }]): CalendarYear => ({ calendar: whose, year, source: (read.source ?? name).slice(0, 300), issued: null, days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)) }));
  return { ok: true, years: years.toSorted((a, b) => a.year - b.year), rows: read.rows.length, wrong: wrong.toSorted((a, b) => a.line - b.line) };
}

/** No year of these calendars has as few. */
const fewest = 5;

/** The calendar that a file is named after: `holiday_cn_2027.json`, `holidays-hk.ics`. */
export function calendarIn(name: string): Calendar | null {
  const found = Object.entries({ CN: /(^|[^a-z])(cn|china|mainland)([^a-z]|$)/i, HK: /(^|[^a-z])(hk|hong.?kong)([^a-z]|$)/i, MO: /(^|[^a-z])(mo|maca[ou])([^a-z]|$)/i } satisfies Record<Calendar, RegExp>).filter(([, pattern]) => pattern.test(name));
  return found.length === 1 ? (found[0]?.[0] as Calendar) : null;
}

function rowsIn(text: string): FileRows {
  const start = text.trimStart();
  if (start.startsWith("{")) return jsonRows(text);
  return /^BEGIN:VCALENDAR/i.test(start) ? eventRows(text) : tableRows(text);
}

function refusedIn({ date, is }: FileRow, year: number | null, byYear: ReadonlyMap<number, { days: ReadonlyMap<string, SpecialDay> }>): string | null {
  const own = Number(date.slice(0, 4));
  if (own < 1900 || own > 2999) return `${date} is not between 1900 and 2999`;
  if (year !== null && own !== year) return `${date} is not in ${year}, of which this list is`;
  if (is === "worked" && !isWeekend(date)) return `${date} is no weekend day that could be made up`;
  const before = byYear.get(own)?.days.get(date);
  return before !== undefined && (before.is === "worked") !== (is === "worked") ? `${date} stands here as off and as worked` : null;
}

/** Two holidays on one day are one day off; a whole one outdoes a half one. */
function keep({ line, date, name, is }: FileRow, byYear: Map<number, { line: number; days: Map<string, SpecialDay> }>): void {
  const year = Number(date.slice(0, 4));
  const known = byYear.get(year) ?? { line, days: new Map<string, SpecialDay>() };
  byYear.set(year, known);
  const before = known.days.get(date);
  const names = before && before.name !== name ? `${before.name}; ${name}`.slice(0, 200) : name;
  known.days.set(date, { date, name: names, is: before?.is === "off" ? "off" : is });
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
