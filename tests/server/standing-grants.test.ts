import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantsOf } from "../../db/queries/accounts.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { drainOutbox } from "../../lib/server/notify.ts";
import { warnOfGrants } from "../../lib/server/worker.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { type Answered, call, give, keyOf } from "./api-world.ts";
import { draft, submitted } from "./seawater.ts";

/* What an authority granted an organisation for more than one request: requests rest on it, each in a transaction of its own. */

const today = dayOf(new Date());
const [requester, head, host] = ["researcher@hkust.example", "office@hkust.example", "host@sustech.example"];
const year = Number(today.slice(0, 4));
const route = "/api/v1/accounts/{organisation}/{quota}/{year}";
const path = `/api/v1/accounts/hkust/seawater/${year}`;
let grant: { readonly regime: string; readonly number: string; readonly issued: string; readonly validUntil: string };
const of = (regime: string) => ({ regime, number: "MTA-F-7", issued: addDays(today, -1), validUntil: addDays(today, 300) });
let world: World;
let post: Mailbox;
beforeAll(async () => {
  post = await mailbox();
  world = await demoWorld();
}, 180_000);
afterAll(async () => {
  await post.stop();
  await world.stop();
});

const register = async (email: string, more: Readonly<Record<string, unknown>> = {}) => call(`POST ${route}`, path, { key: await keyOf(email), json: { commandId: newId(), desk: "hkust.sign-off", limit: { value: "7", unit: "tube" }, grant, ...more } });
const link = async (id: string, email = requester) => give(id, await keyOf(email), { type: "linkGrant", requirement: grant.regime, organisation: "hkust", quota: "seawater", year });
const refusals = ({ status, body }: Answered) => [status, (body.refusals ?? []).map(({ code }: { code: string }) => code)];
const look = async (id: string) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(requester) })).body;
const account = async (email: string) => call(`GET ${route}`, path, { key: await keyOf(email) });

test("two requests that want the last of a standing grant at once: one rests on it, the other is told what is left, and may once the first lets go", async () => {
  const [first, second] = [await submitted({ quantity: 5 }), await submitted({ quantity: 5 })];
  const asked = (await look(first)).requirements.find(({ status }: { status: string }) => status !== "waived");
  grant = of(asked.regime);
  expect(refusals(await link(first))).toEqual([422, ["unknownGrant"]]);
  expect(refusals(await register(requester))).toEqual([422, ["notPermitted"]]);
  expect((await register(head)).status).toBe(200);
  expect((await account(requester)).body).toMatchObject({ grant, left: "7", unit: "tube" });
  expect((await account(host)).status).toBe(404);
  expect((await grantsOf((await personActor(requester)) ?? expect.fail("nobody"))).map(({ quota }) => quota)).toEqual(["seawater"]);
  expect(await grantsOf((await personActor(host)) ?? expect.fail("nobody"))).toEqual([]);

  const answers = await Promise.all([link(first), link(second)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "quotaExceeded", params: { asked: "5", left: "2", unit: "tube" } }]);
  const [got, lost] = answers[0]?.status === 200 ? [first, second] : [second, first];
  expect((await look(got)).requirements.find(({ id }: { id: string }) => id === grant.regime)).toMatchObject({ status: "granted", reference: "MTA-F-7", validUntil: grant.validUntil, grant: { organisation: "hkust", quota: "seawater", year, unit: "tube" } });
  expect((await account(requester)).body).toMatchObject({ reserved: "5", left: "2" });

  expect((await give(got, await keyOf(requester), { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  expect((await link(lost)).status).toBe(200);
  expect((await account(head)).body).toMatchObject({ reserved: "5", used: "0", left: "2" });
  expect((await verifiedAcrossDays()).problems).toEqual([]);
});

test("a draft rests on a standing grant, which has nothing set aside for it before it is submitted, and refuses it there when too little is left", async () => {
  const [first, second] = [await draft({ quantity: 2 }), await draft({ quantity: 2 })];
  const { left, reserved } = (await account(requester)).body;
  // Two are left over from the test before.
  expect([left, (await link(first)).status, (await link(second)).status, (await account(requester)).body.reserved]).toEqual(["2", 200, 200, reserved]);
  expect((await look(first)).requirements.find(({ id }: { id: string }) => id === grant.regime)).toMatchObject({ status: "granted", reference: "MTA-F-7", grant: { quota: "seawater", unit: "tube" } });
  const submit = async (id: string) => give(id, await keyOf(requester), { type: "submit" });
  const answers = await Promise.all([submit(first), submit(second)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "quotaExceeded", params: { asked: "2", left: "0", unit: "tube" } }]);
  expect((await account(requester)).body).toMatchObject({ left: "0" });
  expect((await verifiedAcrossDays()).problems).toEqual([]);
});

test("the desk that keeps a standing grant is told 60, 30 and 7 days before its end, once each, whether or not anything rests on it; a renewal has its own", async () => {
  const on = (days: number) => () => new Date(`${addDays(today, days)}T04:00:00Z`);
  const set = async (validUntil: string, number = "HGR-1") => call(`POST ${route}`, `/api/v1/accounts/hkust/nobody-yet/${year}`, { key: await keyOf(head), json: { commandId: newId(), desk: "hkust.sign-off", grant: { ...grant, number, validUntil } } });
  expect((await set(addDays(today, 100))).status).toBe(200);
  const told = () => world.owner<{ days: number }[]>`select (e.data ->> 'days')::int as days from events e where e.type = 'grant.expiring' and e.stream like '%nobody-yet%' order by e.seq`.then((rows) => rows.map(({ days }) => days));
  await warnOfGrants(on(39));
  expect(await told()).toEqual([]);
  await Promise.all([warnOfGrants(on(40)), warnOfGrants(on(40)), warnOfGrants(on(41))]);
  expect(await told()).toEqual([60]);
  expect((await set(addDays(today, 130), "HGR-2")).status).toBe(200);
  for (const days of [69, 70, 99, 100, 122, 123, 130, 131]) await warnOfGrants(on(days));
  expect(await told()).toEqual([60, 60, 30, 7]);
  expect((await verifiedAcrossDays()).problems).toEqual([]);
  const rows = await world.owner<{ topic: string }[]>`select topic from outbox where topic = 'grant.expiring'`;
  expect(rows.length).toBeGreaterThanOrEqual(4);
  while ((await drainOutbox(on(131))) > 0);
  const mails = await world.owner<{ problem: string | null; done: boolean }[]>`select problem, done_at is not null as done from outbox where topic = 'mail.grant.expiring'`;
  expect([mails.length >= 4, mails.every(({ problem, done }) => problem === null && done)]).toEqual([true, true]);
});

test("no mail that a grant ends goes to whoever keeps it no more when it goes out", async () => {
  const on = (days: number) => () => new Date(`${addDays(today, days)}T04:00:00Z`);
  expect((await call(`POST ${route}`, `/api/v1/accounts/hkust/kept-by-others/${year}`, { key: await keyOf(head), json: { commandId: newId(), desk: "hkust.sign-off", grant: { ...grant, number: "HGR-K", validUntil: addDays(today, 100) } } })).status).toBe(200);
  await warnOfGrants(on(40));
  await world.owner`delete from outbox where topic <> 'grant.expiring' or done_at is not null`;
  post.mails.length = 0;
  await drainOutbox(on(40));
  const told = (await world.owner<{ email: string }[]>`select p.email from outbox o join people p on p.id::text = o.payload ->> 'person' where o.topic = 'mail.grant.expiring' and o.done_at is null order by 1`).map(({ email }) => email);
  const keeper = await personActor(told[0] ?? "");
  if (!keeper) throw new Error("told nobody");
  await publish({ kind: "system" }, [{ of: "grants", person: keeper.id, grants: [] }]);
  await post.fill(41 * 86_400_000);
  await publish({ kind: "system" }, [{ of: "grants", person: keeper.id, grants: keeper.grants.map(({ role, scope }) => ({ role, scope })) }]);
  expect(post.mails.map(({ to }) => to).toSorted()).toEqual(told.slice(1));
});

test("what rests on a grant that is renewed goes on under its new days by itself, once, and whoever asked is told", async () => {
  const set = async (number: string, days: number, limit = "50") => call(`POST ${route}`, `/api/v1/accounts/hkust/renewed/${year}`, { key: await keyOf(head), json: { commandId: newId(), desk: "hkust.sign-off", limit: { value: limit, unit: "tube" }, grant: { ...grant, number, validUntil: addDays(today, days) } } });
  expect((await set("HGR-A", 30)).status).toBe(200);
  const ids = [await submitted({ quantity: 5 }), await submitted({ quantity: 4 })];
  for (const id of ids) expect((await give(id, await keyOf(requester), { type: "linkGrant", requirement: grant.regime, organisation: "hkust", quota: "renewed", year })).status).toBe(200);
  expect((await set("HGR-B", 400, "60")).status).toBe(200);
  while ((await drainOutbox()) > 0);
  for (const id of ids) {
    const one = (await look(id)).requirements.find(({ id: requirement }: { id: string }) => requirement === grant.regime);
    expect(one).toMatchObject({ status: "granted", reference: "HGR-B", validUntil: addDays(today, 400), grant: { quota: "renewed" }, earlier: [{ reference: "HGR-A" }] });
  }
  expect((await call(`GET ${route}`, `/api/v1/accounts/hkust/renewed/${year}`, { key: await keyOf(head) })).body).toMatchObject({ reserved: "9", left: "51" });
  // The row is worked on again after a crash: nothing happens twice.
  const linked = () => world.owner<{ count: number }[]>`select count(*)::int as count from events where type = 'requirement.linked'`.then(([row]) => row?.count);
  const before = await linked();
  await world.owner`update outbox set done_at = null, attempts = 0, next_at = now() - interval '1 minute' where topic = 'grant.renewed'`;
  while ((await drainOutbox()) > 0);
  expect(await linked()).toBe(before);
  expect((await verifiedAcrossDays()).problems).toEqual([]);
}, 180_000);
