import postgres from "postgres";
import { settings } from "../lib/server/settings.ts";

/**
 * One connection, used by one transaction at a time. Each is a client of its own, because the driver's own transactions
 * end the process when their connection is cut: they write to it once more, to roll back. `lost` says it was cut.
 */
export type Lane = { readonly client: postgres.Sql; readonly lost: boolean };

/** A connection of our own until `giveBack`; waits its turn when all are taken. */
export function takeLane(): Promise<Lane> {
  for (let free = pool.free.pop(); free; free = pool.free.pop()) {
    if (!free.lost) return Promise.resolve(free);
    discard(free);
  }
  if (pool.all.length < settings().DATABASE_POOL) return Promise.resolve(newLane());
  return new Promise((resolve) => pool.waiting.push(resolve));
}

/** A connection that was cut is not used again: the driver would connect anew and begin with the error it still holds. */
export function giveBack(lane: Lane): void {
  if (!pool.all.includes(lane)) return;
  if (lane.lost) discard(lane);
  const next = pool.waiting.shift();
  if (next) next(lane.lost ? newLane() : lane);
  else if (!lane.lost) pool.free.push(lane);
}

/** Lets the pool use a connection of the caller's making: the bench listens on one to what is asked of the database. */
export function lend(client: postgres.Sql): void {
  const lane = { client, lost: false };
  pool.all.push(lane);
  pool.free.push(lane);
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const { all } = pool;
  Object.assign(pool, { all: [], free: [] });
  await Promise.all(all.map(({ client }) => client.end({ timeout: 5 })));
}

type Pool = { all: Lane[]; free: Lane[]; waiting: ((lane: Lane) => void)[] };

// One pool a process, also when a development server loads this file anew.
const pool: Pool = ((globalThis as { causewayPool?: Pool }).causewayPool ??= { all: [], free: [], waiting: [] });

function newLane(): Lane {
  const { DATABASE_URL } = settings();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
  const onclose = () => {
    lane.lost = true;
  };
  // No lifetime: the driver would end a connection between two statements of a transaction.
  const client = postgres(DATABASE_URL, { max: 1, max_lifetime: null, onclose, onnotice: () => {}, connection: { application_name: "causeway", timezone: "UTC" } });
  const lane = { client, lost: false };
  pool.all.push(lane);
  return lane;
}

function discard(lane: Lane): void {
  pool.all = pool.all.filter((one) => one !== lane);
  void lane.client.end({ timeout: 0 });
}
