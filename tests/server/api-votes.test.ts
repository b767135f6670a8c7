import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { inbox } from "../../db/queries/inbox.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import { verify } from "../../db/verify.ts";
import { addDays } from "../../lib/calendar/day.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { caseAt, detailAt } from "../../lib/server/case-at.ts";
import { deciderOf } from "../../lib/server/decider-sight.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { tellClocks } from "../../lib/server/tell-clocks.ts";
import { problemsOfWorkflow } from "../../lib/server/workflow-problems.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import { defaultWorkflows } from "../../lib/workflow/registry.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { mailsSent } from "../support/mails-sent.ts";
import { type Answered, call, codesOf, keyOf, look, say } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

/* A committee that signs off by vote, through the API; and workflows that are proved before they are published. */

const [requester, first, second, head] = ["researcher@hkust.example", "export@hkust.example", "customs@hkust.example", "office@hkust.example"];
const voting: WorkflowDefinition = {
  ...sampleWorkflow,
  version: sampleWorkflow.version + 1,
  steps: sampleWorkflow.steps.map((step) => {
    if (step.id === "sign-off") return { ...step, mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } };
    return step.id === "acceptance" ? { ...step, clock: { workingDays: 1, pausedWhileReturned: true, onDue: { decides: "approved", rule: "host-silent" } } } : step;
  }),
};
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  for (const email of [first, second]) await joins(email);
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: voting }]);
});
afterAll(() => world.stop());

const signOff = ({ body }: Answered) => body.steps.find((one: { id: string }) => one.id === "sign-off");
const atSignOff = { step: "sign-off" };

const person = async (email: string) => (await personActor(email)) as PersonActor;

async function joins(email: string, role: "desk-officer" | "desk-lead" = "desk-officer"): Promise<void> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...actor.grants.map(({ role, scope }) => ({ role, scope })), { role, scope: { kind: "desk", id: "hkust.sign-off" } }] }]);
}

describe("a vote", () => {
  test("is given once each, nobody decides alone, and its outcome is said to all but its count to the desk alone", async () => {
    const id = await endorsed();
    expect(codesOf(await say(id, first, { type: "approve", ...atSignOff }))).toEqual([422, "membersVote"]);
    expect((await say(id, first, { type: "vote", ...atSignOff, vote: "for", text: "Plain water." })).status).toBe(200);
    expect(codesOf(await say(id, first, { type: "vote", ...atSignOff, vote: "against" }))).toEqual([422, "votedAlready"]);
    expect(codesOf(await say(id, requester, { type: "vote", ...atSignOff, vote: "for" }))).toEqual([422, "notPermitted"]);
    expect(signOff(await look(id, second)).vote).toMatchObject({ members: 3, for: 1, against: 0, quorum: 2, quorate: false });
    expect(signOff(await look(id, requester)).vote).toBeUndefined();

    const events = async (email: string) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(email) })).body.items;
    const voted = (items: readonly { type?: string }[]) => items.filter(({ type }) => type === "step.voted").length;
    expect([voted(await events(second)), voted(await events(requester)), voted(await events("auditor@causeway.example"))]).toEqual([1, 0, 1]);
    expect(JSON.stringify(await events(requester))).not.toContain("Plain water.");

    const done = await say(id, second, { type: "vote", ...atSignOff, vote: "for" });
    expect(done.body.events.map(({ type }: { type: string }) => type)).toEqual(["step.voted", "step.settled"]);
    expect(signOff(await look(id, requester))).toMatchObject({ status: "done", outcome: "approved", settledBy: { by: "vote" } });
    expect(codesOf(await say(id, head, { type: "vote", ...atSignOff, vote: "against" }))).toEqual([422, "stepNotOpen"]);
  });

  test("leaves out who stands aside; a tie is broken by the head of the desk, and the record verifies", async () => {
    const id = await endorsed();
    expect((await say(id, first, { type: "vote", ...atSignOff, vote: "for" })).status).toBe(200);
    expect((await say(id, second, { type: "vote", ...atSignOff, vote: "against" })).status).toBe(200);
    expect(codesOf(await say(id, second, { type: "closeVote", ...atSignOff }))).toEqual([422, "headOnly"]);
    expect((await say(id, head, { type: "recuse", ...atSignOff, reason: "My student." })).status).toBe(200);
    // Who stands aside breaks no tie either: the vote waits until another heads the desk.
    expect(codesOf(await say(id, head, { type: "vote", ...atSignOff, vote: "for", casting: true }))).toEqual([422, "recused"]);
    expect(signOff(await look(id, first))).toMatchObject({ status: "open", vote: { members: 2, for: 1, against: 1 } });
    expect((await inbox(await person(head), { only: [id] })).items).toMatchObject([{ step: { tied: true }, separation: [{ code: "recused" }] }]);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test("that is tied is said in the queue: to the head as theirs to break, to the members as waiting for the head; and the head is told by mail", async () => {
    const id = await endorsed();
    const row = async (email: string) => (await inbox(await person(email), { only: [id] })).items.find(({ step }) => step.id === "sign-off");
    for (const [email, vote] of [[first, "for"], [head, "abstain"]] as const) expect((await say(id, email, { type: "vote", ...atSignOff, vote })).status).toBe(200);
    expect([await row(head), await row(second)]).toMatchObject([{ step: { tied: false }, separation: [{ code: "votedAlready" }] }, { step: { tied: false }, separation: [] }]);
    expect((await say(id, second, { type: "vote", ...atSignOff, vote: "against" })).status).toBe(200);
    expect([await row(head), await row(second)]).toMatchObject([{ step: { tied: true }, separation: [] }, { step: { tied: true }, separation: [{ code: "tieForHead" }] }]);
    const listed = async () => (await call("GET /api/v1/inbox", "/api/v1/inbox", { key: await keyOf(head) })).body.items.find((item: { request: { id: string }; step: { id: string } }) => item.request.id === id && item.step.id === "sign-off");
    expect((await listed()).step).toMatchObject({ tied: true });
    expect((await mailsSent()).filter((line) => line.includes("casting vote") || line.includes("決定票"))).toMatchObject([expect.stringContaining(head)]);
    expect((await say(id, head, { type: "vote", ...atSignOff, vote: "for", casting: true })).status).toBe(200);
    expect(await row(second)).toBeUndefined();
  });

  test("several at once are all counted, and none twice", async () => {
    const id = await endorsed();
    const answers = await Promise.all([first, second, head].map((email) => say(id, email, { type: "vote", ...atSignOff, vote: "abstain" })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(signOff(await look(id, first)).vote).toMatchObject({ abstain: 3, quorate: true });
  });
});

describe("a case as whoever decided saw it", () => {
  test("has the papers, findings and steps of that moment, and of votes and talk no more than their desk could read", async () => {
    const id = await endorsed();
    const attach = async (name: string) => isAccepted(await attachDocument(await person(requester), id, { name, bytes: new TextEncoder().encode(name), paper: null, commandId: newId() }));
    expect(await attach("before.txt")).toBe(true);
    expect((await say(id, first, { type: "comment", audience: "side", text: "Between us." })).status).toBe(200);
    expect((await say(id, first, { type: "vote", ...atSignOff, vote: "for" })).status).toBe(200);
    expect((await say(id, "host@sustech.example", { type: "approve", step: "acceptance" })).status).toBe(200);
    expect((await say(id, second, { type: "vote", ...atSignOff, vote: "for" })).status).toBe(200);
    expect(await attach("after.txt")).toBe(true);

    const auditor = await person("auditor@causeway.example");
    const history = (await requestEvents(auditor, id))?.items ?? [];
    const seen = async (is: (event: { readonly type: string; readonly data: { readonly step?: string } }) => boolean, asDecider = true) => {
      const decided = history.findLast((event) => "type" in event && is(event as Parameters<typeof is>[0]));
      const before = decided && (await caseAt(auditor, id, { seq: decided.seq - 1 }));
      if (!before) throw new Error("nothing was decided");
      const { documents, talk, steps, findings, allowed } = await detailAt(auditor, before, asDecider ? deciderOf(decided, before.state) : null);
      const step = (name: string) => steps.find((one) => one.id === name);
      expect([findings, allowed]).toEqual([before.state.findings, []]);
      return { papers: documents.map(({ name }) => name), talk: talk.map(({ text }) => text), acceptance: step("acceptance")?.status, votes: step("sign-off")?.standing?.for };
    };
    const accepted = ({ type, data }: { readonly type: string; readonly data: { readonly step?: string } }) => type === "step.approved" && data.step === "acceptance";
    // The host decided on the other side of the boundary, at another desk.
    expect(await seen(accepted)).toEqual({ papers: ["before.txt"], talk: [], acceptance: "open", votes: undefined });
    expect(await seen(accepted, false)).toEqual({ papers: ["before.txt"], talk: ["Between us."], acceptance: "open", votes: 1 });
    expect(await seen(({ type }) => type === "step.voted")).toEqual({ papers: ["before.txt"], talk: ["Between us."], acceptance: "done", votes: 1 });
  });
});

describe("a step whose workflow says what it comes to when it is overdue", () => {
  test("is approved by that rule the day after its last, once however many servers ask, and nothing else lapses", async () => {
    const id = await endorsed();
    for (const email of [first, second]) expect((await say(id, email, { type: "vote", ...atSignOff, vote: "for" })).status).toBe(200);
    await tellClocks();
    const open = (await look(id, requester)).body.steps.find((one: { id: string }) => one.id === "acceptance");
    expect(open).toMatchObject({ status: "open", due: expect.any(String) });
    const late = () => new Date(`${addDays(open.due, 1)}T03:00:00Z`);
    await Promise.all([tellClocks(late), tellClocks(late)]);
    expect((await look(id, requester)).body.steps.find((one: { id: string }) => one.id === "acceptance")).toMatchObject({ status: "done", outcome: "approved", settledBy: { by: "clock", rule: "host-silent" } });
    const { items } = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) })).body;
    expect(items.filter(({ type, data }: { type: string; data: { by?: string } }) => type === "step.settled" && data.by === "clock")).toMatchObject([{ actor: { system: true } }]);
    expect(await verify()).toMatchObject({ ok: true });
  });
});

test("a tie is broken by one of two heads who give the casting vote at the same moment, and the other is told that it is over", async () => {
  await joins(second, "desk-lead");
  const id = await endorsed();
  for (const [email, vote] of [[first, "for"], [second, "against"], [head, "abstain"]] as const) expect((await say(id, email, { type: "vote", ...atSignOff, vote })).status).toBe(200);
  const answers = await Promise.all([[head, "for"], [second, "against"]].map(([email = "", vote]) => say(id, email, { type: "vote", ...atSignOff, vote, casting: true })));
  expect(answers.map(codesOf).toSorted()).toEqual([[200], [422, "stepNotOpen"]]);
  const { items } = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(first) })).body;
  const cast = items.filter(({ type, data }: { type: string; data: { casting?: boolean } }) => type === "step.voted" && data.casting);
  expect(cast).toHaveLength(1);
  expect(signOff(await look(id, requester))).toMatchObject({ status: "done", outcome: cast[0].data.vote === "for" ? "approved" : "rejected" });
  expect(await verify()).toMatchObject({ ok: true });
});

describe("before it is published", () => {
  test("every workflow that comes with the project seats its steps at every institution of the demonstration", async () => {
    for (const workflow of Object.values(defaultWorkflows)) expect([workflow.id, await asReader({ kind: "system" }, (tx) => problemsOfWorkflow(tx, workflow))]).toEqual([workflow.id, []]);
  });
});
