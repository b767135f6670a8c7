import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownWork } from "../../db/queries/own-work.ts";
import { verify } from "../../db/verify.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { checkCredential } from "../../lib/permit/check-credential.ts";
import type { PermitCredential } from "../../lib/permit/credential.ts";
import { PublicKeys } from "../../lib/permit/signed.ts";
import { personActor } from "../../lib/server/person.ts";
import { expirePermits, warnOfExpiry } from "../../lib/server/worker.ts";
import { GET as jwks } from "@/app/.well-known/jwks.json/route";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { call, codesOf, give, keyOf, say } from "./api-world.ts";
import { permitted, submitted } from "./seawater.ts";

/* What the field's best-tested engines promise of an approval's life, restated as rows through our API; the numbers are those of the list we keep to. */

const today = dayOf(new Date());
const [asker, mate, office, host] = ["researcher@hkust.example", "postdoc@hkust.example", "office@hkust.example", "host@sustech.example"];
let world: World;

let post: Mailbox;

beforeAll(async () => {
  world = await demoWorld();
  post = await mailbox();
});
afterAll(async () => {
  await post.stop();
  await world.stop();
});

const look = async (id: string, email = asker) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) })).body;
const history = async (id: string) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(asker) })).body.items;
const of = (value: string, unit = "tube") => ({ value, unit });
const now = () => new Date().toISOString();
const cross = (id: string, value: string, email = asker) => say(id, email, { type: "recordMovement", direction: "out", quantity: of(value), at: now() });
const acceptTerms = async (id: string, email: string) => say(id, email, { type: "acceptTerms", terms: (await look(id, email)).terms.map((one: { id: string }) => one.id) });
const idOf = async (email: string) => (await personActor(email))?.id ?? expect.fail("nobody");
const check = async (number: string) => (await call("GET /api/v1/permits/{number}", `/api/v1/permits/${number}`)).body.status;

async function credential(id: string): Promise<string> {
  const { number } = (await look(id)).permit;
  return (await call("GET /api/v1/permits/{number}/credential", `/api/v1/permits/${number}/credential`, { key: await keyOf(asker) })).response.text();
}

/** What somebody outside finds who holds the credential, from published keys and lists alone. */
async function outside(token: string): Promise<string> {
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as PermitCredential;
  const lists = await Promise.all(claims.credentialStatus.map(async ({ statusListCredential }) => (await call("GET /api/v1/status/{list}", new URL(statusListCredential).pathname)).response.text()));
  const keys = await (await jwks(new Request("http://localhost:3000/.well-known/jwks.json"), { params: Promise.resolve({}) })).json();
  return (await checkCredential(token, { keys: PublicKeys.parse(keys), lists, now: new Date() })).status;
}

/** Who got a mail about a request. */
function toldOf(number: string): string[] {
  return post.mails.flatMap(({ to, parts }) => (parts.subject?.includes(number) ? [to] : [])).toSorted();
}

/** What a day to come brings to the others is not sent. */
async function only(id: string): Promise<void> {
  await world.owner`delete from outbox where request_id <> ${id}`;
}

describe("people of a request", () => {
  test("17: a teammate who has not accepted the terms takes nothing across under the permit; from then on they do", async () => {
    const id = await permitted({ team: [mate] });
    expect(codesOf(await cross(id, "1", mate))).toEqual([422, "termsNotAccepted", "termsNotAccepted"]);
    expect((await look(id, mate)).allowed.find(({ command }: { command: string }) => command === "recordMovement")).toMatchObject({ allowed: false, reasons: [{ code: "termsNotAccepted" }, { code: "termsNotAccepted" }] });
    expect((await cross(id, "1")).status).toBe(200);
    const [first] = (await look(id, mate)).terms;
    await say(id, mate, { type: "acceptTerms", terms: [first.id] });
    expect(codesOf(await cross(id, "1", mate))).toEqual([422, "termsNotAccepted"]);
    await acceptTerms(id, mate);
    expect((await cross(id, "1", mate)).status).toBe(200);
    expect((await look(id)).permit.used).toBe("2");
  });

  const endings = [
    ["closed", async () => { const id = await permitted({ team: [mate] }); await say(id, asker, { type: "close" }); return id; }],
    ["rejected", async () => { const id = await submitted({ team: [mate] }); await say(id, "pi@hkust.example", { type: "reject", step: "endorsement", reasons: [{ code: "incomplete", text: "No route." }] }); return id; }],
    ["revoked", async () => { const id = await permitted({ team: [mate] }); await say(id, office, { type: "revoke", reason: "It ends here." }); return id; }],
  ] as const;
  test.each(endings)("19: nobody joins a request that is %s, in whatever place they are asked to take", async (status, ended) => {
    const id = await ended();
    const before = await look(id);
    expect(before.status).toBe(status);
    const [someone, reason, step] = ["researcher@um.example", "Come in.", before.steps[0].id];
    const ways = [
      [office, { type: "transfer", to: mate, reason }],
      [mate, { type: "acceptTerms", terms: [before.terms[0].id] }],
      [office, { type: "assign", step, to: someone, reason }],
      [office, { type: "delegate", step, to: someone, reason }],
      [office, { type: "addReviewer", step, to: someone, reason }],
      [office, { type: "nameSubstitute", step, to: someone, reason }],
      [office, { type: "refer", step, to: someone, question: reason }],
    ] as const;
    for (const [by, said] of ways) expect([said.type, (await say(id, by, said)).status]).toEqual([said.type, 422]);
    expect((await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(someone) })).status).toBe(404);
    expect((await look(id)).version).toBe(before.version);
  });

  test("22: made the requester by a desk, a teammate answers for the request, and whoever was it is a teammate, who can be made it again", async () => {
    const id = await permitted({ team: [mate] });
    expect(codesOf(await say(id, mate, { type: "transfer", to: mate, reason: "Me." }))).toEqual([422, "notPermitted"]);
    expect(codesOf(await say(id, office, { type: "transfer", to: "pi@hkust.example", reason: "Not of the team." }))).toEqual([422, "notTeammate"]);
    expect((await say(id, office, { type: "transfer", to: mate, reason: "The requester has left." })).status).toBe(200);
    expect(codesOf(await cross(id, "1", mate))).toEqual([422, "termsNotAccepted", "termsNotAccepted"]);
    // Their home page says so before they stand at the boundary; it asks nothing of whoever made the request, then or once it is theirs again.
    const owes = async (email: string) => {
      const person = await personActor(email);
      return person && (await ownWork(person)).find((one) => one.id === id)?.termsOwed;
    };
    expect([await owes(mate), await owes(asker)]).toEqual([true, false]);
    await acceptTerms(id, mate);
    expect(await owes(mate)).toBe(false);
    for (const person of [mate, asker]) expect((await cross(id, "1", person)).status).toBe(200);
    expect(codesOf(await say(id, office, { type: "transfer", to: mate, reason: "Once more." }))).toEqual([422, "notTeammate"]);
    expect((await say(id, office, { type: "transfer", to: asker, reason: "Back again." })).status).toBe(200);
    expect(await owes(asker)).toBe(false);
  });
});

describe("the end of a permit", () => {
  test("37: closed by a desk it ends at once, and each who has a right under it is told exactly once, again and again until their mail server has it", async () => {
    const id = await permitted({ team: [mate] });
    const token = await credential(id);
    await post.fill();
    post.mails.length = 0;
    expect(await outside(token)).toBe("valid");
    const closing = { type: "close", commandId: newId(), reason: "The voyage was called off." };
    expect((await say(id, office, closing)).body.status).toBe("closed");
    expect([await outside(token), codesOf(await cross(id, "1")), codesOf(await cross(id, "1", mate))]).toEqual(["revoked", [422, "wrongStatus"], [422, "wrongStatus"]]);
    post.says.mail = "451 come back later";
    await Promise.all([post.fill(), post.fill()]);
    await post.fill(2 * 60_000);
    expect(post.mails).toEqual([]);
    delete post.says.mail;
    await Promise.all([post.fill(3_600_000), post.fill(3_600_000), post.fill(3_600_000)]);
    expect(toldOf((await look(id)).number)).toEqual([mate, asker].toSorted());
    expect((await say(id, office, closing)).body).toMatchObject({ status: "closed", repeated: true });
    await post.fill(86_400_000);
    expect(post.mails).toHaveLength(2);
  });

  test("38: its holders and desks are warned before its last day, once each time; when that has passed the record says so and they are told", async () => {
    const id = await permitted({ team: [mate] });
    const { number: request, permit: { number, validUntil } } = await look(id);
    const on = (days: number) => () => new Date(`${addDays(validUntil, days)}T04:00:00Z`);
    const said = async (type: string) => (await history(id)).filter((one: { type: string }) => one.type === type).map(({ data }: { data: { days?: number } }) => data.days);
    // For sixty days only: that it ends in sixty is no news on its first.
    await warnOfExpiry();
    expect(await said("permit.expiring")).toEqual([]);
    for (const days of [-31, -30, -30, -8, -7, -1]) await Promise.all([warnOfExpiry(on(days)), warnOfExpiry(on(days))]);
    expect(await said("permit.expiring")).toEqual([30, 7]);
    await only(id);
    await post.fill(62 * 86_400_000);
    expect(toldOf(request)).toEqual(expect.arrayContaining([mate, asker, office, host, "pi@hkust.example"]));
    post.mails.length = 0;
    await expirePermits(on(0));
    expect([await said("permit.expired"), (await look(id)).status]).toEqual([[], "permitted"]);
    await Promise.all([expirePermits(on(1)), expirePermits(on(1))]);
    expect([await said("permit.expired"), (await look(id)).status, await check(number)]).toEqual([[undefined], "expired", "expired"]);
    await only(id);
    await post.fill(62 * 86_400_000);
    expect(toldOf(request)).toEqual([mate, asker].toSorted());
    expect(codesOf(await cross(id, "1"))).toEqual([422, "wrongStatus"]);
  });

  test("40: a renewal is revised no more once the window has ended; on its last day it still is", async () => {
    const id = await permitted();
    const renew = { type: "renew", window: { from: today, to: addDays(today, 120) }, reason: "The voyage was late." };
    const { validUntil } = (await look(id)).permit;
    await expirePermits(() => new Date(`${validUntil}T15:00:00Z`));
    expect((await look(id)).allowed.find(({ command }: { command: string }) => command === "renew")).toMatchObject({ allowed: true });
    await expirePermits(() => new Date(`${validUntil}T16:00:00Z`));
    expect(codesOf(await say(id, asker, renew))).toEqual([422, "wrongStatus"]);
  });
});

describe("what is moved", () => {
  async function shipped(): Promise<{ id: string; movement: string }> {
    const id = await permitted();
    expect((await say(id, asker, { type: "planMovement", direction: "out", quantity: of("10"), at: now(), carrier: "Harbour Couriers" })).status).toBe(200);
    const movement = (await look(id)).ledger.at(-1).id;
    for (const said of [{ type: "recordStage", stage: "departed" }, { type: "recordMovement", direction: "out" }]) expect((await say(id, asker, { ...said, movement, quantity: of("10"), at: now() })).status).toBe(200);
    return { id, movement };
  }

  test.each([
    ["9 of the 10", "9", {}, ["arrivedLess"]],
    ["11 of the 10", "11", {}, ["arrivedMore"]],
    ["a different tube", "10", { otherItem: "Tube 17 of another series" }, ["otherItem"]],
    ["10 of the 10", "10", {}, []],
  ])("53: a parcel of 10 tubes booked in as %s at its first receipt: what differs is recorded as a difference that somebody must settle", async (_, value, more, codes) => {
    const { id, movement } = await shipped();
    expect((await say(id, host, { type: "recordStage", stage: "arrived", movement, quantity: of(value), at: now(), ...more })).status).toBe(422);
    expect((await say(id, asker, { type: "recordStage", stage: "arrived", movement, quantity: of(value), at: now(), ...more })).status).toBe(200);
    expect((await look(id)).discrepancies.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(codesOf(await say(id, asker, { type: "close" }))).toEqual(codes.length > 0 ? [422, "discrepancyOpen"] : [200]);
  });

  test("53: what was shipped is not edited any more, and no stage goes back", async () => {
    const { id, movement } = await shipped();
    expect(codesOf(await say(id, asker, { type: "correctMovement", movement, quantity: of("12"), reason: "More." }))).toEqual([422, "stageBehind"]);
    await say(id, asker, { type: "recordStage", stage: "arrived", movement, quantity: of("10"), at: now() });
    for (const back of [{ type: "recordStage", stage: "departed" }, { type: "recordStage", stage: "arrived" }, { type: "recordMovement", direction: "out" }]) expect(codesOf(await say(id, asker, { ...back, movement, quantity: of("10"), at: now() }))).toEqual([422, "stageBehind"]);
    expect((await look(id)).ledger.map(({ stage }: { stage: string }) => stage)).toEqual(["planned", "departed", "crossed", "arrived"]);
  });

  test("55: what was within the limits is held to the same limits when it is changed", async () => {
    const id = await permitted();
    const correct = async (more: Readonly<Record<string, unknown>>) => codesOf(await say(id, asker, { type: "correctMovement", movement: (await look(id)).ledger.at(-1).id, reason: "Counted again.", ...more }));
    await say(id, asker, { type: "planMovement", direction: "out", quantity: of("20"), at: now() });
    expect(await correct({ quantity: of("25") })).toEqual([422, "overLimit"]);
    expect(await correct({ at: `${addDays((await look(id)).permit.validUntil, 1)}T02:00:00Z` })).toEqual([422, "outsideWindow"]);
    expect(await correct({ quantity: of("24") })).toEqual([200]);
    await cross(id, "20");
    for (const [more, code] of [[{ quantity: of("25") }, "overLimit"], [{ quantity: of("1", "mL") }, "wrongUnit"], [{ quantity: of("0") }, "notPositive"], [{ quantity: of("1.5") }, "wholeNumberNeeded"], [{ at: "2020-01-01T00:00:00Z" }, "outsideWindow"]] as const) expect([code, await correct(more)]).toEqual([code, [422, code]]);
    expect((await look(id)).permit).toMatchObject({ used: "20", remaining: "4" });
    expect(await correct({ quantity: of("24") })).toEqual([200]);
    expect((await look(id)).permit).toMatchObject({ used: "24", remaining: "0" });
  });
});

describe("a revocation", () => {
  test("35: revoked, both people lose what both had under it, and only whoever is named is kept from other requests, until the day", async () => {
    const [id, other] = [await permitted({ team: [mate] }), await permitted({ team: [mate] })];
    for (const one of [id, other]) await acceptTerms(one, mate);
    const tokens = [await credential(id), await credential(other)];
    for (const person of [asker, mate]) expect((await cross(id, "1", person)).status).toBe(200);
    const until = addDays(today, 30);
    const revoke = { type: "revoke", reason: "The cold chain broke twice." };
    expect(codesOf(await say(id, office, { ...revoke, bars: { people: [await idOf("pi@hkust.example")], until } }))).toEqual([422, "notTeammate"]);
    expect(codesOf(await say(id, office, { ...revoke, bars: { people: [await idOf(mate)], until: addDays(today, -1) } }))).toEqual([422, "dateInPast"]);
    expect((await say(id, office, { ...revoke, bars: { people: [await idOf(mate)], until } })).status).toBe(200);
    for (const person of [asker, mate]) expect(codesOf(await cross(id, "1", person))).toEqual([422, "wrongStatus"]);
    expect(await Promise.all(tokens.map(outside))).toEqual(["revoked", "valid"]);

    const { number } = await look(id);
    const barred = await cross(other, "1", mate);
    expect([barred.status, barred.body.refusals]).toMatchObject([422, [{ code: "barred", params: { number, day: until } }]]);
    expect((await cross(other, "1")).status).toBe(200);
    const draft = async (key: string, team: readonly string[] = []) => {
      const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id: newId(), kind: "sample", title: "More", parties: { home: "hkust", host: "sustech" } } });
      if (team.length > 0) await give(body.id, key, { type: "saveDraft", team });
      return (await give(body.id, key, { type: "submit" })).body.refusals.map(({ code }: { code: string }) => code);
    };
    expect(await draft(await keyOf(mate))).toContain("barred");
    expect(await draft(await keyOf(asker), [await idOf(mate)])).toContain("barred");
    expect(await draft(await keyOf(asker))).not.toContain("barred");
  });
});

test("the record of all this verifies", async () => {
  expect((await verify()).problems).toEqual([]);
});
