import { afterAll, beforeAll, expect, test } from "vitest";
import { personActor } from "../../lib/server/person.ts";
import { type SecondWall, secondWall } from "./second-wall.ts";

/* The second wall by itself: every table, without the conditions that are the first, as each role. */

let wall: SecondWall;
beforeAll(async () => {
  wall = await secondWall();
});
afterAll(() => wall.world.stop());

test("of any table, read whole, nothing foreign shows", async () => {
  const tables = await wall.world.owner<{ name: string }[]>`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'request_ids' order by 1`;
  const leaks: string[] = [];
  for (const actor of wall.actors) {
    for (const { name } of tables) for (const found of await wall.foreignIn(actor, await wall.read(actor, `select * from "${name}"`))) leaks.push(`${actor.email}: ${name} shows ${found}`);
  }
  expect(leaks).toEqual([]);
}, 600_000);

test("a policy that lets everybody through is noticed", async () => {
  const actor = await personActor("admin@causeway.example");
  if (!actor) throw new Error("nobody administers");
  await wall.world.owner`create policy leaks on documents for select using (true)`;
  expect((await wall.foreignIn(actor, await wall.read(actor, "select * from documents"))).length).toBeGreaterThan(10);
  await wall.world.owner`drop policy leaks on documents`;
});

/** Open to every actor, each for a reason; every other table has to tell its readers apart. */
const openTables: Readonly<Record<string, string>> = {
  attempts: "counts of attempts by bucket, which every request of the site moves",
  calendar_years: "published days off",
  catalogue_entries: "published lists to look things up in",
  desks: "who decides what is public",
  editions: "which rule packs count",
  log_keys: "public halves of keys, published with the log",
  nodes: "sums of sums, by which anybody proves the log's growth",
  organisations: "institutions are public",
  packs: "published rules",
  permit_keys: "public halves of keys, published at /.well-known/jwks.json",
  roles: "what a role may do is no secret",
  seals: "signed heads of the log, published",
  workflows: "published versions",
};

test("every table tells its readers apart by a policy, but for a few that are open for a reason", async () => {
  const rows = await wall.world.owner<{ name: string; secured: boolean; policies: string[] }[]>`
    select c.relname as name, c.relrowsecurity as secured, array_remove(array_agg(p.qual), null) as policies from pg_class c left join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname and p.cmd in ('SELECT', 'ALL')
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by 1, 2 order by 1`;
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([]);
  const isOpen = (policy: string) => /^\(*\s*(true|\(?\s*SELECT current_actor\(\) AS current_actor\)? IS NOT NULL)\s*\)*$/i.test(policy);
  expect(rows.filter(({ policies }) => policies.some(isOpen)).map(({ name }) => name).filter((name) => !(name in openTables))).toEqual([]);
  // One that nobody can read needs no policy for reading: ids that were ever used.
  expect(rows.filter(({ policies }) => policies.length === 0).map(({ name }) => name)).toEqual(["request_ids"]);
  const missing = await wall.world.serving.unsafe("select 1 from request_ids").catch((error: Error) => error.message);
  expect(missing).toContain("permission denied");
});
