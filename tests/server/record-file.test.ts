import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as sealFile } from "@/app/(public)/seals/[size]/seal.txt/route";
import { POST as checkSeal } from "@/app/(public)/seals/check/route";
import { GET as program } from "@/app/(public)/seals/verify_record.py/route";
import exportRecord from "../../cli/verbs/export.ts";
import type { Io } from "../../cli/verb.ts";
import { sealCount, sealList } from "../../db/queries/seal-list.ts";
import { checkFile } from "../../lib/audit/record-file/check-file.ts";
import { keptSeal } from "../../lib/server/kept-seal.ts";
import { personActor } from "../../lib/server/person.ts";
import { rotateLogKey } from "../../lib/server/publish-log-key.ts";
import { recordFile, requestFile } from "../../lib/server/record-file.ts";
import { sealAll, sealWaiting } from "../../lib/server/sealer.ts";
import type { World } from "../db/demo-world.ts";
import { smallRecord } from "../db/small-record.ts";
import { scratchFolder } from "../support/scratch.ts";
import { call, keyOf } from "./api-world.ts";
import { inRequest } from "./forms-world.ts";

let world: World;
let id = "";
let older = "";
const folder = scratchFolder();
const system = { kind: "system" } as const;
const routeOf = (request: string) => ["GET /api/v1/requests/{id}/export", `/api/v1/requests/${request}/export`] as const;

beforeAll(async () => {
  world = await smallRecord();
  await sealWaiting(undefined, 50);
  [{ note: older = "" } = {}] = await world.owner<{ note: string }[]>`select note from seals order by size limit 1`;
  await rotateLogKey({ compromised: false });
  await sealAll();
  [{ id = "" } = {}] = await world.owner<{ id: string }[]>`select request_id::text as id from events where type = 'comment.added' limit 1`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.stop();
});

async function textOf(lines: AsyncGenerator<string> | null): Promise<string> {
  let text = "";
  for await (const line of lines ?? []) text += line;
  return text;
}

function verdictOn(text: string, kept: string | null = null) {
  const check = checkFile(kept);
  for (const line of text.trimEnd().split("\n")) check.bytes(Buffer.from(line), 0, Buffer.byteLength(line));
  return check.end();
}

describe("the file of the whole record", () => {
  test("holds every event, and holds, against a seal of an older key too", async () => {
    const [counted] = await world.owner<{ events: number; streams: number }[]>`select count(*)::int as events, count(distinct stream)::int as streams from events`;
    const found = verdictOn(await textOf(recordFile()), older);
    expect(found.problems).toEqual([]);
    expect(found).toMatchObject({ ok: true, scope: "all", ...counted, unsealed: 0, withheld: { events: 0, words: 0 } });
    expect(found.kept?.size).toBeLessThan(found.seal?.size ?? 0);
  });

  test("shows what somebody with every right did to the database", async () => {
    const done = async (edit: string, undo: string) => {
      await world.owner.unsafe(edit);
      const { problems } = verdictOn(await textOf(recordFile()));
      await world.owner.unsafe(undo);
      return problems.map(({ stream, seq, field, code }) => `${stream} ${seq} ${field} ${code}`);
    };
    const stream = `request:${id}`;
    expect(await done(`update events set type = type || 'x' where request_id = '${id}' and seq = 2`, `update events set type = rtrim(type, 'x') where request_id = '${id}' and seq = 2`)).toContain(`${stream} 2 content altered`);
    expect(await done(`create table gone as select * from events where request_id = '${id}'; delete from events where request_id = '${id}'`, "insert into events select * from gone; drop table gone")).toContain(`${stream} 1 seq missingEvent`);
    expect(await done(`update texts set body = body || ' ' where request_id = '${id}'`, `update texts set body = left(body, -1) where request_id = '${id}'`)).toContain(`${stream} 1 data.title wordsAltered`);
    expect(await done(`create table gone as select * from heads where request_id = '${id}'; delete from heads where request_id = '${id}'`, "insert into heads select * from gone; drop table gone")).toEqual([expect.stringMatching(/head headDiffers$/)]);
    expect(verdictOn(await textOf(recordFile())).ok).toBe(true);
  });
});

describe("the file of one request", () => {
  test("shows the operator everything, with a proof for each event", async () => {
    const text = await textOf(await requestFile(system, id, { from: 50 }));
    expect(verdictOn(text, older)).toMatchObject({ ok: true, scope: "request", streams: 1, unsealed: 0, withheld: { events: 0, words: 0 }, kept: { size: 50 } });
  });

  test("shows others what they may see, and of the rest what their copy needs", async () => {
    const key = await keyOf("researcher@smu.example");
    const { response } = await call(...routeOf(id), { key });
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const text = await response.text();
    const found = verdictOn(text);
    expect(found.problems).toEqual([]);
    const hidden = text.split("\n").filter((line) => line.includes('"withheld":true')).map((line) => Object.keys(JSON.parse(line) as object).toSorted());
    expect(found.withheld.events + found.withheld.words).toBeGreaterThan(0);
    for (const names of hidden.filter((one) => one.includes("withheld"))) expect(names).toEqual(["digest", "hash", "leaf", "line", "proof", "seq", "stream", "withheld"]);
  });

  test("is for whoever sees the request, and for nobody else", async () => {
    expect((await call(...routeOf(id))).status).toBe(401);
    expect((await call(...routeOf(id), { key: await keyOf("researcher@smu.example") })).status).toBe(200);
    expect((await call(...routeOf("019a0000-0000-7000-8000-000000000000"), { key: await keyOf("researcher@smu.example") })).status).toBe(404);
    const [name, path] = routeOf(id);
    expect((await call(name, `${path}?from=-1`, { key: await keyOf("auditor@causeway.example") })).status).toBe(400);
    const auditor = await personActor("auditor@causeway.example");
    expect(verdictOn(await textOf(auditor && (await requestFile(auditor, id)))).ok).toBe(true);
    expect(await requestFile({ kind: "public" }, id)).toBeNull();
  });
});

describe("causeway export", () => {
  const said: string[] = [];
  const io: Io = { line: (text) => void said.push(text), json: (value) => void said.push(JSON.stringify(value)), complain: () => {}, taken: async () => {}, input: async () => "" };

  test("writes a file under a name that nobody has yet, with the program beside it on wish", async () => {
    const out = join(folder, "one.ndjson");
    writeFileSync(join(folder, "seal.txt"), older);
    expect(await exportRecord(["--request", id, "--out", out, "--seal", join(folder, "seal.txt"), "--with-verifier", "--json"], io)).toBe(0);
    expect(verdictOn(readFileSync(out, "utf8"), older).ok).toBe(true);
    expect(JSON.parse(said.at(-1) ?? "")).toMatchObject({ file: out, verifier: join(folder, "verify_record.py") });
    expect(readFileSync(join(folder, "verify_record.py"), "utf8")).toBe(await (await program()).text());
    await expect(exportRecord(["--all", "--out", out], io)).rejects.toThrow("there already");
    const takings = await world.owner<{ what: string; asked: string; person: string | null; rows: number | null }[]>`
      select b ->> 'what' as what, b ->> 'asked' as asked, b ->> 'person' as person, (b ->> 'rows')::int as rows from events e join texts t on t.request_id = e.request_id and t.digest = e.data #>> '{change,digest}', lateral (select t.body::jsonb as b) x
       where e.data ->> 'of' = 'taken-away' and e.actor = '{"system": true}' order by e.at, e.seq`;
    expect([...takings]).toEqual([{ what: "record", asked: id, person: null, rows: null }, { what: "record", asked: id, person: null, rows: readFileSync(out, "utf8").trimEnd().split("\n").length }]);
  });

  test("refuses what it cannot write, and leaves nothing behind", async () => {
    mkdirSync(join(folder, "empty"));
    await expect(exportRecord(["--request", "none", "--out", join(folder, "empty/x")], io)).rejects.toThrow("no request");
    await expect(exportRecord(["--all", "--out", join(folder, "nowhere/x")], io)).rejects.toThrow("cannot be written: its folder does not exist");
    await expect(exportRecord(["--all", "--request", id, "--out", join(folder, "empty/x")], io)).rejects.toMatchObject({ exitCode: 2 });
    expect(await exportRecord(["--all", "--out", join(folder, "empty/all.ndjson")], io)).toBe(0);
    expect(verdictOn(readFileSync(join(folder, "empty/all.ndjson"), "utf8")).ok).toBe(true);
  });
});

describe("a seal that was kept elsewhere", () => {
  const sent = async (fields: Readonly<Record<string, string | File>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const response = await checkSeal(new Request("http://localhost/seals/check", { method: "POST", body }));
    expect(response.status).toBe(303);
    return new URL(response.headers.get("location") ?? "", "http://localhost").searchParams.get("seal") ?? "";
  };

  test("is found in a file, in a mail and in text, and held to today’s log", async () => {
    const mail = `Dear auditor,\r\n\r\n${older.replaceAll("\n", "\r\n")}\r\nCauseway`;
    for (const kept of [await sent({ seal: older }), await sent({ seal: "", file: new File([mail], "mail.eml") }), await sent({ seal: "", file: new File([JSON.stringify({ size: 50, note: older })], "seal.json") })]) expect(await keptSeal(kept)).toMatchObject({ code: "extends", size: 50 });
    expect(await keptSeal(await sent({ seal: older.replace("\n50\n", "\n49\n") }))).toMatchObject({ code: "badSignature" });
  });

  test("is saved from its page as it stands, and found again in that file", async () => {
    const file = (size: string) => inRequest(new Headers(), () => sealFile(new Request(`http://localhost/seals/${size}/seal.txt`), { params: Promise.resolve({ size }) }));
    const saved = await file("50");
    expect([saved.headers.get("content-disposition"), saved.headers.get("content-type")]).toEqual(['attachment; filename="seal-50.txt"', "text/plain; charset=utf-8"]);
    const text = await saved.text();
    expect([text, await sent({ file: new File([text], "seal-50.txt") })]).toEqual([older, older]);
    for (const size of ["7", "0", "x", "-1", "9999999999"]) expect([size, (await file(size)).status]).toEqual([size, 404]);
  });

  test("that is none goes back as it was typed, as far as an address holds it", async () => {
    expect(await sent({ seal: "the weather" })).toBe("the weather");
    expect(await sent({ seal: "x".repeat(100_000) })).toHaveLength(1500);
    expect(await keptSeal("the weather")).toMatchObject({ code: "notANote" });
  });
});

test("seals are listed from the newest on", async () => {
  const { items } = await sealList(null);
  expect([(await sealCount()).more, await sealCount(1)]).toEqual([false, { count: 1, more: true }]);
  expect(items.at(-1)?.size).toBe(50);
  expect((await sealList(51)).items.map(({ size }) => size)).toEqual([50]);
});
