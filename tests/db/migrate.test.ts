import { afterAll, beforeAll, expect, test } from "vitest";
import { servingRole } from "../../db/embedded-roles.ts";
import { migrate } from "../../db/migrate.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
beforeAll(async () => {
  world = await demoWorld({ empty: true });
});
afterAll(() => world.stop());

test("migrating again, also twice at once, changes nothing", async () => {
  const before = await shape();
  await Promise.all([migrate(world.ownerUrl, servingRole), migrate(world.ownerUrl, servingRole)]);
  expect(await shape()).toEqual(before);
});

test("the serving role may read and add events, and nothing else of them", async () => {
  const rows = await world.owner<{ right: string }[]>`select privilege_type as right from information_schema.role_table_grants where table_name = 'events' and grantee = ${servingRole} order by 1`;
  expect(rows.map(({ right }) => right)).toEqual(["INSERT", "SELECT"]);
});

// A working paper is a subject of its own and names requests: its rows are spread by the paper.
test("every table of a request has its id first in every key", async () => {
  const rows = await world.owner<{ index: string; first: string }[]>`
    select i.indexrelid::regclass::text as index, a.attname as first
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indisunique and i.indrelid in (select attrelid from pg_attribute where attname = 'request_id' and attrelid::regclass::text not like 'pg_%' and attrelid::regclass::text not like 'working_paper%')
       and i.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')`;
  expect(rows.length).toBeGreaterThan(15);
  // What each auditor finds stands in the order of its time, whichever request it is of.
  expect(rows.filter(({ first, index }) => first !== "request_id" && !index.startsWith("audited_entries"))).toEqual([]);
});

test("the database itself refuses what must never be", async () => {
  const permit = "insert into permits (request_id, number, kind, status, limit_value, limit_unit, used, valid_from, valid_until, from_jurisdiction, to_jurisdiction, edition, issued_at, changed_at) values (gen_random_uuid(), 'CWP-1', 'sample', $1, 10, 'tube', $2, '2026-01-01', '2026-02-01', 'CN', 'HK', 9, now(), now())";
  await expect(world.owner.unsafe(permit, ["valid", "11"])).rejects.toMatchObject({ code: "23514" });
  await expect(world.owner.unsafe(permit, ["granted", "1"])).rejects.toMatchObject({ code: "23514" });
  await expect(world.owner.unsafe(permit, ["valid", "10"])).resolves.toMatchObject({ count: 1 });
});

/** Columns, policies and rights, as text. */
async function shape(): Promise<unknown> {
  return world.owner`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type as it from information_schema.columns where table_schema = 'public'
    union all select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
    union all select 'right ' || grantee || ' ' || table_name || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public'
    order by 1`;
}
