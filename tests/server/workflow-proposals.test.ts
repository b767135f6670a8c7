import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import workflows from "../../cli/verbs/workflows.ts";
import { asActor, asReader } from "../../db/client.ts";
import { configurationId } from "../../db/configure.ts";
import { workflowInForce } from "../../db/config.ts";
import { verify } from "../../db/verify.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { languages } from "../../lib/language.ts";
import { reagentsByQuota } from "../../lib/server/demo/quotas.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { executeOnProposal } from "../../lib/server/publish-workflow.ts";
import { dataWorkflow } from "../../lib/workflow/data.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import { fundsWorkflow } from "../../lib/workflow/funds.ts";
import { personWorkflow } from "../../lib/workflow/person.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { mailsSent } from "../support/mails-sent.ts";
import { scratchFolder } from "../support/scratch.ts";
import { type Answered, call, give, keyOf } from "./api-world.ts";

/* A new version of a workflow: proposed by one, approved by another, in force from its day. */

const today = dayOf(new Date());
const [author, second, officer, auditor, researcher] = ["policy@causeway.example", "policy@hetao.example", "ethics@hku.example", "auditor@causeway.example", "researcher@hkust.example"];
let world: World;
beforeAll(async () => {
  world = await demoWorld();
}, 180_000);
afterAll(() => world.stop());

/** The next version, with other days to appeal. */
function next(of: WorkflowDefinition, by = 1): WorkflowDefinition {
  return { ...of, version: of.version + by, appeal: { workingDays: 20 + by } };
}

const propose = async (definition: unknown, said: Readonly<Record<string, unknown>> = {}, email = author, language?: string): Promise<Answered> =>
  call("POST /api/v1/workflow-proposals", "/api/v1/workflow-proposals", { key: await keyOf(email), json: { definition, effectiveFrom: addDays(today, 7), ...said }, ...(language && { language }) });
const act = async (id: string, email: string, said: Readonly<Record<string, unknown>>): Promise<Answered> =>
  call("POST /api/v1/workflow-proposals/{id}/commands", `/api/v1/workflow-proposals/${id}/commands`, { key: await keyOf(email), json: { commandId: newId(), ...said } });
const see = async (id: string, email: string): Promise<Answered> => call("GET /api/v1/workflow-proposals/{id}", `/api/v1/workflow-proposals/${id}`, { key: await keyOf(email) });
const refused = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];
const counts = async () => (await world.owner`select (select count(*)::int from events where stream like 'config:%' and data ->> 'of' <> 'key') as events, (select count(*)::int from workflow_proposals) as proposals, (select count(*)::int from workflows) as workflows`)[0];
const eventsOf = (subject: string) => world.owner<{ actor: unknown; data: Record<string, unknown> }[]>`select actor, data from events where stream = ${`config:${configurationId(subject)}`} order by seq`;
const idOf = async (email: string) => (await personActor(email))?.id;

test("whoever may be the second pair of eyes is told by mail, its author is not, and nobody once it is decided", async () => {
  const { body } = await propose(next(sampleWorkflow));
  const told = await mailsSent();
  expect(told.some((line) => line.includes(second))).toBe(true);
  expect(told.some((line) => line.includes(author))).toBe(false);
  expect(await mailsSent()).toEqual([]);
  await act(body.id, author, { type: "withdraw" });
  const again = await propose(next(sampleWorkflow));
  await act(again.body.id, author, { type: "withdraw" });
  expect(await mailsSent()).toEqual([]);
});

describe("a new version", () => {
  test("is proposed by one, approved by another, pinned from its day on, and all of it is on record", async () => {
    const definition = next(sampleWorkflow);
    const { status, body } = await propose(definition, { note: "Twenty-one days to appeal." });
    expect([status, body]).toMatchObject([201, { workflow: "sample", version: definition.version, status: "proposed", repeated: false }]);
    expect(refused(await propose(next(sampleWorkflow, 2)))).toEqual([422, ["proposalOpen"]]);
    expect(refused(await act(body.id, author, { type: "approve" }))).toEqual([422, ["ownProposal"]]);
    for (const email of [officer, auditor]) expect(refused(await act(body.id, email, { type: "approve" }))).toEqual([422, ["notPermitted"]]);
    expect((await act(body.id, researcher, { type: "approve" })).status).toBe(404);

    const shown = await see(body.id, second);
    expect(shown.body).toMatchObject({ note: "Twenty-one days to appeal.", before: sampleWorkflow.version, difference: { fresh: [], gone: [], changed: [], whole: ["appeal"] }, problems: [], allowed: [{ command: "approve", allowed: true }, { command: "reject", allowed: true }, { command: "withdraw", allowed: false, reasons: [{ code: "notPermitted" }] }] });
    const command = { type: "approve", commandId: newId() };
    const approved = await act(body.id, second, command);
    expect(approved.body).toMatchObject({ status: "approved", repeated: false });
    expect((await act(body.id, second, command)).body).toEqual({ ...approved.body, repeated: true });
    expect(refused(await act(body.id, second, { ...command, type: "reject", reason: "No." }))).toEqual([409, ["commandIdReused"]]);
    expect(refused(await act(body.id, second, { type: "approve" }))).toEqual([422, ["proposalClosed"]]);

    const versionOn = (day: string) => asReader({ kind: "system" }, async (tx) => (await workflowInForce(tx, "sample", day))?.definition.version);
    expect([await versionOn(addDays(today, 6)), await versionOn(addDays(today, 7))]).toEqual([sampleWorkflow.version, definition.version]);
    const [authorId, secondId] = [await idOf(author), await idOf(second)];
    expect((await eventsOf("workflow:sample")).at(-1)).toMatchObject({ actor: { person: secondId }, data: { of: "workflow", version: String(definition.version), content: shown.body.digest, approved: { proposal: body.id, author: authorId, approver: secondId, effectiveFrom: addDays(today, 7) } } });
    expect((await eventsOf(`workflow-proposal:${body.id}`)).map(({ actor, data }) => [actor, data.proposal])).toMatchObject([
      [{ person: authorId }, { workflow: "sample", definition: shown.body.digest, author: authorId, status: "proposed", decidedBy: null }],
      [{ person: secondId }, { status: "approved", decidedBy: secondId }],
    ]);
    // Neither what was noted nor what was decided about it stands in the log in words.
    expect(JSON.stringify(await eventsOf(`workflow-proposal:${body.id}`))).not.toContain("Twenty-one");
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  test("is what new submissions pin from its day on; what runs stays on its own until it is moved", async () => {
    const { body } = await propose(next(sampleWorkflow, 2), { effectiveFrom: today });
    const before = await submitted();
    expect((await act(body.id, second, { type: "approve" })).status).toBe(200);
    const after = await submitted();
    const pinned = async (id: string) => (await world.owner<{ version: number }[]>`select workflow_version as version from requests where request_id = ${id}`)[0]?.version;
    // The version of the test before has a later day; this one is newer and in force today.
    expect([await pinned(before), await pinned(after)]).toEqual([sampleWorkflow.version, sampleWorkflow.version + 2]);

    const moves = async (id: string, email: string) => call("GET /api/v1/requests/{id}/moves", `/api/v1/requests/${id}/moves`, { key: await keyOf(email) });
    const head = "office@hkust.example";
    // The version whose day has not come is offered to nobody.
    expect((await moves(before, head)).body.items.map(({ version }: { version: number }) => version)).toEqual([sampleWorkflow.version + 2]);
    expect((await moves(before, head)).body.items[0]).toMatchObject({ kept: expect.arrayContaining(["endorsement"]), gone: [], fresh: [], changed: [], lost: [], decided: [] });
    expect(refused(await moves(before, researcher))).toEqual([422, ["notPermitted"]]);
    expect((await moves(before, "researcher@um.example")).status).toBe(404);
    expect(refused(await give(before, await keyOf(head), { type: "move", version: sampleWorkflow.version + 1, reason: "Early." }))).toEqual([422, ["unknownVersion"]]);
    expect((await give(before, await keyOf(head), { type: "move", version: sampleWorkflow.version + 2, reason: "More days to appeal." })).status).toBe(200);
    expect(await pinned(before)).toBe(sampleWorkflow.version + 2);
  });

  test("sent again under its id is the same proposal; another under it is refused", async () => {
    const [id, definition] = [newId(), next(fundsWorkflow)];
    const first = await propose(definition, { id });
    expect(first.status).toBe(201);
    expect((await propose(definition, { id })).body).toEqual({ ...first.body, repeated: true });
    expect(refused(await propose(definition, { id, effectiveFrom: addDays(today, 9) }))).toEqual([409, ["idTaken"]]);
    expect(refused(await propose(definition, { id }, second))).toEqual([409, ["idTaken"]]);
    const [request] = await world.owner<{ id: string }[]>`select request_id as id from requests limit 1`;
    expect(refused(await propose(next(reagentsByQuota), { id: request?.id }))).toEqual([409, ["idTaken"]]);
    expect((await act(id, author, { type: "withdraw" })).body).toMatchObject({ status: "withdrawn" });
  });

  test("proposed twice at once, or approved and withdrawn at once, comes to one of the two", async () => {
    const both = await Promise.all([propose(next(fundsWorkflow)), propose(next(fundsWorkflow, 2), {}, second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const first = both.find(({ status }) => status === 201)?.body.id;
    const by = both[0]?.status === 201 ? [author, second] : [second, author];
    const ends = await Promise.all([act(first, String(by[0]), { type: "withdraw" }), act(first, String(by[1]), { type: "approve" })]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test("is rejected by another with a reason, which the author reads, and a changed one may follow", async () => {
    const { body } = await propose(next(dataWorkflow));
    expect(refused(await act(body.id, second, { type: "reject" }))).toEqual([400, ["malformed"]]);
    expect((await act(body.id, second, { type: "reject", reason: "Ask the data desks first." })).body).toMatchObject({ status: "rejected" });
    expect((await see(body.id, author)).body).toMatchObject({ status: "rejected", reason: "Ask the data desks first.", allowed: [{ allowed: false, reasons: [{ code: "proposalClosed" }] }, { allowed: false }, { allowed: false }] });
    const again = await propose(next(dataWorkflow));
    expect(again.status).toBe(201);
    expect((await act(again.body.id, author, { type: "withdraw", reason: "Not yet." })).status).toBe(200);
  });
});

describe("a second person", () => {
  test("who stands in for the author, or for whom the author stands in, is no second person", async () => {
    const [first, other] = [await actor(author), await actor(second)];
    const stands = (id: string, by: string, absent: string, ended: boolean) => publish({ kind: "system" }, [{ of: "stand-in", id, for: absent, by, from: today, until: today, desks: [], reason: null, ended }]);
    const [one, another] = [newId(), newId()];
    const { body } = await propose(next(personWorkflow));
    await stands(one, other.id, first.id, false);
    expect(refused(await act(body.id, second, { type: "approve" }))).toEqual([422, ["standsInForAuthor"]]);
    expect((await act(body.id, second, { type: "reject", reason: "For a third." })).status).toBe(200);
    await stands(one, other.id, first.id, true);
    await stands(another, first.id, other.id, false);
    const again = await propose(next(personWorkflow));
    await stands(another, first.id, other.id, true);
    // Over by now, and it counts: in their place the version was put forward.
    expect(refused(await act(again.body.id, second, { type: "approve" }))).toEqual([422, ["standsInForAuthor"]]);
    expect((await act(again.body.id, author, { type: "withdraw" })).status).toBe(200);
  });

  test("approves only what still works: with a desk that lost its people, and past its day, it is refused and nothing is done", async () => {
    const { body } = await propose(next(reagentsByQuota));
    const before = await counts();
    const late = () => new Date(`${addDays(today, 9)}T03:00:00Z`);
    expect(await executeOnProposal(await actor(second), body.id, { type: "approve", commandId: newId() }, late)).toMatchObject({ refusals: [{ code: "dateInPast", path: "effectiveFrom" }] });
    const held = await world.owner<{ person_id: string; role: string; scope_kind: string; scope_id: string }[]>`delete from grants where scope_id = 'hku.chemical-safety' returning *`;
    expect(held.length).toBeGreaterThan(0);
    const unstaffed = await act(body.id, second, { type: "approve" });
    expect(unstaffed.body.refusals[0]).toMatchObject({ code: "brokenWorkflow", params: { problem: "notStaffed", found: "hku.chemical-safety" } });
    expect((await see(body.id, second)).body.problems).toMatchObject([{ code: "brokenWorkflow", message: expect.stringContaining("hku.chemical-safety") }]);
    expect(await counts()).toEqual(before);
    for (const one of held) await world.owner`insert into grants ${world.owner(one)}`;
    expect((await act(body.id, second, { type: "approve" })).status).toBe(200);
  });
});

describe("bad input is refused whole, with its place, in the reader's language, and nothing is done", () => {
  const [first, ...others] = dataWorkflow.steps;
  if (!first) throw new Error("data have steps");
  const steps = (...changed: readonly unknown[]) => ({ ...next(dataWorkflow), steps: changed });
  const cases: Record<string, [definition: unknown, problem: string, place: string]> = {
    "a circle of needs": [steps({ ...first, needs: { join: "all", of: [others[0]?.id] } }, { ...others[0], needs: { join: "all", of: [first.id] } }, ...others.slice(1)), "needsCircle", "steps.0.needs.of.0"],
    "an unknown fact": [steps({ ...first, when: { attr: "data.colour", op: "eq", value: "red" } }, ...others), "unknownFact", "steps.0.when.attr"],
    "an office that is none": [steps({ ...first, desk: { function: "astrology", offices: ["home"] } }, ...others), "malformed", "steps.0.desk.function"],
    "a desk that nobody has": [steps(first, ...others, { ...first, id: "customs", named: false, needs: { join: "all", of: [] }, desk: { function: "checkpoint", offices: ["host"] } }), "noDesk", `steps.${dataWorkflow.steps.length}.desk`],
    "10,000 steps": [steps(...Array.from({ length: 10_000 }, (_, at) => ({ id: `s${at}` }))), "tooManySteps", "steps"],
    "another kind of requests": [{ ...next(dataWorkflow), appliesTo: { attr: "kind", op: "eq", value: "funds" } }, "otherKind", "appliesTo"],
  };
  test.each(Object.entries(cases))("%s", async (_, [definition, problem, place]) => {
    const before = await counts();
    const answer = await propose(definition);
    expect(answer.status).toBe(422);
    expect(answer.body.refusals).toContainEqual(expect.objectContaining({ code: "brokenWorkflow", path: `definition.${place}`, params: expect.objectContaining({ problem }) }));
    const sentences = await Promise.all(languages.map(async (language) => (await propose(definition, {}, author, language)).body.detail));
    expect(new Set(sentences).size).toBe(4);
    expect(await counts()).toEqual(before);
  });

  test("a day that has passed, a day that is none, no definition, an unknown field, another's id, a body that is too large, and steps nested without end", async () => {
    const before = await counts();
    const definition = next(dataWorkflow);
    expect(refused(await propose(definition, { effectiveFrom: addDays(today, -1) }))).toEqual([422, ["dateInPast"]]);
    expect(refused(await propose(definition, { effectiveFrom: "2027-02-30" }))).toEqual([400, ["malformed"]]);
    for (const body of [null, "data", 7, [definition]]) expect(refused(await propose(body))).toEqual([400, ["malformed"]]);
    expect(refused(await propose(definition, { approver: second }))).toEqual([400, ["malformed"]]);
    expect(refused(await propose({ ...definition, id: "no-such" }))).toEqual([422, ["unknownWorkflow"]]);
    expect(refused(await propose({ ...definition, version: 1 }))).toEqual([422, ["versionNotLater"]]);
    expect(refused(await propose({ ...definition, version: 3_000_000_000 }))).toEqual([422, ["brokenWorkflow"]]);
    expect(refused(await propose({ ...definition, steps: dataWorkflow.steps.map((step) => ({ ...step, clock: { workingDays: 1e9, pausedWhileReturned: true } })) }))[1]).toContain("brokenWorkflow");
    expect(refused(await propose({ ...dataWorkflow, version: 9 }))).toEqual([422, ["nothingChanged"]]);
    expect((await propose({ ...definition, steps: Array.from({ length: 10_000 }, (_, at) => ({ ...first, id: `s${at}` })) })).status).toBe(413);
    expect(refused(await propose({ ...definition, appliesTo: Array.from({ length: 500 }).reduce((inner: unknown) => ({ not: inner }), { attr: "kind", op: "eq", value: "data" }) }))).toEqual([400, ["malformed"]]);
    for (const email of [officer, auditor, researcher, "admin@hku.example"]) expect(refused(await propose(definition, {}, email))).toEqual([422, ["notPermitted"]]);
    expect(await publish(await actor(author), [{ of: "workflow", kind: "data", definition }])).toEqual({ refusals: [{ code: "notPermitted" }] });
    expect(await counts()).toEqual(before);
  });
});

describe("what was proposed", () => {
  test("is read by who keeps the rules, decides by them or audits, and is not there for others", async () => {
    const list = async (email: string) => call("GET /api/v1/workflows", "/api/v1/workflows", { key: await keyOf(email) });
    for (const email of [author, officer, auditor]) {
      const { body } = await list(email);
      expect(body.items).toHaveLength(5);
      const sample = body.items.find(({ id }: { id: string }) => id === "sample");
      expect(sample).toMatchObject({ kind: "sample", inForce: sampleWorkflow.version + 2 });
      expect(sample.versions.map(({ version, author: by, approver }: { version: number; author: { name: string } | null; approver: { name: string } | null }) => [version, by?.name, approver?.name])).toEqual([[4, "Fong Mei Ling 方美玲", "Zeng Lijuan 曾丽娟"], [3, "Fong Mei Ling 方美玲", "Zeng Lijuan 曾丽娟"], [2, undefined, undefined]]);
      const [proposal] = sample.proposals;
      expect((await see(proposal.id, email)).status).toBe(200);
      const version = await call("GET /api/v1/workflows/{id}/{version}", "/api/v1/workflows/sample/3", { key: await keyOf(email) });
      expect(version.body).toMatchObject({ inForce: false, effectiveFrom: addDays(today, 7), before: 2, difference: { whole: ["appeal"] }, definition: { id: "sample", version: 3 } });
      expect((await call("GET /api/v1/workflows/{id}/{version}", "/api/v1/workflows/sample/99", { key: await keyOf(email) })).status).toBe(404);
    }
    const [any] = await world.owner<{ id: string }[]>`select id from workflow_proposals limit 1`;
    for (const email of [researcher, "admin@hku.example"]) expect([(await list(email)).status, (await see(String(any?.id), email)).status]).toEqual([404, 404]);
    expect((await see(newId(), author)).status).toBe(404);
  });

  test("shows in the database to those alone, and is written by nobody who serves", async () => {
    const rows = async (email: string) => asReader(await actor(email), (tx) => tx.execute("select id from workflow_proposals"));
    for (const email of [author, officer, auditor]) expect([email, (await rows(email)).length > 0]).toEqual([email, true]);
    for (const email of [researcher, "admin@hku.example", "sz-bay@boundary.example"]) expect([email, (await rows(email)).length]).toEqual([email, 0]);
    const approver = await actor(second);
    await expect(asActor(approver, (tx) => tx.execute("insert into workflow_proposals select * from workflow_proposals limit 1"))).rejects.toMatchObject({ cause: { code: "42501" } });
    expect((await asActor(approver, (tx) => tx.execute("update workflow_proposals set status = 'rejected'"))).count).toBe(0);
  });

  test("cannot be altered by the owner of the tables without verify naming it", async () => {
    const [row] = await world.owner<{ id: string }[]>`select id from workflow_proposals where status = 'approved' and workflow = 'sample' and version = 3`;
    const [was, third] = [await idOf(author), await idOf(auditor)];
    await world.owner.unsafe(`create table kept as table workflow_proposals; delete from workflow_proposals where status = 'rejected'; update workflow_proposals set author = '${third}' where id = '${row?.id}'`);
    await world.owner`update workflows set effective_from = '2026-01-01' where id = 'sample' and version = 3`;
    const { problems } = await verify();
    expect(problems).toEqual(
      expect.arrayContaining([
        { stream: `config:${configurationId(`workflow-proposal:${row?.id}`)}`, seq: 2, field: `workflow_proposals[${row?.id}].author`, code: "differs" },
        { stream: `config:${configurationId("workflow:sample")}`, seq: expect.any(Number), field: "workflows[sample@3].effective_from", code: "differs" },
        expect.objectContaining({ code: "missingRow" }),
      ]),
    );
    await world.owner.unsafe(`update workflow_proposals set author = '${was}' where id = '${row?.id}'; insert into workflow_proposals select * from kept where status = 'rejected'; drop table kept`);
    await world.owner`update workflows set effective_from = ${addDays(today, 7)} where id = 'sample' and version = 3`;
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });
});

test("the operator's command proposes, approves, lists, and says at which file what is wrong", async () => {
  const said: string[] = [];
  const io = { line: (text: string) => said.push(text), json: (value: unknown) => said.push(JSON.stringify(value)), complain: (text: string) => said.push(text), taken: async () => {}, input: async () => "" };
  const run = async (...args: string[]) => [await workflows(args, io), said.splice(0).join("\n")] as const;
  const folder = scratchFolder();
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const good = file("data.json", next(dataWorkflow));
  const never = file("never.json", { ...next(dataWorkflow), steps: dataWorkflow.steps.map((step, at) => (at === 0 ? { ...step, may: ["return"] } : step)) });
  expect(await run("check", good)).toEqual([0, "1 workflow without a fault"]);
  expect(await run("propose", "--user", author, "--from", addDays(today, 1), never)).toEqual([1, expect.stringContaining(`${never}: the step “${dataWorkflow.steps[0]?.id}” can never be approved`)]);
  await expect(run("check", file("broken.json", "{"))).rejects.toThrow("this is not JSON");
  await expect(run("propose", "--user", author, good)).rejects.toThrow("usage:");
  const [code, line] = await run("propose", "--user", author, "--from", addDays(today, 1), good);
  expect([code, line]).toEqual([0, expect.stringMatching(/^data version \d+, in force from [\d-]+: proposed \(/)]);
  const id = /\(([0-9a-f-]{36})\)/.exec(line)?.[1] ?? "";
  expect(await run("approve", "--user", author, id)).toEqual([1, expect.stringContaining("You proposed this version.")]);
  expect(await run("approve", "--user", second, id)).toEqual([0, expect.stringContaining("approved")]);
  const [, listed] = await run("list", "--user", auditor);
  expect(listed.split("\n").map((one) => JSON.parse(one).id).toSorted()).toEqual(["data", "funds", "person", "reagent", "sample"]);
  await expect(run("list", "--user", researcher)).rejects.toThrow("reads no workflows");
});

async function actor(email: string) {
  const found = await personActor(email);
  if (!found) throw new Error(`nobody has ${email}`);
  return found;
}

/** A sample on its way, submitted and endorsed. */
async function submitted(): Promise<string> {
  const key = await keyOf(researcher);
  const id = newId();
  const facts = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
  await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id, kind: "sample", title: "Seawater", facts, parties: { home: "hkust", host: "sustech" }, endorser: "pi@hkust.example", window: { from: today, to: addDays(today, 60) }, limit: { value: "24", unit: "tube" } } });
  const draft = (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key })).body;
  await give(id, key, { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  for (const { requirement } of draft.blockers) await give(id, key, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
  expect((await give(id, key, { type: "submit" })).status).toBe(200);
  expect((await give(id, await keyOf("pi@hkust.example"), { type: "approve", step: "endorsement" })).status).toBe(200);
  return id;
}
