/** The day it is at the boundary at an instant: Mainland, Hong Kong and Macao all keep UTC+8, without summer time. */
export function dayOf(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + eightHours).toISOString().slice(0, 10);
}

/** The day `days` later, or earlier when negative; ISO dates in and out. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}

/** An instant as clocks there show it, `2026-11-30T14:05`, which is what a browser's field for a day and a time takes and sends. */
export function clockTime(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + eightHours).toISOString().slice(0, 16);
}

/** What such a field sent, as an instant; whatever already has an offset, or is no time at all, stays as it is. */
export function fromClockTime(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? `${text}+08:00` : text;
}

const aDay = 86_400_000;
const eightHours = 8 * 3_600_000;
