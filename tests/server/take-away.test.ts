import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as takeAwayFile } from "@/app/(desk)/audit/take-away/file/route";
import { auditPage } from "../../db/queries/audit-search.ts";
import { takenEvents } from "../../db/queries/taken-events.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { eventColumnIds } from "../../lib/audit/export/event-table.ts";
import { digestOf } from "../../lib/audit/chain.ts";
import { readFrames } from "../../lib/export/framed.ts";
import { eventFormatNames } from "../../lib/audit/export/formats.ts";
import { personActor } from "../../lib/server/person.ts";
import { questionAnswer } from "../../lib/server/question-answer.ts";
import { eventsTaken } from "../../lib/server/take-away/events.ts";
import { framesOf } from "../../lib/server/take-away/response.ts";
import { requestsTaken } from "../../lib/server/take-away/requests.ts";
import { publish } from "../../lib/server/publish.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { matchingKeys, readRecordQuestion, recordParams } from "../../lib/server/take-away/question.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { all } from "../support/all.ts";
import { scratchFolder } from "../support/scratch.ts";
import { openWorkbook } from "../support/workbook.ts";
import { verify } from "../../db/verify.ts";
import { call, give, keyFor, keyOf } from "./api-world.ts";
import { inRequest, signInAs } from "./forms-world.ts";

const everybody = "auditor@causeway.example";
let world: World;
let key: string;

beforeAll(async () => {
  world = await demoWorld();
  key = await keyFor(everybody);
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;
const take = (query: string, by = key, language?: string) => call("GET /api/v1/audit/export", `/api/v1/audit/export?${query}`, { key: by, language });
const bytesOf = async (query: string, by = key) => new Uint8Array(await (await take(query, by)).response.arrayBuffer());
const textOf = async (query: string, by = key) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(query, by));
const questionOf = async (email: string, q = "") => {
  const read = await readRecordQuestion(await as(email), recordParams({ q }));
  if ("problems" in read) throw new Error("asked wrongly");
  return read.question;
};
const placesFound = async (email: string, q?: string) => (await all(matchingKeys(await as(email), await questionOf(email, q)))).flat().map(({ requestId, seq }) => `${requestId} ${seq}`);

test("a table has a row for each event that the question finds, in its order, whichever form it is in", async () => {
  const found = await placesFound(everybody);
  expect(found.length).toBeGreaterThan(300);
  const [head, ...rows] = parse(await textOf("format=csv")) as string[][];
  expect(head).toEqual(eventColumnIds);
  const [seq, stream] = [eventColumnIds.indexOf("seq"), eventColumnIds.indexOf("stream")];
  expect(rows.map((row) => `${row[stream]?.slice(-36)} ${row[seq]}`).filter((one) => !found.includes(one) && !one.includes(":"))).toEqual([]);
  expect(rows.length).toBe(found.length);
  const lines = (await textOf("format=ndjson")).trimEnd().split("\n").map((line) => JSON.parse(line) as { event: { stream: string; seq: number } });
  // Each file is followed by an entry that says that it was taken, which the next one holds.
  const others = async (all: readonly string[]) => {
    const takings = (await world.owner<{ place: string }[]>`select stream || ' ' || seq as place from events where data ->> 'of' = 'taken-away'`).map(({ place }) => place);
    return all.filter((one) => !takings.includes(one.replace("/", " ")));
  };
  expect(lines.at(-1)).toEqual({ end: true, rows: lines.length - 1, withheld: 0 });
  expect(await others(lines.slice(0, -1).map(({ event }) => `${event.stream} ${event.seq}`))).toEqual(rows.map((row) => `${row[stream]} ${row[seq]}`));
  const { names, sheets } = openWorkbook(await bytesOf("format=xlsx"));
  expect(names).toEqual(["Events", "About"]);
  expect(await others((sheets[0] ?? []).slice(1).map((row) => `${row[stream]} ${row[seq]}`))).toEqual(rows.map((row) => `${row[stream]} ${row[seq]}`));
  const log = JSON.parse(await textOf("format=ocel")) as { events: { id: string; relationships: { objectId: string }[] }[]; objects: { id: string; type: string; relationships: { objectId: string }[] }[] };
  expect(await others(log.events.map(({ id }) => id))).toEqual(rows.map((row) => `${row[stream]}/${row[seq]}`));
  const ids = new Set(log.objects.map(({ id }) => id));
  expect(ids.size).toBe(log.objects.length);
  expect([...log.events, ...log.objects].flatMap(({ relationships }) => relationships).filter(({ objectId }) => !ids.has(objectId))).toEqual([]);
  expect(new Set(log.objects.map(({ type }) => type))).toEqual(new Set(["request", "step", "permit", "movement", "desk", "organisation", "person", "dossier", "account", "setting"]));
}, 240_000);

test("each line of NDJSON is the entry as its digest covers it", async () => {
  const lines = (await textOf("format=ndjson&q=hku")).trimEnd().split("\n").slice(0, -1).map((line) => JSON.parse(line) as { event: Parameters<typeof digestOf>[0]; digest: string });
  expect(lines.length).toBeGreaterThan(0);
  for (const { event, digest } of lines) expect(digestOf(event)).toBe(digest);
});

test("an auditor of one place takes away what they find there, and of it what is theirs to see; the rest is counted", async () => {
  const [request] = await world.owner<{ id: string; home: string; officer: string }[]>`
    select r.request_id as id, r.home, o.email as officer from requests r join organisations h on h.id = r.home and h.jurisdiction = r.from_jurisdiction join steps s on s.request_id = r.request_id and s.step_id = 'acceptance'
      join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people o on o.id = g.person_id where r.status = 'in-review' and r.from_jurisdiction <> r.to_jurisdiction order by 1, 3 limit 1`;
  if (!request) throw new Error("nothing is in review");
  const said = await give(request.id, await keyFor(request.officer), { type: "comment", audience: "side", text: "For our side" });
  expect(said.status).toBe(200);
  const own = `auditor@${request.home}.example`;
  const found = await placesFound(own);
  expect(found.length).toBeGreaterThan(0);
  const lines = (await textOf("format=ndjson", await keyFor(own))).trimEnd().split("\n");
  const end = JSON.parse(lines.at(-1) ?? "") as { rows: number; withheld: number };
  expect(end.rows).toBe(lines.length - 1);
  expect(end.rows + end.withheld).toBe(found.length);
  expect(lines.length).toBeLessThan((await placesFound(everybody)).length);
  const asked = [{ requestId: request.id, seq: said.body.events[0].seq as number }];
  expect(await takenEvents(await as(own), asked)).toEqual({ events: [], withheld: 1 });
  expect((await takenEvents(await as(everybody), asked)).events).toHaveLength(1);
});

test("nobody takes away events of requests that they do not see", async () => {
  const [stranger] = await world.owner<{ id: string }[]>`select request_id as id from requests r where not exists (select from request_access a where a.request_id = r.request_id and a.subject = 'audit:org:hku') limit 1`;
  expect(await takenEvents(await as("auditor@hku.example"), [{ requestId: stranger?.id ?? "", seq: 1 }])).toEqual({ events: [], withheld: 1 });
});

test("only who audits may; what is asked wrongly is told in words, in the caller's language", async () => {
  expect(await take("format=csv", await keyFor("researcher@hku.example"))).toMatchObject({ status: 422, body: { refusals: [{ code: "notPermitted" }] } });
  for (const query of ["", "format=pdf", "format=csv&format=xlsx", "format=csv&q=%00", `format=csv&q=${"x".repeat(5000)}`, "format=csv&bom=yes", "format=csv&who=me"]) expect([query, (await take(query)).status]).toEqual([query, 400]);
  expect((await take("format=pdf", key, "pt")).body.detail).toMatch(/csv/);
});

test("UTF-8 is marked on wish, and every form says what it is and is saved as a file", async () => {
  expect((await bytesOf("format=csv&q=hku&bom=1")).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect((await bytesOf("format=csv&q=hku")).slice(0, 3)).not.toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  for (const format of eventFormatNames) {
    const { response } = await take(`format=${format}&q=hku`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="causeway-events\.[a-z.]+"/);
    expect(response.headers.get("cache-control")).toContain("no-store");
    await response.body?.cancel();
  }
});

test("a title that a spreadsheet would take for a formula is words", async () => {
  await world.owner`update requests set title = '=HYPERLINK("http://x")' where request_id = (select request_id from requests order by 1 limit 1)`;
  const rows = parse(await textOf("format=csv")) as string[][];
  const titles = rows.map((row) => row[eventColumnIds.indexOf("title")] ?? "");
  expect(titles).toContain(`'=HYPERLINK("http://x")`);
  expect(titles.filter((title) => /^[=+@-]/.test(title))).toEqual([]);
});

const takings = async () => (await world.owner<{ body: string; by: string; chain: string }[]>`select t.body, e.actor ->> 'person' as by, e.request_id as chain from events e join texts t on t.request_id = e.request_id and t.digest = e.data #>> '{change,digest}' where e.data ->> 'of' = 'taken-away' order by e.at, e.request_id, e.seq`).map(({ body, ...rest }) => ({ ...JSON.parse(body), ...rest }));
const everything = { question: { terms: null, from: null, to: null }, format: "ndjson", bom: false, heads: "ids", language: "en", about: [], name: "x", asked: "" } as const;

test("taking events away is on record: who, by which question, in which form, how many, and whether all of it went out; the record verifies", async () => {
  const before = (await takings()).length;
  const rows = (parse(await textOf("format=csv&q=hku")) as string[][]).length - 1;
  const { id } = await as(everybody);
  const taken = { by: id, person: id, what: "events", as: "auditor", asked: "q=hku", format: "csv" };
  expect((await takings()).slice(before)).toMatchObject([{ ...taken, rows: null, isWhole: null, until: null }, { ...taken, rows, withheld: 0, isWhole: true }]);
  // The same question finds the same as before: what was looked for is no word of the record.
  expect((parse(await textOf("format=csv&q=hku")) as string[][]).length - 1).toBe(rows);
  const broken = eventsTaken(await as(everybody), everything);
  await broken.pieces.next();
  await broken.pieces.return(undefined);
  expect((await takings()).at(-1)).toMatchObject({ asked: "", format: "ndjson", isWhole: false });
  // Refused, nothing was taken.
  const count = (await takings()).length;
  await take("format=csv", await keyOf("researcher@hku.example"));
  expect((await takings()).length).toBe(count);
  expect((await verify()).problems.filter(({ stream }) => stream.startsWith("config:"))).toEqual([]);
});

test("an entry stands before the first byte goes out, so that a process that is killed hides nothing; no file holds its own", async () => {
  const before = (await takings()).length;
  const { pieces } = eventsTaken(await as(everybody), everything);
  expect((await takings()).length).toBe(before);
  const first = new TextDecoder().decode((await pieces.next()).value);
  const since = (await takings()).slice(before);
  expect(since).toMatchObject([{ format: "ndjson", rows: null }]);
  expect(first).not.toContain(since[0].chain);
  await pieces.return(undefined);
});

test("the search tells whoever audits everything what was taken away, how many rows, and what broke off; it is no change of the set-up that needs a second person", async () => {
  await textOf("format=csv&q=hku");
  const { items } = await auditPage(await as(everybody), await questionOf(everybody), { limit: 2 });
  expect(items.map(({ setUp }) => setUp?.taken)).toMatchObject([{ what: "events", asked: "q=hku", isWhole: true }, { what: "events", asked: "q=hku", rows: null }]);
  const changes = await questionAnswer(await as(everybody), "set-up-changes", {}, new Date());
  expect(changes?.items.length).toBeGreaterThan(0);
  expect(changes?.items.filter(({ values }) => values.of === "taken-away")).toEqual([]);
});

test("whoever goes away in the middle ends the reading", async () => {
  const taken = eventsTaken(await as(everybody), { question: { terms: null, from: null, to: null }, format: "xlsx", bom: false, heads: "words", language: "pt", about: [], name: "x", asked: "" });
  await taken.pieces.next();
  await taken.pieces.return(undefined);
  const { seen } = taken.progress();
  expect((await taken.pieces.next()).done).toBe(true);
  expect(taken.progress().seen).toBe(seen);
});

test("a workbook says what was asked in its reader’s words, each part by its name, and as the address that asks it again", async () => {
  const address = "kind=sample&from=2026-01-01&desk=biosafety";
  const about = { en: `Sample; Desk: biosafety; from Thu 1 Jan 2026 (/audit?kind=sample&desk=biosafety&from=2026-01-01)`, "zh-Hans": `样本；部门：biosafety；自2026年1月1日（四）起（/audit?kind=sample&desk=biosafety&from=2026-01-01）` };
  for (const [language, asked] of Object.entries(about)) {
    await signInAs(everybody, language);
    const answer = await inRequest(new Headers(), () => takeAwayFile(new Request(`http://localhost/audit/take-away/file?format=xlsx&${address}`)));
    const { sheets } = openWorkbook(new Uint8Array(await answer.arrayBuffer()));
    expect(sheets.at(-1)?.[0]?.[1]).toBe(asked);
  }
});

test("a file breaks off before its end, and the record says so, when whoever takes it loses their right or their account meanwhile", async () => {
  const filters = { filters: {}, format: "ndjson", bom: false, language: "en", about: [], name: "x", asked: "midway" } as const;
  const lastTaking = async () => (await takings()).at(-1);
  const losses: readonly (readonly [string, (person: PersonActor) => Change])[] = [
    ["auditor.cn@causeway.example", ({ id }) => ({ of: "grants", person: id, grants: [] })],
    ["auditor.mo@causeway.example", ({ id, email, name, language, organisation }) => ({ of: "person", id, email, name, language, organisation, active: false })],
  ];
  for (const [email, loss] of losses) {
    const person = await as(email);
    const files = [eventsTaken(person, { ...everything, asked: "midway" }), requestsTaken(person, filters)];
    const firsts = await Promise.all(files.map(({ pieces }) => pieces.next()));
    expect(firsts.map(({ done }) => done)).toEqual([false, false]);
    const shown = framesOf(eventsTaken(person, { ...everything, asked: "midway" })).body?.getReader();
    const begun = await shown?.read();
    await publish({ kind: "system" }, [loss(person)]);
    const signs: string[] = [];
    let left = new Uint8Array();
    for (let next = begun; next && !next.done; next = await shown?.read()) left = new Uint8Array(readFrames(Buffer.concat([left, next.value]), ({ sign }) => signs.push(sign)));
    expect([signs.at(-1), signs.includes("e")]).toEqual(["x", false]);
    for (const { pieces } of files) {
      await expect(all(pieces)).rejects.toThrow("may not read it any more");
      expect(await lastTaking()).toMatchObject({ asked: "midway", isWhole: false });
    }
  }
});

test("the operator's command writes the same file, never over one that is there, and leaves none where something is wrong", async () => {
  const { default: takeAway } = await import("../../cli/verbs/take-away.ts");
  const out = join(scratchFolder(), "events.csv");
  const said: unknown[] = [];
  const io = { line: (text: string) => void said.push(text), json: (value: unknown) => void said.push(value), complain: () => {}, taken: async () => {}, input: async () => "" };
  const run = (...more: string[]) => takeAway(["--user", everybody, "--out", out, ...more], io);
  expect(await run("--format", "csv", "--question", "q=hku", "--json")).toBe(0);
  expect(readFileSync(out, "utf8")).toBe(await textOf("format=csv&q=hku"));
  expect(said).toEqual([{ file: out, rows: (await placesFound(everybody, "hku")).length, withheld: 0 }]);
  await expect(run("--format", "csv")).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining("is there already") });
  rmSync(out);
  for (const wrong of [[], ["--format", "pdf"], ["--format", "csv", "--request", "x"], ["--format", "csv", "--question", "colour=red"]]) await expect(run(...wrong)).rejects.toMatchObject({ exitCode: 2 });
  await expect(takeAway(["--user", "researcher@hku.example", "--out", out, "--format", "csv"], io)).rejects.toMatchObject({ exitCode: 1 });
  await expect(run("--request", "nonsense")).rejects.toMatchObject({ exitCode: 1 });
  expect(existsSync(out)).toBe(false);
});
