import { and, asc, count, eq, exists, inArray, not, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import { asLister } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { grants, people } from "../schema/people.ts";

/** A desk with how many active people staff it. */
export type StaffedDesk = { readonly id: string; readonly names: Text; readonly organisationNames: Text; readonly staff: number };
/** What an administrator answers for: who is there, which desks nobody staffs, who has no role yet. */
export type Staff = {
  readonly people: number;
  readonly organisations: number;
  readonly desks: readonly StaffedDesk[];
  readonly roles: readonly { readonly role: string; readonly people: number }[];
  readonly withoutRole: readonly { readonly id: string; readonly name: string; readonly email: string }[];
};

/** The people and desks of the places in which an actor manages people; of every place for a platform administrator. */
export async function staffOf(actor: PersonActor): Promise<Staff | null> {
  const scopes = actor.grants.flatMap(({ scope, permissions }) => (permissions.includes("people.manage") ? [scope] : []));
  if (scopes.length === 0) return null;
  const everywhere = scopes.some(({ kind }) => kind === "everything");
  const own = scopes.flatMap((scope) => (scope.kind === "organisation" ? [scope.id] : []));
  return asLister(actor, async (tx) => {
    const at = everywhere ? undefined : inArray(people.organisation, own.length > 0 ? own : [""]);
    const holds = exists(tx.select({ one: sql`1` }).from(grants).where(eq(grants.personId, people.id)));
    const [counted, places, staffed, roles, without] = await Promise.all([
      tx.select({ all: count() }).from(people).where(and(people.active, at)),
      tx.select({ all: count() }).from(organisations),
      tx
        .select({ id: desks.id, names: desks.names, organisationNames: organisations.names, staff: sql<number>`count(distinct ${people.id})::int` })
        .from(desks)
        .innerJoin(organisations, eq(organisations.id, desks.organisation))
        .leftJoin(grants, and(eq(grants.scopeKind, "desk"), eq(grants.scopeId, desks.id)))
        .leftJoin(people, and(eq(people.id, grants.personId), people.active))
        .where(everywhere ? undefined : inArray(desks.organisation, own.length > 0 ? own : [""]))
        .groupBy(desks.id, organisations.id)
        .orderBy(asc(sql`count(distinct ${people.id})`), asc(desks.id)),
      tx.select({ role: grants.role, people: sql<number>`count(distinct ${people.id})::int` }).from(people).innerJoin(grants, eq(grants.personId, people.id)).where(and(people.active, at)).groupBy(grants.role).orderBy(asc(grants.role)),
      tx.select({ id: people.id, name: people.name, email: people.email }).from(people).where(and(people.active, at, not(holds))).orderBy(asc(people.name)).limit(20),
    ]);
    return { people: counted[0]?.all ?? 0, organisations: places[0]?.all ?? 0, desks: staffed, roles, withoutRole: without };
  });
}
