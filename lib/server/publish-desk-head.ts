import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { desks } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { Change } from "../access/configuration.ts";
import { afterHeading, formers, asHeadOf, headRefusals } from "../access/desk-head.ts";
import { PersonNamed } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, realClock } from "./clock.ts";
import { personNamed } from "./person.ts";
import { publisher } from "./publish.ts";

/** Who is to head a desk, by id or e-mail, and in whose place, by id; without one the desk has one head more. */
export const DeskHead = z.strictObject({ desk: z.string().max(60), person: PersonNamed, before: z.uuid().nullable().default(null), former: z.enum(formers).default("officer") });

/**
 * Names the head of a desk, from now on; whoever headed it before has that right no more. Both are changes of what they may do, on record. Refuses whoever does
 * not administer the desk's organisation, themself as head, and somebody of another organisation. Two at once wait for each other.
 */
export async function publishDeskHead(actor: PersonActor, asked: z.infer<typeof DeskHead>, clock: Clock = realClock): Promise<{ readonly refusals: readonly Refusal[] } | { readonly done: true } | { readonly notFound: true }> {
  return asActor({ kind: "system" }, async (tx) => {
    const [desk] = await tx.select({ id: desks.id, organisation: desks.organisation }).from(desks).where(eq(desks.id, asked.desk)).for("update");
    if (!desk) return { notFound: true };
    const both = [await personNamed(tx, asked.person), asked.before === null ? null : await personNamed(tx, asked.before)].flatMap((one) => one?.id ?? []).toSorted();
    if (both.length > 0) await tx.select({ id: people.id }).from(people).where(inArray(people.id, both)).orderBy(people.id).for("update");
    const [person, before] = [await personNamed(tx, asked.person), asked.before === null ? null : await personNamed(tx, asked.before)];
    const refusals = [...headRefusals(actor, desk, { person, before }), ...(asked.before !== null && before === null ? [refusal("unknownPerson", {}, "before")] : [])];
    if (refusals.length > 0 || person === null) return { refusals };
    const by = { actor: publisher(actor), at: clock().toISOString() };
    await keepChange(tx, Change.parse({ of: "grants", person: person.id, grants: asHeadOf(person, desk.id) }), by);
    if (before !== null) await keepChange(tx, Change.parse({ of: "grants", person: before.id, grants: afterHeading(before, desk.id, asked.former) }), by);
    return { done: true };
  });
}
