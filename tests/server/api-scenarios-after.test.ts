import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pointPermits } from "../../db/queries/point-permits.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { expirePermits } from "../../lib/server/worker.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, codesOf, keyOf, look, say } from "./api-world.ts";
import { asker, begun, openStep, permitted, prepare, submit, submitted, window } from "./seawater.ts";

/* What the field's best-tested engines promise of what comes after a decision, restated as rows through our API; the numbers are those of the list we keep to. */

const today = dayOf(new Date());
let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const office = "office@hkust.example";
const check = async (number: string) => (await call("GET /api/v1/permits/{number}", `/api/v1/permits/${encodeURIComponent(number)}`)).body;
const move = (id: string, value = "1") => say(id, asker, { type: "recordMovement", direction: "out", quantity: { value, unit: "tube" }, at: new Date().toISOString() });

async function decideAll(id: string): Promise<string[]> {
  const asked: string[] = [];
  for (let at = 0; at < 8 && (await look(id)).body.steps.some((one: { status: string }) => one.status === "open"); at++) {
    const { step, email } = await openStep(world, id);
    asked.push(step);
    expect(await say(id, email, { type: "approve", step })).toMatchObject({ status: 200 });
  }
  return asked;
}

test("9: what changes after approval is an amendment, decided by the desks it concerns; until then the old terms hold; another corridor is refused", async () => {
  const id = await permitted();
  expect(codesOf(await say(id, asker, { type: "amend", facts: { "to.city": "macao" }, reason: "Elsewhere." }))).toContain("routeFixed");
  expect((await say(id, asker, { type: "amend", limit: { value: "30", unit: "tube" }, reason: "Six more." })).body.events.map(({ type }: { type: string }) => type)).toEqual(["amendment.requested"]);
  expect(codesOf(await say(id, asker, { type: "renew", window: { from: today, to: addDays(today, 90) }, reason: "Longer." }))).toEqual([422, "amendmentOpen"]);
  expect(codesOf(await move(id, "25"))).toEqual([422, "overLimit"]);
  const { body } = await look(id);
  expect(body.permit).toMatchObject({ status: "valid", limit: { value: "24", unit: "tube" } });
  expect(body.steps.filter((step: { stands?: object }) => step.stands).map((step: { id: string }) => step.id)).toEqual(body.steps.filter((step: { round: number }) => step.round === 1).map((step: { id: string }) => step.id));
  const asked = await decideAll(id);
  expect(asked).toEqual(expect.arrayContaining(["endorsement", "sign-off", "acceptance"]));
  expect((await look(id)).body.permit).toMatchObject({ number: body.permit.number, limit: { value: "30", unit: "tube" } });
  expect((await move(id, "25")).status).toBe(200);
  expect(await check(body.permit.number)).toMatchObject({ status: "valid", used: "25", remaining: "5" });
});

test("suspended, a permit says so to whoever checks it and lets nothing cross; issued anew, its old number is void and names the new one", async () => {
  const id = await permitted();
  const { number } = (await look(id)).body.permit;
  expect(codesOf(await say(id, asker, { type: "suspend", reason: "Mine." }))).toEqual([422, "notPermitted"]);
  expect((await say(id, office, { type: "suspend", reason: "A seal is broken." })).status).toBe(200);
  expect([(await check(number)).status, (await look(id)).body.permit.status, codesOf(await move(id))]).toEqual(["suspended", "suspended", [422, "permitSuspended"]]);
  expect((await look(id)).body.allowed.find(({ command }: { command: string }) => command === "recordMovement")).toMatchObject({ allowed: false, reasons: [{ code: "permitSuspended" }] });
  expect((await say(id, office, { type: "reinstate", reason: "Sealed anew." })).status).toBe(200);
  expect((await say(id, office, { type: "reissue", reason: "The paper was lost." })).status).toBe(200);
  const { permit } = (await look(id)).body;
  expect(permit).toMatchObject({ status: "valid", earlier: [number] });
  expect([await check(number), (await check(permit.number)).status]).toMatchObject([{ status: "replaced", replacedBy: permit.number, number }, "valid"]);
  expect((await move(id)).status).toBe(200);
});

test("22: a desk makes a teammate the requester and rights swap; nobody else, and not by themselves", async () => {
  const [postdoc] = await world.owner<{ id: string }[]>`select id from people where email = 'postdoc@hkust.example'`;
  const id = await begun();
  const { body } = await look(id);
  await say(id, asker, { type: "saveDraft", version: body.version, team: [postdoc?.id ?? ""] });
  await prepare(id);
  await submit(id);
  const to = { type: "transfer", to: "postdoc@hkust.example", reason: "The requester has left." };
  expect(codesOf(await say(id, "postdoc@hkust.example", to))).toEqual([422, "notPermitted"]);
  expect(codesOf(await say(id, office, { ...to, to: "researcher@um.example" }))).toEqual([422, "notTeammate"]);
  expect((await say(id, office, to)).status).toBe(200);
  expect(codesOf(await say(id, asker, { type: "withdraw", reason: "No." }))).toEqual([422, "notRequester"]);
  expect((await say(id, "postdoc@hkust.example", { type: "withdraw", reason: "No longer needed." })).body.status).toBe("withdrawn");
});

test("31: while it is sent back nobody approves or rejects; messages go on, and a desk may close it", async () => {
  const id = await submitted();
  const { step, email } = await openStep(world, id);
  await say(id, email, { type: "return", step, questions: [{ text: "Which vessel?" }] });
  for (const said of [{ type: "approve", step }, { type: "reject", step, reasons: [{ code: "risk", text: "No." }] }]) expect(codesOf(await say(id, email, said))).toEqual([422, "wrongStatus"]);
  expect((await say(id, office, { type: "comment", audience: "requester", text: "Still there?" })).status).toBe(200);
  expect((await say(id, office, { type: "close", reason: "No answer." })).body.status).toBe("closed");
  expect((await look(id)).body).toMatchObject({ status: "closed", permit: null });
});

test("35, 38: a permit is revoked from a day to come, holds until then, and ends by itself; one whose last day is over expires", async () => {
  const id = await permitted();
  const from = addDays(today, 3);
  expect(codesOf(await say(id, office, { type: "revoke", from: addDays(today, -1), reason: "Too late." }))).toEqual([422, "dateInPast"]);
  expect((await say(id, office, { type: "revoke", from, reason: "The laboratory moves." })).body.events).toMatchObject([{ type: "revocation.announced" }]);
  const { number } = (await look(id)).body.permit;
  const atPoint = await personActor("sz-bay@boundary.example");
  expect(atPoint && (await pointPermits(atPoint, today)).find((one) => one.number === number)?.validUntil).toBe(addDays(from, -1));
  expect([await check(number), (await move(id)).status]).toMatchObject([{ status: "valid", revokedFrom: from }, 200]);
  await expirePermits(() => new Date(`${addDays(from, -1)}T02:00:00Z`));
  expect((await look(id)).body.status).toBe("permitted");
  await expirePermits(() => new Date(`${from}T02:00:00Z`));
  expect([(await look(id)).body.status, (await check(number)).status]).toEqual(["revoked", "revoked"]);
});

test("40: a renewal is asked for on the last day of the window and not after it", async () => {
  const id = await permitted();
  const renew = { type: "renew" as const, window: { from: today, to: addDays(today, 120) }, reason: "The voyage was late." };
  const requesterActor = await personActor(asker);
  if (!requesterActor) throw new Error("nobody");
  const late = await execute(requesterActor, id, { ...renew, commandId: newId() }, () => new Date(`${addDays(window.to, 1)}T02:00:00Z`));
  expect("refusals" in late ? late.refusals.map(({ code }) => code) : late).toEqual(["wrongStatus"]);
  const inTime = await execute(requesterActor, id, { ...renew, commandId: newId() }, () => new Date(`${window.to}T02:00:00Z`));
  expect(inTime).toMatchObject({ events: [{ type: "amendment.requested" }] });
  expect((await say(id, asker, { type: "withdrawAmendment", reason: "Not needed." })).body.status).toBe("permitted");
});

test("an entry is put right by another that names it", async () => {
  const id = await permitted();
  const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(asker) });
  const granted = body.items.find(({ type }: { type: string }) => type === "requirement.granted");
  expect(codesOf(await say(id, asker, { type: "correct", what: 999, text: "x" }))).toEqual([422, "unknownEntry"]);
  if (granted) expect((await say(id, asker, { type: "correct", what: granted.seq, text: "The number is A/2." })).body.events).toMatchObject([{ type: "entry.corrected" }]);
  expect(codesOf(await say(id, asker, { type: "correct", what: 1 + body.items.findIndex(({ type }: { type: string }) => type === "step.approved"), text: "x" }))).toEqual([422, "notYourEntry"]);
});

test("asked for twice at the same moment, one amendment, suspension, new number, revocation or appeal is had, and the other is told why not", async () => {
  const twice = async (id: string, email: string, said: Readonly<Record<string, unknown>>) => (await Promise.all([said, said].map((one) => say(id, email, one)))).map(codesOf).toSorted();
  const reason = "The vessel is late.";
  const id = await permitted();
  expect(await twice(id, asker, { type: "amend", facts: { "sample.quantity": 30 }, reason })).toEqual([[200], [422, "amendmentOpen"]]);
  expect(await twice(id, asker, { type: "withdrawAmendment", reason })).toEqual([[200], [422, "noAmendment"]]);
  expect(await twice(id, office, { type: "suspend", reason })).toEqual([[200], [422, "permitSuspended"]]);
  expect(await twice(id, office, { type: "reinstate", reason })).toEqual([[200], [422, "notSuspended"]]);
  expect(await twice(id, office, { type: "reissue", reason })).toEqual([[200], [422, "reissuedAlready"]]);
  const { number } = (await look(id)).body.permit;
  expect(await twice(id, office, { type: "reissue", replaces: number, reason })).toEqual([[200], [422, "reissuedAlready"]]);
  expect(await twice(id, office, { type: "revoke", reason })).toEqual([[200], [422, "wrongStatus"]]);
  const rejected = await submitted();
  const { step, email } = await openStep(world, rejected);
  expect(await twice(rejected, email, { type: "reject", step, reasons: [{ code: "incomplete", text: "No route." }] })).toEqual([[200], [422, "wrongStatus"]]);
  expect(await twice(rejected, asker, { type: "appeal", reason })).toEqual([[200], [422, "wrongStatus"]]);
});

test("a rejection is appealed: somebody of another office who took no part looks again, the first decision stays, and the request goes on", async () => {
  const id = await submitted();
  const first = await openStep(world, id);
  await say(id, first.email, { type: "approve", step: first.step });
  const { step, email } = await openStep(world, id);
  expect((await say(id, email, { type: "reject", step, reasons: [{ code: "incomplete", text: "No route." }] })).body.status).toBe("rejected");
  expect(codesOf(await say(id, email, { type: "appeal", reason: "Not mine." }))).toEqual([422, "notPermitted"]);
  expect((await say(id, asker, { type: "appeal", reason: "The route is in the papers." })).body.status).toBe("in-review");
  const look2 = (await look(id)).body.steps.find(({ id: one }: { id: string }) => one === "appeal");
  const looking = (await openStep(world, id)).email;
  expect([look2.status, looking === email]).toEqual(["open", false]);
  expect((await call("GET /api/v1/inbox", "/api/v1/inbox", { key: await keyOf(looking) })).body.items.some((one: { request: { id: string } }) => one.request.id === id)).toBe(true);
  expect((await say(id, looking, { type: "decideAppeal", outcome: "overturned", reason: "It is there." })).body.status).toBe("in-review");
  const after = (await look(id)).body.steps;
  expect(after.find(({ id: one }: { id: string }) => one === step)).toMatchObject({ status: "done", outcome: "approved" });
  expect(after.find(({ id: one }: { id: string }) => one === "appeal")).toMatchObject({ status: "done", outcome: "overturned" });
  const history = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(asker) })).body.items.map(({ type }: { type: string }) => type);
  expect(history).toEqual(expect.arrayContaining(["request.rejected", "request.appealed", "appeal.decided"]));
});

test("a running case is moved to another version of its workflow by the head of a desk, who may also drop a step; a decision is never lost", async () => {
  const [newest] = await world.owner<{ version: number }[]>`select max(version)::int as version from workflows where kind = 'sample'`;
  const version = (newest?.version ?? 0) + 1;
  const id = await submitted();
  const { step, email } = await openStep(world, id);
  await say(id, email, { type: "approve", step });
  const asksMore = { ...sampleWorkflow, version, steps: sampleWorkflow.steps.map((one) => (one.id === "export-control" ? { ...one, when: null, drop: ["lead", "requester"] } : one)) } as WorkflowDefinition;
  const without = { ...sampleWorkflow, version: version + 1, steps: sampleWorkflow.steps.filter((one) => one.id !== "endorsement").map((one) => ({ ...one, needs: { ...one.needs, of: one.needs.of.filter((need) => need !== "endorsement") } })) };
  await publish({ kind: "system" }, [asksMore, without].map((definition) => ({ of: "workflow" as const, kind: "sample" as const, definition })));
  const move = { type: "move", version, reason: "The export office is asked now." };
  expect(codesOf(await say(id, asker, move))).toEqual([422, "notPermitted"]);
  expect(codesOf(await say(id, office, { ...move, version: version + 9 }))).toEqual([422, "unknownVersion"]);
  expect(codesOf(await say(id, office, { ...move, version: version + 1 }))).toEqual([422, "losesDecision"]);
  expect((await say(id, office, move)).body.events.map(({ type }: { type: string }) => type)).toEqual(["request.replanned"]);
  const of = async () => Object.fromEntries((await look(id)).body.steps.map((one: { id: string; status: string }) => [one.id, one.status]));
  expect(await of()).toMatchObject({ endorsement: "done", "export-control": "open", "sign-off": "waiting" });
  expect(codesOf(await say(id, office, { type: "dropStep", step: "sign-off", reason: "No." }))).toEqual([422, "stepNeeded"]);
  expect((await say(id, asker, { type: "dropStep", step: "export-control", reason: "Nothing on the list." })).status).toBe(200);
  expect(await of()).toMatchObject({ endorsement: "done", "export-control": "cancelled", "sign-off": "open" });
});

test("the record of all this verifies", async () => {
  expect((await verifiedAcrossDays()).problems).toEqual([]);
});
