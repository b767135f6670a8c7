import { eq } from "drizzle-orm";
import { z } from "zod";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { desks } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { Change } from "../access/configuration.ts";
import { mayManageDesk } from "../access/desk-settings.ts";
import { staffed } from "../access/stand-in.ts";
import { Language } from "../language.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { allotments } from "../workflow/step-people.ts";
import { type Clock, realClock } from "./clock.ts";
import { personNamed } from "./person.ts";
import { publisher } from "./publish.ts";

/** How the work of a desk finds its officer; null is as each workflow says. */
export const DeskRule = z.strictObject({ desk: z.string().max(60), allot: z.enum(allotments).nullable(), /** Whether requesters read the desk’s name and never that of an officer. */ hidesOfficers: z.boolean().optional() });
/** What somebody of a desk speaks beside the language of their account, and what else they can do. */
export const Abilities = z.strictObject({ desk: z.string().max(60), person: z.uuid(), speaks: z.array(Language).max(10), skills: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)).max(50) });

type Outcome = { readonly refusals: readonly Refusal[] } | { readonly done: true } | { readonly notFound: true };

/** Sets a desk's rule, on record like any change of the set-up; the same again changes nothing. */
export async function publishDeskRule(actor: PersonActor, { desk: id, allot, hidesOfficers: asked }: z.infer<typeof DeskRule>, clock: Clock = realClock): Promise<Outcome> {
  return asActor({ kind: "system" }, async (tx) => {
    const [row] = await tx.select().from(desks).where(eq(desks.id, id)).for("update");
    if (!row) return { notFound: true };
    if (!mayManageDesk(actor, row)) return { refusals: [refusal("notPermitted")] };
    const hidesOfficers = asked ?? row.hidesOfficers;
    if (row.allot !== allot || row.hidesOfficers !== hidesOfficers) await keepChange(tx, Change.parse({ of: "desk", ...row, allot, hidesOfficers }), { actor: publisher(actor), at: clock().toISOString() });
    return { done: true };
  });
}

/** Sets what one of a desk's people can do, by whoever heads it. Whoever is not of the desk is as unknown as nobody. */
export async function publishAbilities(actor: PersonActor, { desk, person, speaks, skills }: z.infer<typeof Abilities>, clock: Clock = realClock): Promise<Outcome> {
  const { id, email, name, language, organisation, active } = people;
  return asActor({ kind: "system" }, async (tx) => {
    const [at] = await tx.select({ id: desks.id, organisation: desks.organisation }).from(desks).where(eq(desks.id, desk));
    const [row] = await tx.select({ id, email, name, language, organisation, active, speaks: people.speaks, skills: people.skills }).from(people).where(eq(id, person)).for("update");
    const officer = row && (await personNamed(tx, row.id));
    if (!at) return { notFound: true };
    if (!mayManageDesk(actor, at)) return { refusals: [refusal("notPermitted")] };
    // An id of anybody else is no way to their name, nor to whether there is somebody of that id.
    if (!officer || !staffed(officer).includes(desk)) return { refusals: [refusal("unknownPerson", {}, "person")] };
    if (row.speaks.join() !== speaks.join() || row.skills.join() !== skills.join()) await keepChange(tx, Change.parse({ of: "person", ...row, speaks, skills }), { actor: publisher(actor), at: clock().toISOString() });
    return { done: true };
  });
}
