import { existsSync } from "node:fs";
import path from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pointPermits } from "../../db/queries/point-permits.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { formKinds, hasForm } from "../../lib/kind/registry.ts";
import { termsFor } from "../../lib/request/terms.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { expirePermits } from "../../lib/server/worker.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { settings } from "../../lib/server/settings.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { type Answered, call, give, keyOf, upload } from "./api-world.ts";

/* What the field's best-tested engines promise, restated as rows through our API; the numbers are those of the list we keep to. */

const today = dayOf(new Date());
const window = { from: today, to: addDays(today, 60) };
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const requester = () => keyOf("researcher@hkust.example");

async function begin(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { status, body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await requester(), json: { id: newId(), kind: "sample", title: "Seawater", facts: water, parties: { home: "hkust", host: "sustech" }, endorser: "pi@hkust.example", window, limit: { value: "24", unit: "tube" }, ...more } });
  expect([status, JSON.stringify(body)]).toEqual([201, expect.any(String)]);
  return body.id;
}

async function say(id: string, email: string, said: Readonly<Record<string, unknown>>): Promise<Answered> {
  return give(id, await keyOf(email), said);
}

async function look(id: string, email = "researcher@hkust.example"): Promise<Answered> {
  return call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
}

async function submitted(): Promise<string> {
  const id = await begin();
  await submitDraft(id);
  return id;
}

async function submitDraft(id: string): Promise<Answered> {
  const { body } = await look(id);
  await say(id, "researcher@hkust.example", { type: "acceptTerms", terms: body.terms.map((one: { id: string }) => one.id) });
  await grantBlocking(id);
  const answer = await say(id, "researcher@hkust.example", { type: "submit" });
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([200, expect.stringContaining("request.submitted")]);
  return answer;
}

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id).toSorted();
}

async function grantBlocking(id: string): Promise<void> {
  const { body } = await look(id);
  for (const { requirement } of body.blockers) if (requirement) await say(id, "researcher@hkust.example", { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
}

/** Who may decide the open step: the person who was named, or staff of its desk. */
async function officerOf(id: string): Promise<{ step: string; email: string }> {
  const [row] = await world.owner<{ step: string; email: string }[]>`
    select s.step_id as step, p.email from steps s join people p on p.id = s.assignee or (s.assignee is null and exists (select 1 from grants g where g.person_id = p.id and g.scope_kind = 'desk' and g.scope_id = s.desk))
    where s.request_id = ${id} and s.status = 'open' order by s.step_id, p.email limit 1`;
  if (!row) throw new Error("no open step");
  return row;
}

async function permitted(): Promise<string> {
  const id = await submitted();
  for (let at = 0; at < 8 && (await look(id)).body.steps.some((one: { status: string }) => one.status === "open"); at++) {
    const { step, email } = await officerOf(id);
    expect(await say(id, email, { type: "approve", step })).toMatchObject({ status: 200 });
  }
  await grantBlocking(id);
  expect((await look(id)).body).toMatchObject({ status: "permitted", permit: { status: "valid", used: "0", remaining: "24" } });
  await grantBlocking(id);
  return id;
}

describe("creating and drafting", () => {
  test("1: a known person begins a draft with its form and its terms, each once", async () => {
    const { body } = await look(await begin());
    expect(body.status).toBe("draft");
    expect(new Set(body.terms.map((one: { id: string }) => one.id)).size).toBe(body.terms.length);
    expect(body.steps.map((one: { id: string }) => one.id)).toContain("endorsement");
  });
  test("2: several kinds or corridors in one request are refused by name, with the linked requests to begin instead", async () => {
    const ask = async (json: object, language?: string) => call("POST /api/v1/requests", "/api/v1/requests", { key: await requester(), language, json: { id: newId(), title: "Two things", parties: { home: "hkust", host: "sustech" }, ...json } });
    const kinds = await ask({ kind: ["sample", "data"], facts: { "to.city": "shenzhen" } });
    expect(kinds).toMatchObject({ status: 422, body: { refusals: [{ code: "severalKinds", path: "kind", params: { kinds: "sample, data" } }] } });
    expect(kinds.body.split).toEqual([{ kind: "sample", facts: { "to.city": "shenzhen" } }, { kind: "data", facts: { "to.city": "shenzhen" } }]);
    const both = await ask({ kind: ["sample", "data"], facts: { "from.city": "hongkong", "to.city": ["shenzhen", "macao"] } }, "zh-HK");
    expect(both.body.refusals.map((one: { code: string; path: string }) => [one.code, one.path])).toEqual([["severalKinds", "kind"], ["severalPlaces", "facts.to.city"]]);
    expect(both.body.detail).toContain("樣本");
    expect(both.body.split).toHaveLength(4);
    for (const { kind, facts } of both.body.split.filter((one: { kind: string }) => one.kind === "sample")) expect((await ask({ kind, facts })).status).toBe(201);
    // Ours: a dossier of linked requests, one for each kind and corridor.
    expect((await ask({ kind: ["sample", "data"] }, "en")).body.detail).toContain("dossier");
    const start = both.body.split.map((part: { facts: object }) => ({ ...part, parties: { home: "hkust", host: "sustech" } }));
    const dossier = await call("POST /api/v1/dossiers", "/api/v1/dossiers", { key: await requester(), json: { title: "Two things", start } });
    expect(dossier).toMatchObject({ status: 201, body: { started: Array(4).fill({ id: expect.any(String) }) } });
    const linked = await call("GET /api/v1/dossiers/{id}", `/api/v1/dossiers/${dossier.body.id}`, { key: await requester() });
    expect(linked.body.requests.map((one: { kind: string; role: string; to: string; status: string }) => [one.kind, one.role, one.to, one.status])).toEqual([["sample", "sample", "shenzhen", "draft"], ["sample", "sample", "macao", "draft"], ["data", "data", "shenzhen", "draft"], ["data", "data", "macao", "draft"]]);
    for (const kind of [[], ["sample"], ["sample", "sample"], ["sample", "parrot"]]) expect((await ask({ kind })).status).toBe(400);
  });
  test("4: an id that exists is not created again", async () => {
    const id = await begin();
    const again = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf("researcher@um.example"), json: { id, kind: "sample", title: "Mine", parties: { home: "um" } } });
    expect(again).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
  });
  test("5: a draft with over-long text and an unknown address is saved, with a warning for each", async () => {
    const id = await begin();
    const answer = await say(id, "researcher@hkust.example", { type: "saveDraft", title: "x".repeat(300), endorser: "nobody@nowhere.example" });
    expect(answer.status).toBe(200);
    expect(answer.body.warnings.map((one: { path: string }) => one.path).toSorted()).toEqual(["endorser", "title"]);
    expect((await look(id)).body.title).toHaveLength(300);
  });
  test("8: a deleted draft is gone with its papers; what was ever submitted cannot be deleted", async () => {
    const id = await begin();
    const paper = await upload(id, await requester(), pdf, "a.pdf");
    const kept = path.join(settings().CAUSEWAY_DATA, "documents", id);
    expect(existsSync(kept)).toBe(true);
    await say(id, "researcher@hkust.example", { type: "deleteDraft" });
    expect(existsSync(kept)).toBe(false);
    expect((await look(id)).status).toBe(404);
    expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${id}/documents/${paper.body.id}`, { key: await requester() })).status).toBe(404);
    expect(await say(await submitted(), "researcher@hkust.example", { type: "deleteDraft" })).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongStatus" }] } });
  });
  test("9: another corridor or kind before submission is weighed anew, and forms, terms and steps follow; after submission it is refused", async () => {
    const id = await begin();
    const before = (await look(id)).body;
    expect(await say(id, "researcher@hkust.example", { type: "saveDraft", facts: { "to.city": "macao", "to.zone": null, checkpoint: null } })).toMatchObject({ status: 200 });
    const after = (await look(id)).body;
    expect(after.facts).toMatchObject({ "from.jur": "HK", "to.jur": "MO" });
    expect(ids(after.findings)).not.toEqual(ids(before.findings));
    expect(ids(after.requirements)).not.toEqual(ids(before.requirements));

    const other = formKinds.find((kind) => kind !== "sample") ?? "funds";
    const changed = await say(id, "researcher@hkust.example", { type: "saveDraft", kind: other });
    if (hasForm(other)) {
      const { body } = await look(id);
      expect(body).toMatchObject({ kind: other, title: before.title, facts: { kind: other, "to.city": "macao" } });
      expect(Object.keys(body.facts).filter((fact) => fact.startsWith("sample."))).toEqual([]);
      expect(body.terms.map((one: { id: string }) => one.id)).toEqual(termsFor(other).map((one) => one.id));
    } else expect(changed).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongValue", path: "kind" }] } });

    const live = await submitted();
    for (const change of [{ kind: "data" }, { facts: { "to.city": "guangzhou" } }]) expect(await say(live, "researcher@hkust.example", { type: "saveDraft", ...change })).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongStatus" }] } });
    const { email, step } = await officerOf(live);
    await say(live, email, { type: "return", step, questions: [{ text: "Where to?" }] });
    const amended = await say(live, "researcher@hkust.example", { type: "resubmit", facts: { "to.city": "guangzhou" }, answers: [{ question: "1", text: "Guangzhou" }] });
    expect(amended).toMatchObject({ status: 422, body: { refusals: [{ code: "routeFixed", path: "facts.to.city" }] } });
  });
});

describe("submitting", () => {
  test("10: with one term not accepted, submitting is refused for terms only", async () => {
    const id = await begin();
    await grantBlocking(id);
    await say(id, "researcher@hkust.example", { type: "acceptTerms", terms: ["true-answers"] });
    const { status, body } = await say(id, "researcher@hkust.example", { type: "submit" });
    expect([status, body.refusals.map((one: { code: string }) => one.code)]).toEqual([422, ["termsNotAccepted"]]);
  });
  test("11: a required blank is named; a hidden one does not count", async () => {
    const id = await begin();
    await say(id, "researcher@hkust.example", { type: "saveDraft", facts: { "sample.class": null } });
    const { body } = await say(id, "researcher@hkust.example", { type: "submit" });
    const missing = body.refusals.filter((one: { code: string }) => one.code === "missingAnswer").map((one: { path: string }) => one.path);
    expect(missing).toEqual(["facts.sample.class"]);
  });
  test("13: what was changed or closed since the draft began is accepted, and every desk is warned", async () => {
    const changes = async (definition: Partial<WorkflowDefinition>) => publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, ...definition } }]);
    const warned = async (id: string): Promise<string[]> => {
      const { body } = await look(id, (await officerOf(id)).email);
      return body.warnings.map((one: { code: string; params: { id: string } }) => `${one.code} ${one.params.id}`);
    };
    expect(await warned(await submitted())).toEqual([]);

    const [newer, closed, ruled] = [await begin(), await begin(), await begin({ claims: ["gba-no-such-programme"] })];
    const { version } = sampleWorkflow;
    await changes({ version: version + 1, steps: sampleWorkflow.steps.map((step) => ({ ...step, clock: null })) });
    // What they have left late elsewhere is said besides.
    expect((await submitDraft(newer)).body.warnings.filter(({ code }: { code: string }) => code !== "lateObligation")).toMatchObject([{ code: "workflowChanged", params: { was: String(version), now: String(version + 1) } }]);
    expect(await warned(newer)).toEqual(["workflowChanged sample"]);

    await changes({ version: version + 2, closed: true });
    const refused = await call("POST /api/v1/requests", "/api/v1/requests", { key: await requester(), json: { kind: "sample", parties: { home: "hkust" } } });
    expect(refused).toMatchObject({ status: 422, body: { refusals: [{ code: "noWorkflow" }] } });
    await submitDraft(closed);
    expect(await warned(closed)).toEqual(["workflowClosed sample"]);

    await changes({ version: version + 3 });
    expect((await say(ruled, "researcher@hkust.example", { type: "submit" })).body.refusals.map((one: { code: string }) => one.code)).toContain("notOffered");
    // As if the rules of special goods had been another text when the draft began.
    await world.owner`update drafts set began = jsonb_set(began, '{packs}', (select jsonb_agg(case when pack ->> 'id' = 'cn-special-goods' then pack || '{"digest": "other"}' else pack end) from jsonb_array_elements(began -> 'packs') pack)) where request_id = ${ruled}`;
    await submitDraft(ruled);
    expect(await warned(ruled)).toEqual(["workflowChanged sample", "packChanged cn-special-goods", "programmeGone gba-no-such-programme"]);
    expect((await look(ruled)).body.claims).toEqual([]);
    expect(await verifiedAcrossDays()).toMatchObject({ ok: true });
  });
  test("14: sent back and resubmitted without edits the answers stay; with edits what changed is on record", async () => {
    const id = await submitted();
    const first = await officerOf(id);
    await say(id, first.email, { type: "return", step: first.step, questions: [{ text: "How many tubes?" }] });
    const before = (await look(id)).body;
    expect(before.questions).toHaveLength(1);
    expect(await say(id, first.email, { type: "approve", step: first.step })).toMatchObject({ status: 422 });
    await say(id, "researcher@hkust.example", { type: "resubmit", answers: [{ question: before.questions[0].id, text: "24" }] });
    expect((await look(id)).body.facts).toEqual(before.facts);
    const second = await officerOf(id);
    await say(id, second.email, { type: "return", step: second.step, questions: [{ text: "Sure?" }] });
    await say(id, "researcher@hkust.example", { type: "resubmit", facts: { "sample.quantity": 20 }, answers: [{ question: "1", text: "20" }] });
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf("auditor@causeway.example") });
    expect(body.items.at(-1)).toMatchObject({ type: "request.resubmitted", data: { changed: ["sample.quantity"] } });
  });
});

describe("seeing", () => {
  test("41: a draft is seen by its requester alone; once submitted, its desks and auditors see it, and others still do not", async () => {
    const others = ["pi@hkust.example", "auditor@hkust.example", "auditor@causeway.example", "auditor.hk@causeway.example"];
    const strangers = ["researcher@um.example", "postdoc@hkust.example", "admin@hkust.example", "auditor.mo@causeway.example", "auditor@um.example"];
    const draft = await begin();
    for (const email of [...others, ...strangers]) expect([email, (await look(draft, email)).status]).toEqual([email, 404]);
    const id = await submitted();
    for (const email of others) expect([email, (await look(id, email)).status]).toEqual([email, 200]);
    for (const email of strangers) expect([email, (await look(id, email)).status]).toEqual([email, 404]);
  });
  test("47: a paper too large is refused and nothing is kept", async () => {
    const id = await begin();
    expect((await upload(id, await requester(), Buffer.alloc(25 * 1024 * 1024 + 1, 0x20), "big.txt")).status).toBe(413);
    expect((await look(id)).body.documents).toEqual([]);
  });
});

describe("acting", () => {
  test("each wrong person is refused, and nothing happens", async () => {
    const id = await submitted();
    const before = (await look(id)).body.version;
    const wrong: [string, number, string | undefined][] = [
      ["researcher@hkust.example", 422, undefined],
      ["biosafety@hkust.example", 404, undefined],
      ["auditor@causeway.example", 422, "notPermitted"],
      ["researcher@um.example", 404, undefined],
      ["admin@causeway.example", 404, undefined],
    ];
    for (const [email, status, code] of wrong) {
      const answer = await say(id, email, { type: "approve", step: "endorsement" });
      expect([email, answer.status]).toEqual([email, status]);
      if (code) expect(answer.body.refusals[0].code).toBe(code);
    }
    expect((await look(id)).body.version).toBe(before);
  });
  test("52: many at once on one request, every accepted act is kept once and numbered without a gap", async () => {
    const id = await submitted();
    const key = await requester();
    const said = Array.from({ length: 20 }, (_, at) => ({ type: "comment", commandId: newId(), audience: "requester", text: `Note ${at}` }));
    const answers = await Promise.all([...said, ...said].map((one) => give(id, key, one)));
    expect(answers.filter((one) => one.status !== 200)).toEqual([]);
    expect(answers.filter((one) => one.body.repeated)).toHaveLength(20);
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key });
    expect(body.items.map((one: { seq: number }) => one.seq)).toEqual(body.items.map((_: unknown, at: number) => at + 1));
    expect(body.items.filter((one: { type: string }) => one.type === "comment.added")).toHaveLength(20);
  });
  test("no more crosses than the permit allows, however many record it at once", async () => {
    const id = await permitted();
    const key = await requester();
    const { body } = await look(id);
    const move = (value: string, direction = "out") => give(id, key, { type: "recordMovement", direction, quantity: { value, unit: "tube" }, ...(body.permit.controlPoint && { controlPoint: body.permit.controlPoint }), at: new Date().toISOString() });
    const answers = await Promise.all([move("10"), move("10"), move("10"), move("10")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "overLimit", params: { remaining: "4", unit: "tube" } }]);
    expect((await move("0.5")).body.refusals[0].code).toBe("wholeNumberNeeded");
    expect((await move("21", "return")).body.refusals[0].code).toBe("nothingToReturn");
    expect((await look(id)).body.permit).toMatchObject({ used: "20", remaining: "4" });
    const checked = await call("GET /api/v1/permits/{number}", `/api/v1/permits/${body.permit.number}`);
    expect(checked.body).toMatchObject({ status: "valid", used: "20", remaining: "4" });
  });
});

describe("after approval", () => {
  const office = "office@hkust.example";
  const asker = "researcher@hkust.example";
  const refusalsOf = ({ status, body }: Answered) => [status, ...(body.refusals ?? []).map(({ code }: { code: string }) => code)];
  const check = async (number: string) => (await call("GET /api/v1/permits/{number}", `/api/v1/permits/${encodeURIComponent(number)}`)).body;
  const move = (id: string, value = "1") => say(id, asker, { type: "recordMovement", direction: "out", quantity: { value, unit: "tube" }, at: new Date().toISOString() });

  async function decideAll(id: string): Promise<string[]> {
    const asked: string[] = [];
    for (let at = 0; at < 8 && (await look(id)).body.steps.some((one: { status: string }) => one.status === "open"); at++) {
      const { step, email } = await officerOf(id);
      asked.push(step);
      expect(await say(id, email, { type: "approve", step })).toMatchObject({ status: 200 });
    }
    return asked;
  }

  test("9: what changes after approval is an amendment, decided by the desks it concerns; until then the old terms hold; another corridor is refused", async () => {
    const id = await permitted();
    expect(refusalsOf(await say(id, asker, { type: "amend", facts: { "to.city": "macao" }, reason: "Elsewhere." }))).toContain("routeFixed");
    expect((await say(id, asker, { type: "amend", limit: { value: "30", unit: "tube" }, reason: "Six more." })).body.events.map(({ type }: { type: string }) => type)).toEqual(["amendment.requested"]);
    expect(refusalsOf(await say(id, asker, { type: "renew", window: { from: today, to: addDays(today, 90) }, reason: "Longer." }))).toEqual([422, "amendmentOpen"]);
    expect(refusalsOf(await move(id, "25"))).toEqual([422, "overLimit"]);
    const { body } = await look(id);
    expect(body.permit).toMatchObject({ status: "valid", limit: { value: "24", unit: "tube" } });
    expect(body.steps.filter((step: { stands?: object }) => step.stands).map((step: { id: string }) => step.id)).toEqual(body.steps.filter((step: { round: number }) => step.round === 1).map((step: { id: string }) => step.id));
    const asked = await decideAll(id);
    expect(asked).toEqual(expect.arrayContaining(["endorsement", "sign-off", "acceptance"]));
    expect((await look(id)).body.permit).toMatchObject({ number: body.permit.number, limit: { value: "30", unit: "tube" } });
    expect((await move(id, "25")).status).toBe(200);
    expect(await check(body.permit.number)).toMatchObject({ status: "valid", used: "25", remaining: "5" });
  });

  test("suspended, a permit says so to whoever checks it and lets nothing cross; issued anew, its old number is void and names the new one", async () => {
    const id = await permitted();
    const { number } = (await look(id)).body.permit;
    expect(refusalsOf(await say(id, asker, { type: "suspend", reason: "Mine." }))).toEqual([422, "notPermitted"]);
    expect((await say(id, office, { type: "suspend", reason: "A seal is broken." })).status).toBe(200);
    expect([(await check(number)).status, (await look(id)).body.permit.status, refusalsOf(await move(id))]).toEqual(["suspended", "suspended", [422, "permitSuspended"]]);
    expect((await look(id)).body.allowed.find(({ command }: { command: string }) => command === "recordMovement")).toMatchObject({ allowed: false, reasons: [{ code: "permitSuspended" }] });
    expect((await say(id, office, { type: "reinstate", reason: "Sealed anew." })).status).toBe(200);
    expect((await say(id, office, { type: "reissue", reason: "The paper was lost." })).status).toBe(200);
    const { permit } = (await look(id)).body;
    expect(permit).toMatchObject({ status: "valid", earlier: [number] });
    expect([await check(number), (await check(permit.number)).status]).toMatchObject([{ status: "replaced", replacedBy: permit.number, number }, "valid"]);
    expect((await move(id)).status).toBe(200);
  });

  test("22: a desk makes a teammate the requester and rights swap; nobody else, and not by themselves", async () => {
    const [postdoc] = await world.owner<{ id: string }[]>`select id from people where email = 'postdoc@hkust.example'`;
    const id = await begin();
    const { body } = await look(id);
    await say(id, asker, { type: "saveDraft", version: body.version, team: [postdoc?.id ?? ""] });
    await submitDraft(id);
    const to = { type: "transfer", to: "postdoc@hkust.example", reason: "The requester has left." };
    expect(refusalsOf(await say(id, "postdoc@hkust.example", to))).toEqual([422, "notPermitted"]);
    expect(refusalsOf(await say(id, office, { ...to, to: "researcher@um.example" }))).toEqual([422, "notTeammate"]);
    expect((await say(id, office, to)).status).toBe(200);
    expect(refusalsOf(await say(id, asker, { type: "withdraw", reason: "No." }))).toEqual([422, "notRequester"]);
    expect((await say(id, "postdoc@hkust.example", { type: "withdraw", reason: "No longer needed." })).body.status).toBe("withdrawn");
  });

  test("31: while it is sent back nobody approves or rejects; messages go on, and a desk may close it", async () => {
    const id = await submitted();
    const { step, email } = await officerOf(id);
    await say(id, email, { type: "return", step, questions: [{ text: "Which vessel?" }] });
    for (const said of [{ type: "approve", step }, { type: "reject", step, reasons: [{ code: "risk", text: "No." }] }]) expect(refusalsOf(await say(id, email, said))).toEqual([422, "wrongStatus"]);
    expect((await say(id, office, { type: "comment", audience: "requester", text: "Still there?" })).status).toBe(200);
    expect((await say(id, office, { type: "close", reason: "No answer." })).body.status).toBe("closed");
    expect((await look(id)).body).toMatchObject({ status: "closed", permit: null });
  });

  test("35, 38: a permit is revoked from a day to come, holds until then, and ends by itself; one whose last day is over expires", async () => {
    const id = await permitted();
    const from = addDays(today, 3);
    expect(refusalsOf(await say(id, office, { type: "revoke", from: addDays(today, -1), reason: "Too late." }))).toEqual([422, "dateInPast"]);
    expect((await say(id, office, { type: "revoke", from, reason: "The laboratory moves." })).body.events).toMatchObject([{ type: "revocation.announced" }]);
    const { number } = (await look(id)).body.permit;
    const atPoint = await personActor("sz-bay@boundary.example");
    expect(atPoint && (await pointPermits(atPoint, today)).find((one) => one.number === number)?.validUntil).toBe(addDays(from, -1));
    expect([await check(number), (await move(id)).status]).toMatchObject([{ status: "valid", revokedFrom: from }, 200]);
    await expirePermits(() => new Date(`${addDays(from, -1)}T02:00:00Z`));
    expect((await look(id)).body.status).toBe("permitted");
    await expirePermits(() => new Date(`${from}T02:00:00Z`));
    expect([(await look(id)).body.status, (await check(number)).status]).toEqual(["revoked", "revoked"]);
  });

  test("40: a renewal is asked for on the last day of the window and not after it", async () => {
    const id = await permitted();
    const renew = { type: "renew" as const, window: { from: today, to: addDays(today, 120) }, reason: "The voyage was late." };
    const requesterActor = await personActor(asker);
    if (!requesterActor) throw new Error("nobody");
    const late = await execute(requesterActor, id, { ...renew, commandId: newId() }, () => new Date(`${addDays(window.to, 1)}T02:00:00Z`));
    expect("refusals" in late ? late.refusals.map(({ code }) => code) : late).toEqual(["outsideWindow"]);
    const inTime = await execute(requesterActor, id, { ...renew, commandId: newId() }, () => new Date(`${window.to}T02:00:00Z`));
    expect(inTime).toMatchObject({ events: [{ type: "amendment.requested" }] });
    expect((await say(id, asker, { type: "withdrawAmendment", reason: "Not needed." })).body.status).toBe("permitted");
  });

  test("an entry is put right by another that names it", async () => {
    const id = await permitted();
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await requester() });
    const granted = body.items.find(({ type }: { type: string }) => type === "requirement.granted");
    expect(refusalsOf(await say(id, asker, { type: "correct", what: 999, text: "x" }))).toEqual([422, "unknownEntry"]);
    if (granted) expect((await say(id, asker, { type: "correct", what: granted.seq, text: "The number is A/2." })).body.events).toMatchObject([{ type: "entry.corrected" }]);
    expect(refusalsOf(await say(id, asker, { type: "correct", what: 1 + body.items.findIndex(({ type }: { type: string }) => type === "step.approved"), text: "x" }))).toEqual([422, "notYourEntry"]);
  });

  test("a rejection is appealed: somebody of another office who took no part looks again, the first decision stays, and the request goes on", async () => {
    const id = await submitted();
    const first = await officerOf(id);
    await say(id, first.email, { type: "approve", step: first.step });
    const { step, email } = await officerOf(id);
    expect((await say(id, email, { type: "reject", step, reasons: [{ code: "incomplete", text: "No route." }] })).body.status).toBe("rejected");
    expect(refusalsOf(await say(id, email, { type: "appeal", reason: "Not mine." }))).toEqual([422, "notPermitted"]);
    expect((await say(id, asker, { type: "appeal", reason: "The route is in the papers." })).body.status).toBe("in-review");
    const look2 = (await look(id)).body.steps.find(({ id: one }: { id: string }) => one === "appeal");
    const looking = (await officerOf(id)).email;
    expect([look2.status, looking === email]).toEqual(["open", false]);
    expect((await call("GET /api/v1/inbox", "/api/v1/inbox", { key: await keyOf(looking) })).body.items.some((one: { request: { id: string } }) => one.request.id === id)).toBe(true);
    expect((await say(id, looking, { type: "decideAppeal", outcome: "overturned", reason: "It is there." })).body.status).toBe("in-review");
    const after = (await look(id)).body.steps;
    expect(after.find(({ id: one }: { id: string }) => one === step)).toMatchObject({ status: "done", outcome: "approved" });
    expect(after.find(({ id: one }: { id: string }) => one === "appeal")).toMatchObject({ status: "done", outcome: "overturned" });
    const history = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await requester() })).body.items.map(({ type }: { type: string }) => type);
    expect(history).toEqual(expect.arrayContaining(["request.rejected", "request.appealed", "appeal.decided"]));
  });

  test("a running case is moved to another version of its workflow by the head of a desk, who may also drop a step; a decision is never lost", async () => {
    const [newest] = await world.owner<{ version: number }[]>`select max(version)::int as version from workflows where kind = 'sample'`;
    const version = (newest?.version ?? 0) + 1;
    const id = await submitted();
    const { step, email } = await officerOf(id);
    await say(id, email, { type: "approve", step });
    const asksMore = { ...sampleWorkflow, version, steps: sampleWorkflow.steps.map((one) => (one.id === "export-control" ? { ...one, when: null, drop: ["lead", "requester"] } : one)) } as WorkflowDefinition;
    const without = { ...sampleWorkflow, version: version + 1, steps: sampleWorkflow.steps.filter((one) => one.id !== "endorsement").map((one) => ({ ...one, needs: { ...one.needs, of: one.needs.of.filter((need) => need !== "endorsement") } })) };
    await publish({ kind: "system" }, [asksMore, without].map((definition) => ({ of: "workflow" as const, kind: "sample" as const, definition })));
    const move = { type: "move", version, reason: "The export office is asked now." };
    expect(refusalsOf(await say(id, asker, move))).toEqual([422, "notPermitted"]);
    expect(refusalsOf(await say(id, office, { ...move, version: version + 9 }))).toEqual([422, "unknownVersion"]);
    expect(refusalsOf(await say(id, office, { ...move, version: version + 1 }))).toEqual([422, "losesDecision"]);
    expect((await say(id, office, move)).body.events.map(({ type }: { type: string }) => type)).toEqual(["request.replanned"]);
    const of = async () => Object.fromEntries((await look(id)).body.steps.map((one: { id: string; status: string }) => [one.id, one.status]));
    expect(await of()).toMatchObject({ endorsement: "done", "export-control": "open", "sign-off": "waiting" });
    expect(refusalsOf(await say(id, office, { type: "dropStep", step: "sign-off", reason: "No." }))).toEqual([422, "stepNeeded"]);
    expect((await say(id, asker, { type: "dropStep", step: "export-control", reason: "Nothing on the list." })).status).toBe(200);
    expect(await of()).toMatchObject({ endorsement: "done", "export-control": "cancelled", "sign-off": "open" });
  });

  test("the record of all this verifies", async () => {
    expect((await verifiedAcrossDays()).problems).toEqual([]);
  });
});
