import type { World } from "../../db/demo-world.ts";
import type { Case, Somebody } from "./model.ts";

/** Everybody by where they work and what they audit, whoever they stand in for counted in. */
export async function everybody({ owner }: World): Promise<Map<string, Somebody>> {
  const rows = await owner<{ id: string; email: string; organisation: string | null; kind: string; role: string; scope: string }[]>`
    select p.id, p.email, p.organisation, g.scope_kind as kind, g.role, g.scope_id as scope from people p join (
      select person_id, role, scope_kind, scope_id from grants
      union all select s.stand_in, h.role, h.scope_kind, h.scope_id from stand_ins s join grants h on h.person_id = s.person_id and h.scope_kind = 'desk' where not s.ended and current_date between s.from_day - 1 and s.until_day
    ) g on g.person_id = p.id where p.active`;
  const known = new Map<string, Somebody>();
  for (const { id, email, organisation, kind, role, scope } of rows) {
    const before = known.get(email) ?? { id, email, organisation, roles: [], desks: [], audits: [], administers: [], records: [] };
    known.set(email, {
      ...before,
      roles: [...before.roles, role],
      desks: kind === "desk" ? [...before.desks, scope] : before.desks,
      audits: role === "auditor" ? [...before.audits, { kind, id: scope }] : before.audits,
      records: role === "control-point-officer" && kind === "jurisdiction" ? [...before.records, scope] : before.records,
      administers: role === "organisation-admin" ? [...before.administers, scope] : before.administers,
    });
  }
  return known;
}

/** Cases by who has to do with them. */
export async function casesOf({ owner }: World, ids: readonly string[]): Promise<Case[]> {
  const asked = ids as string[];
  const rows = await owner<(Omit<Case, "people" | "steps" | "advisers" | "others"> & { requester: string; team: string[] })[]>`
    select r.request_id as id, r.requester, r.team, r.home, r.host_organisation as host, r.from_jurisdiction as from, r.to_jurisdiction as to, r.kind, (select control_point from permits p where p.request_id = r.request_id limit 1) as point from requests r where r.request_id = any (${asked})`;
  const steps = await owner<{ id: string; desk: string; side: string; substitutes: string[] }[]>`select request_id as id, desk, side, substitutes from steps where request_id = any (${asked})`;
  const named = await owner<{ id: string; type: string; data: Record<string, unknown> }[]>`select request_id as id, type, data from events where request_id = any (${asked}) and type in ('request.submitted', 'step.referred', 'step.delegated', 'step.substituteNamed', 'movement.handedOver', 'request.transferred')`;
  const opened = await owner<{ id: string; person: string }[]>`select request_id as id, person_id as person from break_glass where request_id = any (${asked}) and ended_at is null and until_at > now()`;
  return rows.map(({ requester, team, ...row }) => {
    const of = named.filter(({ id }) => id === row.id);
    const fields = (types: readonly string[], ...names: readonly string[]) => of.filter(({ type }) => types.includes(type)).flatMap(({ data }) => names.flatMap((name) => (typeof data[name] === "string" ? [data[name]] : [])));
    return {
      ...row,
      people: [requester, ...team, ...fields(["request.submitted"], "endorser")],
      steps: steps.filter(({ id }) => id === row.id),
      advisers: fields(["step.referred"], "to"),
      others: [...opened.flatMap(({ id, person }) => (id === row.id ? [person] : [])), ...fields(["step.delegated", "step.substituteNamed"], "to"), ...fields(["movement.handedOver", "request.transferred"], "from", "to"), ...steps.filter(({ id }) => id === row.id).flatMap(({ substitutes }) => substitutes)],
    };
  });
}

/** Which jurisdiction an organisation is of. */
export async function jurisdictions({ owner }: World): Promise<ReadonlyMap<string, string>> {
  return new Map((await owner<{ id: string; jurisdiction: string }[]>`select id, jurisdiction from organisations`).map(({ id, jurisdiction }) => [id, jurisdiction]));
}
