import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Actor, actorName } from "../lib/access/actor.ts";
import { settings } from "../lib/server/settings.ts";

type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];
declare const scoped: unique symbol;
/** A transaction in which the actor is set. Queries take only this, so that an unscoped read does not compile. */
export type ScopedTx = Tx & { readonly [scoped]: true };

/**
 * Runs `work` as an actor: row-level security shows it what the actor may see and nothing else. Serialization failures,
 * deadlocks and connections lost before the commit are tried again; nothing outside the database may happen inside.
 */
export async function asActor<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried(() => inTransaction(actor, work));
}

/** The same for reading: the database refuses any write. */
export async function asReader<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried(() => inTransaction(actor, work, { accessMode: "read only" }));
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const open = pool.open;
  pool.open = undefined;
  await open?.client.end({ timeout: 5 });
}

// One pool a process, also when a development server loads this file anew.
const pool: { open?: { client: postgres.Sql; db: PostgresJsDatabase } } = ((globalThis as { causewayPool?: object }).causewayPool ??= {});

function database(): PostgresJsDatabase {
  if (!pool.open) {
    const { DATABASE_URL, DATABASE_POOL } = settings();
    if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
    const client = postgres(DATABASE_URL, { max: DATABASE_POOL, onnotice: () => {}, connection: { application_name: "causeway", timezone: "UTC" } });
    pool.open = { client, db: drizzle(client) };
  }
  return pool.open.db;
}

async function inTransaction<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>, config?: { accessMode: "read only" }): Promise<T> {
  return database().transaction(async (tx) => {
    // A statement and not set_config, which Citus does not pass on; the one place where SQL text is built. It is sent
    // together with the first statement of `work`, not awaited before it.
    const told = tx.execute(sql.raw(`set local causeway.actor = '${checkedName(actor)}'`));
    const [result] = await Promise.all([work(tx as ScopedTx), told]);
    return result;
  }, config);
}

function checkedName(actor: Actor): string {
  const name = actorName(actor);
  if (!/^(public|signIn|worker|system|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.test(name)) throw new Error("not the name of an actor");
  return name;
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !mayTryAgain(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 40));
    }
  }
}

/** Codes after which nothing was committed: a serialization failure, a deadlock, a server that is starting or stopping, no connection at all. */
const again = new Set(["40001", "40P01", "57P01", "57P02", "57P03", "ECONNREFUSED"]);

function mayTryAgain(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return again.has(cause?.code ?? code ?? "");
}
