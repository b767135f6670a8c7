import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type Actor, actorName } from "../lib/access/actor.ts";
import { closeDatabase, giveBack, takeLane, type Lane } from "./pool.ts";
import { retried } from "./retry.ts";

export { closeDatabase };

declare const scoped: unique symbol;
/** A transaction in which the actor is set. Queries take only this, so that an unscoped read does not compile. */
export type ScopedTx = Omit<PostgresJsDatabase, "transaction"> & { readonly [scoped]: true };

/**
 * Runs `work` as an actor: row-level security shows it what the actor may see and nothing else. Serialization failures,
 * deadlocks and connections lost before the commit are tried again; nothing outside the database may happen inside.
 */
export async function asActor<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried((commits) => inTransaction("begin", actor, work, commits));
}

/** The same for reading: the database refuses any write. */
export async function asReader<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried(() => inTransaction("begin read only", actor, work, null));
}

/**
 * The same for lists, which are planned anew each time: the best way through a list depends on who asks, and a plan
 * kept for everybody was up to sixty times slower for an auditor. What asks for one request keeps its plan.
 */
export async function asLister<T>(actor: Actor, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return retried(() => inTransaction("begin read only; set local plan_cache_mode = force_custom_plan", actor, work, null));
}

async function inTransaction<T>(begin: "begin" | "begin read only" | "begin read only; set local plan_cache_mode = force_custom_plan", actor: Actor, work: (tx: ScopedTx) => Promise<T>, commits: (() => void) | null): Promise<T> {
  const name = checkedName(actor);
  const lane = await takeLane();
  const open = { transaction: true };
  try {
    // A statement and not set_config, which Citus does not pass on; the one place where SQL text is built. It goes
    // first on the wire, and the first statement of `work` right behind it.
    const told = lane.client.unsafe(`${begin}; set local causeway.actor = '${name}'`).execute();
    const [, done] = await Promise.all([told, work(scopedOn(lane, open))]);
    open.transaction = false;
    if (commits === null) leave(lane);
    else {
      commits();
      await commit(lane);
    }
    return done;
  } catch (error) {
    open.transaction = false;
    if (!lane.lost) await lane.client.unsafe("rollback").catch(() => {});
    throw error;
  } finally {
    giveBack(lane);
  }
}

async function commit({ client, lost }: Lane): Promise<void> {
  if (lost) throw connectionLost();
  const ended = await client.unsafe("commit");
  // A failed statement whose error was swallowed: the server rolls back and calls it a success.
  if (ended.command !== "COMMIT") throw new Error("the transaction had failed before its commit");
}

/** Ends a reading without waiting: nothing hangs on how it ends, and whatever comes next on this connection comes after it. */
function leave({ client, lost }: Lane): void {
  if (!lost) client.unsafe("commit").catch(() => {});
}

/** The builder on one connection. Every statement is kept prepared by the connection: that halves what it costs. */
function scopedOn(lane: Lane, open: { readonly transaction: boolean }): ScopedTx {
  const unsafe: typeof lane.client.unsafe = (query, parameters, how) => {
    // The driver would connect anew, or somebody else's transaction be running by now.
    if (lane.lost) throw connectionLost();
    if (!open.transaction) throw new Error("a statement after the end of its transaction");
    return lane.client.unsafe(query, parameters, { ...how, prepare: true });
  };
  return drizzle({ options: lane.client.options, unsafe } as unknown as postgres.Sql) as unknown as ScopedTx;
}

function connectionLost(): Error {
  return Object.assign(new Error("the connection to the database was lost"), { code: "CONNECTION_CLOSED" });
}

function checkedName(actor: Actor): string {
  const name = actorName(actor);
  if (!/^(public|signIn|worker|system|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.test(name)) throw new Error("not the name of an actor");
  return name;
}
