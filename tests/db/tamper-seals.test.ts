import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "../../db/client.ts";
import { configurationId, keepChange } from "../../db/configure.ts";
import { checkKeptSeal } from "../../db/verify-kept-seal.ts";
import { rootsOf } from "../../db/verify-seals.ts";
import { type Besides, type Problem, verify } from "../../db/verify.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import { checkpointText, readCheckpoint } from "../../lib/audit/checkpoint.ts";
import { readNote, signNote } from "../../lib/audit/signed-note.ts";
import { documentStore, keptDocument } from "../../lib/server/document-store.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { newestLogKey } from "../../lib/server/log-keys.ts";
import { personActor } from "../../lib/server/person.ts";
import { rotateLogKey } from "../../lib/server/publish-log-key.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { causeway } from "../support/causeway.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

/* Whoever owns the tables, and knows how chains are made, changes what is sealed. */

const system = { kind: "system" } as const;
const kept = ["events", "heads", "texts", "requests", "steps", "requirements", "obligations", "permits", "movements", "documents", "request_access", "leaves", "nodes", "seals", "tree", "log_keys", "seal_queue", "audit_entries"];
const role = (id: string) => `config:${configurationId(`role:${id}`)}`;
const folder = mkdtempSync(join(tmpdir(), "causeway-tamper-"));
let world: World;
/** Two requests that went all the way. */
let requests: string[];
/** A seal that somebody kept elsewhere. */
let note: string;

beforeAll(async () => {
  process.env.CAUSEWAY_DATA = folder;
  world = await smallRecord();
  await sealAll();
  requests = (await world.owner<{ id: string }[]>`select distinct request_id as id from permits order by 1 limit 2`).map(({ id }) => id);
  note = (await world.owner<{ note: string }[]>`select note from seals order by size desc limit 1`)[0]?.note ?? "";
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

test("what nobody touched verifies, and goes on from the seal that was kept, also under a new key", async () => {
  await rotateLogKey({ compromised: false });
  await sealAll();
  const mail = `Subject: The newest seal\r\n\r\n${note.replaceAll("\n", "\r\n")}\r\nCauseway\r\n`;
  const answer = JSON.stringify({ size: sizeOf(note).size, note });
  const packed = `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(mail).toString("base64").replaceAll(/.{76}/g, "$&\r\n")}\r\n`;
  for (const keptSeal of [note, mail, answer, packed, note.replaceAll("\n", " ")]) expect(await verify(undefined, { keptSeal })).toMatchObject({ ok: true, problems: [], seal: { code: "extends", ...sizeOf(note) } });
});

test("what was written anew with chains that fit, taken away without a trace, put in or brought into another order is told by the tree, with the first event that is not as it was sealed", async () => {
  const [gone = "", cut = ""] = requests;
  const [last] = await world.owner<{ seq: number }[]>`select max(seq) as seq from events where request_id = ${cut}`;
  const end = last?.seq ?? 0;
  const problems = await found(async (sql) => {
    for (const table of ["events", "heads", "texts", "requests", "steps", "requirements", "obligations", "permits", "movements", "documents", "request_access"]) await sql.unsafe(`delete from ${table} where request_id = $1`, [gone]);
    await sql`delete from events where request_id = ${cut} and seq = ${end}`;
    await sql`update heads set seq = ${end - 1}, hash = (select hash from events where request_id = ${cut} and seq = ${end - 1}) where request_id = ${cut}`;
    await sql`update events set actor = '{"person": "00000000-0000-7000-8000-000000000000", "desk": null}' where stream = ${role("desk-officer")} and seq = 1`;
    await chainAnew(sql, role("desk-officer"));
    await sql`insert into events select request_id, stream, 2, type, at, actor, data, repeat('0', 32), prev, digest, hash from events where stream = ${role("researcher")}`;
    await chainAnew(sql, role("researcher"));
  });
  expect(problems).toContainEqual({ stream: `request:${gone}`, seq: 1, field: "seq", code: "sealedAndGone" });
  expect(problems).toContainEqual({ stream: `request:${cut}`, seq: end, field: "seq", code: "sealedAndGone" });
  expect(problems).toContainEqual({ stream: role("desk-officer"), seq: 1, field: "hash", code: "sealedOtherwise" });
  expect(problems).toContainEqual({ stream: role("researcher"), seq: 2, field: "leaf", code: "notQueued" });
});

test("leaves, nodes, seals and keys that were changed or forged are told themselves", async () => {
  const [first, second] = await world.owner<{ size: number; note: string }[]>`select size, note from seals order by size`;
  const [key] = await world.owner<{ id: string }[]>`select id from log_keys order by created_at limit 1`;
  const [leaf] = await world.owner<{ stream: string; seq: number }[]>`select stream, seq from leaves where index = 4`;
  const problems = await found(async (sql) => {
    await sql`update leaves set hash = repeat('a', 64) where index = 4`;
    await sql`update nodes set hash = 'no hash' where level = 3 and index = 1`;
    await sql`delete from nodes where level = 1 and index = 20`;
    await sql`update log_keys set x = repeat('A', 43) where id = ${key?.id ?? ""}`;
    await sql`update seals set root = repeat('b', 64) where size = ${second?.size ?? 0}`;
  });
  expect(problems).toContainEqual({ ...leaf, field: "hash", code: "sealedOtherwise" });
  expect(problems).toContainEqual({ ...leaf, field: "nodes[1/2]", code: "differs" });
  expect(problems).toContainEqual(expect.objectContaining({ field: "nodes[3/1]", code: "differs" }));
  expect(problems).toContainEqual(expect.objectContaining({ field: "nodes[1/20]", code: "missingRow" }));
  expect(problems).toContainEqual(expect.objectContaining({ field: `log_keys[${key?.id}].x`, code: "differs" }));
  expect(problems).toContainEqual({ stream: "log", seq: first?.size, field: `seals[${first?.size}].note`, code: "badSignature" });
  expect(problems).toContainEqual(expect.objectContaining({ field: `seals[${second?.size}].root`, code: "rootDiffers" }));
});

test("a log that was forked under its own key is told by the seals of the other branch", async () => {
  const forged = await sealed({ size: sizeOf(note).size - 1, root: "c".repeat(64) });
  const problems = await found((sql) => sql`insert into seals values (${forged.size}, ${forged.root}, ${forged.note}, ${forged.at})`, { keptSeal: forged.note });
  expect(problems).toContainEqual(expect.objectContaining({ field: `seals[${forged.size}].root`, code: "rootDiffers" }));
  expect(problems).toContainEqual({ stream: "log", seq: forged.size, field: "seal", code: "notExtended" });
});

test("a seal that speaks for another log is told, though our key signed it; so is another name of the log", async () => {
  const [newest] = await world.owner<{ size: number; root: string }[]>`select size, root from seals order by size desc limit 1`;
  const { size = 0, root = "" } = newest ?? {};
  const [{ after = 0 } = {}] = await world.owner<{ after: number }[]>`select coalesce(max(size), 0) as after from seals where size < ${size}`;
  const forged = await sealed({ size, root, origin: "elsewhere.example/log/1", after });
  expect(await found((sql) => sql`update seals set note = ${forged.note}, sealed_at = ${forged.at} where size = ${size}`)).toEqual([{ stream: "log", seq: size, field: `seals[${size}].note`, code: "otherLog" }]);
  expect(await found((sql) => sql`update tree set origin = 'elsewhere.example/log/1'`)).toEqual([{ stream: "log", seq: size, field: "tree.origin", code: "differs" }]);
  expect(await found((sql) => sql`update tree set origin = null`)).toEqual([{ stream: "log", seq: size, field: "tree.origin", code: "differs" }]);
});

test("a seal that was taken out of the middle, or put in by whoever has the key, is told by the next one that is left", async () => {
  for (const ids of [["one"], ["two", "three"], ["four"]]) {
    for (const id of ids) await asActor(system, (tx) => keepChange(tx, { of: "role", id, permissions: [] }, { actor: { system: true }, at: new Date().toISOString() }));
    await sealAll();
  }
  const [, { size: middle = 0 } = {}, { size: first = 0 } = {}] = await world.owner<{ size: number }[]>`select size from seals order by size desc limit 3`;
  expect(await found((sql) => sql`delete from seals where size = ${middle}`)).toEqual([{ stream: "log", seq: middle, field: `seals[${middle}]`, code: "missingRow" }]);
  expect(await found((sql) => sql`delete from seals where size < ${middle}`)).toEqual([{ stream: "log", seq: first, field: `seals[${first}]`, code: "missingRow" }]);
  const [newest] = await world.owner<{ size: number; root: string }[]>`select size, root from seals order by size desc limit 1`;
  const silent = await sealed({ size: newest?.size ?? 0, root: newest?.root ?? "" });
  expect(await found((sql) => sql`with gone as (delete from seals where size = ${middle}) update seals set note = ${silent.note}, sealed_at = ${silent.at} where size = ${silent.size}`)).toEqual([{ stream: "log", seq: silent.size, field: `seals[${silent.size}].note`, code: "brokenLink" }]);
  const [between = 0, roots] = [middle - 1, await asActor(system, (tx) => rootsOf(tx, [middle - 1]))];
  const forged = await sealed({ size: between, root: roots.get(between) ?? "" });
  expect(await found((sql) => sql`insert into seals values (${forged.size}, ${forged.root}, ${forged.note}, ${forged.at})`)).toContainEqual({ stream: "log", seq: between, field: `seals[${between}]`, code: "surplusRow" });
});

test("a clock that was set back is told, on events and on seals", async () => {
  const at = new Date(Date.now() - 3_600_000);
  const problems = await found(async () => {
    const change: Change = { of: "role", id: "late", permissions: [] };
    await asActor(system, (tx) => keepChange(tx, change, { actor: { system: true }, at: new Date().toISOString() }));
    await asActor(system, (tx) => keepChange(tx, change, { actor: { system: true }, at: at.toISOString() }));
    await sealAll(undefined, () => at);
  });
  expect(problems).toEqual([
    { stream: role("late"), seq: 2, field: "at", code: "timeReversed" },
    { stream: "log", seq: expect.any(Number), field: expect.stringMatching(/^seals\[\d+\]\.sealed_at$/), code: "timeReversed" },
  ]);
  await world.owner`delete from roles where id = 'late'`;
});

test("log and seals written anew with the key in hand hold in themselves: only a seal that was kept elsewhere tells", async () => {
  let alone: readonly Problem[] | undefined;
  let command: { readonly code: number | null; readonly out: string } | undefined;
  const problems = await found(
    async (sql) => {
      await sql`update events set salt = repeat('0', 32) where stream = ${role("desk-officer")} and seq = 1`;
      await chainAnew(sql, role("desk-officer"));
      for (const table of ["leaves", "nodes", "seals", "seal_queue"]) await sql.unsafe(`delete from ${table}`);
      await sql`update tree set size = 0`;
      await sql`insert into seal_queue (request_id, stream, seq) select request_id, stream, seq from events`;
    },
    { keptSeal: note },
    async () => {
      await sealAll();
      alone = (await verify()).problems;
      const file = join(folder, "kept.seal");
      writeFileSync(file, note);
      command = await causeway(["verify", "--seal", file], { DATABASE_URL: world.url, AUTH_SECRET: process.env.AUTH_SECRET, CAUSEWAY_DATA: folder });
    },
  );
  expect(alone).toEqual([]);
  expect(problems).toEqual([{ stream: "log", seq: sizeOf(note).size, field: "seal", code: "notExtended" }]);
  expect(command?.code).toBe(1);
  expect(command?.out).toContain("Only this seal tells.");
});

describe("a kept seal", () => {
  const asked = async (keptSeal: string) => (await asActor(system, (tx) => checkKeptSeal(tx, keptSeal))).code;

  test("that is none, of another log, changed, or of more than there is, is told as that", async () => {
    const other = checkpointText({ ...head(note), origin: "elsewhere.example/log/1" });
    const answers = {
      "what is this": "notANote",
      [note.replace(/^[^\n]+/, "elsewhere.example/log/1")]: "otherLog",
      [`${other}\n— elsewhere.example/log/1 ${Buffer.alloc(68).toString("base64")}\n`]: "otherLog",
      [note.replace(/\n\d+\n/, "\n7\n")]: "badSignature",
      [note.replace(/— (\S+) \S+/, `— $1 ${Buffer.alloc(68).toString("base64")}`)]: "unknownKey",
      [(await sealed({ size: 1_000_000, root: "d".repeat(64) })).note]: "largerThanLog",
    };
    for (const [text, code] of Object.entries(answers)) expect([text, await asked(text)]).toEqual([text, code]);
  });

  test("by a stolen key counts up to the size at which the key was withdrawn", async () => {
    const before = await sealed({ size: sizeOf(note).size, root: head(note).root });
    const sign = await signer();
    await rotateLogKey({ compromised: true });
    await sealAll();
    const [newest] = await world.owner<{ size: number; root: string }[]>`select size, root from seals order by size desc limit 1`;
    const later = sign({ size: newest?.size ?? 0, root: newest?.root ?? "" });
    expect([await asked(before.note), await asked(note), await asked(later.note)]).toEqual(["extends", "extends", "keyWithdrawn"]);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });
});

test("a byte of a paper, or the paper, is told with the event that attached it; so are answers that were changed", async () => {
  const [request = ""] = requests;
  const [row] = await world.owner<{ email: string }[]>`select p.email from requests r join people p on p.id = r.requester where r.request_id = ${request}`;
  const requester = await personActor(row?.email ?? "");
  if (!requester) throw new Error("nobody made the request");
  const attached = await attachDocument(requester, request, { name: "Late.pdf", bytes: Buffer.from("%PDF-1.7\nA late paper.\n"), paper: null, commandId: newId() });
  if (!isAccepted(attached) || !("document" in attached)) throw new Error(JSON.stringify(attached));
  const id = attached.document?.id ?? "";
  const seq = attached.events[0]?.seq;
  const stream = `request:${request}`;
  const store = documentStore();
  const readDocument = (requestId: string, documentId: string) => keptDocument(store, requestId, documentId);
  expect(await verify(undefined, { readDocument })).toMatchObject({ ok: true });
  const path = join(folder, "documents", request, id);
  writeFileSync(path, readFileSync(path, "latin1").replace("late", "lame"), "latin1");
  const problems = await found((sql) => sql`update texts set body = replace(body, '{', '{ ') where request_id = ${request} and digest = (select data -> 'answers' ->> 'digest' from events where request_id = ${request} and seq = 1)`, { readDocument });
  expect(problems).toContainEqual({ stream, seq, field: `documents[${id}].content`, code: "differs" });
  expect(problems).toContainEqual({ stream, seq: 1, field: "data.answers", code: "wordsAltered" });
  rmSync(path);
  expect((await verify(undefined, { readDocument })).problems).toEqual([{ stream, seq, field: `documents[${id}].content`, code: "missingDocument" }]);
});

test("what waits for its seal is no alarm for ten minutes, and one afterwards; nor is what was queued and is gone forgotten", async () => {
  const queue = () => asActor(system, (tx) => keepChange(tx, { of: "role", id: "waiting", permissions: [] }, { actor: { system: true }, at: new Date().toISOString() }));
  await sealAll();
  await queue();
  expect((await verify()).problems).toEqual([]);
  const problems = await found(async (sql) => {
    await sql`update seal_queue set queued_at = now() - interval '11 minutes'`;
    await sql`insert into seal_queue (request_id, stream, seq) values ('00000000-0000-7000-8000-000000000001', 'request:00000000-0000-7000-8000-000000000001', 3)`;
  });
  expect(problems).toEqual([{ stream: role("waiting"), seq: 1, field: "leaf", code: "unsealed" }, { stream: "request:00000000-0000-7000-8000-000000000001", seq: 3, field: "seq", code: "queuedAndGone" }]);
});

/** What verify says once the owner has done this; afterwards everything is put back. */
async function found(tamper: (sql: postgres.Sql) => Promise<unknown>, besides: Besides = {}, then?: () => Promise<void>): Promise<readonly Problem[]> {
  for (const table of kept) await world.owner.unsafe(`create table kept_${table} as table ${table}`);
  await tamper(world.owner);
  await then?.();
  const { problems } = await verify(undefined, besides);
  await world.owner.begin(async (sql: postgres.TransactionSql) => {
    for (const table of kept) await sql.unsafe(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`);
  });
  return problems;
}

/** Gives a chain digests, hashes and a head that fit what its events say now. */
async function chainAnew(sql: postgres.Sql, stream: string): Promise<void> {
  let hash = genesis;
  let seq = 0;
  for (const event of await sql`select * from events where stream = ${stream} order by seq`) {
    const { type, actor, data, salt, at } = event as unknown as { type: string; actor: unknown; data: unknown; salt: string; at: Date };
    const digest = digestOf({ stream, seq: event.seq as number, type, at: at.toISOString(), actor, data, salt });
    const prev = hash;
    hash = hashAfter(prev, digest);
    seq = event.seq as number;
    await sql`update events set digest = ${digest}, prev = ${prev}, hash = ${hash} where stream = ${stream} and seq = ${seq}`;
  }
  await sql`update heads set seq = ${seq}, hash = ${hash} where stream = ${stream}`;
}

/** A seal as whoever has the key can make it. */
async function sealed(said: { readonly size: number; readonly root: string; readonly origin?: string; readonly after?: number }) {
  return (await signer())(said);
}

async function signer() {
  const key = await asActor(system, newestLogKey);
  if (!key) throw new Error("the log has no key");
  return ({ size, root, origin = key.verifier.name, after }: { readonly size: number; readonly root: string; readonly origin?: string; readonly after?: number }) => {
    const at = new Date().toISOString();
    return { size, root, at, note: signNote(checkpointText({ origin, size, root, at }, after), key.verifier, key.secret) };
  };
}

function head(text: string) {
  const read = readCheckpoint(readNote(text)?.text ?? "");
  if (!read) throw new Error("not a seal");
  return read;
}

function sizeOf(text: string) {
  const { size, root } = head(text);
  return { size, root };
}
