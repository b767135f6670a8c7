import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { asReader, closeDatabase } from "../../db/client.ts";
import { requestStatuses } from "../../lib/request/state.ts";
import { makeDemonstration } from "../../lib/server/demo/make.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  await makeDemonstration();
}, 120_000);
afterAll(async () => {
  await closeDatabase();
  await database.stop();
});

test("the demonstration holds requests in every state, each made by commands", async () => {
  const [requests, drafts] = await asReader({ kind: "system" }, async (tx) => [
    await tx.execute<{ status: string }>(sql`select distinct status from requests`),
    await tx.execute<{ n: number }>(sql`select count(*)::int as n from drafts`),
  ]);
  const found = new Set([...requests.map(({ status }) => status), ...((drafts[0]?.n ?? 0) > 0 ? ["draft"] : [])]);
  expect(requestStatuses.filter((status) => !found.has(status))).toEqual([]);
});

test("making it again changes nothing", async () => {
  const count = () => asReader({ kind: "system" }, (tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from events`));
  const before = await count();
  await makeDemonstration();
  expect(await count()).toEqual(before);
});
