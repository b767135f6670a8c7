import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/calendar/[link]/route";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyOf } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

/* Calendars for programs: what is due and when, as whoever made the link may see it. They are read by another's parser (RFC 5545). */

const today = dayOf(new Date());
const [asker, office, host, stranger] = ["researcher@hkust.example", "office@hkust.example", "host@sustech.example", "researcher@hku.example"];
let world: World;
let id: string;
beforeAll(async () => {
  world = await demoWorld();
  await world.owner`update people set language = 'en' where email in (${asker}, ${host})`;
  id = await endorsed();
  await give(id, await keyOf(office), { type: "approve", step: "sign-off" });
});
afterAll(() => world.stop());

const read = (url: string, headers: Record<string, string> = {}) => GET(new Request(url, { headers: { "x-forwarded-for": "198.51.100.7", ...headers } }), { params: Promise.resolve({ link: new URL(url).pathname.split("/").at(-1) ?? "" }) });
const make = async (who: string, json: object = {}) => call("POST /api/v1/calendar-links", "/api/v1/calendar-links", { key: await keyOf(who), json });
const end = async (who: string, link: string) => (await call("POST /api/v1/calendar-links/{id}/end", `/api/v1/calendar-links/${link}/end`, { key: await keyOf(who), json: {} })).status;
const own = async (who: string): Promise<string> => (await make(who)).body.url;

type Day = { readonly uid: string; readonly summary: string; readonly day: string; readonly sequence: number; readonly allDay: boolean; readonly url: string };

async function daysAt(url: string): Promise<Day[]> {
  const response = await read(url);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const text = await response.text();
  // Lines of at most 75 octets, each ended by CRLF.
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, summary: event.summary, day: event.startDate.toString(), sequence: event.sequence, allDay: event.startDate.isDate, url: String(component.getFirstPropertyValue("url")) };
  });
}

const about = (days: readonly Day[], request: string) => days.filter(({ url }) => url.endsWith(request));
const numberOf = async (request: string) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${request}`, { key: await keyOf(asker) })).body.number;

describe("a calendar", () => {
  test("of a desk has its open steps, and of a person what they owe, until when their permit holds and what it rests on", async () => {
    const { body } = await make(host, { desk: "sustech.acceptance" });
    const number = await numberOf(id);
    const waiting = about(await daysAt(body.url), id);
    expect(waiting.map(({ summary, allDay }) => [summary, allDay])).toContainEqual([expect.stringMatching(`^${number}: due – `), true]);
    expect((await give(id, await keyOf(host), { type: "approveWithConditions", step: "acceptance", conditions: [{ text: "Wei Zhang destroys what is left of the blood.", duty: { is: "destroy", count: 30, unit: "day", from: "permit" } }] })).status).toBe(200);
    const days = about(await daysAt(await own(asker)), id);
    expect(days.map(({ summary, day }) => [summary, day])).toEqual(expect.arrayContaining([[`${number}: last day – Destroy, with proof`, addDays(today, 30)], [`${number}: the permit ends`, addDays(today, 60)]]));
    // No names of people and nothing that was written.
    expect(JSON.stringify(days)).not.toMatch(/Zhang|blood|Seawater/);
    expect(about(await daysAt(body.url), id).some(({ summary }) => summary.includes("due –"))).toBe(false);
    expect(new Set(days.map(({ uid }) => uid)).size).toBe(days.length);
  });

  test("shows a day that has moved under the same name, with a higher sequence, and an unchanged one under the same tag", async () => {
    const url = await own(asker);
    const first = about(await daysAt(url), id).find(({ summary }) => summary.includes("permit ends"));
    const { headers } = await read(url);
    const again = await read(url, { "if-none-match": headers.get("etag") ?? "" });
    expect([again.status, await again.text(), again.headers.get("cache-control")]).toEqual([304, "", "private, no-cache"]);
    expect((await give(id, await keyOf(asker), { type: "comment", audience: "requester", text: "Soon." })).status).toBe(200);
    const later = about(await daysAt(url), id).find(({ summary }) => summary.includes("permit ends"));
    expect([later?.uid, (later?.sequence ?? 0) > (first?.sequence ?? 0), (await read(url)).headers.get("etag") === headers.get("etag")]).toEqual([first?.uid, true, false]);
  });

  test("shows nobody what they may not see, and each what they are told in their own language", async () => {
    expect(about(await daysAt(await own(stranger)), id)).toEqual([]);
    await world.owner`update people set language = 'zh-Hant' where email = ${asker}`;
    const days = about(await daysAt(await own(asker)), id);
    expect(days.some(({ summary }) => summary.includes("許可屆滿"))).toBe(true);
    await world.owner`update people set language = 'en' where email = ${asker}`;
  });
});

describe("its link", () => {
  test("is shown once and kept as a hash; a new one ends the one before, and so does its person", async () => {
    const first = await own(asker);
    const second = await own(asker);
    const [row] = await world.owner<{ hash: string }[]>`select token_hash as hash from calendar_feeds f join people p on p.id = f.person_id where p.email = ${asker}`;
    expect(second).not.toContain(row?.hash);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    const { body } = await call("GET /api/v1/calendar-links", "/api/v1/calendar-links", { key: await keyOf(asker) });
    expect(body.items).toEqual([{ id: expect.any(String), createdAt: expect.any(String) }]);
    expect(await end(stranger, body.items[0].id)).toBe(404);
    expect(await end(asker, body.items[0].id)).toBe(200);
    expect([(await read(second)).status, await end(asker, body.items[0].id)]).toEqual([404, 404]);
  });

  test("of a desk is made by whoever staffs it, is read as they see it, and is ended by them, by whoever sets the desk up, or with their place there", async () => {
    expect((await make(stranger, { desk: "sustech.acceptance" })).status).toBe(422);
    expect((await make(host, { desk: "hku.endorsement" })).status).toBe(422);
    const { body } = await make(host, { desk: "sustech.acceptance" });
    const mine = await own(host);
    expect([(await read(body.url)).status, (await read(mine)).status]).toEqual([200, 200]);
    const left = await world.owner`delete from grants g using people p where p.id = g.person_id and p.email = ${host} and g.scope_id = 'sustech.acceptance' returning g.*`;
    expect([(await read(body.url)).status, (await read(mine)).status]).toEqual([404, 200]);
    await world.owner`insert into grants ${world.owner(left)}`;
    expect([await end("office@sustech.example", body.id), (await read(body.url)).status]).toEqual([404, 200]);
    expect([await end("admin@sustech.example", body.id), (await read(body.url)).status, (await read(mine)).status]).toEqual([200, 404, 200]);
  });

  test("leads nowhere for whoever has left, when it is wrong, or cut short", async () => {
    const url = await own(asker);
    await world.owner`update people set active = false where email = ${asker}`;
    expect((await read(url)).status).toBe(404);
    await world.owner`update people set active = true where email = ${asker}`;
    expect((await read(url)).status).toBe(200);
    for (const wrong of [url.slice(0, -5), url.replace(".ics", ""), url.replace(".ics", ".ical"), `${url}/x`, url.replace(/.\.ics$/, (end) => (end.startsWith("A") ? "B.ics" : "A.ics")), "https://causeway.example/calendar/.ics", "https://causeway.example/calendar/%00.ics"]) {
      const response = await read(wrong);
      expect([wrong, response.status, response.headers.get("cache-control")]).toEqual([wrong, 404, "no-store"]);
    }
  });

  test("is counted, and waits where it is asked too often", async () => {
    const url = await own(asker);
    const statuses = [];
    for (let at = 0; at < 700 && statuses.at(-1) !== 429; at++) statuses.push((await read(url.replace("/calendar/", "/calendar/x"), { "x-forwarded-for": "203.0.113.9" })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
