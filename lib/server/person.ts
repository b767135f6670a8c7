import { sql } from "drizzle-orm";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { today } from "../../db/queries/today.ts";
import { people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { permissions, type Grant, type Permission, type Scope } from "../access/permission.ts";
import { emailAddress } from "../access/email-address.ts";

/** A person with every grant they hold, to act as; null when nobody active has this address. */
export async function personActor(email: string): Promise<PersonActor | null> {
  const address = emailAddress(email);
  if (!address) return null;
  const [row] = await asReader({ kind: "signIn" }, (tx) => tx.select(actorColumns).from(people).where(sql`people.email = ${address} and people.active`));
  return row ? actorFrom(row) : null;
}

/** The active person of an id or an address, with what they may do now; inside a transaction of whoever asks. */
export async function personNamed(tx: ScopedTx, named: string): Promise<PersonActor | null> {
  const address = emailAddress(named);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named);
  if (!isId && !address) return null;
  const [row] = await tx.select(actorColumns).from(people).where(sql`${isId ? sql`people.id = ${named}::uuid` : sql`people.email = ${address}`} and people.active`);
  return row ? actorFrom(row) : null;
}

/** Whether a stand-in `s` runs on the day it is at the boundary. Whoever is locked out has no rights that another could have in their place. */
export const runningToday = sql`not s.ended and ${today} between s.from_day and s.until_day and exists (select from people away where away.id = s.person_id and away.active)`;

/** What makes an actor of a row of `people`, grants included, in one statement. */
export const actorColumns = {
  id: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  organisation: people.organisation,
  // Written out: in a question about one table the builder would leave the table's name away, and `roles` has an id too.
  grants: sql<GrantRow[]>`(
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', g.role, 'permissions', r.permissions, 'kind', g.scope_kind, 'id', g.scope_id, 'for', g.of)) order by g.of nulls first, g.role, g.scope_kind, g.scope_id), '[]')
    from (
      select role, scope_kind, scope_id, null::uuid as of from grants where person_id = people.id
      union all
      select h.role, h.scope_kind, h.scope_id, s.person_id from stand_ins s join grants h on h.person_id = s.person_id and h.scope_kind = 'desk'
       where s.stand_in = people.id and ${runningToday} and (s.desks = '{}' or h.scope_id = any (s.desks))
    ) g join roles r on r.id = g.role)`,
  /** Whom they stand in for today. */
  standsIn: sql<string[]>`(select coalesce(jsonb_agg(distinct s.person_id), '[]') from stand_ins s where s.stand_in = people.id and ${runningToday})`,
  /** What they opened by break-glass, as long as it runs and they still may. */
  opened: sql<string[]>`(select coalesce(jsonb_agg(b.id), '[]') from break_glass b where b.person_id = people.id and b.ended_at is null and b.until_at > now() and glass_holds(b.request_id, b.id))`,
};

type GrantRow = { readonly role: string; readonly permissions: readonly string[]; readonly kind: Scope["kind"]; readonly id: string; readonly for?: string };
type ActorRow = Omit<PersonActor, "kind" | "grants"> & { readonly grants: readonly GrantRow[] };

/** The actor of a row that was read with `actorColumns`; further columns are left out. */
export function actorFrom({ id, name, email, language, organisation, grants, standsIn = [], opened = [] }: ActorRow): PersonActor {
  return { kind: "person", id, name, email, language, organisation, grants: grants.map(grantFrom), ...(standsIn.length > 0 && { standsIn }), ...(opened.length > 0 && { opened }) };
}

function grantFrom({ role, permissions: held, kind, id, for: of }: GrantRow): Grant {
  return { role, permissions: held.filter(isPermission), scope: kind === "everything" ? { kind } : { kind, id }, ...(of !== undefined && { for: of }) };
}

/** A role may hold a permission of a version that is gone; it grants nothing. */
function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name);
}
