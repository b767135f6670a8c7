import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { deskSettings } from "../../db/queries/desk-settings.ts";
import { calendarFeeds, people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { mayManageDesk } from "../access/desk-settings.ts";
import { isId } from "../id.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { actorColumns, actorFrom } from "./person.ts";
import { settings } from "./settings.ts";
import { newToken, tokenHash } from "./token.ts";

/** Whose calendar a link is to be for: one's own, or that of a desk. */
export const CalendarAsked = z.strictObject({ desk: z.string().min(1).max(60).optional() });

export type CalendarLink = { readonly id: string; readonly desk: string | null; readonly createdAt: string };

const system = { kind: "system" } as const;

/**
 * Makes a link to one's own calendar, or to that of a desk that one staffs. It is shown this once, and the one that one had before ends. A desk's is
 * read as whoever made it, so it ends with their place there.
 */
export async function makeCalendarLink(actor: PersonActor, desk: string | null, clock: Clock = realClock): Promise<(CalendarLink & { readonly url: string }) | { readonly refusals: readonly Refusal[] }> {
  if (desk !== null && !staffed(actor).includes(desk)) return { refusals: [refusal("notPermitted")] };
  const [id, token, createdAt] = [newId(), newToken(), moment(clock).now];
  await asActor(system, async (tx) => {
    await tx.delete(calendarFeeds).where(and(eq(calendarFeeds.personId, actor.id), desk === null ? isNull(calendarFeeds.desk) : eq(calendarFeeds.desk, desk)));
    await tx.insert(calendarFeeds).values({ id, tokenHash: tokenHash(token), personId: actor.id, desk, createdAt });
  });
  return { id, desk, createdAt, url: `${settings().PUBLIC_URL}/calendar/${token}.ics` };
}

/** The links that somebody made, to their own calendar and to those of their desks. */
export async function calendarLinks(actor: PersonActor): Promise<CalendarLink[]> {
  return asReader(actor, (tx) => tx.select({ id: calendarFeeds.id, desk: calendarFeeds.desk, createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.personId, actor.id)).orderBy(calendarFeeds.createdAt));
}

/** Every link to a desk's calendar with who made it, for whoever sets the desk up. */
export async function calendarLinksOf(desk: string): Promise<(CalendarLink & { readonly person: string })[]> {
  return asReader(system, (tx) => tx.select({ id: calendarFeeds.id, desk: calendarFeeds.desk, createdAt: calendarFeeds.createdAt, person: people.name }).from(calendarFeeds).innerJoin(people, eq(people.id, calendarFeeds.personId)).where(eq(calendarFeeds.desk, desk)).orderBy(calendarFeeds.createdAt));
}

/** The desks that somebody staffs in their own right: nobody hands on what they have for another. */
export function staffed({ grants }: PersonActor): string[] {
  return [...new Set(grants.flatMap(({ scope, for: of }) => (scope.kind === "desk" && of === undefined ? [scope.id] : [])))];
}

/** Ends a link at once: one's own, or that of a desk which one sets up. Another's is not there. */
export async function endCalendarLink(actor: PersonActor, id: string): Promise<{ readonly id: string } | { readonly notFound: true }> {
  if (!isId(id)) return { notFound: true };
  const [found] = await asReader(system, (tx) => tx.select({ person: calendarFeeds.personId, desk: calendarFeeds.desk }).from(calendarFeeds).where(eq(calendarFeeds.id, id)));
  if (!found || !(found.person === actor.id || (found.desk !== null && (await setsUp(actor, found.desk))))) return { notFound: true };
  await asActor(system, (tx) => tx.delete(calendarFeeds).where(eq(calendarFeeds.id, id)));
  return { id };
}

async function setsUp(actor: PersonActor, desk: string): Promise<boolean> {
  const found = await deskSettings(actor, desk);
  return found !== null && mayManageDesk(actor, found);
}

/** Whose calendar a link leads to, as they are now: nobody's once they have left, or the desk. */
export async function calendarBehind(token: string): Promise<{ readonly actor: PersonActor; readonly desk: string | null } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [row] = await asReader({ kind: "signIn" }, (tx) =>
    tx.select({ ...actorColumns, desk: calendarFeeds.desk }).from(calendarFeeds).innerJoin(people, and(eq(people.id, calendarFeeds.personId), eq(people.active, true))).where(eq(calendarFeeds.tokenHash, tokenHash(token))),
  );
  if (!row) return null;
  const { desk } = row;
  const actor = actorFrom(row);
  return desk === null || staffed(actor).includes(desk) ? { actor, desk } : null;
}

/** Ends every link of somebody who is forgotten; by the system. */
export async function endCalendarLinksOf(tx: ScopedTx, person: string): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, person));
}
