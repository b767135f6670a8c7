import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { everyKey, everyMatch } from "../../db/queries/audit-search.ts";
import { caseRows } from "../../db/queries/case-objects.ts";
import { nextChains, type ReadOn } from "../../db/queries/record-chains.ts";
import { takenEvents } from "../../db/queries/taken-events.ts";
import { actorNamed } from "../../cli/actor-named.ts";
import type { Actor } from "../../lib/access/actor.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
beforeAll(async () => {
  world = await demoWorld();
});
afterAll(() => world.stop());

const system = { kind: "system" } as const;
const everything = { terms: null, from: null, to: null };

/** How many statements the one connection keeps, which is used when nothing happens beside. */
async function kept(): Promise<number> {
  const [row] = await asReader(system, (tx) => tx.execute<{ count: number }>(sql`select count(*)::int as count from pg_prepared_statements`));
  return row?.count ?? 0;
}

/** Reads all of it, so many at once. */
const readings: Readonly<Record<string, (actor: Actor, atOnce: number) => Promise<unknown>>> = {
  "events taken away": async (actor, atOnce) => {
    for await (const keys of everyKey(actor, everything, atOnce)) await caseRows(actor, (await takenEvents(actor, keys)).events.map(({ requestId }) => requestId));
  },
  "events that match": async (actor, atOnce) => {
    for await (const rows of everyMatch(actor, everything, atOnce)) expect(rows.length).toBeLessThanOrEqual(atOnce);
  },
  "the whole record": async (_, atOnce) => {
    for (let on: ReadOn | null = null, more = true; more; more = on !== null) on = (await nextChains(on, 1_000_000, atOnce))?.next ?? null;
  },
};

// Who audits one place alone is asked for their place in each case besides.
test.each(Object.keys(readings))("whoever reads %s leaves no statement for each number of ids", async (name) => {
  for (const actor of [await actorNamed("auditor@causeway.example"), await actorNamed("auditor.mo@causeway.example")]) {
    // Once for every text that there is; whichever number of ids comes next, it is one of these.
    await readings[name]?.(actor, 200);
    const before = await kept();
    for (const atOnce of [23, 41]) await readings[name]?.(actor, atOnce);
    expect(await kept()).toBe(before);
  }
});
