import { narrow } from "./text-check.ts";

/** Whether a text is a day that exists, written `2026-11-30`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && dayOf(Number(year), Number(month), Number(day)) === text;
}

/**
 * A day as people type it, as ISO text: `2027-01-04`, `2027/1/4`, `2027年1月4日`, `4 Jan 2027`, `Mon 4 January 2027`,
 * `4 de janeiro de 2027`. Undefined for anything else, and for days written in figures alone with the year last: `4/1/2027`
 * is January to one reader and April to another.
 */
export function readDay(typed: string): string | undefined {
  const text = narrow(typed).trim().toLowerCase();
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*[（(].{1,4}[)）])?$/.exec(text);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const named = /^(?:[a-zç\u00e0-\u00ff-]{3,13}\.?,?\s+)?(\d{1,2})\s+(?:de\s+)?([a-zç]{3,9})\.?\s+(?:de\s+)?(\d{4})$/.exec(text);
  const month = named?.[2] ? monthNamed(named[2]) : undefined;
  return named && month ? dayOf(Number(named[3]), month, Number(named[1])) : undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (lastDays[month - 1] ?? 0);
  return day >= 1 && day <= last ? `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` : undefined;
}

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

const english = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const portuguese = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"];

function monthNamed(name: string): number | undefined {
  for (const months of [english, portuguese]) {
    const at = months.findIndex((month) => month === name || month.slice(0, 3) === name || (name === "sept" && month === "september"));
    if (at >= 0) return at + 1;
  }
  return undefined;
}
