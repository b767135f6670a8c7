import { sql } from "drizzle-orm";
import type { Permission, Scope as Place } from "../../../lib/access/permission.ts";
import { overlapsAmong, type HeldRight } from "../../../lib/insight/overlaps.ts";
import { type Find, type Found, pageOf } from "../../../lib/insight/question.ts";
import { type Act, isTraced, isUseOf } from "../../../lib/insight/right-used.ts";
import type { RightsOverTime } from "../../../lib/insight/rights-over-time.ts";
import { asReader, type ScopedTx } from "../../client.ts";
import { configurationId } from "../../configure.ts";
import { housesOf, listed, type Scope } from "./scope.ts";

type Row = { readonly person: string; readonly role: string; readonly permissions: readonly Permission[]; readonly kind: Place["kind"]; readonly id: string; readonly organisation: string | null };

/** What people may do now, where the auditor audits: at desks, institutions and everywhere. */
async function rightsIn(tx: ScopedTx, scope: Scope): Promise<HeldRight[]> {
  const houses = housesOf(scope);
  const places = scope.audits.flatMap((one) => (one.startsWith("audit:jur:") ? [one.slice("audit:jur:".length)] : []));
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    select * from (
      select g.person_id::text as person, g.role, r.permissions, g.scope_kind as kind, g.scope_id as id, case g.scope_kind when 'organisation' then g.scope_id when 'desk' then d.organisation end as organisation
      from grants g join roles r on r.id = g.role join people p on p.id = g.person_id and p.active left join desks d on g.scope_kind = 'desk' and d.id = g.scope_id
    ) held
    where ${houses === null ? sql`true` : sql`(organisation in (${listed(houses)}) or organisation in (select o.id from organisations o where o.jurisdiction in (${listed(places)})) or (kind = 'jurisdiction' and id in (${listed(places)})))`}
      ${scope.organisation === undefined ? sql`` : sql`and organisation = ${scope.organisation}`}
    order by person, role, kind, id`);
  return rows.map(({ person, role, permissions, kind, id, organisation }) => ({ person, role, permissions, scope: kind === "everything" ? { kind } : { kind, id }, organisation }));
}

/** Rights that nobody has used for so many days. Read as the system: what leaves is that a right was not used, and nothing of what others did. */
export async function unusedRights(tx: ScopedTx, scope: Scope, rights: RightsOverTime): Promise<Found> {
  const held = await rightsIn(tx, scope);
  const horizon = new Date(Date.parse(scope.to ? `${scope.to}T23:59:59.999+08:00` : scope.now) - scope.rule.days * 86_400_000).toISOString();
  const acts = await asReader({ kind: "system" }, (system) => actsSince(system, horizon, scope.to));
  const of = new Map<string, Act[]>();
  for (const act of acts) of.set(act.person, [...(of.get(act.person) ?? []), act]);
  const judged = held.flatMap((right) => {
    const since = rights.heldSince(right.person, right.role, right.scope);
    return !isTraced(right) || since === null || since > horizon ? [] : [{ right, since }];
  });
  const finds = judged.filter(({ right }) => !(of.get(right.person) ?? []).some((act) => isUseOf(right, act))).map(({ right, since }) => findOf(right, "unused", { since, horizon }));
  return { count: finds.length, looked: { rights: judged.length, others: held.length - judged.length }, first: horizon, last: scope.now, ...pageOf(inOrder(finds), scope.cursor) };
}

/** What people did since an instant, each sort of it once; for a change of the set-up with the organisation and the desk that it was about. Who sets a stand-in for themself needs no right for it. */
async function actsSince(tx: ScopedTx, since: string, to: string | undefined): Promise<Act[]> {
  const rows = await tx.execute<Act & Record<string, unknown>>(sql`
    with acts as materialized (
      select e.actor, case when e.stream like 'config:%' then e.data ->> 'of' when e.type like 'movement.%' then 'movement' else split_part(e.stream, ':', 1) end as what,
        case when e.stream like 'config:%' then substr(e.data ->> 'subject', strpos(e.data ->> 'subject', ':') + 1) end as subject
      from events e where e.at >= ${since}::timestamptz ${to ? sql`and e.at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : sql``}
    )
    select distinct a.person, t.actor ->> 'desk' as desk, t.what, case when t.what in ('seal-mails', 'retention') then t.subject else coalesce(d.organisation, p.organisation) end as organisation, d.id as office
    from acts t cross join lateral (values (t.actor ->> 'person'), (t.actor ->> 'for')) a(person)
      left join desks d on t.what = 'desk' and d.id = t.subject
      left join people p on t.what in ('person', 'grants') and p.id::text = t.subject
      left join stand_ins s on t.what = 'stand-in' and s.id::text = t.subject
    where a.person is not null and a.person is distinct from s.person_id::text`);
  return rows.map(({ person, desk, what, organisation, office }) => ({ person, desk, what, organisation, office }));
}

/** Rights that say the same twice, and those that should not meet in one person. */
export async function overlappingRights(tx: ScopedTx, scope: Scope, rights: RightsOverTime): Promise<Found> {
  const held = await rightsIn(tx, scope);
  const pairs = await tx.execute<{ a: string; b: string }>(sql`
    with at as materialized (select distinct r.workflow_id, s.desk from steps s join requests r on r.request_id = s.request_id where s.desk in (${listed([...new Set(held.flatMap(({ scope: place }) => (place.kind === "desk" ? [place.id] : [])))])}))
    select a.desk as a, b.desk as b from at a join at b on b.workflow_id = a.workflow_id and a.desk < b.desk group by 1, 2`);
  const finds = overlapsAmong(held, new Set(pairs.map(({ a, b }) => `${a} ${b}`))).map(({ code, right, other }) => ({ ...findOf(right, code, { other: other.role, otherScope: placeOf(other.scope), since: rights.heldSince(right.person, right.role, right.scope) }), key: [right.person, code, right.role, placeOf(right.scope), other.role, placeOf(other.scope)].join("~") }));
  return { count: finds.length, looked: { rights: held.length, people: new Set(held.map(({ person }) => person)).size }, first: null, last: null, ...pageOf(inOrder(finds), scope.cursor) };
}

/** A list goes on after its last key: it stands by its keys, whatever order the database has for text. */
function inOrder(finds: readonly Find[]): Find[] {
  return finds.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function findOf({ person, role, scope }: HeldRight, code: string, values: Find["values"]): Find {
  return { key: [person, role, placeOf(scope)].join("~"), at: null, code, request: null, entries: [{ of: "setUp", id: configurationId(`grants:${person}`), seq: 0 }], people: [person], desks: [], values: { role, scope: placeOf(scope), ...values } };
}

function placeOf(scope: Place): string {
  return scope.kind === "everything" ? "everything" : `${scope.kind}:${scope.id}`;
}
