import { afterAll, beforeAll, expect, test } from "vitest";
import { type SQL, sql } from "drizzle-orm";
import { asReader, closeDatabase } from "../../db/client.ts";
import { listPeople } from "../../db/queries/people.ts";
import { verify } from "../../db/verify.ts";
import { standardRoles } from "../../lib/access/permission.ts";
import { requestStatuses } from "../../lib/request/state.ts";
import { institutionDesks } from "../../lib/server/demo/desks.ts";
import { makeDemonstration } from "../../lib/server/demo/make.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  await makeDemonstration();
}, 120_000);
afterAll(async () => {
  await closeDatabase();
  await database.stop();
});

test("the demonstration holds requests in every state, each made by commands", async () => {
  const [requests, drafts] = await asReader({ kind: "system" }, async (tx) => [
    await tx.execute<{ status: string }>(sql`select distinct status from requests`),
    await tx.execute<{ n: number }>(sql`select count(*)::int as n from drafts`),
  ]);
  const found = new Set([...requests.map(({ status }) => status), ...((drafts[0]?.n ?? 0) > 0 ? ["draft"] : [])]);
  expect(requestStatuses.filter((status) => !found.has(status))).toEqual([]);
});

test("some twenty real institutions, each with all its desks, and every desk is staffed", async () => {
  const rows = await ask<{ id: string; desks: number }>(sql`select o.id, (select count(*)::int from desks d where d.organisation = o.id) as desks from organisations o where o.type in ('university', 'research_institute')`);
  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(rows.filter(({ desks }) => desks !== institutionDesks.length)).toEqual([]);
  expect(await ask(sql`select d.id from desks d where not exists (select 1 from grants g join people p on p.id = g.person_id where g.scope_kind = 'desk' and g.scope_id = d.id and p.active)`)).toEqual([]);
});

test("every role is held by somebody on both sides of the boundary", async () => {
  const rows = await ask<{ role: string; side: string }>(sql`select distinct g.role, case o.jurisdiction when 'CN' then 'mainland' else 'hong kong and macao' end as side from grants g join people p on p.id = g.person_id join organisations o on o.id = p.organisation`);
  for (const role of Object.keys(standardRoles)) expect([role, rows.filter((row) => row.role === role).map(({ side }) => side).toSorted()]).toEqual([role, ["hong kong and macao", "mainland"]]);
});

test("histories reach over six months, and nothing was done by nobody or in the future", async () => {
  const [span] = await ask<{ days: number; late: number }>(sql`select extract(day from max(at) - min(at))::int as days, count(*) filter (where at > now())::int as late from events where stream like 'request:%'`);
  expect(span?.days).toBeGreaterThanOrEqual(180);
  expect(span?.late).toBe(0);
  // Each accepted command is kept with what it came to; what commands did is all there is.
  const [made] = await ask<{ unexplained: number }>(sql`select count(*)::int as unexplained from events e where e.stream like 'request:%' and not exists (
    select 1 from commands c, jsonb_array_elements(c.answer -> 'events') told where c.request_id = e.request_id and (told ->> 'seq')::int = e.seq and told ->> 'type' = e.type)`);
  expect(made?.unexplained).toBe(0);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("the list of people has every sign-in with its roles, their scopes and its desks", async () => {
  const listed = await listPeople({ kind: "system" });
  const held = await ask<{ email: string; grants: number; desks: string[] }>(sql`select p.email, count(g.role)::int as grants, coalesce(array_agg(distinct g.scope_id) filter (where g.scope_kind = 'desk'), '{}') as desks from people p join credentials c on c.person_id = p.id left join grants g on g.person_id = p.id group by p.email order by p.email`);
  expect(listed.map(({ email, roles, desks }) => ({ email, grants: roles.length, desks: desks.toSorted() }))).toEqual(held.map((row) => ({ ...row, desks: row.desks.toSorted() })));
  expect(listed.find(({ email }) => email === "pi@hku.example")).toMatchObject({ locale: "zh-Hant", roles: [{ role: "desk-officer", scope: "desk:hku.endorsement" }, { role: "researcher", scope: "organisation:hku" }], desks: ["hku.endorsement"] });
  expect(listed.find(({ email }) => email === "auditor@causeway.example")?.roles).toEqual([{ role: "auditor", scope: "everything" }]);
});

test("making it again changes nothing", async () => {
  const count = () => asReader({ kind: "system" }, (tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from events`));
  const before = await count();
  await makeDemonstration();
  expect(await count()).toEqual(before);
});

async function ask<T extends Record<string, unknown>>(question: SQL): Promise<readonly T[]> {
  return asReader({ kind: "system" }, async (tx): Promise<readonly T[]> => tx.execute(question) as unknown as Promise<T[]>);
}
