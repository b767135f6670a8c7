import { sql } from "drizzle-orm";
import { asReader } from "../../db/client.ts";
import { people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { permissions, type Grant, type Permission, type Scope } from "../access/permission.ts";
import { emailAddress } from "./email-address.ts";

/** A person with every grant they hold, to act as; null when nobody active has this address. */
export async function personActor(email: string): Promise<PersonActor | null> {
  const address = emailAddress(email);
  if (!address) return null;
  const [row] = await asReader({ kind: "signIn" }, (tx) => tx.select(actorColumns).from(people).where(sql`people.email = ${address} and people.active`));
  return row ? actorFrom(row) : null;
}

/** What makes an actor of a row of `people`, grants included, in one statement. */
export const actorColumns = {
  id: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  organisation: people.organisation,
  // Written out: in a question about one table the builder would leave the table's name away, and `roles` has an id too.
  grants: sql<GrantRow[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'permissions', r.permissions, 'kind', g.scope_kind, 'id', g.scope_id) order by g.role, g.scope_kind, g.scope_id), '[]')
    from grants g join roles r on r.id = g.role where g.person_id = people.id)`,
};

type GrantRow = { readonly role: string; readonly permissions: readonly string[]; readonly kind: Scope["kind"]; readonly id: string };
type ActorRow = Omit<PersonActor, "kind" | "grants"> & { readonly grants: readonly GrantRow[] };

/** The actor of a row that was read with `actorColumns`; further columns are left out. */
export function actorFrom({ id, name, email, language, organisation, grants }: ActorRow): PersonActor {
  return { kind: "person", id, name, email, language, organisation, grants: grants.map(grantFrom) };
}

function grantFrom({ role, permissions: held, kind, id }: GrantRow): Grant {
  return { role, permissions: held.filter(isPermission), scope: kind === "everything" ? { kind } : { kind, id } };
}

/** A role may hold a permission of a version that is gone; it grants nothing. */
function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name);
}
