import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { failure, type Failure } from "../failure.ts";

/** Refuses a database whose tables are not those of this version, for whoever may not or should not migrate it. */
export async function refuseOldTables(sql: postgres.Sql, remedy: string): Promise<void> {
  const applied = await migrationsIn(sql);
  const journal = JSON.parse(readFileSync(new URL("../../db/migrations/meta/_journal.json", import.meta.url), "utf8")) as { entries: { when: number }[] };
  if (!journal.entries.every((entry) => applied.includes(entry.when))) throw failure(`the tables of this database are missing or old: ${remedy}`);
}

/** Refuses a database in which no start and no command has made tables yet. */
export async function refuseUnbegun(sql: postgres.Sql, where: string): Promise<void> {
  if ((await migrationsIn(sql)).length === 0) throw nothingYet(where);
}

/** What whoever wants to read is told where nothing is. */
export function nothingYet(where: string): Failure {
  return failure(`nothing is in ${where} yet: run npm start, or init, first`);
}

async function migrationsIn(sql: postgres.Sql): Promise<number[]> {
  const [tables] = await sql<{ there: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  return tables?.there ? (await sql<{ at: string }[]>`select created_at as at from drizzle.__drizzle_migrations`).map((row) => Number(row.at)) : [];
}
