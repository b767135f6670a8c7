import { randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { withFileLock } from "../../db/embedded-lock.ts";
import { ownerRole, servingRole } from "../../db/embedded-roles.ts";
import { causeway } from "./causeway.ts";

export type TestDatabase = {
  /** For the serving role. */
  readonly url: string;
  /** For the role that owns and migrates. */
  readonly ownerUrl: string;
  /** Drops the database, whoever is still connected. */
  readonly stop: () => Promise<void>;
};

/**
 * A migrated database of its own for a test file: `beforeAll` takes it, `afterAll` stops it. Empty, or with the
 * demonstration world, which the first file that asks for it makes once for all, unless `npm test` has.
 */
export async function testDatabase(options: { readonly demonstration?: boolean } = {}): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const source = options.demonstration ? await demonstration() : "causeway_template";
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await copyDatabase(source, name);
  return {
    url: inDatabase(cluster.url, name),
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    stop: () => asSuperuser((sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

async function demonstration(): Promise<string> {
  const { folder, url } = inject("cluster");
  const name = "causeway";
  const made = join(folder, "demonstration.made");
  await withFileLock(join(folder, "demonstration.lock"), async () => {
    if (existsSync(made)) return;
    await copyDatabase("causeway_template", name);
    // In a process of its own: this one has settings and connections for another database.
    const { code, err } = await causeway(["seed"], { DATABASE_URL: inDatabase(url, name), CAUSEWAY_DATA: join(folder, "demonstration") });
    if (code !== 0) throw new Error(`the demonstration could not be made: ${err}`);
    writeFileSync(made, "");
  });
  return name;
}

async function copyDatabase(from: string, to: string): Promise<void> {
  await asSuperuser(async (sql) => {
    await sql.unsafe(`create database ${to} template ${from} owner ${ownerRole}`);
    // Rights on a database are not part of what a template hands on.
    await sql.unsafe(`revoke all on database ${to} from public`);
    await sql.unsafe(`grant connect, temporary on database ${to} to ${servingRole}`);
  });
}

async function asSuperuser(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("cluster").superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
