/** The day it is at the boundary at an instant: Mainland, Hong Kong and Macao all keep UTC+8, without summer time. */
export function dayOf(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + eightHours).toISOString().slice(0, 10);
}

/** The day `days` later, or earlier when negative; ISO dates in and out. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}

const aDay = 86_400_000;
const eightHours = 8 * 3_600_000;
