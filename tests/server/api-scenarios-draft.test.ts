import { existsSync } from "node:fs";
import path from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formKinds, hasForm } from "../../lib/kind/registry.ts";
import { termsFor } from "../../lib/request/terms.ts";
import { publish } from "../../lib/server/publish.ts";
import { settings } from "../../lib/server/settings.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, keyOf, look, say, upload } from "./api-world.ts";
import { asker, begun, grantBlocking, openStep, prepare, submit, submitted } from "./seawater.ts";

/* What the field's best-tested engines promise of drafts and of submitting, restated as rows through our API; the numbers are those of the list we keep to. */

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id).toSorted();
}

describe("creating and drafting", () => {
  test("1: a known person begins a draft with its form and its terms, each once", async () => {
    const { body } = await look(await begun());
    expect(body.status).toBe("draft");
    expect(new Set(body.terms.map((one: { id: string }) => one.id)).size).toBe(body.terms.length);
    expect(body.steps.map((one: { id: string }) => one.id)).toContain("endorsement");
  });
  test("2: several kinds or corridors in one request are refused by name, with the linked requests to begin instead", async () => {
    const ask = async (json: object, language?: string) => call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(asker), language, json: { id: newId(), title: "Two things", parties: { home: "hkust", host: "sustech" }, ...json } });
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
    const dossier = await call("POST /api/v1/dossiers", "/api/v1/dossiers", { key: await keyOf(asker), json: { title: "Two things", start } });
    expect(dossier).toMatchObject({ status: 201, body: { started: Array(4).fill({ id: expect.any(String) }) } });
    const linked = await call("GET /api/v1/dossiers/{id}", `/api/v1/dossiers/${dossier.body.id}`, { key: await keyOf(asker) });
    expect(linked.body.requests.map((one: { kind: string; role: string; to: string; status: string }) => [one.kind, one.role, one.to, one.status])).toEqual([["sample", "sample", "shenzhen", "draft"], ["sample", "sample", "macao", "draft"], ["data", "data", "shenzhen", "draft"], ["data", "data", "macao", "draft"]]);
    for (const kind of [[], ["sample"], ["sample", "sample"], ["sample", "parrot"]]) expect((await ask({ kind })).status).toBe(400);
  });
  test("4: an id that exists is not created again", async () => {
    const id = await begun();
    const again = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf("researcher@um.example"), json: { id, kind: "sample", title: "Mine", parties: { home: "um" } } });
    expect(again).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
  });
  test("5: a draft with over-long text and an unknown address is saved, with a warning for each", async () => {
    const id = await begun();
    const answer = await say(id, asker, { type: "saveDraft", title: "x".repeat(300), endorser: "nobody@nowhere.example" });
    expect(answer.status).toBe(200);
    expect(answer.body.warnings.map((one: { path: string }) => one.path).toSorted()).toEqual(["endorser", "title"]);
    expect((await look(id)).body.title).toHaveLength(300);
  });
  test("8: a deleted draft is gone with its papers; what was ever submitted cannot be deleted", async () => {
    const id = await begun();
    const paper = await upload(id, await keyOf(asker), pdf, "a.pdf");
    const kept = path.join(settings().CAUSEWAY_DATA, "documents", id);
    expect(existsSync(kept)).toBe(true);
    await say(id, asker, { type: "deleteDraft" });
    expect(existsSync(kept)).toBe(false);
    expect((await look(id)).status).toBe(404);
    expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${id}/documents/${paper.body.id}`, { key: await keyOf(asker) })).status).toBe(404);
    expect(await say(await submitted(), asker, { type: "deleteDraft" })).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongStatus" }] } });
  });
  test("9: another corridor or kind before submission is weighed anew, and forms, terms and steps follow; after submission it is refused", async () => {
    const id = await begun();
    const before = (await look(id)).body;
    expect(await say(id, asker, { type: "saveDraft", facts: { "to.city": "macao", "to.zone": null, checkpoint: null } })).toMatchObject({ status: 200 });
    const after = (await look(id)).body;
    expect(after.facts).toMatchObject({ "from.jur": "HK", "to.jur": "MO" });
    expect(ids(after.findings)).not.toEqual(ids(before.findings));
    expect(ids(after.requirements)).not.toEqual(ids(before.requirements));

    const other = formKinds.find((kind) => kind !== "sample") ?? "funds";
    const changed = await say(id, asker, { type: "saveDraft", kind: other });
    if (hasForm(other)) {
      const { body } = await look(id);
      expect(body).toMatchObject({ kind: other, title: before.title, facts: { kind: other, "to.city": "macao" } });
      expect(Object.keys(body.facts).filter((fact) => fact.startsWith("sample."))).toEqual([]);
      expect(body.terms.map((one: { id: string }) => one.id)).toEqual(termsFor(other).map((one) => one.id));
    } else expect(changed).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongValue", path: "kind" }] } });

    const live = await submitted();
    for (const change of [{ kind: "data" }, { facts: { "to.city": "guangzhou" } }]) expect(await say(live, asker, { type: "saveDraft", ...change })).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongStatus" }] } });
    const { email, step } = await openStep(world, live);
    await say(live, email, { type: "return", step, questions: [{ text: "Where to?" }] });
    const amended = await say(live, asker, { type: "resubmit", facts: { "to.city": "guangzhou" }, answers: [{ question: "1", text: "Guangzhou" }] });
    expect(amended).toMatchObject({ status: 422, body: { refusals: [{ code: "routeFixed", path: "facts.to.city" }] } });
  });
});

describe("submitting", () => {
  test("10: with one term not accepted, submitting is refused for terms only", async () => {
    const id = await begun();
    await grantBlocking(id);
    await say(id, asker, { type: "acceptTerms", terms: ["true-answers"] });
    const { status, body } = await say(id, asker, { type: "submit" });
    expect([status, body.refusals.map((one: { code: string }) => one.code)]).toEqual([422, ["termsNotAccepted"]]);
  });
  test("11: a required blank is named; a hidden one does not count", async () => {
    const id = await begun();
    await say(id, asker, { type: "saveDraft", facts: { "sample.class": null } });
    const { body } = await say(id, asker, { type: "submit" });
    const missing = body.refusals.filter((one: { code: string }) => one.code === "missingAnswer").map((one: { path: string }) => one.path);
    expect(missing).toEqual(["facts.sample.class"]);
  });
  test("13: what was changed or closed since the draft began is accepted, and every desk is warned", async () => {
    const changes = async (definition: Partial<WorkflowDefinition>) => publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, ...definition } }]);
    const warned = async (id: string): Promise<string[]> => {
      const { body } = await look(id, (await openStep(world, id)).email);
      return body.warnings.map((one: { code: string; params: { id: string } }) => `${one.code} ${one.params.id}`);
    };
    expect(await warned(await submitted())).toEqual([]);

    const [newer, closed, ruled] = [await begun(), await begun(), await begun({ claims: ["gba-no-such-programme"] })];
    const { version } = sampleWorkflow;
    await changes({ version: version + 1, steps: sampleWorkflow.steps.map((step) => ({ ...step, clock: null })) });
    await prepare(newer);
    // What they have left late elsewhere is said besides.
    expect((await submit(newer)).body.warnings.filter(({ code }: { code: string }) => code !== "lateObligation")).toMatchObject([{ code: "workflowChanged", params: { was: String(version), now: String(version + 1) } }]);
    expect(await warned(newer)).toEqual(["workflowChanged sample"]);

    await changes({ version: version + 2, closed: true });
    const refused = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(asker), json: { kind: "sample", parties: { home: "hkust" } } });
    expect(refused).toMatchObject({ status: 422, body: { refusals: [{ code: "noWorkflow" }] } });
    await prepare(closed);
    await submit(closed);
    expect(await warned(closed)).toEqual(["workflowClosed sample"]);

    await changes({ version: version + 3 });
    expect((await say(ruled, asker, { type: "submit" })).body.refusals.map((one: { code: string }) => one.code)).toContain("notOffered");
    // As if the rules of special goods had been another text when the draft began.
    await world.owner`update drafts set began = jsonb_set(began, '{packs}', (select jsonb_agg(case when pack ->> 'id' = 'cn-special-goods' then pack || '{"digest": "other"}' else pack end) from jsonb_array_elements(began -> 'packs') pack)) where request_id = ${ruled}`;
    await prepare(ruled);
    await submit(ruled);
    expect(await warned(ruled)).toEqual(["workflowChanged sample", "packChanged cn-special-goods", "programmeGone gba-no-such-programme"]);
    expect((await look(ruled)).body.claims).toEqual([]);
    expect(await verifiedAcrossDays()).toMatchObject({ ok: true });
  });
  test("14: sent back and resubmitted without edits the answers stay; with edits what changed is on record", async () => {
    const id = await submitted();
    const first = await openStep(world, id);
    await say(id, first.email, { type: "return", step: first.step, questions: [{ text: "How many tubes?" }] });
    const before = (await look(id)).body;
    expect(before.questions).toHaveLength(1);
    expect(await say(id, first.email, { type: "approve", step: first.step })).toMatchObject({ status: 422 });
    await say(id, asker, { type: "resubmit", answers: [{ question: before.questions[0].id, text: "24" }] });
    expect((await look(id)).body.facts).toEqual(before.facts);
    const second = await openStep(world, id);
    await say(id, second.email, { type: "return", step: second.step, questions: [{ text: "Sure?" }] });
    await say(id, asker, { type: "resubmit", facts: { "sample.quantity": 20 }, answers: [{ question: "1", text: "20" }] });
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf("auditor@causeway.example") });
    expect(body.items.at(-1)).toMatchObject({ type: "request.resubmitted", data: { changed: ["sample.quantity"] } });
  });
});

test("the record of all this verifies", async () => {
  expect((await verifiedAcrossDays()).problems).toEqual([]);
});
