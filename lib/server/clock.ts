import { dayOf } from "../calendar/day.ts";

/** Where the time comes from. Everything but the demonstration world and tests uses the real one. */
export type Clock = () => Date;
export const realClock: Clock = () => new Date();

export function moment(clock: Clock): { readonly now: string; readonly today: string } {
  const now = clock();
  return { now: now.toISOString(), today: dayOf(now) };
}
