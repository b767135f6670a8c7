import { eq } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { asReader } from "../client.ts";
import { grants, people } from "../schema/people.ts";

/** Somebody with what they may do: a role and its scope (`organisation:hku`, `everything`), and the desks they staff. */
export type ListedPerson = { readonly email: string; readonly name: string; readonly locale: string; readonly roles: readonly { readonly role: string; readonly scope: string }[]; readonly desks: readonly string[] };

/** Everybody who may sign in, by address. */
export async function listPeople(actor: Actor): Promise<ListedPerson[]> {
  const rows = await asReader(actor, (tx) =>
    tx
      .select({ email: people.email, name: people.name, locale: people.language, role: grants.role, kind: grants.scopeKind, id: grants.scopeId })
      .from(people)
      .leftJoin(grants, eq(grants.personId, people.id))
      .where(eq(people.active, true))
      .orderBy(people.email, grants.role, grants.scopeKind, grants.scopeId),
  );
  const listed = new Map<string, { email: string; name: string; locale: string; roles: { role: string; scope: string }[]; desks: string[] }>();
  for (const { email, name, locale, role, kind, id } of rows) {
    const person = listed.get(email) ?? { email, name, locale, roles: [], desks: [] };
    listed.set(email, person);
    if (role === null || kind === null || id === null) continue;
    person.roles.push({ role, scope: kind === "everything" ? kind : `${kind}:${id}` });
    if (kind === "desk" && !person.desks.includes(id)) person.desks.push(id);
  }
  return [...listed.values()];
}
