import { sql } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import type { Problem } from "./verify.ts";

/** What is said of the log as a whole, and of no one event. Its `seq` is a size, or a leaf's place. */
export const wholeLog = "log";

/**
 * Holds the tree to the events, in one snapshot: each leaf is its event's hash and the only one of it, every event has a leaf or has waited less than ten minutes for
 * one by the database's own clock, the leaves have no gap, and every node is the hash of the two below it.
 */
export async function checkTree(tx: ScopedTx): Promise<Problem[]> {
  return [...(await leavesThatDiffer(tx)), ...(await leavesTwice(tx)), ...(await eventsWithoutLeaf(tx)), ...(await queuedWithoutEvent(tx)), ...(await gaps(tx)), ...(await nodesThatDiffer(tx))];
}

/** Of a problem that goes through the whole log, the first so many are told. */
const most = 1000;

async function leavesThatDiffer(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ stream: string; seq: number; gone: boolean }>(sql`
    select l.stream, l.seq, e.hash is null as gone from leaves l left join events e on e.request_id = l.request and e.stream = l.stream and e.seq = l.seq
     where e.hash is distinct from l.hash order by l.index limit ${most}`);
  return found.map(({ stream, seq, gone }) => ({ stream, seq, field: gone ? "seq" : "hash", code: gone ? "sealedAndGone" : "sealedOtherwise" }));
}

/** The table lets no event have two; whoever owns the table can have it do so. */
async function leavesTwice(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ stream: string; seq: number; index: number }>(sql`
    select stream, seq, max(index) as index from leaves group by request, stream, seq having count(*) > 1 order by 3 limit ${most}`);
  return found.map(({ stream, seq, index }) => ({ stream, seq, field: `leaves[${index}]`, code: "sealedTwice" }));
}

async function eventsWithoutLeaf(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ stream: string; seq: number; waits: boolean }>(sql`
    select e.stream, e.seq, q.queued_at is not null as waits from events e left join leaves l on l.request = e.request_id and l.stream = e.stream and l.seq = e.seq left join seal_queue q on q.request_id = e.request_id and q.stream = e.stream and q.seq = e.seq
     where l.index is null and (q.queued_at is null or q.queued_at < now() - interval '10 minutes') order by e.stream collate "C", e.seq limit ${most}`);
  return found.map(({ stream, seq, waits }) => ({ stream, seq, field: "leaf", code: waits ? "unsealed" : "notQueued" }));
}

async function queuedWithoutEvent(tx: ScopedTx): Promise<Problem[]> {
  const found = await tx.execute<{ stream: string; seq: number }>(sql`
    select q.stream, q.seq from seal_queue q left join events e using (request_id, stream, seq) where e.hash is null order by q.stream collate "C", q.seq limit ${most}`);
  return found.map(({ stream, seq }) => ({ stream, seq, field: "seq", code: "queuedAndGone" }));
}

async function gaps(tx: ScopedTx): Promise<Problem[]> {
  const [gap] = await tx.execute<{ at: number }>(sql`select at from (select index, row_number() over (order by index) - 1 as at from leaves) l where index <> at order by at limit 1`);
  const [row] = await tx.execute<{ size: number | null; leaves: number; sealed: number }>(sql`
    select (select size from tree) as size, (select coalesce(max(index) + 1, 0) from leaves) as leaves, (select coalesce(max(size), 0) from seals) as sealed`);
  const { size = 0, leaves = 0, sealed = 0 } = row ?? {};
  return [
    ...(gap ? [{ stream: wholeLog, seq: Number(gap.at), field: `leaves[${gap.at}]`, code: "missingRow" }] : []),
    ...(size === leaves ? [] : [{ stream: wholeLog, seq: leaves, field: "tree.size", code: "differs" }]),
    ...(sealed < leaves ? [{ stream: wholeLog, seq: leaves, field: `seals[${leaves}]`, code: "missingRow" }] : []),
  ];
}

/** The database hashes: what would take a minute to bring here. A node is named with the first event below it. */
async function nodesThatDiffer(tx: ScopedTx): Promise<Problem[]> {
  const bytes = (column: string) => sql.raw(`case when ${column} ~ '^[0-9a-f]{64}$' then decode(${column}, 'hex') else '' end`);
  const found = await tx.execute<{ level: number; index: number; code: string; stream: string | null; seq: number | null }>(sql`
    with below as (
      select 0 as level, index, sha256('\\x00'::bytea || ${bytes("hash")}) as hash from leaves union all select level, index, ${bytes("hash")} from nodes
    ), should as (
      select l.level + 1 as level, l.index / 2 as index, encode(sha256('\\x01'::bytea || l.hash || r.hash), 'hex') as hash
        from below l join below r on r.level = l.level and r.index = l.index + 1 where l.index % 2 = 0
    ), differing as (
      select level, index, case when n.hash is null then 'missingRow' when s.hash is null then 'surplusRow' else 'differs' end as code
        from should s full join nodes n using (level, index) where n.hash is distinct from s.hash
    )
    select d.level, d.index, d.code, l.stream, l.seq from differing d left join leaves l on l.index = d.index::bigint * (1 << d.level) order by d.level, d.index limit ${most}`);
  return found.map(({ level, index, code, stream, seq }) => ({ stream: stream ?? wholeLog, seq: seq ?? 0, field: `nodes[${level}/${index}]`, code }));
}
