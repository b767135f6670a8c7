import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { ownerRole, servingRole } from "../../db/embedded-roles.ts";

export type TestDatabase = {
  /** For the serving role. */
  readonly url: string;
  /** For the role that owns and migrates. */
  readonly ownerUrl: string;
  /** Drops the database, whoever is still connected. */
  readonly stop: () => Promise<void>;
};

/** A migrated, empty database of its own for a test file: `beforeAll` takes it, `afterAll` stops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(cluster.superuserUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template causeway_template owner ${ownerRole}`);
    // Rights on a database are not part of what a template hands on.
    await sql.unsafe(`revoke all on database ${name} from public`);
    await sql.unsafe(`grant connect, temporary on database ${name} to ${servingRole}`);
  });
  return {
    url: inDatabase(cluster.url, name),
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    stop: () => asSuperuser(cluster.superuserUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
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
