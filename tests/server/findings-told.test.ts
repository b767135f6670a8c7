import { afterAll, beforeAll, expect, test } from "vitest";
import { findingsAsked, findingsAskedCount } from "../../db/queries/audit-findings.ts";
import { workingPaperHistory } from "../../db/queries/working-papers.ts";
import { verify } from "../../db/verify.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { drainOutbox } from "../../lib/server/notify.ts";
import { personActor } from "../../lib/server/person.ts";
import { remindOfFindings } from "../../lib/server/remind-findings.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { type Answered, call, keyOf } from "./api-world.ts";
import { asked, auditor, look, person, reply, say, start, today, withFinding } from "./papers-world.ts";

/* Who is told of a finding, and when: whoever is asked, whoever asked, and nobody else. */

let world: World;
let post: Mailbox;
beforeAll(async () => {
  post = await mailbox();
  world = await demoWorld();
});
afterAll(async () => {
  await post.stop();
  await world.stop();
});

test("the desk's head that a finding waits, and the auditor that a reply came", async () => {
  await world.owner`delete from outbox`;
  const { id, desk } = await withFinding(world);
  await say(id, reply, desk.email);
  for (let round = 0; round < 4; round++) await drainOutbox();
  const mails = await world.owner<{ email: string; news: string }[]>`select p.email, o.payload ->> 'news' as news from outbox o join people p on p.id::text = o.payload ->> 'person' where o.request_id = ${id} and o.topic = 'mail.finding' and o.done_at is not null order by 2, 1`;
  expect(mails.filter(({ news }) => news === "replied")).toEqual([{ email: auditor, news: "replied" }]);
  expect(mails.filter(({ news }) => news === "asked").length).toBeGreaterThan(0);
});

test("no mail goes to whoever lost the right to answer, or audits no more, before it went out", async () => {
  await world.owner`delete from outbox`;
  post.mails.length = 0;
  const without = async (email: string, then: () => Promise<unknown>) => {
    const { id: who, grants } = await person(email);
    await publish({ kind: "system" }, [{ of: "grants", person: who, grants: [] }]);
    await then();
    await publish({ kind: "system" }, [{ of: "grants", person: who, grants: grants.map(({ role, scope }) => ({ role, scope })) }]);
  };
  const { id } = await withFinding(world);
  await drainOutbox();
  const told = (await world.owner<{ email: string }[]>`select p.email from outbox o join people p on p.id::text = o.payload ->> 'person' where o.topic = 'mail.finding' order by 1`).map(({ email }) => email);
  await without(told[0] ?? "", () => post.fill());
  expect(post.mails.map(({ to }) => to).toSorted()).toEqual(told.slice(1));
  post.mails.length = 0;
  await say(id, reply, told[0]);
  await drainOutbox();
  await without(auditor, () => post.fill());
  expect(post.mails.map(({ to }) => to)).toEqual([]);
});

test("whoever is asked, on the day of the reply and of the follow-up and once more when it is late; nobody twice, and nobody once it was answered or closed", async () => {
  await world.owner`delete from outbox`;
  const { id, desk } = await withFinding(world);
  const on = (days: number) => () => new Date(`${addDays(today, days)}T02:00:00.000Z`);
  const told = async (): Promise<string[]> => {
    for (let round = 0; round < 4; round++) await drainOutbox(on(61));
    return (await world.owner<{ news: string }[]>`select payload ->> 'news' as news from outbox where request_id = ${id} and topic = 'finding'`).map(({ news }) => news);
  };
  expect(await remindOfFindings(on(6))).toBe(0);
  await Promise.all([remindOfFindings(on(7)), remindOfFindings(on(7))]);
  await remindOfFindings(on(7));
  await remindOfFindings(on(8));
  await remindOfFindings(on(20));
  expect((await told()).toSorted()).toEqual(["asked", "replyDue", "replyLate"]);
  const mails = await world.owner<{ news: string; mails: number }[]>`select payload ->> 'news' as news, count(*)::int as mails from outbox where request_id = ${id} and topic = 'mail.finding' and done_at is not null group by 1`;
  expect(mails.map(({ news }) => news).toSorted()).toEqual(["asked", "replyDue", "replyLate"]);
  expect(new Set(mails.map(({ mails: many }) => many)).size).toBe(1);
  await say(id, reply, desk.email);
  await say(id, { type: "setFollowUp", finding: 1, text: "Tell the officers", due: addDays(today, 30) });
  await remindOfFindings(on(30));
  await remindOfFindings(on(31));
  await say(id, { type: "setFollowUp", finding: 1, text: "Tell the officers", due: addDays(today, 60) });
  await say(id, { type: "closeFinding", finding: 1 });
  expect(await remindOfFindings(on(60))).toBe(0);
  expect((await told()).toSorted()).toEqual(["asked", "followUp", "followUp", "followUpDue", "followUpLate", "replied", "replyDue", "replyLate"]);
  expect((await workingPaperHistory(await person(auditor), id, null))?.items.map((event) => "type" in event && event.type)).toContain("finding.reminded");
  // The next commands were given today, after those of days to come.
  expect((await verify()).problems.filter(({ stream, code }) => stream === `audit:${id}` && code !== "timeReversed")).toEqual([]);
});

test("an organisation that is asked is its administrators: they find it, read nothing else of the paper, and reply", async () => {
  await world.owner`delete from outbox`;
  const { body } = await start({});
  const { id, cases } = (await look(body.id)).body as { id: string; cases: { request: string }[] };
  const request = cases[0]?.request ?? "";
  const [house] = await world.owner<{ id: string; email: string }[]>`select o.id, 'admin@' || o.id || '.example' as email from requests r join organisations o on o.id = r.home where r.request_id = ${request}`;
  if (!house) throw new Error("a case without a home");
  const finding = { type: "raiseFinding", request, severity: "high", text: "Why was nobody told?", events: [1], replyBy: addDays(today, 7) };
  expect(await say(id, { ...finding, organisation: "nowhere" })).toMatchObject({ status: 422, body: { refusals: [{ code: "organisationNotOfCase" }] } });
  expect(await say(id, finding)).toMatchObject({ status: 422, body: { refusals: [{ code: "oneIsAsked" }] } });
  expect(await say(id, { ...finding, organisation: house.id })).toMatchObject({ status: 200, body: { finding: 1 } });
  expect((await asked(house.email)).body.items.find((one: { paper: { id: string } }) => one.paper.id === id)).toMatchObject({ finding: 1, desk: null, organisation: house.id, text: "Why was nobody told?" });
  expect((await look(id, house.email)).status).toBe(404);
  const [elsewhere] = await world.owner<{ email: string }[]>`select email from people where email like 'admin@%' and email not in (${house.email}, 'admin@causeway.example') limit 1`;
  expect((await asked(elsewhere?.email ?? "")).body.items.filter((one: { paper: { id: string } }) => one.paper.id === id)).toEqual([]);
  expect((await say(id, reply, elsewhere?.email)).status).toBe(404);
  expect((await say(id, reply, "admin@causeway.example")).status).toBe(404);
  expect(await say(id, reply, house.email)).toMatchObject({ status: 200, body: { events: [{ type: "finding.replied" }] } });
  for (let round = 0; round < 4; round++) await drainOutbox();
  const mails = await world.owner<{ email: string }[]>`select p.email from outbox o join people p on p.id::text = o.payload ->> 'person' where o.request_id = ${id} and o.topic = 'mail.finding' and o.payload ->> 'news' = 'asked'`;
  expect(mails.map(({ email }) => email)).toContain(house.email);
  expect((await verify()).problems.filter(({ stream }) => stream === `audit:${id}`)).toEqual([]);
});

test("whoever decides at the desk finds it on their list until it is closed", async () => {
  const { id, desk } = await withFinding(world);
  const officer = await personActor(desk.email);
  if (!officer) throw new Error(desk.email);
  expect((await findingsAsked(officer)).items.some(({ paperId }) => paperId === id)).toBe(true);
  await say(id, { type: "closeFinding", finding: 1, reason: "Raised in error" });
  expect((await findingsAsked(officer)).items.some(({ paperId }) => paperId === id)).toBe(false);
});

test("those who are asked are told page by page, each once, what waits for a reply first and the earliest day on top", async () => {
  const { id, request, desk } = await withFinding(world);
  for (const days of [9, 3, 5, 3]) await say(id, { type: "raiseFinding", request, severity: "low", text: "And this?", events: [1], desk: desk.id, replyBy: addDays(today, days) });
  await say(id, { ...reply, finding: 3 }, desk.email);
  const key = await keyOf(desk.email);
  const ask = (query: string, language?: string) => call("GET /api/v1/audit/findings", `/api/v1/audit/findings?${query}`, { key, language });
  type One = { readonly paper: { readonly id: string }; readonly finding: number; readonly status: string; readonly replyBy: string };
  const named = (items: readonly One[]) => items.map(({ paper, finding, status, replyBy }) => `${status} ${replyBy} ${paper.id} ${finding}`);
  const whole = (await ask("limit=100&counts=1")).body;
  const all = named(whole.items);
  expect(all.length).toBeGreaterThan(4);
  expect([all, whole.next, whole.counts]).toEqual([all.toSorted(), null, { all: all.length, more: false }]);
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body }: Answered = await ask(`limit=2${cursor && `&cursor=${cursor}`}`);
    expect([status, body.items.length <= 2]).toEqual([200, true]);
    found.push(...named(body.items));
    cursor = body.next;
  }
  expect(found).toEqual(all);
  const officer = await person(desk.email);
  expect(await findingsAskedCount(officer)).toEqual({ count: all.length, more: false, unanswered: all.filter((one) => one.startsWith("asked")).length });
  expect(await findingsAskedCount(officer, 2)).toEqual({ count: 2, more: true, unanswered: 2 });
  for (const wrong of ["x", "%00", `lost_${today}_${id}_1`, `asked_2026-02-30_${id}_1`, `asked_${today}_x_1`, `asked_${today}_${id}_0`, `asked_${today}_${id}_1_2`, `asked_${today}_${id}_`]) expect([wrong, (await ask(`cursor=${wrong}`, "pt")).body.refusals]).toMatchObject([wrong, [{ code: "malformed", path: "cursor" }]]);
});
