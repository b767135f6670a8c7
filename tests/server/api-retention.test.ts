import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kinds } from "../../lib/policy/pack.ts";
import { dueUnder, keptBy, noTerms } from "../../lib/retention/due.ts";
import { dueCount, duePage } from "../../lib/server/retention.ts";
import { personActor } from "../../lib/server/person.ts";
import type { World } from "../db/demo-world.ts";
import { peopledWorld } from "../db/small-record.ts";
import { type Answered, call, give, keyOf } from "./api-world.ts";
import { submitted } from "./seawater.ts";

/* Keeping, holding and forgetting through the API: the same as on the page, for the same people. */

const [asker, admin, auditor, elsewhere] = ["researcher@hkust.example", "admin@hkust.example", "auditor@hkust.example", "admin@mpu.example"];
let world: World;
let ended: string[];
beforeAll(async () => {
  world = await peopledWorld("hkust", "sustech", "mpu");
  ended = [];
  for (const year of [2011, 2012, 2013]) {
    const id = await submitted();
    await give(id, await keyOf(asker), { type: "withdraw", reason: "Not needed." });
    // Long ago, where lists read it.
    await world.owner`update requests set ended_on = ${`${year}-03-01`} where request_id = ${id}`;
    ended.push(id);
  }
});
afterAll(() => world.stop());

const at = "/api/v1/retention";
const get = async (path: string, who: string): Promise<Answered> => call(`GET ${path.split("?")[0]}`, path, { key: await keyOf(who) });
const post = async (name: string, path: string, who: string, json: unknown): Promise<Answered> => call(`POST ${name}`, path, { key: await keyOf(who), json });

test("what is due is listed by pages, the longest ended first, for whoever keeps or may hold the record and for nobody else", async () => {
  const pages: string[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body }: Answered = await get(`${at}?limit=2${cursor && `&cursor=${cursor}`}`, admin);
    expect(status).toBe(200);
    pages.push(body.items.map(({ id }: { id: string }) => id));
    cursor = body.next;
  }
  expect(pages).toEqual([ended.slice(0, 2), ended.slice(2)]);
  expect((await get(at, auditor)).body.items[0]).toMatchObject({ id: ended[0], organisation: "hkust", endedOn: "2011-03-01", rule: "cn-pipl-47-1", stoppedBy: null, automatic: false });
  expect((await get(at, elsewhere)).body.items).toEqual([]);
  for (const path of [at, `${at}/terms`, `${at}/holds`]) expect([path, (await get(path, asker)).status]).toEqual([path, 404]);
  for (const wrong of ["cursor=x", "cursor=2011-13-41_019a0000-0000-7000-8000-000000000000", "limit=0", "limit=101", "homes=mpu"]) expect([wrong, (await get(`${at}?${wrong}`, admin)).status]).toEqual([wrong, 400]);
});

test("an institution keeps longer, never shorter, and says so to its own administrators", async () => {
  const { body: { items: [{ keptBy }] } } = await get(at, admin);
  const terms = (years: number) => ({ organisation: "hkust", years: { [keptBy]: years }, automatic: false });
  expect((await post(`${at}/terms`, `${at}/terms`, admin, terms(1))).body.refusals).toMatchObject([{ code: "keptTooShort", path: `years.${keptBy}` }]);
  expect((await post(`${at}/terms`, `${at}/terms`, elsewhere, terms(90))).status).toBe(404);
  expect((await post(`${at}/terms`, `${at}/terms`, asker, terms(90))).status).toBe(404);
  expect((await post(`${at}/terms`, `${at}/terms`, admin, terms(90))).status).toBe(200);
  expect([(await get(at, admin)).body.items, (await get(`${at}/terms`, admin)).body.items, (await get(`${at}/terms`, elsewhere)).body.items]).toEqual([[], [terms(90)], []]);
  expect((await post(`${at}/terms`, `${at}/terms`, admin, { ...terms(90), years: {} })).status).toBe(200);
});

describe("a hold on all of an institution", () => {
  const hold = { organisation: "hkust", authority: "A court", reason: "A case is pending." };
  test("is placed and lifted by whoever may, and stops what is due", async () => {
    for (const who of [asker, elsewhere, "auditor@mpu.example"]) expect([who, (await post(`${at}/holds`, `${at}/holds`, who, hold)).status]).toEqual([who, 404]);
    const placed = await post(`${at}/holds`, `${at}/holds`, auditor, hold);
    expect(placed.status).toBe(201);
    expect((await get(`${at}/holds`, admin)).body.organisations).toMatchObject([{ id: placed.body.id, organisation: "hkust", authority: "A court" }]);
    expect((await get(`${at}/holds`, elsewhere)).body).toEqual({ requests: [], next: null, organisations: [], nextHold: null });
    expect((await get(at, admin)).body.items.map(({ stoppedBy }: { stoppedBy: string }) => stoppedBy)).toEqual(["organisationHold", "organisationHold", "organisationHold"]);
    const lift = (who: string, id = placed.body.id) => post(`${at}/holds/{id}/lift`, `${at}/holds/${id}/lift`, who, { reason: "It was settled." });
    expect([(await lift(elsewhere)).status, (await lift(asker)).status, (await lift(auditor, newId())).status, (await lift(auditor, "x")).status]).toEqual([404, 404, 404, 404]);
    expect((await lift(auditor)).status).toBe(200);
    expect((await lift(auditor)).body.refusals).toMatchObject([{ code: "noHold" }]);
    expect((await get(`${at}/holds`, admin)).body.organisations[0].lifted).toBeDefined();
    expect((await get(at, admin)).body.items.map(({ stoppedBy }: { stoppedBy: string | null }) => stoppedBy)).toEqual([null, null, null]);
  });

  test("is listed by pages, the newest first, those of one moment too, and goes on as it was where another is placed meanwhile", async () => {
    const [first] = (await get(`${at}/holds`, admin)).body.organisations;
    const placed = [];
    for (const _ of [1, 2, 3]) placed.push((await post(`${at}/holds`, `${at}/holds`, auditor, hold)).body.id);
    const newest = [...placed.toReversed(), first.id];
    const one = await get(`${at}/holds?limit=1&counts=1`, admin);
    expect([one.body.organisations.map(({ id }: { id: string }) => id), one.body.holdCounts]).toEqual([newest.slice(0, 1), { all: 4, more: false }]);
    const { body: { id: later } } = await post(`${at}/holds`, `${at}/holds`, auditor, hold);
    await world.owner`update organisation_holds set placed_at = (select placed_at from organisation_holds where id = ${placed[1]}) where id = ${placed[0]}`;
    const pages: string[][] = [];
    for (let cursor: string | null = one.body.nextHold; cursor !== null; ) {
      const { status, body }: Answered = await get(`${at}/holds?limit=2&holdCursor=${cursor}`, admin);
      expect(status).toBe(200);
      pages.push(body.organisations.map(({ id }: { id: string }) => id));
      cursor = body.nextHold;
    }
    expect(pages).toEqual([newest.slice(1, 3), newest.slice(3)]);
    expect((await get(`${at}/holds?holdCursor=${newId()}`, admin)).body.organisations).toEqual([]);
    expect((await get(`${at}/holds?holdCursor=x`, admin)).status).toBe(400);
    for (const id of [...placed, later]) expect((await post(`${at}/holds/{id}/lift`, `${at}/holds/${id}/lift`, auditor, { reason: "It was settled." })).status).toBe(200);
  });
});

test("what is due and what is held is counted, and what is held is listed by pages", async () => {
  expect([(await get(`${at}?limit=1&counts=1`, admin)).body.counts, await dueCount(["hkust"], 2), await dueCount(["mpu"])]).toEqual([{ all: 3, more: false }, { count: 2, more: true }, { count: 0, more: false }]);
  for (const id of ended) await give(id, await keyOf(auditor), { type: "placeHold", authority: "A court", reason: "A case is pending." });
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body }: Answered = await get(`${at}/holds?limit=2&counts=1${cursor && `&cursor=${cursor}`}`, admin);
    expect([status, body.requests.length <= 2, body.counts]).toEqual([200, true, { all: 3, more: false }]);
    found.push(...body.requests.map(({ id }: { id: string }) => id));
    cursor = body.next;
  }
  expect(found).toEqual(ended.toSorted());
  expect((await get(`${at}/holds?counts=1`, elsewhere)).body).toMatchObject({ requests: [], counts: { all: 0, more: false } });
  for (const wrong of ["cursor=x", "cursor=%00", "limit=0", "limit=101", "counts=2", "homes=mpu"]) expect([wrong, (await get(`${at}/holds?${wrong}`, admin)).status]).toEqual([wrong, 400]);
  for (const id of ended) expect((await give(id, await keyOf(auditor), { type: "liftHold", reason: "It was settled." })).status).toBe(200);
});

test("what is due is found in SQL as it is judged one by one, on every last day and with an institution's own years", async () => {
  const [id = ""] = ended;
  const [row] = await world.owner`select kind, from_jurisdiction, to_jurisdiction, ended_on from requests where request_id = ${id}`;
  const own = { years: { "hk-pdpo-dpp2": 12 }, automatic: false };
  const clockOn = (day: string) => () => new Date(`${day}T04:00:00Z`);
  let due = 0;
  try {
    for (const terms of [noTerms, own]) {
      await world.owner`delete from retention_terms where id = 'hkust'`;
      if (terms === own) await world.owner`insert into retention_terms (id, years, automatic) values ('hkust', ${world.owner.json(own.years)}, false)`;
      for (const kind of kinds) {
        for (const [from, to] of [["HK", "CN"], ["MO", "HK"], ["XX", "MO"]] as const) {
          for (const endedOn of ["2020-02-29", "2020-03-01", "2021-02-28"]) {
            await world.owner`update requests set kind = ${kind}, from_jurisdiction = ${from}, to_jurisdiction = ${to}, ended_on = ${endedOn} where request_id = ${id}`;
            const [last] = keptBy({ kind, jurisdictions: [from, to, "HK"], endedOn }, terms);
            for (const today of [last?.until ?? "", dayAfter(last?.until ?? "")]) {
              const judged = dueUnder({ kind, jurisdictions: [from, to, "HK"], endedOn }, terms, today);
              const { items } = await duePage(["hkust"], { limit: 100 }, clockOn(today));
              expect([kind, from, to, endedOn, today, items.find((one) => one.id === id)?.until ?? null]).toEqual([kind, from, to, endedOn, today, judged?.last.until ?? null]);
              if (judged !== null) due += 1;
            }
          }
        }
      }
    }
  } finally {
    await world.owner`delete from retention_terms where id = 'hkust'`;
    await world.owner`update requests set ${world.owner(row as Record<string, string>)} where request_id = ${id}`;
  }
  expect(due).toBe(2 * kinds.length * 3 * 3);
});

test("whoever has left is forgotten by their address, by the administrators of their institution alone", async () => {
  const forget = (who: string, person: string, rule = "mo-8-2005-5-5") => post(`${at}/forgotten`, `${at}/forgotten`, who, { person, rule });
  const gone = await personActor("pi@mpu.example");
  for (const who of [asker, admin, auditor]) expect([who, (await forget(who, "pi@mpu.example")).status]).toEqual([who, 404]);
  expect([(await forget(elsewhere, "nobody@mpu.example")).status, (await forget(elsewhere, "%")).status]).toEqual([404, 404]);
  expect((await forget(elsewhere, "pi@mpu.example", "none")).body.refusals).toMatchObject([{ code: "unknownRule", path: "rule" }]);
  expect((await forget(admin, asker, "hk-pdpo-26")).status).toBe(200);
  expect((await forget(elsewhere, " PI@mpu.example ")).body).toEqual({ forgotten: gone?.id });
  expect(await personActor("pi@mpu.example")).toBeNull();
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
