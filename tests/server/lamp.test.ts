import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inbox } from "../../db/queries/inbox.ts";
import { requestList } from "../../db/queries/request-list.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishStandIn } from "../../lib/server/publish-stand-in.ts";
import { publish } from "../../lib/server/publish.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { say } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

const today = dayOf(new Date());

/* The lamp: a queue and the list of requests say "your move" to whoever can do something, and to nobody else. */

const [first, second, head] = ["export@hkust.example", "customs@hkust.example", "office@hkust.example"];
const atSignOff = { step: "sign-off" };
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  for (const email of [first, second]) await holds(email, { role: "desk-officer", scope: { kind: "desk", id: "hkust.sign-off" } });
});
afterAll(() => world.stop());

const person = async (email: string): Promise<PersonActor> => (await personActor(email)) ?? expect.fail(email);
const done = async (id: string, email: string, act: Readonly<Record<string, unknown>>) => expect((await say(id, email, { ...act, ...atSignOff })).status).toBe(200);

async function holds(email: string, grant: { readonly role: "desk-officer"; readonly scope: { readonly kind: "desk"; readonly id: string } }): Promise<void> {
  const { id, grants } = await person(email);
  await publish({ kind: "system" }, [{ of: "grants", person: id, grants: [...grants.map(({ role, scope }) => ({ role, scope })), grant] }]);
}

/** Where a request is somebody's move: `row` is what keeps them from it in the queue. */
async function lit(id: string, email: string): Promise<{ row: string[]; list: boolean; filter: boolean }> {
  const actor = await person(email);
  const { items } = await inbox(actor, { only: [id] });
  const row = items.filter(({ step }) => step.id === "sign-off").flatMap(({ separation }) => separation.map(({ code }) => code));
  return { row, list: (await yoursAmong(actor, [id])).has(id), filter: (await requestList(actor, { whose: "me", limit: 100 })).items.some((item) => item.id === id) };
}
const yours = { row: [], list: true, filter: true };
const not = (...row: string[]) => ({ row, list: false, filter: false });

test("at an ordinary step it is out for whoever stands aside, in the queue and in the list, and lit for the others", async () => {
  const id = await endorsed();
  await done(id, first, { type: "claim" });
  await done(id, first, { type: "recuse", reason: "My student." });
  expect([await lit(id, first), await lit(id, second), await lit(id, head)]).toEqual([not("recused"), yours, yours]);
  // So it is for whoever stands in for them, and has no part of their own.
  const deputy = "biosafety@hkust.example";
  expect(await publishStandIn(await person(first), { by: deputy, from: today, until: today, desks: ["hkust.sign-off"] })).toHaveProperty("id");
  expect(await lit(id, deputy)).toEqual(not("recused"));
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("of a vote it is out for whoever voted, stands aside or is no member, and a tie is its head’s", async () => {
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 1, steps: sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } } : step)) } }]);
  const [id, other] = [await endorsed(), await endorsed()];
  await holds("ethics@hkust.example", { role: "desk-officer", scope: { kind: "desk", id: "hkust.sign-off" } });
  await done(id, first, { type: "vote", vote: "for" });
  expect([await lit(id, first), await lit(id, second), await lit(id, "ethics@hkust.example")]).toEqual([not("votedAlready"), yours, not("notMember")]);
  await done(other, second, { type: "recuse", reason: "My student." });
  expect([await lit(other, second), await lit(other, head)]).toEqual([not("recused"), yours]);
  await done(id, head, { type: "vote", vote: "abstain" });
  expect([await lit(id, head), await lit(id, second)]).toEqual([not("votedAlready"), yours]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
  // Cases from before the columns get them from the record.
  await world.owner`update steps set recused = '{}', votes_out = null`;
  for (const statement of readFileSync("db/migrations/0050_who_stands_aside.sql", "utf8").split("--> statement-breakpoint").filter((part) => part.includes("update steps"))) await world.owner.unsafe(statement);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
  await done(id, second, { type: "vote", vote: "against" });
  expect([await lit(id, head), await lit(id, second)]).toEqual([yours, not("tieForHead")]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});
