import { aMoment, freshenCalendars, type LoadedYear, loadedYears, requestsDueFrom } from "../../db/calendars.ts";
import { asActor, asReader } from "../../db/client.ts";
import { projectDueDays } from "../../db/project.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import type { Calendar, CalendarYear } from "../calendar/calendar-year.ts";
import { differingDays } from "../calendar/compare.ts";
import type { WrongRow } from "./calendar-rows.ts";
import { yearInForce, yearsInForce } from "../calendar/in-force.ts";
import { publishedYears } from "../calendar/published.ts";
import { readCalendarFile } from "./calendar-file.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, realClock } from "./clock.ts";
import { publish } from "./publish.ts";
import { lockTarget } from "./target.ts";

/** What became of a year of a file. `days` are those on which it differs from what was known. */
export type ImportedYear = { readonly calendar: Calendar; readonly year: number; readonly is: "new" | "changed" | "unchanged" | "contradicts"; readonly days: readonly string[] };
export type ImportedCalendar = { readonly ok: true; readonly years: readonly ImportedYear[]; readonly wrong: readonly WrongRow[] } | { readonly ok: false; readonly why: string } | { readonly refusals: readonly Refusal[] };
export type CalendarFile = { readonly name: string; readonly bytes: Uint8Array; readonly calendar?: Calendar | undefined };

const system = { kind: "system" } as const;

/**
 * Loads years of a calendar from a list as it is published. What is known already changes nothing; a year loaded before is replaced by
 * what differs; one that comes with the project is a fact, and a list that says otherwise of it is not taken.
 */
export async function importCalendar(actor: Actor, file: CalendarFile, clock: Clock = realClock): Promise<ImportedCalendar> {
  if (!can(actor, "policy.publish", {})) return { refusals: [refusal("notPermitted")] };
  const read = readCalendarFile(file.bytes, file);
  if (!read.ok) return read;
  await asReader(system, (tx) => freshenCalendars(tx));
  const years = read.years.map(weigh);
  const changed = read.years.filter((_, at) => years[at]?.is === "new" || years[at]?.is === "changed");
  if (changed.length > 0) {
    const kept = await publish(actor, changed.map((list) => ({ of: "calendar" as const, list })), clock);
    if ("refusals" in kept) return kept;
    await bringDueDaysOn(changed);
  }
  return { ok: true, years, wrong: read.wrong };
}

function weigh(list: CalendarYear): ImportedYear {
  const { calendar, year } = list;
  const before = yearInForce(calendar, year);
  const days = before ? differingDays(list, before) : [];
  const isOwn = publishedYears.some((one) => one.calendar === calendar && one.year === year);
  return { calendar, year, days, is: before === undefined ? "new" : days.length === 0 ? "unchanged" : isOwn ? "contradicts" : "changed" };
}

/** Steps that are due in such a year, or later, become due when the new days say so. Each request under its own lock: desks go on working. */
async function bringDueDaysOn(years: readonly CalendarYear[]): Promise<void> {
  const first = Math.min(...years.map(({ year }) => year));
  const ids = await asReader(system, async (tx) => {
    await freshenCalendars(tx);
    return requestsDueFrom(tx, `${first}-01-01`);
  });
  for (const id of ids) {
    await asActor(system, async (tx) => {
      const locked = await lockTarget(tx, id);
      if (locked?.target.at === "live") await projectDueDays(tx, locked.target.state);
    });
  }
}

/** Every year that counts, with when it was loaded; null for one that comes with the project. */
export async function calendarsShown(actor: Actor): Promise<{ readonly list: CalendarYear; readonly loadedAt: string | null }[]> {
  const loaded = await asReader(actor, async (tx) => {
    await freshenCalendars(tx);
    return loadedYears(tx);
  });
  return yearsInForce().map((list) => ({ list, loadedAt: loaded.findLast((one) => isThat(one, list))?.publishedAt ?? null }));
}

function isThat({ list }: LoadedYear, { calendar, year }: CalendarYear): boolean {
  return list.calendar === calendar && list.year === year && !publishedYears.some((one) => one.calendar === calendar && one.year === year);
}

/** For a process that answers by what was loaded, and has no request to answer for. */
export async function takeInLoadedYears(): Promise<void> {
  await asReader({ kind: "public" }, (tx) => freshenCalendars(tx, { within: aMoment }));
}
