import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inbox } from "../../db/queries/inbox.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, codesOf, keyFor, look, say } from "./api-world.ts";

/* Nobody decides their own request, their team's, or two different steps of one. */

const today = dayOf(new Date());
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const keys = new Map<string, string>();
const [requester, teammate, endorser, signOff, colleague, acceptance] = ["researcher@hkust.example", "postdoc@hkust.example", "pi@hkust.example", "office@hkust.example", "customs@hkust.example", "host@sustech.example"];
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

async function as(email: string): Promise<string> {
  const key = keys.get(email) ?? (await keyFor(email));
  keys.set(email, key);
  return key;
}
const approve = (id: string, email: string, step: string) => say(id, email, { type: "approve", step });

async function idOf(email: string): Promise<string> {
  return (await personActor(email))?.id ?? "";
}

/** Gives somebody one desk more. */
async function staffs(email: string, role: "desk-officer" | "desk-lead", desk: string): Promise<void> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  const grants = actor.grants.map(({ role: held, scope }) => ({ role: held, scope }));
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...grants, { role, scope: { kind: "desk", id: desk } }] }]);
}

async function submitted(team: readonly string[] = []): Promise<string> {
  const window = { from: today, to: addDays(today, 60) };
  const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await as(requester), json: { id: newId(), kind: "sample", title: "Seawater", facts: water, parties: { home: "hkust", host: "sustech" }, endorser, window, limit: { value: "24", unit: "tube" } } });
  const { id } = body;
  if (team.length > 0) expect((await say(id, requester, { type: "saveDraft", team: await Promise.all(team.map(idOf)) })).status).toBe(200);
  const draft = (await look(id)).body;
  await say(id, requester, { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  for (const { requirement } of draft.blockers) await say(id, requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
  expect((await say(id, requester, { type: "submit" })).status).toBe(200);
  return id;
}

async function endorsed(team: readonly string[] = []): Promise<string> {
  const id = await submitted(team);
  expect((await approve(id, endorser, "endorsement")).status).toBe(200);
  return id;
}

describe("one's own request", () => {
  test("is decided by its requester at no step, also as the lead of both desks; nor revoked", async () => {
    await staffs(requester, "desk-lead", "hkust.endorsement");
    await staffs(requester, "desk-lead", "hkust.sign-off");
    const id = await submitted();
    for (const act of [{ type: "approve" }, { type: "return", questions: [{ text: "?" }] }, { type: "reject", reasons: [{ code: "other", text: "x" }] }]) expect([act.type, ...codesOf(await say(id, requester, { ...act, step: "endorsement" }))]).toEqual(expect.arrayContaining([act.type, 422, "ownRequest"]));
    await approve(id, endorser, "endorsement");
    expect(codesOf(await approve(id, requester, "sign-off"))).toEqual([422, "ownRequest"]);
    const { allowed } = (await look(id)).body;
    expect(allowed.find((one: { command: string; step?: string }) => one.command === "approve" && one.step === "sign-off")).toMatchObject({ allowed: false, reasons: [{ code: "ownRequest" }] });
    await approve(id, signOff, "sign-off");
    expect((await approve(id, acceptance, "acceptance")).status).toBe(200);
    const { body } = await look(id);
    for (const { requirement } of body.blockers) if (requirement) await say(id, requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
    expect((await look(id)).body.status).toBe("permitted");
    expect(codesOf(await say(id, requester, { type: "revoke", reason: "x" }))).toEqual([422, "ownRequest"]);
  });
});

describe("a clock", () => {
  test("is extended once by the lead of its desk, not by the requester who leads it too, and its row and the record say so", async () => {
    const lead = endorser;
    await staffs(lead, "desk-lead", "hkust.endorsement");
    const id = await submitted();
    const due = (body: { steps: { id: string; due?: string }[] }) => body.steps.find((one) => one.id === "endorsement")?.due ?? "";
    const before = due((await look(id)).body);
    const more = { type: "extend", step: "endorsement", workingDays: 2, reason: "The board meets on Thursday." };
    expect(codesOf(await say(id, requester, more))).toEqual([422, "ownRequest"]);
    expect(codesOf(await say(id, acceptance, more))).toEqual([422, "notPermitted"]);
    expect((await say(id, lead, { ...more, workingDays: 0 })).status).toBe(400);
    expect((await say(id, lead, more)).body.events).toMatchObject([{ type: "step.extended" }]);
    const after = (await look(id)).body;
    expect(due(after) > before).toBe(true);
    expect(after.allowed.filter((one: { command: string; allowed: boolean }) => one.command === "extend" && one.allowed)).toEqual([]);
    expect(codesOf(await say(id, lead, more))).toEqual([422, "extendedAlready"]);
  });
});

describe("the team", () => {
  test("decides nothing, whatever desks its members staff; the endorser may be one of it", async () => {
    await staffs(teammate, "desk-officer", "hkust.sign-off");
    const id = await endorsed([teammate, endorser]);
    expect(codesOf(await approve(id, teammate, "sign-off"))).toEqual([422, "teamMember"]);
  });

  test("an endorser who is one of it decides no other step", async () => {
    await staffs(endorser, "desk-officer", "hkust.sign-off");
    const id = await endorsed([endorser]);
    expect(codesOf(await approve(id, endorser, "sign-off"))).toEqual([422, "teamMember", "decidedAnotherStep"]);
    const without = await endorsed();
    expect(codesOf(await approve(without, endorser, "sign-off"))).toEqual([422, "decidedAnotherStep"]);
  });

  test("a member who is not the named endorser does not endorse, also as staff of that desk", async () => {
    await staffs(teammate, "desk-lead", "hkust.endorsement");
    expect(codesOf(await approve(await submitted([teammate]), teammate, "endorsement"))).toEqual([422, "teamMember"]);
  });

  test("is what it was at submission: nobody joins it, or leaves it to decide, afterwards", async () => {
    const id = await endorsed([teammate]);
    expect(codesOf(await say(id, requester, { type: "saveDraft", team: [] }))).toEqual([422, "wrongStatus"]);
    await say(id, signOff, { type: "return", step: "sign-off", questions: [{ text: "How many?" }] });
    expect(codesOf(await say(id, requester, { type: "saveDraft", team: [await idOf(acceptance)] }))).toEqual([422, "wrongStatus"]);
    expect((await say(id, requester, { type: "resubmit", team: [], answers: [{ question: "1", text: "24" }] })).status).toBe(400);
    await say(id, requester, { type: "resubmit", answers: [{ question: "1", text: "24" }] });
    expect(codesOf(await approve(id, teammate, "sign-off"))).toEqual([422, "teamMember"]);
  });
});

describe("two steps of one request", () => {
  test("are not decided by one person, though they staff both desks, on both sides", async () => {
    await staffs(signOff, "desk-officer", "sustech.acceptance");
    const id = await endorsed();
    expect((await approve(id, signOff, "sign-off")).status).toBe(200);
    expect(codesOf(await approve(id, signOff, "acceptance"))).toEqual([422, "decidedAnotherStep"]);
    expect((await approve(id, acceptance, "acceptance")).status).toBe(200);
  });

  test("sending one back counts as deciding it, in later rounds too", async () => {
    const id = await endorsed();
    await say(id, signOff, { type: "return", step: "sign-off", questions: [{ text: "How many?" }] });
    await say(id, requester, { type: "resubmit", answers: [{ question: "1", text: "24" }] });
    expect(codesOf(await approve(id, signOff, "acceptance"))).toEqual([422, "decidedAnotherStep"]);
    expect((await approve(id, signOff, "sign-off")).status).toBe(200);
  });
});

test("a step in a later round goes by default to whoever decided it before, and a colleague may take it", async () => {
  await staffs(colleague, "desk-officer", "hkust.sign-off");
  const id = await endorsed();
  await say(id, signOff, { type: "return", step: "sign-off", questions: [{ text: "How many?" }] });
  await say(id, requester, { type: "resubmit", answers: [{ question: "1", text: "24" }] });
  for (const email of [signOff, colleague]) {
    const actor = await personActor(email);
    const item = actor && (await inbox(actor, { limit: 100 })).items.find(({ request, step }) => request.id === id && step.id === "sign-off");
    expect([email, item?.step.round, item?.step.previously, item?.separation]).toEqual([email, 2, await idOf(signOff), []]);
  }
  expect((await approve(id, colleague, "sign-off")).status).toBe(200);
});
