import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startEmbedded } from "../../db/embedded.ts";
import { migrate } from "../../db/migrate.ts";
import { causeway } from "../support/causeway.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { scratchFolder } from "../support/scratch.ts";

let scratch: string;
let database: TestDatabase;

beforeAll(async () => {
  scratch = scratchFolder();
  database = await testDatabase();
});
afterAll(async () => {
  await database.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe("a start that cannot be ends with one line and code 1", () => {
  test("on a port that somebody listens on", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port)));
    await refuses({ PORT: String(port) }, `port ${port} is taken by another program`);
    taken.close();
  });

  test("on a data folder that cannot be written", async () => {
    const file = join(scratch, "file");
    writeFileSync(file, "");
    await refuses({ CAUSEWAY_DATA: join(file, "data") }, "cannot write to the data folder");
    await refuses({ CAUSEWAY_DATA: file }, `cannot write to the data folder ${file} (CAUSEWAY_DATA): it, or a part of its path, is a file`);
    await refuses({ CAUSEWAY_DATA: "/proc/causeway" }, "cannot write to the data folder /proc/causeway");
  });

  // What else is wrong with a setting, the rules tests say.
  test("on a wrong setting", () => refuses({ PORT: "many" }, "PORT is not a port number"));

  test("on an address where no PostgreSQL answers", async () => {
    await refuses({ DATABASE_URL: "postgres://app:secret@127.0.0.1:1/causeway" }, "DATABASE_URL: nothing answers at 127.0.0.1:1");
  });

  test("on a password that the server refuses, without repeating it", async () => {
    await refuses({ DATABASE_URL: database.url.replace(/:[^:@]+@/, ":wrong-secret@") }, "refuses the role causeway_app with this password");
  });

  test("on a database that is not there", () => refuses({ DATABASE_URL: `${database.url}_nowhere` }, "has no database"));

  test("on a server that is too old", async () => {
    // A role for which the server names an older version: what its own name would say comes first on its path.
    const sql = await inDatabase();
    await sql.unsafe(`
      create role old_server login password 'old'; create schema old; grant usage on schema old to old_server;
      create function old.current_setting(name text) returns text language sql as $$ select case name when 'server_version_num' then '140011' else '14.11' end $$;
      alter role old_server set search_path = old, pg_catalog`);
    await sql.unsafe(`grant connect on database ${new URL(database.url).pathname.slice(1)} to old_server`);
    await sql.end();
    await refuses({ DATABASE_URL: database.url.replace(/\/\/[^@]+@/, "//old_server:old@") }, "DATABASE_URL leads to PostgreSQL 14.11; Causeway needs 15 or newer");
  });

  test("on an owner who may not make tables", async () => {
    const sql = await inDatabase();
    await sql`create role no_owner login password 'none'`;
    await sql`create database closed owner causeway_owner`;
    await sql.end();
    const at = (role: string) => database.url.replace(/\/\/[^@]+@/, `//${role}@`).replace(/[^/]+$/, "closed");
    await refuses({ DATABASE_URL: database.url.replace(/[^/]+$/, "closed"), DATABASE_OWNER_URL: at("no_owner:none") }, "permission denied");
  });

  test("on tables that are missing when it may not make them", async () => {
    const url = new URL(inject("cluster").superuserUrl);
    const bare = postgres(url.href, { max: 1, onnotice: () => {} });
    await bare`create database bare owner causeway_owner`;
    await refuses({ DATABASE_URL: database.url.replace(/[^/]+$/, "bare") }, "tables of this database are missing or old");
    await bare`drop database bare with (force)`;
    await bare.end();
  });
});

describe("whoever wants to read is told in one line, with code 1,", () => {
  test.each(["verify --json", "people", "requirements --published", "workdays --from 2026-01-30 --days 1 --regions HK --published"])("that nothing is in a data folder on which nothing was started, and no folder is made: %s", async (command) => {
    const data = join(scratch, "never", "started");
    await refusesToRead(command, { CAUSEWAY_DATA: data }, `nothing is in the data folder ${data} (CAUSEWAY_DATA) yet: run npm start, or init, first`);
    expect(existsSync(join(scratch, "never"))).toBe(false);
  });

  test("that nothing is in a database of one's own without tables, and that older tables are old", async () => {
    const sql = postgres(inject("cluster").superuserUrl, { max: 1, onnotice: () => {} });
    await sql`create database unbegun owner causeway_owner`;
    const at = (name: string) => ({ DATABASE_URL: database.url.replace(/[^/]+$/, name), CAUSEWAY_DATA: mkdtempSync(join(scratch, "data-")) });
    for (const command of ["verify", "mail"]) await refusesToRead(command, at("unbegun"), "nothing is in the database of DATABASE_URL yet");
    await sql`drop database unbegun with (force)`;
    await sql.unsafe(`create database older template causeway_template owner causeway_owner`);
    const older = await inDatabase("older");
    await older`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
    await older.end();
    await refusesToRead("verify", at("older"), "the tables of this database are missing or old");
    await sql`drop database older with (force)`;
    await sql.end();
  });

  test("that the tables of a server which another process runs are older, also by what would make them anew", async () => {
    const data = mkdtempSync(join(scratch, "data-"));
    const { url, ownerUrl, stop } = await startEmbedded(data, { purpose: "serve" });
    try {
      await migrate(ownerUrl, decodeURIComponent(new URL(url).username));
      const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
      await owner`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
      await owner.end();
      for (const command of ["migrate", "people"]) await refusesToRead(command, { CAUSEWAY_DATA: data }, "the tables of this database are missing or old: stop what serves this folder, and start it again");
    } finally {
      await stop();
    }
  });

  async function refusesToRead(command: string, environment: Record<string, string>, line: string): Promise<void> {
    const { code, out, err } = await causeway(command.split(" "), environment);
    expect(err).toContain(line);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  }
});

test.each([
  [["frobnicate"], 'there is no verb "frobnicate"'],
  [["people", "--frobnicate"], "Unknown option --frobnicate"],
  [["key", "--user", "--json"], "Option --user argument is ambiguous"],
  [["init", "--json"], "--organisation, --name, --jurisdiction, --city, --email, --person missing"],
])("what was not understood is one line and code 2: %j", async (args, line) => {
  const ran = await causeway(args, { CAUSEWAY_DATA: join(scratch, "unused") });
  expect(ran.err).toContain(line);
  expect(ran.err.trim().split("\n")).toHaveLength(1);
  expect({ out: ran.out, code: ran.code }).toEqual({ out: "", code: 2 });
});

describe("a serving role that could rewrite history is refused", () => {
  test.each([
    ["a superuser", "alter role rewriter superuser", "is a superuser"],
    ["past row security", "alter role rewriter nosuperuser bypassrls", "may bypass row security"],
    ["the owner's member", "alter role rewriter nobypassrls; grant causeway_owner to rewriter", "owns the table events"],
    ["one that may change events", "revoke causeway_owner from rewriter; grant update (at) on events to rewriter", "may UPDATE on the table events"],
    ["one that may remove and empty them", "revoke update (at) on events from rewriter; grant delete, truncate on events to rewriter", "may DELETE, TRUNCATE on the table events"],
  ])("%s", async (_, change, line) => {
    const name = new URL(database.url).pathname;
    const sql = await inDatabase();
    await sql.unsafe("do $$ begin create role rewriter login password 'rewriter'; exception when duplicate_object then null; end $$");
    await sql.unsafe(`grant connect on database ${name.slice(1)} to rewriter; ${change}`);
    await sql.end();
    await refuses({ DATABASE_URL: database.url.replace(/\/\/[^@]+@/, "//rewriter:rewriter@") }, line);
  });

  test("the owner itself, before its rights are touched", () => refuses({ DATABASE_URL: database.ownerUrl, DATABASE_OWNER_URL: database.ownerUrl }, "name the same role"));
});

/** The test's database, or another, past every right. */
async function inDatabase(name = new URL(database.url).pathname): Promise<postgres.Sql> {
  const url = new URL(inject("cluster").superuserUrl);
  url.pathname = name;
  return postgres(url.href, { max: 1, onnotice: () => {} });
}

async function refuses(environment: Record<string, string>, line: string): Promise<void> {
  const ran = await causeway(["start"], { PORT: "3977", CAUSEWAY_DATA: mkdtempSync(join(scratch, "data-")), ...environment });
  expect(ran.err).toContain(line);
  expect(ran.err.trim().split("\n")).toHaveLength(1);
  expect(ran.err).not.toMatch(/secret@|wrong-secret/);
  expect(ran.out).toBe("");
  expect(ran.code).toBe(1);
}
