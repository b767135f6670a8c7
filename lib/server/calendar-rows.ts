import { parse } from "csv-parse/sync";
import { findNodeAtLocation, type ParseError, parseTree } from "jsonc-parser";
import { addDays } from "../calendar/day.ts";

/** A row of a list of holidays, with the line of the file that it stands on; `is` and `name` as the file has them. */
export type FileRow = { readonly line: number; readonly date: string; readonly name: string; readonly is: "off" | "half" | "worked" };
export type WrongRow = { readonly line: number; readonly why: string };
export type FileRows = { readonly rows: readonly (FileRow | WrongRow)[]; /** The year and the publication that the file itself names. */ readonly year: number | null; readonly source: string | null } | { readonly why: string };

/** A table with the columns `date` and `name`, and `is` (off, half, worked) or `isOffDay` where it has one; an afternoon off is called so by its name. */
export function tableRows(text: string): FileRows {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { relaxColumnCount: true, info: true, skipEmptyLines: true, bom: true }) as unknown as typeof records;
  } catch (error) {
    return { why: `it is not a table of comma-separated values: ${(error as Error).message.split("\n")[0] ?? ""}` };
  }
  const [head, ...rest] = records;
  const columns = head?.record.map((name) => name.trim()) ?? [];
  if (!columns.includes("date") || !columns.includes("name")) return { why: `its first line (${columns.join(", ").slice(0, 100)}) does not name the columns date and name` };
  let begins = (head?.info.lines ?? 0) + 1;
  const rows = rest.map(({ record, info }) => {
    const line = begins;
    begins = info.lines + 1;
    const cell = (column: string) => record[columns.indexOf(column)]?.trim() ?? "";
    return row(line, { date: cell("date"), name: cell("name"), is: cell("is") || (cell("isOffDay") === "false" ? "worked" : "") });
  });
  return { rows, year: null, source: null };
}

/** `{year, papers[], days: [{name, date, isOffDay}]}`, as the Mainland's lists are usually passed on; `is` instead of `isOffDay` in any list. */
export function jsonRows(text: string): FileRows {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  if (!tree || errors[0]) return { why: `line ${lineAt(errors[0]?.offset ?? 0)} is not JSON` };
  const given = JSON.parse(text) as { year?: unknown; papers?: unknown; source?: unknown; days?: unknown } | null;
  if (given === null || typeof given !== "object" || !Array.isArray(given.days)) return { why: "it has no list called days" };
  const rows = given.days.map((day: unknown, at): FileRow | WrongRow => {
    const line = lineAt(findNodeAtLocation(tree, ["days", at])?.offset ?? 0);
    if (typeof day !== "object" || day === null) return { line, why: "it is no day with a date and a name" };
    const { date, name, is, isOffDay } = day as Record<string, unknown>;
    return row(line, { date: String(date ?? ""), name: String(name ?? ""), is: typeof is === "string" ? is : isOffDay === false ? "worked" : "" });
  });
  const [paper] = Array.isArray(given.papers) ? given.papers : [given.source];
  return { rows, year: typeof given.year === "number" ? given.year : null, source: typeof paper === "string" ? paper : null };
}

/** A calendar of all-day events (RFC 5545), as governments publish their holidays; one that is named as worked (上班, 补班) makes up for a bridge. */
export function eventRows(text: string): FileRows {
  const lines = unfolded(text);
  if (!lines.some(({ content }) => /^BEGIN:VCALENDAR/i.test(content))) return { why: "it is no calendar of events" };
  const rows: (FileRow | WrongRow)[] = [];
  let event: { line: number; start: string; end: string; name: string } | null = null;
  for (const { line, content } of lines) {
    const [, property = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(content) ?? [];
    const name = property.toUpperCase();
    if (name === "BEGIN" && value.toUpperCase() === "VEVENT") event = { line, start: "", end: "", name: "" };
    else if (event && name === "DTSTART") event.start = isoDay(value);
    else if (event && name === "DTEND") event.end = isoDay(value);
    else if (event && name === "SUMMARY") event.name = value.replaceAll(/\\([,;\\])/g, "$1").replaceAll(/\\n/gi, " ").trim();
    else if (event && name === "END" && value.toUpperCase() === "VEVENT") {
      rows.push(...daysOf(event));
      event = null;
    }
  }
  return { rows, year: null, source: null };
}

/** An event lasts until the day before its end. */
function daysOf({ line, start, end, name }: { line: number; start: string; end: string; name: string }): (FileRow | WrongRow)[] {
  const first = row(line, { date: start, name, is: /上班|補班|补班|（班）|\(班\)/.test(name) ? "worked" : "" });
  if ("why" in first || !isDay(end) || end <= start) return [first];
  const found: FileRow[] = [];
  for (let date = start; date < end && found.length < 31; date = addDays(date, 1)) found.push({ ...first, date });
  return found;
}

/** Lines as they were before they were folded; each with the line of the file on which it begins. */
function unfolded(text: string): { line: number; content: string }[] {
  const found: { line: number; content: string }[] = [];
  for (const [at, content] of text.split(/\r?\n/).entries()) {
    const last = found.at(-1);
    if (last && /^[ \t]/.test(content)) last.content += content.slice(1);
    else found.push({ line: at + 1, content });
  }
  return found;
}

function isoDay(value: string): string {
  return value.trim().replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
}

function row(line: number, { date, name, is }: { readonly date: string; readonly name: string; readonly is: string }): FileRow | WrongRow {
  if (!isDay(date)) return { line, why: `${JSON.stringify(date.slice(0, 40))} is no day, written as 2027-02-06` };
  if (name === "" || name.length > 200 || /[\0-\x1f\x7f]/.test(name)) return { line, why: "it has no name that can be read" };
  const half = /\((Afternoon|Tarde|下午)\)|（下午）/i.test(name);
  const what = is === "" ? (half ? "half" : "off") : is;
  if (what !== "off" && what !== "half" && what !== "worked") return { line, why: `${JSON.stringify(is.slice(0, 40))} is none of off, half, worked` };
  return { line, date, name, is: what };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
