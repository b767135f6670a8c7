import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Actor, actorName } from "../lib/access/actor.ts";
import { settings } from "../lib/server/settings.ts";
import { retried } from "./retry.ts";

declare const scoped: unique symbol;
/** A transaction in which the actor is set. Queries take only this, so that an unscoped read does not compile. */
export type ScopedTx = Omit<PostgresJsDatabase, "transaction"> & { readonly [scoped]: true };

/**
 * Runs `work` as an actor: row-level security shows it what the actor may see and nothing else. Serialization failures,
 * deadlocks and connections lost before the commit are tried again; nothing outside the database may happen inside.
 */
export async function asActor<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried((commits) => inTransaction("", actor, work, commits));
}

/** The same for reading: the database refuses any write. */
export async function asReader<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  // Nothing is lost when a read is done twice, so its end is never in doubt.
  return retried(() => inTransaction("read only", actor, work, () => {}));
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const { client } = pool;
  pool.client = undefined;
  await client?.end({ timeout: 5 });
}

// One pool a process, also when a development server loads this file anew.
const pool: { client?: postgres.Sql } = ((globalThis as { causewayPool?: object }).causewayPool ??= {});

function connections(): postgres.Sql {
  const { DATABASE_URL, DATABASE_POOL } = settings();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
  return (pool.client ??= postgres(DATABASE_URL, { max: DATABASE_POOL, onnotice: () => {}, connection: { application_name: "causeway", timezone: "UTC" } }));
}

async function inTransaction<T>(access: "" | "read only", actor: Actor, work: (tx: ScopedTx) => Promise<T>, commits: () => void): Promise<T> {
  const name = checkedName(actor);
  const client = connections();
  const result: unknown = await client.begin(access, async (connection) => {
    // A statement and not set_config, which Citus does not pass on; the one place where SQL text is built. It goes
    // first on the wire, and the first statement of `work` right behind it.
    const told = connection.unsafe(`set local causeway.actor = '${name}'`).execute();
    const [done] = await Promise.all([work(scopedOn(connection, client)), told]);
    commits();
    return done;
  });
  // The driver's type allows for arrays of promises; `work` answers with one.
  return result as T;
}

/** The builder on one connection. Every statement is kept prepared by the connection: that halves what it costs. */
function scopedOn(connection: postgres.TransactionSql, { options }: postgres.Sql): ScopedTx {
  const unsafe: typeof connection.unsafe = (query, parameters, how) => connection.unsafe(query, parameters, { ...how, prepare: true });
  return drizzle({ options, unsafe } as unknown as postgres.Sql) as unknown as ScopedTx;
}

function checkedName(actor: Actor): string {
  const name = actorName(actor);
  if (!/^(public|signIn|worker|system|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.test(name)) throw new Error("not the name of an actor");
  return name;
}
