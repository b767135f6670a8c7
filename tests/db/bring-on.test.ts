import { afterAll, beforeAll, expect, test } from "vitest";
import { servingRole } from "../../db/embedded-roles.ts";
import { migrate } from "../../db/migrate.ts";
import { bringReadTablesOn, readingRules } from "../../db/reading-rules.ts";
import { verify } from "../../db/verify.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* What another version wrote into the read tables is brought on to what this version reads in the same record. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

async function broughtOn(): Promise<string[]> {
  const said: string[] = [];
  await bringReadTablesOn(world.ownerUrl, (line) => void said.push(line));
  return said;
}

const kept = async () => (await world.owner<{ version: number; reached: string | null }[]>`select version, reached from drizzle.reading_rules`)[0];
const writtenBefore = () => world.owner`update drizzle.reading_rules set version = ${readingRules - 1}, reached = null`;

test("tables that this version makes are of its rules, and nothing is looked at", async () => {
  expect([await kept(), await broughtOn()]).toEqual([{ version: readingRules, reached: null }, []]);
});

test("rows that differ, are missing or too many become what the record says, of those requests alone; verify holds", async () => {
  await writtenBefore();
  const [one] = await world.owner<{ id: string }[]>`select request_id as id from steps where status = 'open' order by 1 limit 1`;
  const [two] = await world.owner<{ id: string }[]>`select request_id as id from permits order by 1 limit 1`;
  await world.owner`update steps set recused = array[request_id], due_on = '2020-01-01' where request_id = ${one?.id ?? ""}`;
  await world.owner`insert into steps select s.* from (select (jsonb_populate_record(steps, '{"step_id": "of-old"}')).* from steps where request_id = ${one?.id ?? ""} limit 1) s`;
  await world.owner`update requests set status = 'approved', team = '{}' where request_id = ${two?.id ?? ""}`;
  await world.owner`delete from permits where request_id = ${two?.id ?? ""}`;
  expect((await verify()).ok).toBe(false);
  const [{ count = 0 } = {}] = await world.owner<{ count: number }[]>`select count(*)::int from requests`;
  expect((await broughtOn()).at(-1)).toBe(`${count} requests looked at, 2 of them read otherwise now.`);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
  expect([await kept(), await broughtOn()]).toEqual([{ version: readingRules, reached: null }, []]);
});

test("it goes on where it was interrupted", async () => {
  await writtenBefore();
  const ids = (await world.owner<{ id: string }[]>`select request_id as id from requests order by 1`).map(({ id }) => id);
  await world.owner`update drizzle.reading_rules set reached = ${ids[2] ?? ""}`;
  expect((await broughtOn()).at(-1)).toBe(`${ids.length - 3} requests looked at, 0 of them read otherwise now.`);
});

test("a record from before the rules were counted is brought on; migrating again changes nothing of it", async () => {
  await world.owner`drop table drizzle.reading_rules`;
  const role = servingRole;
  for (let again = 0; again < 2; again++) await migrate(world.ownerUrl, role);
  expect(await kept()).toEqual({ version: 0, reached: null });
  expect(await broughtOn()).toHaveLength(2);
  expect(await verify()).toMatchObject({ ok: true });
});
