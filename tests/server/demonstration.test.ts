import { afterAll, beforeAll, expect, test } from "vitest";
import { type SQL, sql } from "drizzle-orm";
import { asReader, closeDatabase } from "../../db/client.ts";
import { inbox } from "../../db/queries/inbox.ts";
import { ownWork } from "../../db/queries/own-work.ts";
import { listPeople } from "../../db/queries/people.ts";
import { pointPermits, pointsOf } from "../../db/queries/point-permits.ts";
import { verify } from "../../db/verify.ts";
import { holdsAnywhere } from "../../lib/access/can.ts";
import { type Permission, standardRoles } from "../../lib/access/permission.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { formKinds } from "../../lib/kind/registry.ts";
import { movesOf } from "../../lib/request/agenda.ts";
import { requestStatuses } from "../../lib/request/state.ts";
import { institutionDesks } from "../../lib/server/demo/desks.ts";
import { makeDemonstration } from "../../lib/server/demo/make.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { questionAnswer } from "../../lib/server/question-answer.ts";
import { rulesInForce } from "../../lib/server/rules-in-force.ts";
import { demoSignIns } from "../../lib/server/sign-in-demo.ts";
import { tellClocks } from "../../lib/server/tell-clocks.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  process.env.DATABASE_URL = database.url;
});
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

test("requests reach over a year, some in every month, and nothing was done by nobody or in the future", async () => {
  const [span] = await ask<{ days: number; late: number }>(sql`select extract(day from max(at) - min(at))::int as days, count(*) filter (where at > now())::int as late from events where stream like 'request:%'`);
  expect(span?.days).toBeGreaterThanOrEqual(350);
  const months = await ask<{ ago: number }>(sql`select distinct floor(extract(epoch from now() - at) / 2629800)::int as ago from events where type = 'request.submitted'`);
  expect(months.map(({ ago }) => ago).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(span?.late).toBe(0);
  // Each accepted command is kept with what it came to; what commands did is all there is.
  const [made] = await ask<{ unexplained: number }>(sql`select count(*)::int as unexplained from events e where e.stream like 'request:%' and not exists (
    select 1 from commands c, jsonb_array_elements(c.answer -> 'events') told where c.request_id = e.request_id and (told ->> 'seq')::int = e.seq and told ->> 'type' = e.type)`);
  expect(made?.unexplained).toBe(0);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("every worked example of the rule sheet is a request, and each kind is there in several states", async () => {
  const examples = stories.flatMap(({ example }) => example ?? []);
  expect(examples.toSorted()).toEqual(["WC-D03", "WC-D08", "WC-D13", "WC-F03", "WC-F08", "WC-F13", "WC-G03", "WC-G08", "WC-G13", "WC-P03", "WC-P08", "WC-P13", "WC-S03", "WC-S08", "WC-S13", "WC-S18"]);
  const rows = await ask<{ kind: string; states: number }>(sql`select kind, count(distinct status)::int as states from requests group by kind`);
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(formKinds.toSorted());
  expect(rows.filter(({ states }) => states < 6)).toEqual([]);
});

test("a programme's quota is used, set aside and nearly gone, by requests of other organisations; one more waits that takes more than is left", async () => {
  const [hetao] = await ask<{ used: number; reserved: number; left: number; homes: number }>(sql`select sum(a.used)::float as used, sum(a.reserved)::float as reserved, min(a.limit_value - a.used - a.reserved)::float as left, (select count(distinct r.home)::int from quota_holdings h join requests r on r.request_id = h.request_id where r.home <> 'hetao') as homes from accounts a where a.organisation = 'hetao' and a.used + a.reserved > 0`);
  expect(hetao).toMatchObject({ used: 96_000, reserved: 140_000 });
  const [waits] = await ask<{ title: string }>(sql`select r.title from requests r join steps s on s.request_id = r.request_id where s.desk = 'hetao.programme' and s.status = 'open' and s.account is not null`);
  expect(waits?.title).toBe("Recombinant proteins for organoids in Hetao");
});

test("some steps are late, some were, some requests were refused with reasons, and some refusals are argued against in the talk", async () => {
  const [late] = await ask<{ open: number }>(sql`select count(*)::int as open from steps where status = 'open' and due_on < current_date`);
  expect(late?.open).toBeGreaterThanOrEqual(5);
  const slow = stories.filter(({ slow: days }) => days !== undefined);
  const decided = await ask<{ title: string }>(sql`select distinct r.title from requests r join steps s on s.request_id = r.request_id where s.status = 'done' and s.due_on < s.decided_at::date`);
  expect(slow.map(({ title }) => title).filter((title) => !decided.some((one) => one.title === title))).toEqual([]);
  const [refused] = await ask<{ reasons: number }>(sql`select count(distinct t.body)::int as reasons from events e join texts t on t.request_id = e.request_id and t.digest = e.data -> 'reasons' -> 0 -> 'text' ->> 'digest' where e.type = 'request.rejected'`);
  expect(refused?.reasons).toBeGreaterThanOrEqual(7);
  for (const { title, appeals } of stories.filter((story) => story.appeals)) {
    const said = await ask<{ body: string; number: string }>(sql`select t.body, (select x.number from requests x where x.title = ${appeals?.against ?? ""}) as number from events e join texts t on t.request_id = e.request_id and t.digest = e.data -> 'text' ->> 'digest' join requests r on r.request_id = e.request_id where r.title = ${title} and e.type = 'comment.added' order by e.seq`);
    const [first, second] = said.map(({ body }) => body);
    expect([first, second]).toEqual([`${said[0]?.number}: ${appeals?.says}`, appeals?.answer]);
  }
});

test("an auditor who asks about mutual approvals, skipped steps and break-glass finds one of each, and nothing of what must be none", async () => {
  const auditor = await personActor("auditor@causeway.example");
  if (!auditor) throw new Error("no auditor");
  const answers = await Promise.all((["mutual-approvals", "skipped-steps", "break-glass", "own-approvals", "outside-scope"] as const).map((question) => questionAnswer(auditor, question, {}, new Date())));
  const emails = await ask<{ id: string; email: string }>(sql`select id, email from people`);
  const who = (ids: readonly string[] = []) => ids.map((id) => emails.find((one) => one.id === id)?.email).toSorted();
  const [mutual, skipped, glass, ...none] = answers.map((answer) => answer?.items ?? []);
  expect(mutual?.map(({ people }) => who(people))).toEqual([["pi@sustech.example", "researcher@sustech.example"]]);
  expect(skipped).toEqual([expect.objectContaining({ code: "skipped", values: expect.objectContaining({ step: "sign-off", reason: stories.find(({ leftOut }) => leftOut)?.leftOut?.reason }) })]);
  expect(glass?.map(({ people }) => who(people))).toEqual([["admin@causeway.example"]]);
  expect(none).toEqual([[], []]);
});

test("whoever the sign-in page offers has something to do, or to look at, on the first page", async () => {
  process.env.CAUSEWAY_DEMO = "1";
  const shown = demoSignIns("en");
  delete process.env.CAUSEWAY_DEMO;
  const today = dayOf(new Date());
  const { regimes } = await rulesInForce();
  const empty: string[] = [];
  for (const { email } of shown) {
    const actor = await personActor(email);
    if (!actor) throw new Error(`nobody has ${email}`);
    const [own, waiting, permits] = [await ownWork(actor), (await inbox(actor, { limit: 10 })).items, pointsOf(actor).length > 0 ? await pointPermits(actor, today) : []];
    const oversees = ["audit.search", "people.manage", "policy.publish"].some((permission) => holdsAnywhere(actor, permission as Permission));
    const decides = waiting.some(({ separation }) => separation.length === 0);
    if (!oversees && !decides && permits.length === 0 && movesOf(own, today, regimes).length === 0) empty.push(email);
  }
  expect(shown.length).toBeGreaterThan(15);
  expect(empty).toEqual([]);
});

test("the list of people has every sign-in with its roles, their scopes and its desks", async () => {
  const listed = await listPeople({ kind: "system" });
  const held = await ask<{ email: string; grants: number; desks: string[] }>(sql`select p.email, count(g.role)::int as grants, coalesce(array_agg(distinct g.scope_id) filter (where g.scope_kind = 'desk'), '{}') as desks from people p join credentials c on c.person_id = p.id left join grants g on g.person_id = p.id group by p.email order by p.email`);
  expect(listed.map(({ email, roles, desks }) => ({ email, grants: roles.length, desks: desks.toSorted() }))).toEqual(held.map((row) => ({ ...row, desks: row.desks.toSorted() })));
  expect(listed.find(({ email }) => email === "pi@hku.example")).toMatchObject({ locale: "zh-Hant", roles: [{ role: "desk-officer", scope: "desk:hku.endorsement" }, { role: "researcher", scope: "organisation:hku" }], desks: ["hku.endorsement"] });
  expect(listed.find(({ email }) => email === "auditor@causeway.example")?.roles).toEqual([{ role: "auditor", scope: "everything" }]);
});

test("its clocks have said what they had to say, and nobody is waiting for a mail about it", async () => {
  expect(await tellClocks()).toBe(0);
  expect(await ask<{ n: number }>(sql`select count(*)::int as n from outbox where done_at is null`)).toEqual([{ n: 0 }]);
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
