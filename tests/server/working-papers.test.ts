import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { asReader } from "../../db/client.ts";
import { askedOfCase } from "../../db/queries/desks-of-request.ts";
import { findingAt, findingsAsked } from "../../db/queries/audit-findings.ts";
import { workingPaperContent, workingPaperCount, workingPaperList, workingPaperHistory } from "../../db/queries/working-papers.ts";
import { verify } from "../../db/verify.ts";
import { draw } from "../../lib/audit/sampling/draw.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { format } from "../../lib/format.ts";
import { type Language, languages } from "../../lib/language.ts";
import { personActor } from "../../lib/server/person.ts";
import { desksInFull } from "../../lib/server/place-names.ts";
import { toldPaperEvent } from "../../lib/server/told-paper-event.ts";
import { translator } from "../../lib/server/translate.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, keyOf } from "./api-world.ts";
import { asked, auditor, look, person, reply, sample, say, start, today, withFinding } from "./papers-world.ts";

/* Samples and working papers through the API: drawn, tested, replied to, signed, held to their record, and shut to whoever has no part in them. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

describe("a sample", () => {
  test("is the same for the same seed, and can be drawn again from the ids alone", async () => {
    const [once, twice, other] = await Promise.all([sample("type=request.submitted&size=10&seed=harbour"), sample("type=request.submitted&size=10&seed=harbour"), sample("type=request.submitted&size=10&seed=bridge")]);
    expect(once.body).toEqual(twice.body);
    expect(other.body.population).toEqual(once.body.population);
    expect(other.body.items).not.toEqual(once.body.items);
    const ids = await world.owner<{ id: string }[]>`select distinct request_id::text as id from events where type = 'request.submitted'`;
    const again = draw(ids.map(({ id }) => ({ item: id })), { size: 10, seed: "harbour" });
    expect("sample" in again && [again.population, again.sample.map(({ item }) => item)]).toEqual([once.body.population, once.body.items.map((one: { request: string }) => one.request)]);
  });

  test("has its share of each stratum, by whatever a request is sorted by", async () => {
    for (const by of ["kind", "corridor", "outcome", "month", "desk", "organisation", "kind,corridor"]) {
      const { status, body } = await sample(`type=request.submitted&size=40&seed=s&by=${by}`);
      expect([by, status]).toEqual([by, 200]);
      expect(body.strata.reduce((sum: number, one: { drawn: number }) => sum + one.drawn, 0)).toBe(40);
      expect(body.strata.reduce((sum: number, one: { size: number }) => sum + one.size, 0)).toBe(body.population.size);
      expect(body.strata.length).toBeGreaterThan(1);
    }
  });

  test("is of what the auditor audits, and of nothing for anybody else", async () => {
    const hku = await sample("size=1&seed=s", "auditor@hku.example");
    const [seen] = await world.owner<{ count: number }[]>`select count(distinct request_id)::int from request_access where subject = 'audit:org:hku'`;
    expect(hku.body).toMatchObject({ scope: "audit:org:hku", population: { size: seen?.count } });
    expect(await sample("size=1&seed=s&scope=audit:org:um", "auditor@hku.example")).toMatchObject({ status: 422, body: { refusals: [{ code: "unknownScope" }] } });
    expect((await sample("size=1&seed=s", "researcher@hku.example")).status).toBe(404);
  });

  test.each([
    ["more than there are", "type=request.submitted&size=500&seed=s", 422, "sampleTooLarge"],
    ["more than anybody can look at", "size=501&seed=s", 400, "malformed"],
    ["none", "size=0", 400, "malformed"],
    ["a seed that is too long", `size=1&seed=${"s".repeat(201)}`, 400, "malformed"],
    ["a seed of two lines", "size=1&seed=a%0Ab", 400, "malformed"],
    ["an unknown stratum", "size=1&by=colour", 400, "malformed"],
    ["a stratum twice", "size=1&by=kind,kind", 400, "malformed"],
    ["a question that nothing answers", "size=1&q=nobody-of-this-name", 422, "populationEmpty"],
    ["fewer than the strata that are each to give one", "type=request.submitted&size=2&by=desk&atLeastOne=true", 422, "fewerThanStrata"],
  ])("%s is refused", async (_, query, status, code) => {
    expect(await sample(query)).toMatchObject({ status, body: { refusals: [{ code }] } });
  });
});

describe("a working paper", () => {
  test("is listed newest first, page after page, whatever id it was given", async () => {
    const reads = await person(auditor);
    // Ids of clients need not grow with time.
    for (const id of ["f5c1a2f0-0000-5000-8000-000000000001", "05c1a2f0-0000-5000-8000-000000000002"]) expect((await start({ id })).status).toBe(201);
    const opened: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next }: Awaited<ReturnType<typeof workingPaperList>> = await workingPaperList(reads, { limit: 2, cursor });
      opened.push(...items.map(({ openedAt }) => openedAt));
      if (next === null) break;
      cursor = next;
    }
    const [count] = await world.owner<{ count: number }[]>`select count(*)::int from working_papers`;
    expect(opened).toEqual(opened.toSorted().toReversed());
    expect(opened.length).toBe(count?.count);
    expect(await workingPaperCount(reads)).toEqual({ count: count?.count, more: false });
    expect(await workingPaperCount(reads, 1)).toEqual({ count: 1, more: true });
    expect((await call("GET /api/v1/audit/papers", "/api/v1/audit/papers?limit=1&counts=1", { key: await keyOf(auditor) })).body).toMatchObject({ items: [{}], counts: { all: count?.count, more: false } });
  });

  test("goes from its sample through ticks, a finding, the desk's reply and its closing to a signature, and the record holds", async () => {
    const { id, request, others, number, desk } = await withFinding(world);
    expect(await say(id, { type: "signPaper", conclusion: "Good" })).toMatchObject({ status: 422, body: { refusals: [{ code: "casesUntested" }, { code: "findingsOpen" }] } });
    expect((await say(id, { type: "testCases", cases: [{ request, marks: [{ attribute: "1", result: "exception" }], note: "See the finding" }, ...others.map((one) => ({ request: one.request, marks: [{ attribute: "1", result: "passed" }] }))] })).body).toMatchObject({ events: [{ type: "paper.tested" }, { type: "paper.tested" }, { type: "paper.tested" }] });
    expect(await say(id, { type: "closeFinding", finding: 1 })).toMatchObject({ status: 422, body: { refusals: [{ code: "replyOrReasonNeeded" }] } });
    expect(await say(id, reply, desk.email)).toMatchObject({ status: 200, body: { events: [{ type: "finding.replied" }] } });
    expect(await say(id, { type: "setFollowUp", finding: 1, text: "Tell the officers", due: addDays(today, 30) })).toMatchObject({ status: 200 });
    expect(await say(id, { type: "closeFinding", finding: 1 })).toMatchObject({ status: 200 });
    expect(await say(id, { type: "signPaper", conclusion: "One exception in three" })).toMatchObject({ status: 200 });
    expect((await look(id)).body).toMatchObject({ status: "signed", signed: { conclusion: "One exception in three" }, cases: [{ number, note: "See the finding", tested: true }, {}, {}], findings: [{ status: "closed", replies: [{ text: "So it was." }], events: [{ stream: `request:${request}`, seq: 1 }] }] });
    for (const said of [{ type: "testCases", cases: [{ request, note: "Late" }] }, { type: "signPaper", conclusion: "Again" }]) expect(await say(id, said)).toMatchObject({ status: 422, body: { refusals: [{ code: "paperSigned" }] } });
    expect(await say(id, reply, desk.email)).toMatchObject({ status: 422, body: { refusals: [{ code: "findingClosed" }] } });
    const [queued] = await world.owner`select count(*)::int from events e where e.stream = ${`audit:${id}`} and not exists (select from seal_queue q where q.stream = e.stream and q.seq = e.seq)`;
    expect(queued?.count).toBe(0);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  test("names the institution of each desk that is or can be asked: several have a desk of one name", async () => {
    const { id, request, desk } = await withFinding(world);
    const [own] = await world.owner<{ names: Record<string, string>; within: Record<string, string> }[]>`select d.names, o.names as within from desks d join organisations o on o.id = d.organisation where d.id = ${desk.id}`;
    const [reads, replies] = [await person(auditor), await person(desk.email)];
    expect((await askedOfCase(reads, request)).desks.find((one) => one.id === desk.id)).toMatchObject({ names: own?.names, within: own?.within });
    const asked = { name: own?.names, within: own?.within };
    expect((await findingAt(replies, id, 1))?.askedNames).toEqual(asked);
    expect((await findingsAsked(replies)).items.find(({ paperId }) => paperId === id)?.askedNames).toEqual(asked);
    for (const language of languages) expect((await desksInFull(reads, [desk.id], language))[desk.id]).toBe(format(language).within(own?.names[language], own?.within[language]));
  });

  test("tells its own history to its auditors and nobody else: who did what, in every language, with the words of each entry", async () => {
    const { id, request, number, desk } = await withFinding(world);
    for (const [said, email] of [
      [{ type: "testCases", cases: [{ request, marks: [{ attribute: "1", result: "exception" }], note: "See the finding" }] }, auditor],
      [reply, desk.email],
      [{ type: "setFollowUp", finding: 1, text: "Tell the officers", due: addDays(today, 30) }, auditor],
      [{ type: "closeFinding", finding: 1 }, auditor],
    ] as const) expect((await say(id, said, email)).status).toBe(200);
    const [reads, replies] = [await person(auditor), await person(desk.email)];
    const [paper, history] = [await workingPaperContent(reads, id), await workingPaperHistory(reads, id, null)];
    if (!paper || !history) throw new Error("not seen");
    const numbers = Object.fromEntries(paper.cases.map((one) => [one.request, one.number]));
    const told = (language: Language) =>
      history.items.map((event) => {
        if ("withheld" in event) throw new Error("withheld");
        const { sentence, spoken } = toldPaperEvent(event, { ...paper, numbers, people: history.people, asked: () => "Biosafety" }, { t: translator(language), format: format(language) });
        return [sentence, ...spoken];
      });
    expect(told("en")).toEqual([
      [`${reads.name} closed finding 1.`],
      [expect.stringContaining(`${reads.name} set a follow-up to finding 1, due by `), "Tell the officers"],
      [`${replies.name} replied to finding 1 (Accepted):`, "So it was."],
      [`${reads.name} tested ${number}: Signed: Exception.`, "See the finding"],
      [expect.stringContaining(`${reads.name} raised finding 1 about ${number} (High) and asked Biosafety for a reply by `), "No reason was given."],
      [`${reads.name} opened the paper over 3 cases.`],
    ]);
    for (const language of languages) for (const [sentence = ""] of told(language)) expect(sentence).toMatch(new RegExp(`${reads.name}|${replies.name}`));
    expect((await workingPaperHistory(reads, id, 3))?.items.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(await workingPaperHistory(replies, id, null)).toBeNull();
  });

  test("is its auditors'; the desk that is asked sees what it is asked and nothing else of it; the requester nothing", async () => {
    const { id, desk } = await withFinding(world);
    expect((await look(id)).status).toBe(200);
    for (const email of [desk.email, desk.requester, "auditor@hku.example", "auditor.cn@causeway.example", "admin@causeway.example"]) {
      expect([email, (await look(id, email)).status]).toEqual([email, 404]);
      expect([email, (await call("GET /api/v1/audit/papers", "/api/v1/audit/papers", { key: await keyOf(email) })).body.items.filter((one: { id: string }) => one.id === id)]).toEqual([email, []]);
      const { status } = await say(id, { type: "signPaper", conclusion: "x" }, email);
      expect([email, status]).toEqual([email, email === desk.email ? 422 : 404]);
    }
    expect((await asked(desk.email)).body.items.find((one: { paper: { id: string } }) => one.paper.id === id)).toMatchObject({ finding: 1, text: "No reason was given.", status: "asked" });
    expect((await asked(desk.requester)).body.items.filter((one: { paper: { id: string } }) => one.paper.id === id)).toEqual([]);
    // The second wall, without any where-clause.
    const rows = async (email: string) => {
      const actor = await personActor(email);
      if (!actor) throw new Error(email);
      return asReader(actor, async (tx) => {
        const events = await tx.execute<{ type: string }>(sql`select type from events where stream = ${`audit:${id}`} order by seq`);
        const texts = await tx.execute<{ body: string }>(sql`select body from texts where request_id = ${id}`);
        const papers = await tx.execute(sql`select 1 from working_papers where paper_id = ${id}`);
        const cases = await tx.execute(sql`select 1 from working_paper_cases where paper_id = ${id}`);
        const findings = await tx.execute(sql`select 1 from working_paper_findings where paper_id = ${id}`);
        return [events.map(({ type }) => type), texts.map(({ body }) => body).toSorted(), papers.length, cases.length, findings.length];
      });
    };
    expect(await rows(auditor)).toEqual([["paper.opened", "finding.raised"], ["Approvals", "No reason was given.", "Signed", "type=request.submitted"], 1, 3, 1]);
    expect(await rows(desk.email)).toEqual([["finding.raised"], ["No reason was given."], 0, 0, 1]);
    for (const email of [desk.requester, "auditor.cn@causeway.example", "auditor@hku.example"]) expect([email, await rows(email)]).toEqual([email, [[], [], 0, 0, 0]]);
  });

  test("of a place is shared by the auditors of that place", async () => {
    const { id } = await withFinding(world, "auditor@hku.example");
    expect((await look(id)).body).toMatchObject({ scope: "audit:org:hku" });
    expect((await look(id, "auditor@hku.example")).status).toBe(200);
    expect((await look(id, "auditor.hk@causeway.example")).status).toBe(404);
    expect(await say(id, { type: "testCases", cases: [{ request: (await look(id)).body.cases[1].request, note: "Seen" }] })).toMatchObject({ status: 200 });
  });

  test("is done once for each command, whoever sends it twice, and opened once", async () => {
    const id = newId();
    const [first, second] = [await start({ id, sample: { size: 2 } }), await start({ id, sample: { size: 2 } })];
    expect([first.body.repeated, second.body.repeated, second.status]).toEqual([false, true, 201]);
    expect((await start({ id, title: "Other" })).body.refusals).toMatchObject([{ code: "idTaken" }]);
    const { cases } = (await look(id)).body;
    const command = { type: "testCases", commandId: newId(), cases: [{ request: cases[0].request, note: "Once" }] };
    expect([(await say(id, command)).body.repeated, (await say(id, command)).body.repeated]).toEqual([false, true]);
    expect(await say(id, { ...command, cases: [{ request: cases[0].request, note: "Twice" }] })).toMatchObject({ status: 409, body: { refusals: [{ code: "commandIdReused" }] } });
    const both = await Promise.all([0, 1].map((n) => say(id, { type: "testCases", expectedVersion: 2, cases: [{ request: cases[1].request, note: `Tab ${n}` }] })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("refuses what was shown before the population changed", async () => {
    const shown = await sample("type=request.submitted&size=2&seed=s");
    expect((await start({ sample: { size: 2, seed: "s" }, population: shown.body.population.digest })).status).toBe(201);
    expect(await start({ sample: { size: 2, seed: "s" }, population: "0".repeat(64) })).toMatchObject({ status: 409, body: { refusals: [{ code: "populationChanged" }] } });
  });

  test.each([
    ["an event that there is none of", { events: [999] }, "unknownEvent"],
    ["a desk without part in the case", { desk: "hetao.nowhere" }, "deskNotOfCase"],
    ["a case that was not drawn", { request: newId() }, "unknownCase"],
    ["a day that has passed", { replyBy: "2020-01-01" }, "dateInPast"],
  ])("takes no finding about %s", async (_, change, code) => {
    const { id, request, desk } = await withFinding(world);
    expect(await say(id, { type: "raiseFinding", request, severity: "low", text: "x", events: [1], desk: desk.id, replyBy: addDays(today, 1), ...change })).toMatchObject({ status: 422, body: { refusals: [{ code }] } });
  });
});

test("whoever changes something behind its back is found: each place, and nothing else", async () => {
  const done: readonly (readonly [statement: string, field: string])[] = [
    ["update events set data = jsonb_set(data, '{marks,0,result}', '\"passed\"') where stream = 'audit:ID' and type = 'paper.tested'", "content"],
    ["update working_papers set title = 'Other' where paper_id = 'ID'", "workingPapers.title"],
    ["update working_paper_findings set status = 'closed' where paper_id = 'ID'", "workingPaperFindings[1].status"],
    ["delete from working_paper_cases where paper_id = 'ID' and place = 1", "workingPaperCases"],
    ["update texts set body = 'Fine.' where request_id = 'ID' and body = 'No reason was given.'", "data.text"],
    ["delete from events where stream = 'audit:ID' and type = 'paper.tested'", "seq"],
    ["insert into working_paper_findings select '019a0000-0000-7000-8000-00000000abcd', 1, paper_number, request_id, number, desk, severity, status, raised_by, raised_at, reply_by, null from working_paper_findings where paper_id = 'ID'", ""],
  ];
  const papers: { readonly id: string; readonly field: string }[] = [];
  for (const [statement, field] of done) {
    const { id, request } = await withFinding(world);
    await say(id, { type: "testCases", cases: [{ request, marks: [{ attribute: "1", result: "exception" }] }] });
    expect((await world.owner.unsafe(statement.replaceAll("ID", id))).count).toBe(1);
    papers.push({ id, field });
  }
  // A chain that was written anew as a whole is told by what a finding saw of it.
  const rewritten = await withFinding(world);
  await world.owner`update events set hash = ${"b".repeat(64)} where stream = ${`request:${rewritten.request}`} and seq = 1`;
  const { problems } = await verify();
  for (const { id, field } of papers.slice(0, -1)) expect(problems.filter(({ stream }) => stream === `audit:${id}`)).toContainEqual(expect.objectContaining({ field: expect.stringContaining(field) }));
  expect(problems.filter(({ stream }) => stream === `audit:${papers.at(-1)?.id}`)).toEqual([]);
  expect(problems).toContainEqual({ stream: "audit:019a0000-0000-7000-8000-00000000abcd", seq: 0, field: "workingPaperFindings[1]", code: "surplusRow" });
  expect(problems).toContainEqual({ stream: `request:${rewritten.request}`, seq: 1, field: `hash seen by audit:${rewritten.id}`, code: "notAsSeen" });
});
