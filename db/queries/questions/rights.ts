import { sql } from "drizzle-orm";
import type { Permission, Scope as Place } from "../../../lib/access/permission.ts";
import { overlapsAmong, type HeldRight } from "../../../lib/insight/overlaps.ts";
import { type Find, type Found, pageOf } from "../../../lib/insight/question.ts";
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

type Act = { readonly person: string; readonly desk: string | null; readonly stream: string };

/** Rights that nobody has used for so many days. Read as the system: what leaves is that a right was not used, and nothing of what others did. */
export async function unusedRights(tx: ScopedTx, scope: Scope, rights: RightsOverTime): Promise<Found> {
  const held = await rightsIn(tx, scope);
  const horizon = new Date(Date.parse(scope.to ? `${scope.to}T23:59:59.999+08:00` : scope.now) - scope.rule.days * 86_400_000).toISOString();
  const acts = await asReader({ kind: "system" }, (system) =>
    system.execute<Act & Record<string, unknown>>(sql`
      select distinct a.person, e.actor ->> 'desk' as desk, split_part(e.stream, ':', 1) as stream
      from events e cross join lateral (values (e.actor ->> 'person'), (e.actor ->> 'for')) a(person)
      where e.at >= ${horizon}::timestamptz ${scope.to ? sql`and e.at < ${`${scope.to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : sql``} and a.person is not null`),
  );
  const used = new Set(acts.map(({ person, desk, stream }) => [person, stream === "config" ? "set-up" : (desk ?? "")].join("~")));
  const judged = held.flatMap((right) => {
    const trace = traceOf(right);
    const since = rights.heldSince(right.person, right.role, right.scope);
    return trace === null || since === null || since > horizon ? [] : [{ right, trace, since }];
  });
  const finds = judged.filter(({ right, trace }) => !trace.some((one) => used.has(`${right.person}~${one}`))).map(({ right, since }) => findOf(right, "unused", { since, horizon }));
  return { count: finds.length, looked: { rights: judged.length, others: held.length - judged.length }, first: horizon, last: scope.now, ...pageOf(finds, scope.cursor) };
}

/** Where using a right would show: at its desk, in a request, or in the set-up. Null for rights to look and to check, whose use is no entry of the record. */
function traceOf({ permissions, scope }: HeldRight): readonly string[] | null {
  if (permissions.includes("step.decide")) return scope.kind === "desk" ? [scope.id] : null;
  if (permissions.includes("movement.record") || permissions.includes("request.create")) return [""];
  return permissions.some((one) => one === "people.manage" || one === "desk.manage" || one === "policy.publish") ? ["set-up"] : null;
}

/** Rights that say the same twice, and those that should not meet in one person. */
export async function overlappingRights(tx: ScopedTx, scope: Scope, rights: RightsOverTime): Promise<Found> {
  const held = await rightsIn(tx, scope);
  const pairs = await tx.execute<{ a: string; b: string }>(sql`
    with at as materialized (select distinct r.workflow_id, s.desk from steps s join requests r on r.request_id = s.request_id where s.desk in (${listed([...new Set(held.flatMap(({ scope: place }) => (place.kind === "desk" ? [place.id] : [])))])}))
    select a.desk as a, b.desk as b from at a join at b on b.workflow_id = a.workflow_id and a.desk < b.desk group by 1, 2`);
  const finds = overlapsAmong(held, new Set(pairs.map(({ a, b }) => `${a} ${b}`))).map(({ code, right, other }) => ({ ...findOf(right, code, { other: other.role, otherScope: placeOf(other.scope), since: rights.heldSince(right.person, right.role, right.scope) }), key: [right.person, code, right.role, placeOf(right.scope), other.role, placeOf(other.scope)].join("~") }));
  return { count: finds.length, looked: { rights: held.length, people: new Set(held.map(({ person }) => person)).size }, first: null, last: null, ...pageOf(finds.toSorted((a, b) => (a.key < b.key ? -1 : 1)), scope.cursor) };
}

function findOf({ person, role, scope }: HeldRight, code: string, values: Find["values"]): Find {
  return { key: [person, role, placeOf(scope)].join("~"), at: null, code, request: null, entries: [{ of: "setUp", id: configurationId(`grants:${person}`), seq: 0 }], people: [person], desks: [], values: { role, scope: placeOf(scope), ...values } };
}

function placeOf(scope: Place): string {
  return scope.kind === "everything" ? "everything" : `${scope.kind}:${scope.id}`;
}
