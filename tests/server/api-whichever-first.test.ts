import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { takeIn } from "../../lib/calendar/in-force.ts";
import { importCalendar } from "../../lib/server/calendars.ts";
import { programmeDesk } from "../../lib/server/demo/desks.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { tellClocks } from "../../lib/server/tell-clocks.ts";
import type { StepDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, codesOf, keyOf, look, say } from "./api-world.ts";
import { endorsed, submitted } from "./seawater.ts";

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
const [requester, endorser, office, host] = ["researcher@hkust.example", "pi@hkust.example", "office@hkust.example", "host@sustech.example"];
const [requirement, rule] = ["cn-customs-declaration", "no-answer-in-twenty-days"];
const waiting: Partial<StepDefinition> = { awaits: { requirements: [requirement], keeps: true }, may: ["return"], clock: { workingDays: 20, pausedWhileReturned: true, onDue: { decides: "approved", rule } } };
let world: World;
let { version } = sampleWorkflow;
beforeAll(async () => {
  world = await demoWorld();
  await published({ acceptance: waiting });
}, 180_000);
beforeEach(() => vi.setSystemTime(new Date(begins)));
afterAll(async () => {
  vi.useRealTimers();
  takeIn([]);
  await world.stop();
});

/** The workflow of samples, in which the sign-off waits for the acceptance, with other steps. */
async function published(changes: Readonly<Record<string, Partial<StepDefinition>>>): Promise<void> {
  const steps = sampleWorkflow.steps.map((step) => ({ ...step, ...(step.id === "sign-off" && { needs: { join: "all" as const, of: ["acceptance"] } }), ...changes[step.id] }));
  // What a step needs stands before it.
  const ordered = [...steps.filter(({ id }) => id !== "sign-off" && id !== "programme"), ...steps.filter(({ id }) => id === "sign-off" || id === "programme")];
  const answer = await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: ++version, steps: ordered } }]);
  if ("refusals" in answer) throw new Error(JSON.stringify(answer.refusals));
}

const stepOf = async (id: string, step: string) => (await look(id)).body.steps.find((one: { id: string }) => one.id === step);
const reply = (id: string, outcome: string, date: string) => say(id, requester, { type: "recordRequirement", requirement, outcome, reference: "C/7", date });

/** Every clock has said what it has to say at that moment. */
async function clocksAt(moment: string): Promise<void> {
  vi.setSystemTime(new Date(moment));
  while ((await tellClocks()) > 0);
}

/** What ended the step that waits, and what it came to, as the record has it. */
async function endings(id: string, at = "acceptance") {
  const { items } = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) })).body;
  return items.filter(({ type, data }: { type: string; data: { step?: string } }) => type === "step.settled" && data.step === at).map(({ data }: { data: object }) => data);
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

describe("while the requester owes an answer", () => {
  const ask = { type: "return", step: "acceptance", questions: [{ text: "Which vessel?" }] };
  const answer = { type: "resubmit", answers: [{ question: "1", text: "The Haiyang." }] };

  async function returnedFor(days: string): Promise<string> {
    const id = await endorsed();
    vi.setSystemTime(new Date("2026-09-14T02:00:00Z"));
    expect(codesOf(await say(id, host, ask))).toEqual([200]);
    vi.setSystemTime(new Date(days));
    return id;
  }

  test("the clock stands still, and goes on with the days that were left", async () => {
    const id = await returnedFor("2026-09-30T02:00:00Z");
    await clocksAt("2026-09-30T02:00:00Z");
    expect([(await stepOf(id, "acceptance")).outcome, await endings(id)]).toEqual(["returned", []]);
    expect(codesOf(await say(id, requester, answer))).toEqual([200]);
    // One of the twenty was used before.
    expect(await stepOf(id, "acceptance")).toMatchObject({ status: "open", round: 2, due: "2026-11-02" });
    await clocksAt(dayAfter);
    await clocksAt("2026-11-02T15:59:00Z");
    expect(await endings(id)).toEqual([]);
    await clocksAt("2026-11-02T16:00:00Z");
    expect(await endings(id)).toEqual([expect.objectContaining({ outcome: "approved", by: "clock", rule, round: 2 })]);
  });

  test("a reply comes all the same, and ends the step once the request is back", async () => {
    const id = await returnedFor("2026-09-21T02:00:00Z");
    expect(codesOf(await reply(id, "granted", "2026-09-21"))).toEqual([200]);
    expect(await endings(id)).toEqual([]);
    expect(codesOf(await say(id, requester, answer))).toEqual([200]);
    expect(await endings(id)).toEqual([expect.objectContaining({ outcome: "approved", by: "requirement", rule: requirement, round: 2 })]);
  });
});

describe("a reply before the step opens", () => {
  const early = async () => {
    const id = await submitted();
    expect(codesOf(await reply(id, "granted", "2026-09-11"))).toEqual([200]);
    expect([await endings(id), (await stepOf(id, "acceptance")).status]).toEqual([[], "waiting"]);
    vi.setSystemTime(new Date("2026-09-11T03:00:00Z"));
    return { id, opened: await say(id, endorser, { type: "approve", step: "endorsement" }) };
  };

  test("is kept for it: opened, it is over by the reply, and its clock comes to nothing", async () => {
    const { id, opened } = await early();
    expect(opened.body.events.map(({ type }: { type: string }) => type)).toEqual(["step.approved", "step.settled"]);
    const ended = [expect.objectContaining({ outcome: "approved", by: "requirement", rule: requirement })];
    expect(await endings(id)).toEqual(ended);
    await clocksAt(monthsLater);
    expect(await endings(id)).toEqual(ended);
  });

  test("does not count where the definition wants it to come while the step is open, which then waits for another or its clock", async () => {
    await published({ acceptance: { ...waiting, awaits: { requirements: [requirement], keeps: false } } });
    const { id, opened } = await early();
    vi.setSystemTime(new Date(begins));
    const { id: other } = await early();
    expect(opened.body.events.map(({ type }: { type: string }) => type)).toEqual(["step.approved"]);
    vi.setSystemTime(new Date(lastMinute));
    expect(codesOf(await reply(other, "granted", lastDay))).toEqual([200]);
    await clocksAt(dayAfter);
    expect([await endings(id), await endings(other)]).toEqual([[expect.objectContaining({ by: "clock", rule })], [expect.objectContaining({ by: "requirement", rule: requirement })]]);
  });
});

test("a clock of both sides counts the days on which both work, across the Chinese New Year that each keeps in its own way", async () => {
  const joint = "programme";
  // The desk of a programme is on neither side. Here it answers for what every such request is held to.
  const { id: desk, names } = programmeDesk;
  await publish({ kind: "system" }, [{ of: "desk", id: desk, organisation: "hetao", function: "programme", names, programmes: [requirement], controlPoints: [] }]);
  await published({ acceptance: waiting, programme: { ...waiting, when: null, needs: { join: "all", of: ["endorsement"] }, desk: { function: "programme", offices: ["funder"] } } });
  const id = await submitted();
  const off = ["05", "06", "07", "08", "09", "10", "11"].map((day) => ({ name: "春节", date: `2027-02-${day}`, isOffDay: true }));
  const worked = ["2027-01-30", "2027-02-13"].map((date) => ({ name: "春节", date, isOffDay: false }));
  const policy = await personActor("policy@causeway.example");
  expect(policy && (await importCalendar(policy, { name: "holiday_cn_2027.json", bytes: new TextEncoder().encode(JSON.stringify({ year: 2027, papers: ["https://www.gov.cn/notice"], days: [...off, ...worked] })) }))).toMatchObject({ years: [{ calendar: "CN", year: 2027 }] });
  vi.setSystemTime(new Date("2027-01-25T02:00:00Z"));
  expect(codesOf(await say(id, endorser, { type: "approve", step: "endorsement" }))).toEqual([200]);
  // By Hong Kong's days alone it would be 24 February, by the Mainland's 25 February.
  expect([await stepOf(id, joint), await stepOf(id, "acceptance")]).toMatchObject([{ status: "open", due: "2027-03-01" }, { due: "2027-02-25" }]);
  await clocksAt("2027-03-01T15:59:00Z");
  expect(await endings(id, joint)).toEqual([]);
  await clocksAt("2027-03-01T16:00:00Z");
  expect(await endings(id, joint)).toEqual([expect.objectContaining({ outcome: "approved", by: "clock", rule })]);
  expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
});
