import { afterAll, beforeAll, expect, test } from "vitest";
import { countOften } from "../../lib/server/rate-limit.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, keyFor } from "./api-world.ts";

let world: World;
beforeAll(async () => {
  process.env.API_RATE = "5";
  world = await demoWorld();
});
afterAll(() => world.stop());

const from = (address: string) => ({ "x-forwarded-for": address });

test("so many questions a minute from one address, and then 429 with the seconds to wait; another address is not kept waiting", async () => {
  const ask = (address: string) => call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: {} }, headers: from(address) });
  const answers = await asManyAs(() => ask("192.0.2.1"));
  const late = answers.find(({ status }) => status === 429);
  expect(Number(late?.response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(Number(late?.response.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(5);
  expect((await ask("192.0.2.2")).status).toBe(200);
});

test("a key has its own count, whoever holds it", async () => {
  const [one, other] = [await keyFor("researcher@hku.example"), await keyFor("researcher@hku.example")];
  const ask = (key: string) => call("GET /api/v1/requests", "/api/v1/requests", { key });
  const answers = await asManyAs(() => ask(one));
  expect(answers.some(({ status, response }) => status === 429 && response.headers.has("retry-after"))).toBe(true);
  expect((await ask(other)).status).toBe(200);
});

test("many at once and many processes keep one limit, which opens again in the next minute", async () => {
  const limit = { name: "test", of: "somebody", most: 1000, minutes: 1 };
  const minute = new Date("2026-11-25T08:00:10Z");
  const answers = await Promise.all(Array.from({ length: 1500 }, () => countOften(limit, minute)));
  expect(answers.filter(({ allowed }) => allowed).length).toBeLessThanOrEqual(1000);
  // All that came while the first share was fetched took one of their own: nobody is let in twice for it.
  expect(await countOften(limit, new Date("2026-11-25T08:00:59Z"))).toEqual({ allowed: false, retryAt: "2026-11-25T08:01:00.000Z" });
  expect(await countOften(limit, new Date("2026-11-25T08:01:00Z"))).toEqual({ allowed: true });
});

/** Twelve of five: a minute may end in between, and then five more are let in. */
function asManyAs<T>(ask: () => Promise<T>): Promise<T[]> {
  return Array.from({ length: 12 }).reduce<Promise<T[]>>(async (before) => [...(await before), await ask()], Promise.resolve([]));
}
