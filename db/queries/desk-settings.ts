import { and, asc, eq, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import { headship } from "../../lib/access/heads.ts";
import type { Language, Text } from "../../lib/language.ts";
import type { Allotment } from "../../lib/workflow/step-people.ts";
import { asReader } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { grants, people, roles } from "../schema/people.ts";

export type DeskOfficer = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language; readonly speaks: readonly string[]; readonly skills: readonly string[]; readonly isHead: boolean };
export type DeskSettings = { readonly id: string; readonly names: Text; readonly organisation: string; readonly organisationNames: Text; readonly allot: Allotment | null; readonly hidesOfficers: boolean; readonly officers: readonly DeskOfficer[] };

/** A desk as its head sets it up: its rule, and what each who decides there can do. */
export async function deskSettings(actor: PersonActor, desk: string): Promise<DeskSettings | null> {
  return asReader(actor, async (tx) => {
    const [found] = await tx
      .select({ id: desks.id, names: desks.names, organisation: desks.organisation, organisationNames: organisations.names, allot: desks.allot, hidesOfficers: desks.hidesOfficers })
      .from(desks)
      .innerJoin(organisations, eq(organisations.id, desks.organisation))
      .where(eq(desks.id, desk));
    if (!found) return null;
    const officers = await tx
      .select({ id: people.id, name: people.name, email: people.email, language: people.language, speaks: people.speaks, skills: people.skills, isHead: sql<boolean>`bool_or(${headship} = any (${roles.permissions}))` })
      .from(people)
      .innerJoin(grants, and(eq(grants.personId, people.id), eq(grants.scopeKind, "desk"), eq(grants.scopeId, desk)))
      .innerJoin(roles, and(eq(roles.id, grants.role), sql`'step.decide' = any (${roles.permissions})`))
      .where(eq(people.active, true))
      .groupBy(people.id)
      .orderBy(asc(people.name));
    return { ...found, officers };
  });
}
