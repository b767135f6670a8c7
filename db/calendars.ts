import { asc, gte, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { CalendarYear } from "../lib/calendar/calendar-year.ts";
import { takeIn } from "../lib/calendar/in-force.ts";
import type { ScopedTx } from "./client.ts";
import { calendarYears } from "./schema/configuration.ts";
import { obligations, steps } from "./schema/requests.ts";

/** How old what this process knows may be, in milliseconds. Whoever writes days asks anew each time. */
export const aMoment = 10_000;

/** Lets the years that were loaded into this database count in this process, if there are others than it knows. Rows are only ever added. */
export async function freshenCalendars(tx: ScopedTx, { within = 0 }: { readonly within?: number } = {}): Promise<void> {
  if (Date.now() - known.at < within) return;
  const [found] = await tx.select({ count: sql<number>`count(*)::int` }).from(calendarYears);
  const count = found?.count ?? 0;
  if (count !== known.count) takeIn(newest(await loadedYears(tx)));
  known = { at: Date.now(), count };
}

let known = { at: 0, count: 0 };

export type LoadedYear = { readonly list: CalendarYear; readonly publishedAt: string };

/** Every list that was loaded, the newest of a year last. */
export async function loadedYears(tx: ScopedTx): Promise<LoadedYear[]> {
  return tx.select({ list: calendarYears.list, publishedAt: calendarYears.publishedAt }).from(calendarYears).orderBy(asc(calendarYears.id), asc(calendarYears.number));
}

function newest(years: readonly LoadedYear[]): CalendarYear[] {
  return [...new Map(years.map(({ list }) => [`${list.calendar} ${list.year}`, list])).values()];
}

/** The requests with a last day on or after this one: what may be due on another day once a year from then on is known. */
export async function requestsDueFrom(tx: ScopedTx, day: string): Promise<string[]> {
  const decided = tx.select({ id: steps.requestId }).from(steps).where(gte(steps.dueOn, day));
  const owed = tx.select({ id: obligations.requestId }).from(obligations).where(gte(obligations.dueOn, day));
  const rows = await union(decided, owed);
  return rows.map(({ id }) => id).toSorted();
}
