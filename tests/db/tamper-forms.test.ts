import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "../../db/client.ts";
import { newHead } from "../../db/log.ts";
import { readNodes } from "../../db/tree-nodes.ts";
import { type Problem, verify } from "../../db/verify.ts";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import { checkpointText } from "../../lib/audit/checkpoint.ts";
import { completeNodes, eventLeaf, grown, joined, nodeKey } from "../../lib/audit/merkle.ts";
import { signNote } from "../../lib/audit/signed-note.ts";
import { newestLogKey } from "../../lib/server/log-keys.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

/* Whoever owns the tables writes the same another way, once more, or where nobody looks. */

const system = { kind: "system" } as const;
const nobody = "0190ffff-0000-7000-8000-000000000001";
let world: World;
let request: string;

beforeAll(async () => {
  world = await smallRecord();
  await sealAll();
  request = (await world.owner<{ id: string }[]>`select request_id as id from permits order by 1 limit 1`)[0]?.id ?? "";
  await world.owner`alter table leaves drop constraint leaves_event`;
});
afterAll(() => world.stop());

test.each([
  ["in capitals", "upper(salt)"],
  ["with something behind it that decodes to nothing", "salt || 'zz'"],
  ["with half a byte more", "salt || 'a'"],
])("a salt of words that was written %s is told, though the words have their digest", async (_, salt) => {
  const [words] = await world.owner<{ digest: string }[]>`select data -> 'title' ->> 'digest' as digest from events where request_id = ${request} and seq = 1`;
  const digest = words?.digest ?? "";
  expect(await found((sql) => sql`update texts set salt = ${sql.unsafe(salt)} where request_id = ${request} and digest = ${digest}`)).toEqual([{ stream: `request:${request}`, seq: 1, field: `texts[${digest}].salt`, code: "differs" }]);
});

test.each([
  ["line breaks of Windows", "replace(note, E'\\n', E'\\r\\n')"],
  ["a byte order mark", "E'\\uFEFF' || note"],
  ["lines after its end", "note || E'\\n \\n'"],
  ["no line break at its end", "rtrim(note, E'\\n')"],
  ["its signature twice", "note || split_part(note, E'\\n\\n', 2)"],
  ["no signature", "split_part(note, E'\\n\\n', 1) || E'\\n\\n'"],
  ["the signature of a stranger beside ours", "note || '— other.example/log ' || rtrim(replace(encode(decode(repeat('ab', 68), 'hex'), 'base64'), E'\\n', '')) || E'\\n'"],
])("a seal that was given %s is told", async (_, note) => {
  const [seal] = await world.owner<{ size: number }[]>`select size from seals order by size limit 1`;
  const size = seal?.size ?? 0;
  expect(await found((sql) => sql`update seals set note = ${sql.unsafe(note)} where size = ${size}`)).toContainEqual(expect.objectContaining({ stream: "log", seq: size, field: `seals[${size}].note` }));
});

test("an event that has two leaves is told, under nodes that fit and a seal that is signed", async () => {
  const [first] = await world.owner<{ stream: string; seq: number; size: number }[]>`select l.stream, l.seq, t.size from leaves l, tree t where l.index = 0`;
  const { size = 0, ...event } = first ?? {};
  expect(await found(leafOnceMore)).toEqual([{ ...event, field: `leaves[${size}]`, code: "sealedTwice" }]);
});

test("a chain of a kind that nobody reads is told, however well it is made and queued", async () => {
  const strange = [`secret:${nobody}`, `request:${nobody} `, `account:hku:goods:2026:${nobody}`];
  const problems = await found(async (sql) => {
    for (const stream of strange) await beginChain(sql, stream);
  });
  expect(problems).toHaveLength(strange.length);
  for (const stream of strange) expect(problems).toContainEqual({ stream, seq: 1, field: "stream", code: "unknownStream" });
});

test("a head of a chain that never began is told: it would keep whoever begins it out", async () => {
  const { stream, hash } = newHead(nobody);
  expect(await found((sql) => sql`insert into heads values (${nobody}, ${stream}, 0, ${hash})`)).toEqual([{ stream, seq: 0, field: "head", code: "surplusRow" }]);
});

test("an amount that is written with other places after the point is told, though it is as much", async () => {
  const problems = await found((sql) => sql`update permits set limit_value = (limit_value::text || case when limit_value = trunc(limit_value) then '.0' else '0' end)::numeric where request_id = ${request}`);
  expect(problems).toContainEqual(expect.objectContaining({ stream: `request:${request}`, field: "permits.limit_value", code: "differs" }));
});

test("a wall that was taken down is told: row security, a trigger, or a right to change what is only added to", async () => {
  const down: readonly (readonly [take: string, put: string, field: string, code: string])[] = [
    ["alter table texts disable row level security", "alter table texts enable row level security", "texts", "rowSecurityOff"],
    ["alter table audit_entries disable trigger entry_audited", "alter table audit_entries enable trigger entry_audited", "audit_entries.entry_audited", "triggerOff"],
    ["grant update (at) on events to public", "revoke update (at) on events from public", "events", "mayBeChanged"],
    ["grant delete on seals to public", "revoke delete on seals from public", "seals", "mayBeChanged"],
  ];
  expect((await verify(undefined, { walls: true })).problems).toEqual([]);
  for (const [take] of down) await world.owner.unsafe(take);
  const { problems } = await verify(undefined, { walls: true });
  for (const [, put] of down) await world.owner.unsafe(put);
  expect(problems).toEqual(down.map(([, , field, code]) => ({ stream: "database", seq: 0, field, code })).toSorted((a, b) => (a.field < b.field ? -1 : 1)));
});

/** The first leaf as the last one too, with the nodes above it and a seal by our key. */
async function leafOnceMore(sql: postgres.Sql): Promise<void> {
  const [leaf] = await sql<{ hash: string; size: number }[]>`select l.hash, t.size from leaves l, tree t where l.index = 0`;
  const { hash = "", size = 0 } = leaf ?? {};
  const edge = completeNodes({ start: 0, end: size });
  const known = new Map(await asActor(system, (tx) => readNodes(tx, edge)));
  const made = grown(edge.map((node) => known.get(nodeKey(node)) ?? ""), size, [eventLeaf(hash)]);
  for (const node of made) known.set(nodeKey(node), node.hash);
  const root = joined(completeNodes({ start: 0, end: size + 1 }).map((node) => known.get(nodeKey(node)) ?? ""));
  const key = await asActor(system, newestLogKey);
  if (!key) throw new Error("the log has no key");
  const at = new Date().toISOString();
  const note = signNote(checkpointText({ origin: key.verifier.name, size: size + 1, root, at }, size), key.verifier, key.secret);
  await sql`insert into leaves select ${size}, request, stream, seq, hash from leaves where index = 0`;
  for (const node of made.filter(({ level }) => level > 0)) await sql`insert into nodes (level, index, hash) values (${node.level}, ${node.index}, ${node.hash})`;
  await sql`update tree set size = ${size + 1}`;
  await sql`insert into seals (size, root, note, sealed_at) values (${size + 1}, ${root}, ${note}, ${at})`;
}

/** A chain of one event, with its head, as the sealer would take it. */
async function beginChain(sql: postgres.Sql, stream: string): Promise<void> {
  const event = { stream, seq: 1, type: "comment.added", at: new Date().toISOString(), actor: { system: true }, data: {}, salt: "0".repeat(32) };
  const digest = digestOf(event);
  const hash = hashAfter(genesis, digest);
  await sql`insert into events (request_id, stream, seq, type, at, actor, data, salt, prev, digest, hash) values (${nobody}, ${stream}, 1, ${event.type}, ${event.at}, '{"system": true}', '{}', ${event.salt}, ${genesis}, ${digest}, ${hash})`;
  await sql`insert into heads values (${nobody}, ${stream}, 1, ${hash})`;
  await sql`insert into seal_queue values (${nobody}, ${stream}, 1)`;
}

/** What verify says once the owner has done this; afterwards everything is put back. */
async function found(tamper: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<readonly Problem[]> {
  const tables = ["events", "heads", "texts", "permits", "leaves", "nodes", "seals", "tree", "seal_queue"];
  for (const table of tables) await world.owner.unsafe(`create table kept_${table} as table ${table}`);
  await tamper(world.owner);
  const { problems } = await verify();
  await world.owner.begin(async (sql: postgres.TransactionSql) => {
    for (const table of tables) await sql.unsafe(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`);
  });
  return problems;
}
