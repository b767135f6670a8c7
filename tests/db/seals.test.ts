import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { logPublicKeys } from "../../db/queries/log-keys.ts";
import { leafByHash } from "../../db/tree-leaf.ts";
import { readNodes } from "../../db/tree-nodes.ts";
import { readCheckpoint } from "../../lib/audit/checkpoint.ts";
import { eventLeaf, grown, nodeKey, rootOf } from "../../lib/audit/merkle.ts";
import { proofOf } from "../../lib/audit/merkle-proof.ts";
import { isSignedBy, readNote } from "../../lib/audit/signed-note.ts";
import { verifierOf } from "../../lib/server/log-keys.ts";
import { rotateLogKey } from "../../lib/server/publish-log-key.ts";
import { sealAll, sealWaiting } from "../../lib/server/sealer.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

const system = { kind: "system" } as const;
let world: World;
let times = 0;

beforeAll(async () => {
  world = await smallRecord();
});
afterAll(() => world.stop());

test("every event of every stream gets one leaf, in the order of stream and number, and one seal", async () => {
  const [{ events = 0 } = {}] = await world.owner<{ events: number }[]>`select count(*)::int as events from events`;
  // The first seal makes the key that signs, which is an event itself.
  expect(await sealAll()).toBe(events + 1);
  const kinds = await world.owner`select distinct split_part(stream, ':', 1) as kind from leaves order by 1`;
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["config", "request"]));
  await holds();
  expect(await world.owner`select l.index from (select index, row_number() over (order by stream collate "C", seq) - 1 as should from leaves) l where index <> should`).toEqual([]);
});

test("without anything new there is no new seal", async () => {
  expect(await sealAll()).toBe(0);
});

describe("events go on coming", () => {
  test("while several seal at once, each gets one leaf", async () => {
    const writing = Promise.all(Array.from({ length: 40 }, () => happens()));
    const sealed = [sealWaiting(undefined, 7), sealWaiting(undefined, 7), sealWaiting(undefined, 7)];
    await Promise.all([writing, ...sealed]);
    await Promise.all([sealAll(), sealAll(), sealAll()]);
    await sealAll();
    await holds();
  });

  test("what commits late gets its leaf in the next round, and waits for no sealer", async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const late = asActor(system, async (tx) => {
      await happened(tx);
      await held;
    });
    await happens();
    expect(await sealAll()).toBe(1);
    commit();
    await late;
    expect(await sealAll()).toBe(1);
    await holds();
  });

  test("an event is appended while the tree is locked", async () => {
    await world.owner.begin(async (sql) => {
      await sql`select from tree for update`;
      await happens();
      expect(await sealWaiting()).toBe(0);
    });
    expect(await sealAll()).toBe(1);
  });

  test("what is queued a second time becomes no second leaf, and holds nothing up", async () => {
    await world.owner`insert into seal_queue (request_id, stream, seq) select request, stream, seq from leaves limit 3`;
    await happens();
    expect(await sealAll()).toBe(1);
    await holds();
  });
});

test("a sealer that is killed in the middle loses and doubles nothing", async () => {
  await Promise.all(Array.from({ length: 25 }, () => happens()));
  const child = spawn(process.execPath, ["--import", "tsx", "tests/db/sealer-to-kill.ts"], { env: process.env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (text) => {
    said += String(text);
    if (said.split("1\n").length > 8) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "close");
  expect(signal).toBe("SIGKILL");
  expect(await sealAll()).toBeGreaterThan(0);
  await holds();
});

test("after a rotation the new key signs, and what the old one signed goes on verifying", async () => {
  const before = await logPublicKeys();
  const id = await rotateLogKey({ compromised: false });
  await sealAll();
  const keys = await logPublicKeys();
  expect(keys.map((key) => [key.id, key.until])).toEqual([[id, null], ...before.map((key) => [key.id, key.until])]);
  expect(new Set(keys.map(({ name }) => name)).size).toBe(1);
  const [newest] = await world.owner<{ note: string }[]>`select note from seals order by size desc limit 1`;
  const note = readNote(newest?.note ?? "");
  expect(note && keys.map((key) => isSignedBy(note, verifierOf(key)))).toEqual([true, false]);
  await holds();
});

test("a key that came into wrong hands counts up to the size that the log had", async () => {
  const [{ size = 0 } = {}] = await world.owner<{ size: number }[]>`select size from tree`;
  const id = await rotateLogKey({ compromised: true });
  await sealAll();
  expect((await logPublicKeys()).map((key) => key.until)).toEqual([null, size, size]);
  expect((await logPublicKeys())[0]?.id).toBe(id);
});

test("the serving role can add to the tree and to its seals, and change or remove none", async () => {
  for (const table of ["leaves", "nodes", "seals", "log_key_secrets"]) {
    await expect(asActor(system, (tx) => tx.execute(`delete from ${table}`)), table).rejects.toThrow();
    await expect(asActor(system, (tx) => tx.execute(`update ${table} set ${table === "log_key_secrets" ? "sealed = ''" : "hash = ''".replace("hash", table === "seals" ? "root" : "hash")}`)), table).rejects.toThrow();
  }
  await expect(asActor(system, (tx) => tx.execute("delete from tree"))).rejects.toThrow();
  await expect(asActor({ kind: "public" }, (tx) => tx.execute("insert into seals values (1, '', '', now())"))).rejects.toThrow();
});

async function happens(): Promise<void> {
  await asActor(system, happened);
}

async function happened(tx: ScopedTx): Promise<void> {
  await keepChange(tx, { of: "role", id: `role-${times++}`, permissions: [] }, { actor: { system: true }, at: new Date().toISOString() });
}

/** Every event has one leaf with its hash, the nodes make the root, and the newest seal says it, signed. */
async function holds(): Promise<void> {
  const rows = await world.owner<{ index: number; hash: string; event: string | null }[]>`select l.index, l.hash, e.hash as event from leaves l full join events e on l.request = e.request_id and l.stream = e.stream and l.seq = e.seq order by l.index`;
  expect(rows.filter(({ hash, event }) => hash !== event)).toEqual([]);
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, at) => at));
  const hashes = rows.map(({ hash }) => eventLeaf(hash));
  const tree = new Map(grown([], 0, hashes).map((node) => [nodeKey(node), node.hash]));
  for (const at of [0, 1, rows.length >> 1, rows.length - 1]) {
    const beside = Array.from({ length: 9 }, (_, level) => nodeKey({ level, index: (at >> level) ^ 1 })).flatMap((key) => tree.get(key) ? [[key, tree.get(key)]] : []);
    expect(await asReader(system, (tx) => leafByHash(tx, { hash: rows[at]?.hash ?? "" }))).toEqual({ index: at, hash: rows[at]?.hash, beside: new Map(beside as [string, string][]) });
  }
  const root = rootOf(hashes);
  expect(await asReader(system, (tx) => proofOf([{ start: 0, end: rows.length }], (nodes) => readNodes(tx, nodes)))).toEqual([root]);
  const [seal] = await world.owner<{ size: number; root: string; note: string }[]>`select size, root, note from seals order by size desc limit 1`;
  expect(seal).toMatchObject({ size: rows.length, root });
  const note = readNote(seal?.note ?? "");
  const keys = await logPublicKeys();
  expect(note && readCheckpoint(note.text)).toMatchObject({ origin: keys[0]?.name, size: rows.length, root });
  expect(note && keys.some((key) => isSignedBy(note, verifierOf(key)))).toBe(true);
  expect(await world.owner`select from seal_queue`).toHaveLength(0);
}
