import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { inbox } from "../../db/queries/inbox.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { allowed } from "../../lib/request/allowed.ts";
import type { CommandType } from "../../lib/request/command.ts";
import type { Context } from "../../lib/request/context.ts";
import type { LiveState } from "../../lib/request/state.ts";
import { moment, realClock } from "../../lib/server/clock.ts";
import { contextFor } from "../../lib/server/context.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishStandIn } from "../../lib/server/publish-stand-in.ts";
import { publish } from "../../lib/server/publish.ts";
import { readTarget } from "../../lib/server/target.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { say } from "./api-world.ts";
import { endorsed, submitted } from "./seawater.ts";

/* The lamp and the table of what somebody may do: the list says "yours" to whoever may decide a step now, and to nobody else, in whatever state the cases are. */

const deciding: readonly CommandType[] = ["approve", "approveWithConditions", "reject", "return", "vote", "countersign", "decideAppeal"];
const [first, second, third, head] = ["export@hkust.example", "customs@hkust.example", "ethics@hkust.example", "office@hkust.example"];
const atSignOff = { step: "sign-off" };
const today = dayOf(new Date());
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  for (const email of [first, second, third]) await holds(email, "hkust.sign-off");
});
afterAll(() => world.stop());

const person = async (email: string): Promise<PersonActor> => (await personActor(email)) ?? expect.fail(email);
async function done(id: string, email: string, act: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await say(id, email, { ...atSignOff, ...act });
  expect([act.type, status, body.refusals]).toEqual([act.type, 200, undefined]);
}

async function holds(email: string, desk: string): Promise<void> {
  const { id, grants } = await person(email);
  await publish({ kind: "system" }, [{ of: "grants", person: id, grants: [...grants.map(({ role, scope }) => ({ role, scope })), { role: "desk-officer", scope: { kind: "desk", id: desk } }] }]);
}

const why = { reason: "My student." };
const idOf = async (email: string) => (await person(email)).id;

/** States that the lamp knew nothing of, or too much. */
const told: readonly (readonly [string, () => Promise<string>])[] = [
  ["somebody stands aside", async () => after(await endorsed(), [second, { type: "recuse", ...why }])],
  ["whoever has it in hand stood aside beside it", async () => after(await endorsed(), [head, { type: "addReviewer", to: await idOf(first), reason: "Twice." }], [first, { type: "recuse", step: "sign-off.r2", ...why }])],
  ["somebody who was added stood aside at the step itself", async () => after(await endorsed(), [third, { type: "recuse", ...why }], [head, { type: "addReviewer", to: await idOf(first), reason: "Twice." }])],
  ["somebody advised", async () => after(await endorsed(), [first, { type: "refer", to: await idOf(second), question: "Is it safe?" }], [second, { type: "advise", recommends: "yes", text: "Yes." }])],
  ["it was put aside", async () => after(await endorsed(), [first, { type: "suspendStep", reason: "Later." }])],
  ["it was handed on", async () => after(await endorsed(), [first, { type: "claim" }], [first, { type: "delegate", to: await idOf(second), reason: "Busy." }])],
  ["it is in somebody's hands", async () => after(await endorsed(), [first, { type: "claim" }])],
  ["it has just begun", () => submitted()],
];

async function after(id: string, ...acts: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): Promise<string> {
  for (const [email, act] of acts) await done(id, email, act);
  return id;
}

async function everybody(): Promise<PersonActor[]> {
  const rows = await world.owner<{ email: string }[]>`select email from people order by 1`;
  return (await Promise.all(rows.map(({ email }) => personActor(email)))).filter((one) => one !== null);
}

type Asked = { readonly id: string; readonly state: LiveState; readonly context: Context };

/** Where list, queue and rules say otherwise of one of these requests to anybody but its requester, who is asked for other things too. */
async function disagreements(ids: readonly string[], actors: readonly PersonActor[]): Promise<object[]> {
  const asked = await Promise.all(ids.map((id) => readFor(id, actors[0] ?? expect.fail("nobody"))));
  const found: object[] = [];
  for (const actor of actors) {
    const lit = await yoursAmong(actor, ids);
    const { items } = await inbox(actor, { only: ids, limit: 100 });
    for (const one of asked.filter(({ state }) => state.requester !== actor.id)) {
      const rows = items.filter(({ request, separation }) => request.id === one.id && separation.length === 0).map(({ step }) => step.id);
      found.push(...ofOne(actor, one, { lit: lit.has(one.id), rows }));
    }
  }
  return found;
}

function readFor(id: string, reader: PersonActor): Promise<Asked> {
  return asReader({ kind: "system" }, async (tx) => {
    const target = await readTarget(tx, id);
    if (target?.at !== "live") return expect.fail("no request");
    return { id, state: target.state, context: await contextFor(tx, reader, target, null, moment(realClock)) };
  });
}

function ofOne(actor: PersonActor, { id, state, context }: Asked, { lit, rows }: { readonly lit: boolean; readonly rows: readonly string[] }): object[] {
  // Where members vote, whoever has voted may still ask the requester something: nobody waits for that.
  const isVote = (step: string | undefined) => state.steps.some((one) => one.id === step && one.vote !== undefined);
  const may = allowed({ at: "live", state }, { ...context, actor }).filter((one) => one.allowed && deciding.includes(one.command) && !(one.command === "return" && isVote(one.step)));
  const steps = [...new Set(may.map(({ step = "appeal" }) => step))];
  return lit === steps.length > 0 && rows.every((step) => steps.includes(step)) && steps.every((step) => rows.includes(step)) ? [] : [{ id, status: state.status, who: actor.email, lit, rows, may: steps }];
}

test.each(told)("where %s, the list and the queue say \"yours\" to whoever may decide, and to nobody else", async (_, made) => {
  const id = await made();
  const heard = (await everybody()).filter(({ email }) => email.endsWith("@hkust.example"));
  expect(await disagreements([id], heard)).toEqual([]);
});

test("so do they of whoever stands in for one of them", async () => {
  const ids = [];
  for (const [, made] of told) ids.push(await made());
  for (const [by, of] of [["biosafety@hkust.example", first], ["admin@hkust.example", second]] as const) expect(await publishStandIn(await person(of), { by, from: today, until: addDays(today, 3), desks: ["hkust.sign-off"] })).toHaveProperty("id");
  expect(await disagreements(ids, (await everybody()).filter(({ email }) => email.endsWith("@hkust.example")))).toEqual([]);
});

test("where members vote, and one of them decided another step or advised on it", async () => {
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 1, steps: sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } } : step)) } }]);
  const ids = [await endorsed(), await endorsed(), await endorsed()];
  await done(ids[0] ?? "", first, { type: "vote", vote: "for" });
  await done(ids[1] ?? "", second, { type: "recuse", ...why });
  await done(ids[2] ?? "", first, { type: "refer", to: await idOf(second), question: "Is it safe?" });
  await done(ids[2] ?? "", second, { type: "advise", recommends: "yes", text: "Yes." });
  expect(await disagreements(ids, (await everybody()).filter(({ email }) => email.endsWith("@hkust.example")))).toEqual([]);
});

test("of all cases of the demonstration and everybody in it", async () => {
  const rows = await world.owner<{ id: string }[]>`select distinct request_id as id from steps where status = 'open' order by 1`;
  expect(await disagreements(rows.map(({ id }) => id), await everybody())).toEqual([]);
});

test("the record of all this verifies", async () => expect(await verify()).toMatchObject({ ok: true, problems: [] }));
