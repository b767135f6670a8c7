import { afterAll, beforeAll, expect, test } from "vitest";
import { readCheckpoint } from "../../lib/audit/checkpoint.ts";
import { eventLeaf } from "../../lib/audit/merkle.ts";
import { isConsistent, isIncluded } from "../../lib/audit/merkle-check.ts";
import { isSignedBy, readNote, readVerifier } from "../../lib/audit/signed-note.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { rotateLogKey } from "../../lib/server/publish-log-key.ts";
import type { World } from "../db/demo-world.ts";
import { smallRecord } from "../db/small-record.ts";
import { call } from "./api-world.ts";
import { GET as sealRoute } from "@/app/api/v1/log/seal/route";

let world: World;
const seals: { size: number; root: string; note: string; sealedAt: string }[] = [];
const get = (what: string, query = "", language?: string) => call(`GET /api/v1/log/${what}`, `/api/v1/log/${what}${query}`, { language });

beforeAll(async () => {
  world = await smallRecord();
});
afterAll(() => world.stop());

test("before the first seal there is none, and no proof of anything", async () => {
  const [event] = await world.owner<{ name: string }[]>`select stream || '/' || seq as name from events limit 1`;
  expect((await get("seal")).status).toBe(404);
  expect((await get("proof", `?event=${event?.name}`)).status).toBe(404);
  expect((await get("keys")).body).toEqual({ items: [] });
  expect((await get("consistency", "?from=0")).body).toMatchObject({ to: { size: 0 }, proof: [] });
});

test("a seal is a signed note of its size and root, which its keys verify, and stays to be had", async () => {
  await sealAll();
  seals.push((await get("seal")).body);
  await rotateLogKey({ compromised: false });
  await sealAll();
  seals.push((await get("seal")).body);
  const { items } = (await get("keys")).body as { items: { verifier: string }[] };
  expect(items).toHaveLength(2);
  const keys = items.map(({ verifier }) => readVerifier(verifier));
  for (const [at, { size, root, note, sealedAt }] of seals.entries()) {
    const read = readNote(note);
    const signer = keys[1 - at];
    expect(read && readCheckpoint(read.text)).toMatchObject({ size, root, at: sealedAt });
    expect(read && signer && isSignedBy(read, signer)).toBe(true);
    expect((await get("seal", `?size=${size}`)).body).toEqual(seals[at]);
  }
  expect((await get("seal", "?size=1")).status).toBe(404);
});

test("whoever asks for plain text first gets the note alone, byte by byte, and everybody else the object", async () => {
  const { note } = seals.at(-1) ?? {};
  const asked = async (accept: string) => {
    const response = await sealRoute(new Request("http://localhost:3000/api/v1/log/seal", { headers: { accept } }), { params: Promise.resolve({}) });
    return [response.headers.get("content-type"), response.headers.get("access-control-allow-origin"), await response.text()];
  };
  for (const accept of ["text/plain", "text/plain; charset=utf-8", "text/plain, */*;q=0.1"]) expect(await asked(accept)).toEqual(["text/plain; charset=utf-8", "*", note]);
  for (const accept of ["*/*", "application/json", "application/json, text/plain, */*", "text/html,*/*"]) expect(JSON.parse((await asked(accept))[2] ?? "")).toEqual(seals.at(-1));
});

test("any event is proven by its name or by its hash, and what comes out names nobody", async () => {
  const events = await world.owner<{ name: string; hash: string }[]>`(select stream || '/' || seq as name, hash from events where stream like 'request:%' order by hash limit 5) union all (select stream || '/' || seq, hash from events where stream like 'config:%' order by hash limit 5)`;
  for (const { name, hash } of events) {
    const { body, response } = await get("proof", `?event=${name}`);
    expect(body).toMatchObject({ hash, leaf: eventLeaf(hash), note: seals.at(-1)?.note });
    expect(isIncluded(body)).toBe(true);
    expect(isIncluded({ ...body, leaf: eventLeaf(body.leaf) })).toBe(false);
    expect((await get("proof", `?event=${hash}`)).body).toEqual(body);
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("the log of each size is the beginning of the log of any larger one", async () => {
  const [older, newer] = seals;
  const { body } = await get("consistency", `?from=${older?.size}`);
  expect([body.from, body.to]).toEqual([older, newer].map((seal) => ({ size: seal?.size, root: seal?.root })));
  for (const from of [0, 1, 7, (older?.size ?? 0) - 1]) {
    const answer = (await get("consistency", `?from=${from}&to=${older?.size}`)).body;
    expect(isConsistent(answer)).toBe(true);
    expect(answer.proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(answer.to.size)) + 1);
  }
});

test("what is not there, or is no name, is said in words", async () => {
  const largest = seals.at(-1)?.size ?? 0;
  for (const query of ["?event=request:019a0000-0000-7000-8000-000000000000/1", `?event=${"0".repeat(64)}`, "?event=request:x/1"]) expect([query, (await get("proof", query)).status]).toEqual([query, 404]);
  for (const query of ["", "?event=", "?event=request:x", "?event=request:x/0", "?event=x/1", "?event=request:x/99999999999", "?event=%00", "?event=request:%00/1", "?event=request:x%1F/1", "?event=a:b/1&event=a:b/1", "?other=1", `?event=${"x".repeat(5000)}`]) expect([query, (await get("proof", query)).status]).toEqual([query, 400]);
  for (const query of ["", "?from=", "?from=x", "?from=-1", "?from=1.5", "?from=01", `?from=${largest + 1}`, `?from=0&to=${largest + 1}`, "?from=5&to=4", "?from=99999999999", "?to=4"]) expect([query, (await get("consistency", query)).status]).toEqual([query, 400]);
  for (const query of ["?size=x", "?size=", "?size=1&size=1", "?sise=1"]) expect([query, (await get("seal", query)).status]).toEqual([query, 400]);
  const said = await Promise.all(["en", "zh-Hant", "zh-Hans", "pt"].map(async (language) => (await get("proof", "?event=x", language)).body.detail));
  expect(new Set(said).size).toBe(4);
  expect(said[0]).toContain("its stream, a slash and its number");
  expect((await get("consistency", `?from=0&to=${largest + 1}`)).body.refusals).toEqual([expect.objectContaining({ path: "to", message: expect.stringContaining(String(largest)) })]);
});

test("the first proof after the log has grown is that of the log as it is then", async () => {
  const before = (await get("consistency", "?from=1")).body;
  await rotateLogKey({ compromised: false });
  await sealAll();
  const { size, root } = (await get("seal")).body;
  expect(size).toBeGreaterThan(before.to.size);
  for (const from of [1, before.to.size]) {
    const answer = (await get("consistency", `?from=${from}`)).body;
    expect(answer.to).toEqual({ size, root });
    expect(isConsistent(answer)).toBe(true);
  }
  expect((await get("consistency", `?from=1&to=${before.to.size}`)).body).toEqual(before);
});

test("an event that waits for its seal has no proof yet, and the answer says so, as it does of one that there never was", async () => {
  await rotateLogKey({ compromised: false });
  const [waiting] = await world.owner<{ name: string }[]>`select stream || '/' || seq as name from seal_queue limit 1`;
  for (const event of [waiting?.name, "request:019a0000-0000-7000-8000-000000000000/1"]) {
    const said = await Promise.all(["en", "zh-Hant", "zh-Hans", "pt"].map((language) => get("proof", `?event=${event}`, language)));
    expect(said.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(said.map(({ body }) => body.detail)).size).toBe(4);
    expect(said[0]?.body.detail).toContain("waits for its seal");
  }
  await sealAll();
  expect((await get("proof", `?event=${waiting?.name}`)).status).toBe(200);
});
