import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { publish } from "../../lib/server/publish.ts";
import { tellClocks } from "../../lib/server/tell-clocks.ts";
import type { StepDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, codesOf, keyOf, look, say } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

/* "The reply, or twenty working days, whichever comes first" (WCP 16), through the API. */

// Before anything is imported: the days lie around the Mainland's National Day, whose calendar is published.
const begins = vi.hoisted(() => {
  const day = "2026-09-11T02:00:00Z";
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(day) });
  return day;
});
/** Sunday 20 September and Saturday 10 October are worked; 25 September and 1 to 7 October are not. */
const lastDay = "2026-10-15";
const [lastMinute, dayAfter, monthsLater] = ["2026-10-15T15:59:00Z", "2026-10-15T16:00:00Z", "2026-12-15T02:00:00Z"];
const [requester, office] = ["researcher@hkust.example", "office@hkust.example"];
const [requirement, rule] = ["cn-customs-declaration", "no-answer-in-twenty-days"];
const waiting: Partial<StepDefinition> = { awaits: { requirements: [requirement], keeps: true }, may: ["return"], clock: { workingDays: 20, pausedWhileReturned: true, onDue: { decides: "approved", rule } } };
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  const changes: Readonly<Record<string, Partial<StepDefinition>>> = { acceptance: waiting, "sign-off": { needs: { join: "all", of: ["acceptance"] } } };
  const steps = sampleWorkflow.steps.map((step) => ({ ...step, ...changes[step.id] }));
  // What a step needs stands before it.
  const ordered = [...steps.filter(({ id }) => id !== "sign-off" && id !== "programme"), ...steps.filter(({ id }) => id === "sign-off" || id === "programme")];
  const answer = await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 1, steps: ordered } }]);
  if ("refusals" in answer) throw new Error(JSON.stringify(answer.refusals));
}, 180_000);
beforeEach(() => vi.setSystemTime(new Date(begins)));
afterAll(async () => {
  vi.useRealTimers();
  await world.stop();
});

const stepOf = async (id: string, step: string) => (await look(id)).body.steps.find((one: { id: string }) => one.id === step);
const reply = (id: string, outcome: string, date: string) => say(id, requester, { type: "recordRequirement", requirement, outcome, reference: "C/7", date });

/** Every clock has said what it has to say at that moment. */
async function clocksAt(moment: string): Promise<void> {
  vi.setSystemTime(new Date(moment));
  while ((await tellClocks()) > 0);
}

/** What ended the step that waits, and what it came to, as the record has it. */
async function endings(id: string) {
  const { items } = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) })).body;
  return items.filter(({ type, data }: { type: string; data: { step?: string } }) => type === "step.settled" && data.step === "acceptance").map(({ data }: { data: object }) => data);
}

test.each([["granted", "approved"], ["refused", "rejected"]])("a reply on the last day that is %s ends the step as %s, and its clock comes to nothing afterwards", async (outcome, comesTo) => {
  const id = await endorsed();
  expect(await stepOf(id, "acceptance")).toMatchObject({ status: "open", due: lastDay });
  await clocksAt(lastMinute);
  expect(codesOf(await reply(id, outcome, lastDay))).toEqual([200]);
  const ended = [expect.objectContaining({ outcome: comesTo, by: "requirement", rule: requirement })];
  expect(await endings(id)).toEqual(ended);
  for (const moment of [dayAfter, monthsLater]) await clocksAt(moment);
  expect(await endings(id)).toEqual(ended);
  expect((await look(id)).body.status).toBe(outcome === "granted" ? "in-review" : "rejected");
});

test("twenty working days without a reply approve the step the day after the last, once, by the rule that says so; a late reply is kept and changes nothing", async () => {
  const id = await endorsed();
  await clocksAt(lastMinute);
  expect([await endings(id), (await stepOf(id, "acceptance")).status, (await stepOf(id, "sign-off")).status]).toEqual([[], "open", "waiting"]);
  vi.setSystemTime(new Date(dayAfter));
  await Promise.all([tellClocks(), tellClocks()]);
  await clocksAt(dayAfter);
  const lapsed = [expect.objectContaining({ outcome: "approved", by: "clock", rule })];
  expect(await endings(id)).toEqual(lapsed);
  expect((await stepOf(id, "sign-off")).status).toBe("open");

  expect(codesOf(await reply(id, "refused", "2026-10-16"))).toEqual([200]);
  const { body } = await look(id);
  expect(body.requirements).toContainEqual(expect.objectContaining({ id: requirement, status: "refused" }));
  expect([await endings(id), await stepOf(id, "acceptance"), body.status]).toEqual([lapsed, expect.objectContaining({ status: "done", outcome: "approved", settledBy: { by: "clock", rule } }), "in-review"]);
  expect(codesOf(await say(id, office, { type: "approve", step: "sign-off" }))).toEqual([200]);
  expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
});
