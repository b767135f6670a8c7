import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";

export type Planted = { readonly stream: string; readonly type: string; readonly actor: object; readonly data: object; readonly at?: string };

/** Puts an entry at the end of a chain as whoever owns the database can: with a digest, a hash and a head that fit. No read table learns of it. */
export async function plant(owner: postgres.Sql, { stream, type, actor, data, at = new Date().toISOString() }: Planted): Promise<number> {
  const requestId = stream.slice(stream.indexOf(":") + 1);
  const [head] = await owner<{ seq: number; hash: string }[]>`select seq, hash from heads where request_id = ${requestId} and stream = ${stream}`;
  const [seq, prev, salt] = [(head?.seq ?? 0) + 1, head?.hash ?? genesis, randomBytes(16).toString("hex")];
  const digest = digestOf({ stream, seq, type, at, actor, data, salt });
  const hash = hashAfter(prev, digest);
  await owner`insert into events (request_id, stream, seq, type, at, actor, data, salt, prev, digest, hash) values (${requestId}, ${stream}, ${seq}, ${type}, ${at}, ${owner.json(actor as never)}, ${owner.json(data as never)}, ${salt}, ${prev}, ${digest}, ${hash})`;
  await owner`insert into heads (request_id, stream, seq, hash) values (${requestId}, ${stream}, ${seq}, ${hash}) on conflict (request_id, stream) do update set seq = excluded.seq, hash = excluded.hash`;
  return seq;
}
