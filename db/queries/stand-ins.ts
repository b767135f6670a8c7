import { and, asc, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import { led } from "../../lib/access/heads.ts";
import type { StandIn } from "../../lib/access/stand-in.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { peopleNames } from "./people-names.ts";
import { grants, people, standIns } from "../schema/people.ts";

/** Stand-ins as they are kept. */
export function knownStandIns(tx: ScopedTx, where: SQL | undefined): Promise<StandIn[]> {
  const { id, personId, standIn, fromDay, untilDay, desks, reason, ended } = standIns;
  return tx.select({ id, for: personId, by: standIn, from: fromDay, until: untilDay, desks, reason, ended }).from(standIns).where(where).orderBy(asc(fromDay), asc(id));
}

export type ShownStandIn = StandIn & { readonly forName: string; readonly byName: string };

/** The stand-ins that a person has part in, or heads a desk of: those that run or are to come, and if asked those that are over. */
export async function standInsOf(actor: PersonActor, today: string, { past = false } = {}): Promise<ShownStandIn[]> {
  return asReader(actor, async (tx) => {
    const here = led(actor);
    const staff = here.length === 0 ? undefined : inArray(standIns.personId, tx.select({ id: grants.personId }).from(grants).where(and(eq(grants.scopeKind, "desk"), inArray(grants.scopeId, here))));
    const current = past ? undefined : and(gte(standIns.untilDay, today), eq(standIns.ended, false));
    const found = await knownStandIns(tx, and(current, or(eq(standIns.personId, actor.id), eq(standIns.standIn, actor.id), staff)));
    const names = await peopleNames(tx, found.flatMap((one) => [one.for, one.by]));
    // Why somebody is away is theirs to know, and their head's.
    return found.map((one) => ({ ...one, reason: one.by === actor.id && !here.some((desk) => one.desks.includes(desk)) ? null : one.reason, forName: names[one.for] ?? "", byName: names[one.by] ?? "" }));
  });
}

export type Colleague = { readonly id: string; readonly name: string; readonly email: string; readonly desks: readonly string[] };

/** Whoever works at a desk of the actor's organisation or at one of these, with the desks: the people whom one names as a stand-in. */
export async function colleaguesOf(actor: PersonActor, at: readonly string[]): Promise<Colleague[]> {
  const { id, name, email, organisation, active } = people;
  const here = [...(actor.organisation === null ? [] : [eq(organisation, actor.organisation)]), ...(at.length === 0 ? [] : [inArray(grants.scopeId, [...at])])];
  return asReader(actor, (tx) =>
    tx
      .select({ id, name, email, desks: sql<string[]>`array_agg(distinct ${grants.scopeId})` })
      .from(people)
      .innerJoin(grants, and(eq(grants.personId, id), eq(grants.scopeKind, "desk")))
      .where(and(active, or(...here)))
      .groupBy(id)
      .orderBy(asc(name))
      .limit(200),
  );
}
