import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../lib/calendar/day.ts";
import type { RoleId, Scope } from "../../lib/access/permission.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { tellClocks } from "../../lib/server/tell-clocks.ts";
import type { StepDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, codesOf, keyOf, say } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

/* What a definition says of the people at a step, through the API: who gets it, who may hand it on, and who decides beside whom. */

const [requester, officer, colleague, head] = ["researcher@hkust.example", "export@hkust.example", "customs@hkust.example", "office@hkust.example"];
const desk: Scope = { kind: "desk", id: "hkust.sign-off" };
const signOff = { step: "sign-off" };
let world: World;
let version = sampleWorkflow.version;
beforeAll(async () => {
  world = await demoWorld();
  for (const email of [officer, colleague]) await isAlso(email, "desk-officer", desk);
}, 180_000);
afterAll(() => world.stop());

const look = async (id: string, email = officer) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) })).body;
const stepOf = async (id: string, step = "sign-off") => (await look(id)).steps.find((one: { id: string }) => one.id === step);
const personOf = async (email: string) => (await personActor(email))?.id ?? "";

async function history(id: string): Promise<readonly { readonly type: string; readonly actor: Readonly<Record<string, unknown>>; readonly data: Readonly<Record<string, unknown>> }[]> {
  return (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(officer) })).body.items;
}

async function isAlso(email: string, role: RoleId, scope: Scope): Promise<void> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...actor.grants.map((grant) => ({ role: grant.role, scope: grant.scope })), { role, scope }] }]);
}

/** The workflow of samples with another sign-off, and steps after it. */
async function published(change: Partial<StepDefinition>, ...more: readonly StepDefinition[]): Promise<void> {
  const steps = [...sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, ...change } : step)), ...more];
  const answer = await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: ++version, steps } }]);
  if ("refusals" in answer) throw new Error(JSON.stringify(answer.refusals));
}

test("steps go in turn, or to whoever handled the requester's last one, as the definition says; the record says by which rule and why", async () => {
  await published({ people: { allot: "round-robin" } });
  const [first, second] = [await endorsed(), await endorsed()];
  const holders = [(await stepOf(first)).holder, (await stepOf(second)).holder];
  expect(holders[0].id).not.toBe(holders[1].id);
  expect((await history(second)).findLast(({ type }) => type === "step.allotted")).toMatchObject({ actor: { system: true }, data: { rule: "round-robin", why: "next-turn" } });
  const emails = [officer, colleague, head];
  const ids = await Promise.all(emails.map(personOf));
  const handler = emails[ids.indexOf(holders[0].id)] ?? "";
  expect((await say(first, handler, { type: "approve", ...signOff })).status).toBe(200);
  await published({ people: { allot: "familiar" } });
  const third = await endorsed();
  expect((await history(third)).findLast(({ type }) => type === "step.allotted")).toMatchObject({ data: { to: holders[0].id, rule: "familiar", why: "handled-last" } });
});

test("a step that is kept together with an earlier one comes to whoever decided that, who may decide both", async () => {
  const closing: StepDefinition = { ...(sampleWorkflow.steps.find(({ id }) => id === "sign-off") as StepDefinition), id: "closing", needs: { join: "all", of: ["sign-off"] }, people: { keep: true } };
  await published({}, closing);
  const id = await endorsed();
  expect((await say(id, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect((await stepOf(id, "closing")).holder).toMatchObject({ id: await personOf(colleague), how: "allotted" });
  expect(codesOf(await say(id, officer, { type: "approve", step: "closing" }))).toEqual([422, "heldByOther"]);
  expect((await say(id, colleague, { type: "approve", step: "closing" })).status).toBe(200);
});

test("servers that tell clocks at once tell each once: reminded, told to the head, taken to the next desk, which decides it", async () => {
  await published({ clock: { workingDays: 2, pausedWhileReturned: true, escalatesTo: { function: "export-control", offices: ["home"] } } });
  const id = await endorsed();
  const { due } = await stepOf(id);
  const late = () => new Date(`${addDays(due, 1)}T03:00:00Z`);
  await Promise.all([tellClocks(late), tellClocks(late), tellClocks(late)]);
  while ((await tellClocks(late)) > 0);
  const told = (await history(id)).filter(({ type }) => type === "step.reminded" || type === "step.escalated");
  expect(told.map(({ type, actor, data }) => [type, actor, data.share ?? data.to])).toEqual([
    ["step.reminded", { system: true }, 50],
    ["step.reminded", { system: true }, 80],
    ["step.escalated", { system: true }, "hkust.export-control"],
  ]);
  expect(await stepOf(id)).toMatchObject({ status: "open", desk: "hkust.export-control" });
  expect(codesOf(await say(id, head, { type: "approve", ...signOff }))).toEqual([422, "notPermitted"]);
  expect((await say(id, officer, { type: "approve", ...signOff })).status).toBe(200);
});

test("a second signature is somebody else's, under the first", async () => {
  await published({ mode: 2, may: ["approve", "approveWithConditions", "return", "reject", "countersign"] });
  const id = await endorsed();
  expect(codesOf(await say(id, colleague, { type: "countersign", ...signOff }))).toEqual([422, "nothingToCountersign"]);
  expect((await say(id, officer, { type: "approveWithConditions", ...signOff, conditions: [{ text: "Keep it cold." }] })).status).toBe(200);
  expect(codesOf(await say(id, officer, { type: "countersign", ...signOff }))).toEqual([422, "decidedAlready"]);
  expect((await say(id, colleague, { type: "countersign", ...signOff })).status).toBe(200);
  expect(await stepOf(id)).toMatchObject({ status: "done", outcome: "approved-with-conditions", conditions: ["Keep it cold."] });
});

test("a step is left out by its head alone, where the definition allows it, and handed on once and no further", async () => {
  await published({ people: { skip: true } });
  const [id, other] = [await endorsed(), await endorsed()];
  expect(codesOf(await say(id, officer, { type: "skip", ...signOff, reason: "Known." }))).toEqual([422, "notPermitted"]);
  expect(codesOf(await say(id, officer, { type: "delegate", ...signOff, to: requester, reason: "Away." }))).toEqual([422, "notOfDesk"]);
  expect(codesOf(await say(id, officer, { type: "delegate", ...signOff, to: officer, reason: "Away." }))).toEqual([422, "heldAlready"]);
  expect((await say(id, officer, { type: "delegate", ...signOff, to: colleague, reason: "Field work." })).status).toBe(200);
  expect(codesOf(await say(id, colleague, { type: "delegate", ...signOff, to: head, reason: "Busy." }))).toEqual([422, "delegatedAlready"]);
  // Taken back and handed on to the same colleague once more.
  expect((await say(id, officer, { type: "release", ...signOff })).status).toBe(200);
  expect((await say(id, officer, { type: "delegate", ...signOff, to: colleague, reason: "Field work after all." })).status).toBe(200);
  expect((await say(id, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect((await history(id)).find(({ type, data }) => type === "step.approved" && data.step === "sign-off")?.actor).toEqual({ person: await personOf(colleague), desk: "hkust.sign-off", for: await personOf(officer) });
  expect((await say(other, head, { type: "skip", ...signOff, reason: "Covered by the standing approval." })).status).toBe(200);
  expect(await stepOf(other)).toMatchObject({ status: "cancelled", outcome: "skipped" });
});

test("a reviewer is added by the head, decides beside the other, and what comes next waits for both", async () => {
  await published({});
  const id = await endorsed();
  const add = { type: "addReviewer", ...signOff, reason: "Two views are wanted." };
  expect((await look(id, head)).allowed.find((one: { command: string; step: string }) => one.command === "addReviewer" && one.step === "sign-off")).toMatchObject({ allowed: true });
  expect(codesOf(await say(id, officer, { ...add, to: colleague }))).toEqual([422, "notPermitted"]);
  expect(codesOf(await say(id, head, { ...add, to: requester }))).toEqual([422, "notOfDesk"]);
  expect((await say(id, head, { ...add, to: colleague, more: true })).status).toBe(400);
  expect((await say(id, head, { ...add, to: colleague })).status).toBe(200);
  expect(await stepOf(id, "sign-off.r2")).toMatchObject({ status: "open", desk: "hkust.sign-off", holder: { id: await personOf(colleague) } });
  expect((await say(id, officer, { type: "approve", ...signOff })).status).toBe(200);
  expect(codesOf(await say(id, officer, { type: "approve", step: "sign-off.r2" }))).toEqual([422, "decidedAnotherStep", "heldByOther"]);
  expect((await look(id)).status).toBe("in-review");
  expect((await say(id, colleague, { type: "approve", step: "sign-off.r2" })).status).toBe(200);
  expect((await history(id)).find(({ type }) => type === "step.reviewerAdded")).toMatchObject({ data: { step: "sign-off", added: "sign-off.r2" } });
});

test("two people approve each other's requests only as often as the definition says", async () => {
  await isAlso(requester, "desk-officer", desk);
  await isAlso(officer, "researcher", { kind: "organisation", id: "hkust" });
  // The officer has approved several of the requester's above: the requester may approve one of theirs, and then no more.
  await published({ people: { mutual: 1 } });
  const [one, another] = [await endorsed({ by: officer }), await endorsed({ by: officer })];
  expect((await say(one, requester, { type: "approve", ...signOff })).status).toBe(200);
  expect(codesOf(await say(another, requester, { type: "approve", ...signOff }))).toEqual([422, "mutualApproval"]);
  expect((await say(another, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
});
