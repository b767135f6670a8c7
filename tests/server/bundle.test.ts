import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleAt } from "../../cli/verify-bundle.ts";
import { documentReadsOf } from "../../db/queries/documents.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { BundleIndex } from "../../lib/audit/export/bundle-index.ts";
import { html } from "../../lib/audit/export/html.ts";
import { checkBundle } from "../../lib/audit/record-file/check-bundle.ts";
import { format } from "../../lib/format.ts";
import { htmlLanguage } from "../../lib/html-language.ts";
import { languages } from "../../lib/language.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { bundled } from "../../lib/server/take-away/bundle.ts";
import { toldEvent } from "../../lib/server/told-event.ts";
import { translator } from "../../lib/server/translate.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { causeway } from "../support/causeway.ts";
import { scratchFolder } from "../support/scratch.ts";
import { all } from "../support/all.ts";
import { call, give, keyFor } from "./api-world.ts";

const everybody = "auditor@causeway.example";
const list = new TextEncoder().encode("A list.");
let world: World;
let request: { id: string; number: string; requester: string; officer: string };
let paper: string;

beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<(typeof request)[]>`
    select r.request_id as id, r.number, p.email as requester, o.email as officer from requests r join people p on p.id = r.requester join steps s on s.request_id = r.request_id and s.step_id = 'acceptance'
      join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people o on o.id = g.person_id where r.status = 'in-review' order by 1, 3 limit 1`;
  if (!row) throw new Error("nothing is in review");
  request = row;
  const attached = await attachDocument(await as(request.requester), request.id, { name: "../a <b>: list?.txt", bytes: list, paper: null, commandId: newId() });
  if (!isAccepted(attached) || !attached.document) throw new Error("not attached");
  paper = attached.document.id;
  await give(request.id, await keyFor(request.requester), { type: "comment", audience: "requester", text: "<script>alert(1)</script> & more" });
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;
const ask = async (email: string, id = request.id, language?: string) => call("GET /api/v1/requests/{id}/bundle", `/api/v1/requests/${id}/bundle`, { key: await keyFor(email), language });

async function opened(email = everybody, language?: string) {
  const { status, response } = await ask(email, request.id, language);
  expect([status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { files, text, index: JSON.parse(text("index.json")) as BundleIndex };
}

test("a bundle holds the record, the story, every paper byte by byte, and what checks them; every digest in its index is that of its part", async () => {
  const { files, text, index } = await opened();
  const { number } = request;
  expect(Object.keys(files)).toEqual([`${number}/record.ndjson`, `${number}/story.html`, expect.stringMatching(/^[\w-]+\/papers\/001-[^<>:"/\\|?*]*$/), "verify_record.py", "record-format.md", "index.json", "index.html", "SHA256SUMS"]);
  for (const { name, sha256, bytes } of index.parts) expect([name, createHash("sha256").update(files[name] ?? "").digest("hex"), files[name]?.length]).toEqual([name, sha256, bytes]);
  const listed = [...index.parts.map(({ name }) => name), "index.json", "index.html"];
  expect(text("SHA256SUMS").trimEnd().split("\n")).toEqual(listed.map((name) => `${createHash("sha256").update(files[name] ?? "").digest("hex")}  ${name}`));
  const own = index.parts.find(({ of }) => of === "paper");
  expect(own).toMatchObject({ document: paper, agrees: true, recorded: createHash("sha256").update(list).digest("hex") });
  expect(files[own?.name ?? ""]).toEqual(list);
  expect(index).toMatchObject({ format: "causeway-bundle/1", requests: [{ id: request.id, number }], missing: [] });
});

describe("the program in the bundle, with nothing of ours,", () => {
  let folder: string;
  let names: string[];
  beforeAll(async () => {
    folder = join(scratchFolder(), "bundle");
    const { response } = await ask(everybody);
    const archive = new Uint8Array(await response.arrayBuffer());
    const files = unzipSync(archive);
    names = Object.keys(files);
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(join(folder, dirname(name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    await writeFile(join(folder, "../bundle.zip"), archive);
  });
  afterAll(() => rm(join(folder, ".."), { recursive: true, force: true }));
  const check = async (...what: string[]): Promise<{ readonly code: number; readonly stdout: string }> => {
    const { stdout, stderr, code } = await promisify(execFile)("python3", ["-I", "verify_record.py", ...what], { cwd: folder }).then((said) => ({ ...said, code: 0 }), (failed: { stdout: string; stderr: string; code: number }) => failed);
    expect(stderr).toBe("");
    // Our own check of a bundle says the same, word for word of its verdict.
    const bundle = bundleAt(join(folder, what[0] ?? ""));
    if (bundle && what.length === 1) expect(JSON.parse(JSON.stringify(checkBundle(bundle)))).toEqual(JSON.parse((await check(...what, "--json")).stdout));
    return { code, stdout };
  };

  test("finds that its record holds, that all of it is as it was listed, unpacked or not, and every paper the one of its record", async () => {
    expect(JSON.parse((await check(`${request.number}/record.ndjson`, "--json")).stdout)).toMatchObject({ ok: true });
    for (const at of [".", "../bundle.zip"]) expect(await causeway(["verify", join(folder, at)], {})).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^The bundle holds: 7 files as listed, 1 records proved/m) });
    for (const at of [".", "../bundle.zip"]) expect(await check(at)).toEqual({ code: 0, stdout: expect.stringMatching(/^The bundle holds: 7 files as listed, 1 record proved/m) });
  });

  test("names the file of which one byte is another, of each kind that there is, and says in words what that means", async () => {
    const seen = new Set<string>();
    for (const name of names) {
      const whole = await readFile(join(folder, name));
      // Of the program itself a word of its first lines: a program that does not run says nothing.
      const place = name.endsWith(".py") ? whole.indexOf("Checks a file") : Math.floor(whole.length / 2);
      await writeFile(join(folder, name), whole.map((byte, at) => (at === place ? byte ^ 1 : byte)));
      const { code, stdout } = await check(".");
      await writeFile(join(folder, name), whole);
      expect([name, code]).toEqual([name, 1]);
      if (name === "SHA256SUMS") expect(stdout).toMatch(/: (fileAltered|fileMissing|sumsUnreadable)$/m);
      else expect(stdout.split("\n")).toContain(`${name}: fileAltered`);
      expect(stdout).toMatch(/^THE BUNDLE DOES NOT HOLD/m);
      for (const [, said = ""] of stdout.matchAll(/^\S.*: ([a-z]+[A-Z]\w+)$/gm)) seen.add(said);
      for (const said of seen) expect([said, stdout.includes(`: ${said}\n`)]).toEqual([said, stdout.includes(`${said} = `)]);
    }
    expect([...seen].toSorted()).toEqual(expect.arrayContaining(["fileAltered", "paperDiffers", "paperMissing", "recordFails"]));
  });

  test("finds a paper that was changed together with its line among the digests, one that was taken away, and one put in", async () => {
    const name = names.find((one) => one.includes("/papers/")) ?? "";
    const [paper, sums] = [await readFile(join(folder, name)), await readFile(join(folder, "SHA256SUMS"), "utf8")];
    const listed = sums.split("\n").find((line) => line.endsWith(name)) ?? "";
    await writeFile(join(folder, name), "Another list.");
    await writeFile(join(folder, "SHA256SUMS"), sums.replace(listed, `${createHash("sha256").update("Another list.").digest("hex")}  ${name}`));
    expect((await check(".")).stdout.split("\n")).toEqual(expect.arrayContaining([`${name}: paperDiffers`, expect.stringMatching(/papers\/[0-9a-f]{64}: paperMissing$/)]));
    await rm(join(folder, name));
    await writeFile(join(folder, "SHA256SUMS"), sums.replace(`${listed}\n`, ""));
    expect((await check(".")).stdout).toMatch(/papers\/[0-9a-f]{64}: paperMissing$/m);
    await writeFile(join(folder, name), paper);
    await writeFile(join(folder, "SHA256SUMS"), sums);
    await writeFile(join(folder, `${request.number}/papers/999-more.txt`), "More.");
    expect((await check(".")).stdout.split("\n")).toEqual(expect.arrayContaining([`${request.number}/papers/999-more.txt: paperDiffers`, `${request.number}/papers/999-more.txt: not listed in SHA256SUMS`]));
    await rm(join(folder, `${request.number}/papers/999-more.txt`));
    expect((await check(".")).code).toBe(0);
  });
});

test("its pages run nothing, load nothing, and are in the reader's language", async () => {
  for (const language of languages) {
    const { text } = await opened(everybody, language);
    for (const page of [text("index.html"), text(`${request.number}/story.html`)]) {
      expect(page).not.toMatch(/<script|src=|javascript:|https?:\/\/(?!www\.w3)/);
      expect(page).toContain(`<html lang="${language === "zh-Hant" ? "zh-Hant" : language}`);
    }
    expect(text(`${request.number}/story.html`)).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
  }
});

test("its story is told in the sentences of the case’s page, in the reader’s language, with what was said as it was written and in which language", async () => {
  await give(request.id, await keyFor(request.requester), { type: "comment", audience: "requester", text: "We wait for the answer of the hospital." });
  const auditor = await as(everybody);
  const [detail, history] = await Promise.all([requestDetail(auditor, request.id), requestEvents(auditor, request.id, { limit: 1000 })]);
  if (!detail || !history) throw new Error("not seen");
  for (const language of languages) {
    const words = { language, t: translator(language), format: format(language) };
    const { text } = await opened(everybody, language);
    const entries = text(`${request.number}/story.html`).split("<li value=").slice(1);
    const told = history.items.map((event) => ("withheld" in event ? "" : html(toldEvent(event, detail, words).sentence)));
    expect(entries.map((entry, at) => entry.startsWith(`"${at + 1}">${told[at]} <small>`))).toEqual(told.map(() => true));
    expect(told[0]).toContain(detail.names.people[detail.requester]);
    const said = entries.at(-1);
    expect(said).toContain(`lang="${htmlLanguage.en}">${language === "en" ? "" : `<small>${words.t("audit.written.en")}</small> `}We wait for the answer of the hospital.`);
  }
});

test("that somebody read the request and each paper is recorded", async () => {
  const auditor = await as(everybody);
  const reads = async () => (await documentReadsOf(auditor, request.id)).items.filter(({ person }) => person === auditor.name).map(({ document }) => document);
  const before = await reads();
  await opened();
  expect((await reads()).slice(0, 2).toSorted()).toEqual([...new Set((await reads()).slice(0, 2))].toSorted());
  expect((await reads()).length).toBe(before.length + 2);
  expect(await reads()).toContain(null);
});

test("that a bundle or a record goes out is on record before its first byte; whoever sends for a record is among its readers", async () => {
  const takings = async () => (await world.owner<{ body: string }[]>`select t.body from events e join texts t on t.request_id = e.request_id and t.digest = e.data #>> '{change,digest}' where e.data ->> 'of' = 'taken-away' order by e.at, e.request_id, e.seq`).map(({ body }) => JSON.parse(body));
  const before = (await takings()).length;
  const auditor = await as(everybody);
  const found = await bundled(auditor, { requests: [request.id], language: "en" });
  if (typeof found !== "object") throw new Error(found);
  await found.pieces.next();
  expect((await takings()).slice(before)).toMatchObject([{ what: "bundle", person: auditor.id, asked: request.number, format: "zip", rows: null }]);
  await found.pieces.return(undefined);
  expect((await takings()).at(-1)).toMatchObject({ what: "bundle", isWhole: false });
  const { response } = await call("GET /api/v1/requests/{id}/export", `/api/v1/requests/${request.id}/export`, { key: await keyFor(request.officer) });
  const rows = (await response.text()).trimEnd().split("\n").length;
  const officer = await as(request.officer);
  expect((await takings()).slice(-2)).toMatchObject([{ what: "record", person: officer.id, asked: request.id, rows: null }, { what: "record", rows, isWhole: true }]);
  expect((await documentReadsOf(await as(request.requester), request.id)).items[0]).toMatchObject({ document: null, person: officer.name, capacity: "desk" });
});

test("a paper that was changed where it lies is shown to differ; one that is gone is told, and the rest is there", async () => {
  const lies = join(process.env.CAUSEWAY_DATA ?? "", "documents", request.id, paper);
  await writeFile(lies, "Another list.");
  const changed = await opened();
  expect(changed.index.parts.find(({ of }) => of === "paper")).toMatchObject({ agrees: false });
  expect(changed.text("index.html")).toContain("Its content is not what the record says it was.");
  await rm(lies);
  const gone = await opened();
  expect(gone.index.missing).toEqual([expect.objectContaining({ document: paper, why: "lost" })]);
  expect(gone.index.parts.map(({ of }) => of)).toEqual(["record", "story", "verifier", "verifier"]);
  await writeFile(lies, list);
});

test("only who audits a request takes it away: others are refused, or do not find it", async () => {
  expect(await ask(request.requester)).toMatchObject({ status: 422, body: { refusals: [{ code: "notPermitted" }] } });
  const [stranger] = await world.owner<{ email: string }[]>`select 'auditor@' || o.id || '.example' as email from organisations o join people p on p.email = 'auditor@' || o.id || '.example'
    where not exists (select from request_access a where a.request_id = ${request.id} and a.subject = 'audit:org:' || o.id) limit 1`;
  expect((await ask(stranger?.email ?? "")).status).toBe(404);
  expect((await ask(everybody, newId())).status).toBe(404);
  expect((await ask(everybody, "nonsense")).status).toBe(404);
});

test("several requests are in one archive, each in a folder of its own and each once", async () => {
  const ids = (await world.owner<{ id: string }[]>`select request_id as id from requests order by 1 limit 3`).map(({ id }) => id);
  const found = await bundled(await as(everybody), { requests: [...ids, ids[0] ?? ""].toReversed(), name: "sample", language: "en" });
  if (typeof found !== "object") throw new Error(found);
  expect(found.name).toBe("sample.zip");
  const files = unzipSync(new Uint8Array(Buffer.concat(await all(found.pieces))));
  const index = JSON.parse(strFromU8(files["index.json"] ?? new Uint8Array())) as BundleIndex;
  expect(index.requests.map(({ id }) => id)).toEqual(ids.toSorted());
  expect(Object.keys(files).filter((name) => name.endsWith("/record.ndjson"))).toHaveLength(3);
});

test("a working paper goes out with the evidence of each of its cases, for the auditors of its scope and nobody else", async () => {
  const key = await keyFor(everybody);
  const sheet = await call("POST /api/v1/audit/papers", "/api/v1/audit/papers", { key, json: { id: newId(), title: "Approvals of spring", sample: { size: 2, seed: "spring" }, attributes: ["Signed"] } });
  expect(sheet.status).toBe(201);
  const address = `/api/v1/audit/papers/${sheet.body.id}/bundle`;
  const { status, response } = await call("GET /api/v1/audit/papers/{id}/bundle", address, { key });
  expect([status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const read = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  const content = read("working-paper.json") as { title: string; cases: { request: string }[] };
  expect([content.title, content.cases.length]).toEqual(["Approvals of spring", 2]);
  expect((read("index.json") as BundleIndex).requests.map(({ id }) => id)).toEqual(content.cases.map(({ request: one }) => one).toSorted());
  expect((await call("GET /api/v1/audit/papers/{id}/bundle", address, { key: await keyFor("auditor@hku.example") })).status).toBe(404);
});
