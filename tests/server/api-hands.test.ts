import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyOf } from "./api-world.ts";

/* Whose hands a step is in, through the API. */

const today = dayOf(new Date());
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const [requester, endorser, officer, colleague, head] = ["researcher@hkust.example", "pi@hkust.example", "export@hkust.example", "customs@hkust.example", "office@hkust.example"];
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  await staffs(colleague, "desk-officer");
  await staffs(officer, "desk-officer");
});
afterAll(() => world.stop());

const say = async (id: string, email: string, said: Readonly<Record<string, unknown>>): Promise<Answered> => give(id, await keyOf(email), said);
const look = async (id: string, email: string): Promise<Answered> => call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
const refused = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];
const signOff = { step: "sign-off" };

async function staffs(email: string, role: "desk-officer" | "desk-lead"): Promise<void> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  const grants = actor.grants.map(({ role: held, scope }) => ({ role: held, scope }));
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...grants, { role, scope: { kind: "desk", id: "hkust.sign-off" } }] }]);
}

async function endorsed(): Promise<string> {
  const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(requester), json: { id: newId(), kind: "sample", title: "Seawater", facts: water, parties: { home: "hkust", host: "sustech" }, endorser, window: { from: today, to: addDays(today, 60) }, limit: { value: "24", unit: "tube" } } });
  const { id } = body;
  const draft = (await look(id, requester)).body;
  await say(id, requester, { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  for (const { requirement } of draft.blockers) await say(id, requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
  expect((await say(id, requester, { type: "submit" })).status).toBe(200);
  expect((await say(id, endorser, { type: "approve", step: "endorsement" })).status).toBe(200);
  return id;
}

async function queued(email: string, view: string, id: string) {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body } = await call("GET /api/v1/inbox", `/api/v1/inbox?view=${view}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { key: await keyOf(email) });
    const found = body.items.find((item: { request: { id: string } }) => item.request.id === id);
    if (found) return found;
    cursor = body.next;
  }
  return null;
}

test("a step is claimed, shown with its holder, refused to a colleague by name, reassigned with a reason that desks alone read, and decided; the record verifies", async () => {
  const id = await endorsed();
  expect(await queued(officer, "unclaimed", id)).toMatchObject({ step: { id: "sign-off" } });
  expect((await say(id, officer, { type: "claim", ...signOff })).status).toBe(200);
  const name = (await personActor(officer))?.name ?? "";
  expect(await queued(officer, "unclaimed", id)).toBeNull();
  expect(await queued(officer, "mine", id)).toMatchObject({ step: { holder: { name } } });
  const shown = (await look(id, colleague)).body;
  expect(shown.steps.find((one: { id: string }) => one.id === "sign-off").holder).toMatchObject({ name, how: "claimed" });
  expect(shown.allowed.find((one: { command: string; step: string }) => one.command === "claim" && one.step === "sign-off")).toMatchObject({ allowed: false, reasons: [{ code: "heldByOther", params: { person: name } }] });
  const no = await say(id, colleague, { type: "approve", ...signOff });
  expect(refused(no)).toEqual([422, ["heldByOther"]]);
  expect(no.body.detail).toContain(name);
  expect(refused(await say(id, colleague, { type: "assign", ...signOff, to: colleague }))).toEqual([422, ["notPermitted"]]);
  expect(refused(await say(id, head, { type: "assign", ...signOff, to: "nobody@nowhere.example" }))).toEqual([422, ["unknownPerson"]]);
  expect(refused(await say(id, head, { type: "assign", ...signOff, to: requester }))).toEqual([422, ["notOfDesk"]]);
  expect((await say(id, head, { type: "assign", ...signOff, to: colleague, keepWork: false, reason: "On leave from Monday." })).status).toBe(200);
  const history = async (email: string) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(email) })).body.items.find((one: { type: string }) => one.type === "step.assigned");
  expect(Object.values((await history(officer)).texts)).toMatchObject([{ body: "On leave from Monday." }]);
  expect((await history(requester)).texts).toEqual({});
  expect(refused(await say(id, officer, { type: "approve", ...signOff }))).toEqual([422, ["heldByOther"]]);
  expect((await say(id, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});
