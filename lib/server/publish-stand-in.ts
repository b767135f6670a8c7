import { and, eq, inArray, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { knownStandIns, standInsOf } from "../../db/queries/stand-ins.ts";
import { people, standIns } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { mayEndStandIn, standInRefusals } from "../access/stand-in.ts";
import { Day, Line, PersonNamed } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { personNamed } from "./person.ts";
import { publisher } from "./publish.ts";

/** Who stands in, `by` id or e-mail; for whom, when that is not the one who asks; no desk named is every desk. */
export const StandInForm = z.strictObject({ for: PersonNamed.optional(), by: PersonNamed, from: Day, until: Day, desks: z.array(z.string().max(60)).max(50).default([]), reason: Line.optional() });
export type StandInForm = z.infer<typeof StandInForm>;

/** Sets who stands in for somebody, on record like any change of the set-up. Two at once wait for each other, so that none overlap. */
export async function publishStandIn(actor: PersonActor, asked: StandInForm, clock: Clock = realClock): Promise<{ readonly refusals: readonly Refusal[] } | { readonly id: string }> {
  const { now, today } = moment(clock);
  return asActor({ kind: "system" }, async (tx) => {
    const [represented, standIn] = [await personNamed(tx, asked.for ?? actor.id), await personNamed(tx, asked.by)];
    const both = [represented?.id, standIn?.id].filter((id): id is string => id !== undefined).toSorted();
    if (both.length > 0) await tx.select({ id: people.id }).from(people).where(inArray(people.id, both)).orderBy(people.id).for("update");
    const known = both.length === 0 ? [] : await knownStandIns(tx, or(inArray(standIns.personId, both), inArray(standIns.standIn, both)));
    const refusals = standInRefusals(asked, { actor, represented, standIn, known, today });
    if (refusals.length > 0 || !represented || !standIn) return { refusals };
    const id = newId();
    await keepChange(tx, { of: "stand-in", id, for: represented.id, by: standIn.id, from: asked.from, until: asked.until, desks: asked.desks, reason: asked.reason ?? null, ended: false }, { actor: publisher(actor), at: now });
    return { id };
  });
}

/** Ends a stand-in before its last day; one that has ended stays so. */
export async function endStandIn(actor: PersonActor, id: string, clock: Clock = realClock): Promise<{ readonly refusals: readonly Refusal[] } | { readonly id: string } | { readonly notFound: true }> {
  const seen = await standInsOf(actor, moment(clock).today);
  return asActor({ kind: "system" }, async (tx) => {
    await tx.select({ id: standIns.id }).from(standIns).where(eq(standIns.id, id)).for("update");
    const [known] = await knownStandIns(tx, and(eq(standIns.id, id)));
    if (!known || known.ended) return { notFound: true };
    // Whoever has no part in it does not learn by its id that there is one.
    if (!mayEndStandIn(actor, known)) return seen.some((one) => one.id === id) ? { refusals: [refusal("notPermitted")] } : { notFound: true };
    await keepChange(tx, { of: "stand-in", ...known, desks: [...known.desks], ended: true }, { actor: publisher(actor), at: clock().toISOString() });
    return { id };
  });
}
