import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { standingInFor } from "../../db/queries/addressees.ts";
import { adviceAsked } from "../../db/queries/advice-asked.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { allotWaiting } from "../../lib/server/worker.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, codesOf, keyOf, look, say } from "./api-world.ts";
import { endorsed, submitted } from "./seawater.ts";

/* Whose hands a step is in, through the API. */

const today = dayOf(new Date());
const [requester, endorser, officer, colleague, head] = ["researcher@hkust.example", "pi@hkust.example", "export@hkust.example", "customs@hkust.example", "office@hkust.example"];
let world: World;
beforeAll(async () => {
  world = await demoWorld();
  await staffs(colleague, "desk-officer");
  await staffs(officer, "desk-officer");
});
afterAll(() => world.stop());

const signOff = { step: "sign-off" };

async function staffs(email: string, role: "desk-officer" | "desk-lead"): Promise<void> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  const grants = actor.grants.map(({ role: held, scope }) => ({ role: held, scope }));
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...grants, { role, scope: { kind: "desk", id: "hkust.sign-off" } }] }]);
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
  expect(codesOf(no)).toEqual([422, "heldByOther"]);
  expect(no.body.detail).toContain(name);
  expect(codesOf(await say(id, colleague, { type: "assign", ...signOff, to: colleague }))).toEqual([422, "notPermitted"]);
  expect(codesOf(await say(id, head, { type: "assign", ...signOff, to: "nobody@nowhere.example" }))).toEqual([422, "unknownPerson"]);
  expect(codesOf(await say(id, head, { type: "assign", ...signOff, to: requester }))).toEqual([422, "notOfDesk"]);
  expect((await say(id, head, { type: "assign", ...signOff, to: colleague, keepWork: false, reason: "On leave from Monday." })).status).toBe(200);
  const history = async (email: string) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(email) })).body.items.find((one: { type: string }) => one.type === "step.assigned");
  expect(Object.values((await history(officer)).texts)).toMatchObject([{ body: "On leave from Monday." }]);
  expect((await history(requester)).texts).toEqual({});
  expect(codesOf(await say(id, officer, { type: "approve", ...signOff }))).toEqual([422, "heldByOther"]);
  expect((await say(id, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("a desk that has chosen a rule has its steps allotted as they open, by the system, which says by which rule and why; away ones are passed over", async () => {
  const [desk] = await world.owner`select * from desks where id = 'hkust.sign-off'`;
  const set = (allot: "shortest-queue" | null) => publish({ kind: "system" }, [{ of: "desk", id: "hkust.sign-off", organisation: "hkust", function: "sign-off", names: desk?.names, programmes: [], controlPoints: [], allot }]);
  await set("shortest-queue");
  const id = await endorsed();
  const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(officer) });
  const event = body.items.at(-1);
  expect(event).toMatchObject({ type: "step.allotted", actor: { system: true }, data: { step: "sign-off", rule: "shortest-queue", why: "shortest-queue" } });
  expect((await look(id, officer)).body.steps.find((one: { id: string }) => one.id === "sign-off").holder).toMatchObject({ id: event.data.to, how: "allotted" });
  expect(await allotWaiting()).toBe(await allotWaiting());
  await set(null);
});

describe("a stand-in", () => {
  const days = { from: today, until: addDays(today, 5) };
  const set = async (email: string, json: Readonly<Record<string, unknown>>) => call("POST /api/v1/stand-ins", "/api/v1/stand-ins", { key: await keyOf(email), json });
  const away = officer;
  const locum = "host@sustech.example";

  test("is refused for oneself, for strangers, in the past and in circles, each with its reason", async () => {
    expect(codesOf(await set(away, { by: away, ...days }))).toEqual([422, "standInForOneself"]);
    expect(codesOf(await set(requester, { for: away, by: locum, ...days }))).toEqual([422, "notPermitted"]);
    expect(codesOf(await set(away, { by: locum, from: "2026-01-01", until: "2026-01-02" }))).toEqual([422, "dateInPast"]);
    expect(codesOf(await set(away, { by: "nobody@nowhere.example", ...days }))).toEqual([422, "unknownPerson"]);
    expect(codesOf(await set(away, { by: locum, ...days, desks: ["sustech.acceptance"] }))).toEqual([422, "standInBeyondRights"]);
    expect((await set(away, { by: locum, from: "yesterday", until: 3, more: true })).status).toBe(400);
    expect(codesOf(await set(away, { by: locum, from: today, until: "9999-12-31" }))).toEqual([422, "standInTooLong"]);
    expect(codesOf(await set(away, { by: locum, from: addDays(today, 5), until: today }))).toEqual([422, "windowReversed"]);
    for (const day of ["yesterday", "2027-02-30", "2027-13-01", "+010000-01-01", "0000-01-01", "1899-12-31", 3]) expect([day, (await set(away, { by: locum, from: today, until: day })).status]).toEqual([day, 400]);
  });

  test("sees and decides what the person who is away could, named as deciding for them everywhere, until it is ended; the record verifies", async () => {
    const id = await endorsed();
    const second = await endorsed();
    const key = await keyOf(locum);
    expect((await say(id, locum, { type: "claim", ...signOff })).status).toBe(422);
    const { status, body } = await set(away, { by: locum, ...days, desks: ["hkust.sign-off"], reason: "Field work." });
    expect(status).toBe(201);
    expect(codesOf(await set(away, { by: colleague, ...days }))).toEqual([422, "standInOverlaps"]);
    expect(codesOf(await set(locum, { by: colleague, ...days }))).toEqual([422, "standInCircle"]);
    expect((await call("GET /api/v1/stand-ins", "/api/v1/stand-ins", { key })).body.items).toMatchObject([{ id: body.id, ...days, desks: ["hkust.sign-off"] }]);
    expect(await queued(locum, "all", id)).toMatchObject({ step: { id: "sign-off", desk: "hkust.sign-off" } });
    expect((await say(id, locum, { type: "approve", ...signOff })).status).toBe(200);
    const awayId = (await personActor(away))?.id;
    const history = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) });
    expect(history.body.items.at(-1)).toMatchObject({ type: "step.approved", actor: { desk: "hkust.sign-off", for: awayId } });
    const decided = (await look(id, requester)).body.steps.find((one: { id: string }) => one.id === "sign-off");
    expect(decided.decisions).toMatchObject([{ by: (await personActor(locum))?.name, for: (await personActor(away))?.name, outcome: "approved" }]);
    // Neither of the two decides another step of it.
    expect(codesOf(await say(id, locum, { type: "approve", step: "acceptance" }))).toEqual([422, "decidedAnotherStep"]);
    const end = (email: string) => keyOf(email).then((own) => call("POST /api/v1/stand-ins/{id}/end", `/api/v1/stand-ins/${body.id}/end`, { key: own, json: {} }));
    expect(codesOf(await end(locum))).toEqual([422, "notPermitted"]);
    expect((await end(away)).status).toBe(200);
    expect((await end(away)).status).toBe(404);
    expect(codesOf(await say(second, locum, { type: "approve", ...signOff }))).toEqual([422, "notPermitted"]);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  test("whose row is changed behind the record is found by verify", async () => {
    await world.owner`update stand_ins set until_day = until_day + 300`;
    expect((await verify()).problems).toMatchObject([{ code: "differs", field: expect.stringContaining("until_day") }]);
    await world.owner`update stand_ins set until_day = until_day - 300`;
  });

  test("has nothing any more while the account of whoever is away is locked: no case, no step and no mail", async () => {
    const [id, stranger] = [await endorsed(), "biosafety@um.example"];
    expect((await look(id, stranger)).status).toBe(404);
    const { id: person, email, name, language, organisation } = (await personActor(away)) as PersonActor;
    const set = (active: boolean) => publish({ kind: "system" }, [{ of: "person", id: person, email, name, language, organisation, active }]);
    const [{ body }, told] = [await call("POST /api/v1/stand-ins", "/api/v1/stand-ins", { key: await keyOf(away), json: { by: stranger, ...days } }), async () => asReader({ kind: "worker" }, (tx) => standingInFor(tx, [person], today))];
    const wall = async () => (await asReader((await personActor(stranger)) as PersonActor, (tx) => tx.execute(sql`select request_id from requests where request_id = ${id}`))).length;
    expect([(await look(id, stranger)).status, await wall(), (await told()).length]).toEqual([200, 1, 1]);
    await set(false);
    expect([(await look(id, stranger)).status, await wall(), (await told()).length]).toEqual([404, 0, 0]);
    expect((await say(id, stranger, { type: "approve", ...signOff })).status).toBe(404);
    expect(await queued(stranger, "all", id)).toBeNull();
    expect(await personActor(stranger)).not.toHaveProperty("standsIn");
    await set(true);
    expect((await look(id, stranger)).status).toBe(200);
    expect((await call("POST /api/v1/stand-ins/{id}/end", `/api/v1/stand-ins/${body.id}/end`, { key: await keyOf(away), json: {} })).status).toBe(200);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });
});

test("twenty are decided at once, with a result and an event for each; what is refused keeps none back, and the same again does nothing twice", async () => {
  const ids = await Array.from({ length: 20 }).reduce<Promise<string[]>>(async (so) => [...(await so), await submitted()], Promise.resolve([]));
  await say(ids[7] ?? "", requester, { type: "withdraw", reason: "Not needed." });
  const decisions = ids.map((request, at) => ({ request, commandId: newId(), step: "endorsement", ...(at === 3 ? { type: "approveWithConditions", conditions: [{ text: "Keep it cold." }] } : { type: "approve" }) }));
  const send = async () => call("POST /api/v1/inbox/decisions", "/api/v1/inbox/decisions", { key: await keyOf(endorser), json: { decisions } });
  const { body } = await send();
  expect([body.accepted, body.results.map((one: { status: number }) => one.status)]).toEqual([18, ids.map((_, at) => (at === 3 || at === 7 ? 422 : 200))]);
  expect(body.results[3]).toMatchObject({ refusals: [{ code: "notAllowedAtStep" }] });
  expect(body.results[7]).toMatchObject({ request: ids[7], refusals: [{ code: "wrongStatus", message: expect.any(String) }] });
  expect(body.results.filter((one: { events?: { type: string }[] }) => one.events?.filter(({ type }) => type === "step.approved").length === 1)).toHaveLength(18);
  const again = (await send()).body;
  expect(again.results.filter((one: { repeated?: boolean }) => one.repeated)).toHaveLength(18);
  expect((await call("POST /api/v1/inbox/decisions", "/api/v1/inbox/decisions", { key: await keyOf(endorser), json: { decisions: [] } })).status).toBe(400);
  const stranger = await call("POST /api/v1/inbox/decisions", "/api/v1/inbox/decisions", { key: await keyOf("host@sustech.example"), json: { decisions: [{ ...decisions[0], commandId: newId(), request: "019a0000-0000-7000-8000-000000000000" }] } });
  expect(stranger.body).toMatchObject({ accepted: 0, results: [{ status: 404 }] });
});

test("advice is asked of somebody outside, who sees the request and answers; the requester learns nothing of it, and the record verifies", async () => {
  const id = await endorsed();
  const expert = "biosafety@sysu.example";
  const shown = async (email: string) => (await look(id, email)).body.steps.find((one: { id: string }) => one.id === "sign-off");
  expect((await look(id, expert)).status).toBe(404);
  expect((await say(id, officer, { type: "refer", ...signOff, to: requester, question: "May it go?" })).body.refusals).toMatchObject([{ code: "mayNotAdvise" }]);
  expect((await say(id, officer, { type: "refer", ...signOff, to: expert, question: "Is the water sterile?", due: addDays(today, 3) })).status).toBe(200);
  expect((await shown(expert)).advice).toMatchObject([{ question: "Is the water sterile?", status: "open", due: addDays(today, 3) }]);
  // Their home page leads there; nobody else's does.
  const waiting = async (email: string) => (await adviceAsked((await personActor(email)) as PersonActor)).filter(({ request }) => request === id);
  expect(await waiting(expert)).toMatchObject([{ step: { en: "Home institution’s sign-off" }, by: (await personActor(officer))?.name, due: addDays(today, 3) }]);
  for (const email of [officer, requester]) expect(await waiting(email)).toEqual([]);
  expect((await say(id, expert, { type: "advise", ...signOff, text: "It is filtered.", recommends: "perhaps" })).status).toBe(400);
  expect((await say(id, expert, { type: "advise", ...signOff, text: "It is filtered.", recommends: "yes" })).status).toBe(200);
  expect(await waiting(expert)).toEqual([]);
  expect(codesOf(await say(id, expert, { type: "advise", ...signOff, text: "Again.", recommends: "no" }))).toEqual([422, "advisedAlready"]);
  expect((await shown(officer)).advice).toMatchObject([{ status: "answered", recommends: "yes", text: "It is filtered." }]);
  const all = await look(id, requester);
  expect((await shown(requester)).advice).toBeUndefined();
  const history = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(requester) });
  for (const text of [JSON.stringify(all.body), JSON.stringify(history.body)]) for (const secret of ["sterile", "filtered"]) expect(text).not.toContain(secret);
  expect(history.body.items.filter((one: { withheld?: boolean }) => one.withheld)).toHaveLength(2);
  expect((await say(id, officer, { type: "suspendStep", ...signOff, reason: "Until Monday." })).status).toBe(200);
  expect((await shown(requester)).suspended).toEqual(expect.any(String));
  expect(codesOf(await say(id, officer, { type: "approve", ...signOff }))).toEqual([422, "stepSuspended"]);
  expect((await say(id, officer, { type: "resumeStep", ...signOff })).status).toBe(200);
  expect((await say(id, officer, { type: "approve", ...signOff })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("a step that a request has not is named as such to whoever decides one that it has; to whoever does not read it there is no such request", async () => {
  const id = await endorsed();
  for (const [email, code] of [[officer, "unknownStep"], [requester, "notPermitted"], ["auditor@causeway.example", "notPermitted"]] as const) expect([email, codesOf(await say(id, email, { type: "approve", step: "nowhere" }))]).toEqual([email, [422, code]]);
  const stranger = "researcher@must.example";
  const [there, nowhere] = [await say(id, stranger, { type: "approve", step: "nowhere" }), await say(newId(), stranger, { type: "approve", step: "nowhere" })];
  expect([there.status, there.body]).toEqual([404, nowhere.body]);
});

test("the only head of a desk who stands aside chooses nobody for the step, is told who may, and whoever the administrator makes its head does; the record verifies", async () => {
  const id = await endorsed();
  expect((await say(id, head, { type: "recuse", ...signOff, reason: "My student." })).status).toBe(200);
  const offered = async (email: string) => (await look(id, email)).body.allowed.find((one: { command: string; step?: string }) => one.command === "assign" && one.step === "sign-off");
  expect(await offered(head)).toMatchObject({ allowed: false, reasons: [{ code: "headAside" }] });
  for (const act of [{ type: "assign", to: colleague }, { type: "addReviewer", to: colleague, reason: "Two see more." }, { type: "nameSubstitute", to: colleague, reason: "In my place." }, { type: "extend", workingDays: 1, reason: "The board meets." }]) {
    const { body, status } = await say(id, head, { ...act, ...signOff }, "en");
    expect([status, body.refusals[0]]).toMatchObject([422, { code: "headAside", message: expect.stringContaining("ask the administrator") }]);
  }
  const deputy = await personActor("finance@hkust.example");
  const administrator = await personActor("admin@causeway.example");
  if (!deputy || !administrator) throw new Error("the demonstration has both");
  const grants = deputy.grants.map(({ role, scope }) => ({ role, scope }));
  expect(await publish(administrator, [{ of: "grants", person: deputy.id, grants: [...grants, { role: "desk-lead", scope: { kind: "desk", id: "hkust.sign-off" } }] }])).toEqual({ kept: 1 });
  expect((await say(id, "finance@hkust.example", { type: "assign", ...signOff, to: colleague })).status).toBe(200);
  expect((await say(id, colleague, { type: "approve", ...signOff })).status).toBe(200);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});
