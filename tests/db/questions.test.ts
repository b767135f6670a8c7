import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkedCase } from "../../db/queries/audit-case.ts";
import { wordsDigest } from "../../lib/audit/chain.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { mustBeNone, type Narrowing, type Question, questions } from "../../lib/insight/question.ts";
import { languages } from "../../lib/language.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { breakTheGlass, mendGlass } from "../../lib/server/publish-break-glass.ts";
import { questionAnswer, type QuestionAnswer } from "../../lib/server/question-answer.ts";
import { answerShape } from "../../lib/server/question-shape.ts";
import { call, keyOf } from "../server/api-world.ts";
import { plant } from "../support/plant.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* Every question with a planted yes and a clean no. What is planted is planted by whoever owns the database, with a chain that fits. */

let world: World;
const actors: Record<string, PersonActor> = {};
type Case = { readonly id: string; readonly requester: string; readonly number: string };
/** Submitted requests between the Mainland and Hong Kong, each of another requester; every test takes the next one, so that none is in another's way. */
let cases: Case[] = [];

beforeAll(async () => {
  world = await demoWorld();
  for (const email of ["auditor@causeway.example", "auditor.mo@causeway.example", "auditor@hku.example", "researcher@hku.example", "biosafety@hku.example"]) actors[email] = (await personActor(email)) as PersonActor;
  cases = (await world.owner<Case[]>`
    select distinct on (r.requester) r.request_id as id, r.requester, r.number from requests r where r.home <> 'hku' and coalesce(r.host_organisation, '') <> 'hku' and r.from_jurisdiction <> 'MO' and r.to_jurisdiction <> 'MO' order by r.requester, r.request_id`).slice();
});
afterAll(() => world.stop());

const next = (): Case => cases.shift() ?? expect.fail("no case is left");
const someone = (email = "biosafety@hku.example") => (actors[email] as PersonActor).id;

async function ask(question: Question, narrowing: Narrowing = {}, email = "auditor@causeway.example"): Promise<QuestionAnswer> {
  const answer = await questionAnswer(actors[email] as PersonActor, question, narrowing, new Date());
  return answer ?? expect.fail(`${email} is answered nothing`);
}

/** The rows of an answer about one request. */
async function about(question: Question, id: string, narrowing: Narrowing = {}) {
  const found = [];
  for (let cursor: string | undefined; ; ) {
    const answer = await ask(question, { ...narrowing, ...(cursor !== undefined && { cursor }) });
    found.push(...answer.items.filter(({ request, entries }) => request?.id === id || entries.some((entry) => entry.id === id)));
    if (answer.next === null) return found;
    cursor = answer.next;
  }
}

const approved = (person: string, more: object = {}, step = "sign-off", actor: object = {}) => ({ type: "step.approved", actor: { person, desk: null, ...actor }, data: { step, round: 1, conditions: [], ...more } });

describe("of the demonstration, which nobody touched,", () => {
  test.each(mustBeNone)("%s is none, of everything that was looked at, but for one crossing that a desk had explained", async (question) => {
    const answer = await ask(question);
    const explained = question === "permits-past-terms" ? [{ code: "wrongControlPoint", values: { settled: "explained" } }] : [];
    expect(answer).toMatchObject({ count: explained.length, items: explained, next: null });
    expect(Math.max(...Object.values(answer.looked))).toBeGreaterThan(40);
    expect(answer.first && answer.last && answer.first < answer.last).toBe(true);
  });

  test.each(questions)("%s answers in four languages, and in an auditor's places looks at no more than in all", async (question) => {
    const [whole, macao, own] = [await ask(question), await ask(question, {}, "auditor.mo@causeway.example"), await ask(question, {}, "auditor@hku.example")];
    for (const language of languages) expect(answerShape(whole, {}, language)).toMatchObject({ question, count: whole.count });
    for (const [what, n] of Object.entries(whole.looked)) for (const part of [macao, own]) expect([what, (part.looked[what] ?? 0) <= n]).toEqual([what, true]);
    expect(macao.count + own.count).toBeLessThanOrEqual(2 * whole.count);
  });

  test.each(questions)("%s is answered to no one who audits nothing", async (question) => {
    for (const email of ["researcher@hku.example", "biosafety@hku.example"]) expect(await questionAnswer(actors[email] as PersonActor, question, {}, new Date())).toBeNull();
  });

  test("days and an organisation narrow what is looked at", async () => {
    const whole = await ask("own-approvals");
    expect((await ask("own-approvals", { from: addDays(dayOf(new Date()), 1) })).looked.decisions).toBe(0);
    const [early, late] = [await ask("own-approvals", { to: "2026-06-30" }), await ask("own-approvals", { from: "2026-07-01" })];
    expect((early.looked.decisions ?? 0) + (late.looked.decisions ?? 0)).toBe(whole.looked.decisions);
    const hku = await ask("own-approvals", { organisation: "hku" });
    expect(hku.looked.decisions).toBe((await ask("own-approvals", {}, "auditor@hku.example")).looked.decisions);
    expect(hku.looked.decisions).toBeLessThan(whole.looked.decisions ?? 0);
  });
});

describe("the API", () => {
  const [list, one] = ["GET /api/v1/audit/questions", "GET /api/v1/audit/questions/{id}"];
  const told = async (path: string, email: string, language?: string) => call(one, `/api/v1/audit/questions/${path}`, { key: await keyOf(email), ...(language && { language }) });

  test("lists the questions to auditors, answers each in the caller's language, and is not there for others", async () => {
    const { body } = await call(list, "/api/v1/audit/questions", { key: await keyOf("auditor@hku.example"), language: "pt" });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(questions);
    for (const question of questions) expect([question, (await told(question, "auditor@hku.example", "pt")).body.title]).toEqual([question, body.items.find(({ id }: { id: string }) => id === question).title]);
    for (const email of ["researcher@hku.example", "biosafety@hku.example"]) {
      expect((await call(list, "/api/v1/audit/questions", { key: await keyOf(email) })).status).toBe(404);
      expect((await told("own-approvals", email)).status).toBe(404);
    }
  });

  test("goes through a list by its places, each row once, and says what it cannot read", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { status, body } = await told(`set-up-changes${cursor && `?cursor=${encodeURIComponent(cursor)}`}`, "auditor@causeway.example");
      expect(status).toBe(200);
      seen.push(...body.items.map(({ entries }: { entries: { id: string; seq: number }[] }) => `${entries[0]?.id} ${entries[0]?.seq}`));
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await ask("set-up-changes")).count);
    expect((await told("nothing", "auditor@causeway.example")).status).toBe(404);
    for (const query of ["from=yesterday", "cursor=1", "more=1", "from=2026-01-01&from=2026-01-02", "days=0"]) expect([query, (await told(`own-approvals?${query}`, "auditor@causeway.example")).status]).toEqual([query, 400]);
    const { body } = await told("own-approvals?from=2026-01-01&to=2026-12-31", "auditor@causeway.example");
    expect(body).toMatchObject({ mustBeNone: true, count: 0, period: { from: "2026-01-01", to: "2026-12-31" }, seal: { size: expect.any(Number), root: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });
});

describe("a decision on one's own request, or one's team's, is found", () => {
  test("by the requester, although the read tables name another and the chain holds", async () => {
    const { id, requester } = next();
    const seq = await plant(world.owner, { stream: `request:${id}`, ...approved(requester) });
    await world.owner`update requests set requester = ${someone()} where request_id = ${id}`;
    expect((await checkedCase(actors["auditor@causeway.example"] as PersonActor, id)).problems).toEqual([]);
    const [found, ...more] = await about("own-approvals", id);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: "requester", people: [requester, requester], entries: [{ of: "request", id, seq }] });
    await world.owner`update requests set requester = ${requester} where request_id = ${id}`;
  });

  test("by one of the team, in the place of the requester, by a stand-in of theirs, and by whoever they handed the step on to", async () => {
    const [team, place, standing, handed] = [next(), next(), next(), next()];
    const officer = someone();
    // A team member: whoever handed the request over stays in its team.
    await plant(world.owner, { stream: `request:${team.id}`, type: "request.transferred", actor: { person: team.requester, desk: null }, data: { from: team.requester, to: someone("researcher@hku.example"), reason: { digest: "0".repeat(64) } } });
    await plant(world.owner, { stream: `request:${team.id}`, ...approved(team.requester) });
    await plant(world.owner, { stream: `request:${place.id}`, ...approved(officer, {}, "sign-off", { for: place.requester }) });
    const today = dayOf(new Date());
    await publish({ kind: "system" }, [{ of: "stand-in", id: randomUUID(), for: standing.requester, by: officer, from: today, until: today, desks: [], reason: null, ended: false }], () => new Date(`${today}T00:00:01+08:00`));
    await plant(world.owner, { stream: `request:${standing.id}`, ...approved(officer) });
    await plant(world.owner, { stream: `request:${handed.id}`, type: "step.delegated", actor: { person: handed.requester, desk: null }, data: { step: "sign-off", round: 1, from: handed.requester, to: officer, reason: { digest: "0".repeat(64) } } });
    await plant(world.owner, { stream: `request:${handed.id}`, ...approved(officer) });
    for (const [{ id }, code] of [[team, "team"], [place, "inPlaceOf"], [standing, "standsIn"], [handed, "handedOn"]] as const) expect([code, (await about("own-approvals", id)).map((one) => one.code)]).toEqual([code, [code]]);
    // Not a stand-in any more, and not the requester any more: nothing is found.
    await plant(world.owner, { stream: `request:${next().id}`, ...approved(officer) });
    expect((await ask("own-approvals")).items.map(({ code }) => code).toSorted()).toEqual(["handedOn", "inPlaceOf", "requester", "standsIn", "team"]);
  });

  test("but not that of the named endorser who is of the team, at the step that is theirs; elsewhere it is", async () => {
    const { id, requester } = next();
    const [asked] = await world.owner<{ endorser: string }[]>`select data ->> 'endorser' as endorser from events where request_id = ${id} and type = 'request.submitted'`;
    const endorser = asked?.endorser ?? "";
    const before = await ask("own-approvals");
    const over = (from: string, to: string) => plant(world.owner, { stream: `request:${id}`, type: "request.transferred", actor: { person: from, desk: null }, data: { from, to, reason: { digest: "0".repeat(64) } } });
    await over(requester, endorser);
    await over(endorser, requester);
    await plant(world.owner, { stream: `request:${id}`, ...approved(endorser, {}, "endorsement") });
    const after = await ask("own-approvals");
    expect([after.count, after.looked.endorsed]).toEqual([before.count, (before.looked.endorsed ?? 0) + 1]);
    await plant(world.owner, { stream: `request:${id}`, ...approved(endorser, {}, "sign-off") });
    expect((await about("own-approvals", id)).map(({ code }) => code)).toEqual(["team"]);
  });

  test("and an auditor of another place hears nothing of it", async () => {
    for (const email of ["auditor.mo@causeway.example", "auditor@hku.example"]) expect([email, (await ask("own-approvals", {}, email)).count]).toEqual([email, 0]);
  });
});

test("two who approve each other are found, as often as the rule says", async () => {
  const [a, b] = [next(), next()];
  await plant(world.owner, { stream: `request:${a.id}`, ...approved(b.requester) });
  expect((await about("mutual-approvals", a.id)).length).toBe(0);
  await plant(world.owner, { stream: `request:${b.id}`, ...approved(a.requester) });
  const [found] = await about("mutual-approvals", a.id);
  expect(found).toMatchObject({ code: "pair", values: { ours: 1, theirs: 1 } });
  expect(found?.people.toSorted()).toEqual([a.requester, b.requester].toSorted());
  expect(await about("mutual-approvals", a.id, { least: 2 })).toEqual([]);
});

test("a decision outside a desk's scope is found: without a right there at the time, for another desk, at a desk of neither side", async () => {
  const rows = await world.owner<{ id: string; step: string; desk: string; officer: string }[]>`
    select s.request_id as id, s.step_id as step, s.desk, s.decided_by as officer from steps s join requests r using (request_id)
    where s.outcome = 'approved' and s.assignee is null and s.desk like '%.sign-off' and 'MO' not in (r.from_jurisdiction, r.to_jurisdiction) order by s.request_id desc limit 4`;
  const [none, other, place, gone] = rows;
  if (!none || !other || !place || !gone) throw new Error("too few steps");
  const foreign = (await world.owner<{ id: string }[]>`select id from desks where id = 'um.sign-off'`)[0]?.id ?? "";
  await plant(world.owner, { stream: `request:${none.id}`, ...approved(someone("researcher@hku.example"), {}, none.step, { desk: none.desk }) });
  await plant(world.owner, { stream: `request:${other.id}`, ...approved(other.officer, {}, other.step, { desk: "hku.biosafety" }) });
  await plant(world.owner, { stream: `request:${place.id}`, ...approved(someone(), {}, "no-such-step", { desk: foreign }) });
  for (const [id, code] of [[none.id, "noRight"], [other.id, "otherDesk"], [place.id, "otherPlace"]] as const) expect([code, (await about("outside-scope", id)).map((one) => one.code)]).toContainEqual([code]);
  // Whoever lost the right later had it then; whoever decides after that had not.
  await publish({ kind: "system" }, [{ of: "grants", person: gone.officer, grants: [] }]);
  expect(await about("outside-scope", gone.id)).toEqual([]);
  await plant(world.owner, { stream: `request:${gone.id}`, ...approved(gone.officer, {}, gone.step, { desk: gone.desk }), at: new Date(Date.now() + 1_000).toISOString() });
  expect((await about("outside-scope", gone.id)).map(({ code }) => code)).toEqual(["noRight"]);
});

test("a decision faster than reading is found by the rule, and the rule can be set", async () => {
  expect((await ask("faster-than-reading")).items).toMatchObject([{ values: { took: 22 } }]);
  const [step] = await world.owner<{ id: string; step: string }[]>`select s.request_id as id, s.step_id as step from steps s join requests r using (request_id) where s.outcome = 'approved' and s.decided_by is not null and r.home = 'hku' order by 1 limit 1`;
  if (!step) throw new Error("no step was decided");
  expect(await about("faster-than-reading", step.id)).toEqual([]);
  await world.owner`update steps set since = decided_at - interval '3 seconds' where request_id = ${step.id} and step_id = ${step.step}`;
  const [found] = await about("faster-than-reading", step.id);
  expect(found).toMatchObject({ code: "sinceOpened", values: { step: step.step, took: 3 } });
  expect(found?.entries).toHaveLength(1);
  expect(await about("faster-than-reading", step.id, { perAnswer: 0, perPaper: 0 })).toEqual([]);
});

test("a step that was skipped is found with who and why", async () => {
  const { id } = next();
  expect(await about("skipped-steps", id)).toEqual([]);
  const [salt, body] = ["0".repeat(32), "The host has no such office."];
  const digest = wordsDigest(salt, body);
  await world.owner`insert into texts (request_id, digest, salt, body) values (${id}, ${digest}, ${salt}, ${body})`;
  const seq = await plant(world.owner, { stream: `request:${id}`, type: "step.skipped", actor: { person: someone(), desk: "hku.biosafety" }, data: { step: "biosafety", round: 1, reason: { digest } } });
  await plant(world.owner, { stream: `request:${id}`, type: "step.settled", actor: { system: true }, data: { step: "biosafety", round: 1, outcome: "settled", by: "clock", rule: null } });
  const found = await about("skipped-steps", id);
  expect(found.map(({ code }) => code)).toEqual(["clock", "skipped"]);
  expect(found[1]).toMatchObject({ people: [someone()], desks: ["hku.biosafety"], entries: [{ of: "request", id, seq }], values: { reason: body } });
});

test("a permit used past its terms is found: after its end, past its limit, elsewhere, while suspended, before it began", async () => {
  const [permit] = await world.owner<{ id: string; until: string; from: string; limit: string; unit: string; used: string }[]>`
    select request_id as id, valid_until::text as until, valid_from::text as from, limit_value::text as limit, limit_unit as unit, used::text as used from permits where status = 'valid' order by 1 limit 1`;
  if (!permit) throw new Error("no permit");
  const { id, unit } = permit;
  expect(await about("permits-past-terms", id)).toEqual([]);
  const cross = (at: string, more: object = {}) => plant(world.owner, { stream: `request:${id}`, type: "movement.recorded", actor: { person: someone(), desk: null }, data: { movement: randomUUID(), direction: "out", quantity: { value: "0", unit }, controlPoint: null, at, ...more } });
  await cross(`${addDays(permit.until, 1)}T09:00:00+08:00`);
  await cross(`${addDays(permit.from, -1)}T09:00:00+08:00`);
  // Back late is welcome.
  await cross(`${addDays(permit.until, 2)}T09:00:00+08:00`, { direction: "return" });
  await plant(world.owner, { stream: `request:${id}`, type: "permit.suspended", actor: { person: someone(), desk: null }, data: { reason: { digest: "0".repeat(64) } }, at: `${permit.from}T00:00:00.000Z` });
  await cross(`${permit.from}T23:00:00+08:00`);
  await plant(world.owner, { stream: `request:${id}`, type: "permit.reinstated", actor: { person: someone(), desk: null }, data: { reason: { digest: "0".repeat(64) } }, at: `${permit.from}T16:30:00.000Z` });
  const tooMuch = randomUUID();
  await cross(`${addDays(permit.from, 1)}T09:00:00+08:00`, { movement: tooMuch, quantity: { value: "1000000", unit } });
  expect((await about("permits-past-terms", id)).map(({ code }) => code).toSorted()).toEqual(["afterExpiry", "beforeStart", "overLimit", "whileSuspended"]);
  // What was put right counts as it was put right.
  await plant(world.owner, { stream: `request:${id}`, type: "movement.corrected", actor: { person: someone(), desk: null }, data: { movement: randomUUID(), corrects: tooMuch, stage: "crossed", direction: "out", quantity: { value: "0", unit }, controlPoint: null, at: `${addDays(permit.from, 1)}T09:00:00+08:00`, reason: { digest: "0".repeat(64) } } });
  expect((await about("permits-past-terms", id)).map(({ code }) => code).toSorted()).toEqual(["afterExpiry", "beforeStart", "whileSuspended"]);
});

test("what is overdue is listed by its last day, and nothing before the first", async () => {
  const answer = await ask("overdue-obligations");
  expect(answer.count).toBeGreaterThan(0);
  const days = answer.items.map(({ values }) => String(values.due));
  expect(days).toEqual(days.toSorted());
  expect(days.every((day) => day < dayOf(new Date()))).toBe(true);
  expect((await ask("overdue-obligations", { to: addDays(days[0] ?? "", -1) })).count).toBe(0);
});

test("a right that nobody uses is found once it is old enough, and one that is used is not", async () => {
  const answer = await ask("unused-rights");
  const all = [];
  for (let page = answer; ; ) {
    all.push(...page.items);
    if (page.next === null) break;
    page = await ask("unused-rights", { cursor: page.next });
  }
  expect(new Set(all.map(({ key }) => key)).size).toBe(answer.count);
  const [used] = await world.owner<{ person: string; desk: string }[]>`select actor ->> 'person' as person, actor ->> 'desk' as desk from events where type = 'step.approved' and actor ->> 'desk' is not null and at > now() - interval '60 days' and exists (select 1 from grants g where g.person_id::text = actor ->> 'person' and g.scope_id = actor ->> 'desk') order by at desc limit 1`;
  expect(all.some(({ people, values }) => people[0] === used?.person && values.scope === `desk:${used?.desk}`)).toBe(false);
  expect((await ask("unused-rights", { days: 3_650 })).count).toBe(0);
});

test("rights that overlap are found: one within another, two desks of one case, audit and rules beside decisions", async () => {
  const before = await ask("overlapping-rights");
  const [person, desk] = [someone(), (id: string) => ({ kind: "desk" as const, id })];
  const grants: Extract<Change, { of: "grants" }>["grants"] = [
    { role: "desk-officer", scope: desk("hku.biosafety") }, { role: "desk-lead", scope: desk("hku.biosafety") }, { role: "desk-officer", scope: desk("hku.sign-off") },
    { role: "auditor", scope: { kind: "organisation", id: "hku" } }, { role: "policy-admin", scope: { kind: "everything" } },
  ];
  await publish({ kind: "system" }, [{ of: "grants", person, grants }]);
  const own = (await ask("overlapping-rights")).items.filter(({ people }) => people[0] === person);
  expect(new Set(own.map(({ code }) => code))).toEqual(new Set(["contained", "twoDesks", "auditsOwn", "rulesAndCases"]));
  expect(before.items.some(({ people }) => people[0] === person)).toBe(false);
  expect((await ask("overlapping-rights", { organisation: "um" })).items.some(({ people }) => people[0] === person)).toBe(false);
});

test("a change of the set-up is found with who made it; a workflow that one person published alone is told apart", async () => {
  const before = await ask("set-up-changes");
  const by = { person: someone("researcher@hku.example"), desk: null };
  const stream = `config:${randomUUID()}`;
  const seq = await plant(world.owner, { stream, type: "config.changed", actor: by, data: { of: "workflow", subject: "workflow:sample", version: "99", kind: "sample", content: "0".repeat(64) } });
  await plant(world.owner, { stream, type: "config.changed", actor: by, data: { of: "workflow", subject: "workflow:sample", version: "100", kind: "sample", content: "0".repeat(64), approved: { proposal: randomUUID(), author: by.person, approver: someone(), effectiveFrom: "2026-12-01" } } });
  const after = await ask("set-up-changes", { from: dayOf(new Date()) });
  expect(after.items.filter(({ entries }) => entries[0]?.id === stream.slice(7)).map(({ code, people }) => [code, people])).toEqual([["second", [by.person, someone()]], ["alone", [by.person]]]);
  expect(after.items.find(({ code }) => code === "alone")?.entries).toEqual([{ of: "setUp", id: stream.slice(7), seq }]);
  const whole = await ask("set-up-changes");
  expect([whole.looked.alone, whole.looked.second]).toEqual([(before.looked.alone ?? 0) + 1, (before.looked.second ?? 0) + 1]);
  expect((await ask("set-up-changes", {}, "auditor@hku.example")).items.every(({ entries }) => entries[0]?.of === "account")).toBe(true);
});

test("a request that was opened by break-glass is found by the auditors of its places, and by no others", async () => {
  const { id, number } = next();
  const before = (await ask("break-glass")).items;
  const admin = (await personActor("admin@causeway.example")) as PersonActor;
  const opened = await breakTheGlass(admin, number, { reason: "A traveller was taken to hospital and nobody answers.", hours: 2 });
  const [found] = (await ask("break-glass")).items;
  expect(found).toMatchObject({ code: "open", request: { id, number }, people: [admin.id], values: { reason: "A traveller was taken to hospital and nobody answers." } });
  await mendGlass(admin, "id" in opened ? String(opened.id) : "");
  expect((await ask("break-glass")).items).toMatchObject([{ code: "closed" }, ...before]);
  expect((await ask("break-glass", {}, "auditor.mo@causeway.example")).count).toBe(0);
});

test("every row of every answer can be said in every language", async () => {
  for (const question of questions) {
    const answer = await ask(question);
    for (const language of languages) for (const { says } of answerShape(answer, {}, language).items) expect(says).toMatch(/\S{2}/);
  }
});
