import { v7 as newId } from "uuid";
import type { z } from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/_edge/openapi";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { type Answered, call, keyOf } from "./api-world.ts";
import { bodiesOf, neverGood, oddValues, placesOf, withOdd } from "./odd-values.ts";

/*
 * Every operation of the OpenAPI document is asked with something odd in every place of its body and its address. It answers
 * by its schema and never fails; what it refuses names a place and says why in the reader's language, and changes nothing.
 */

const languages = ["en", "zh-HK", "zh-CN", "pt"] as const;
const people = { "audit/": "auditor@causeway.example", default: "researcher@hku.example", "workflow-proposals": "policy@causeway.example", "GET /api/v1/retention": "admin@hku.example", "inbox/decisions": "pi@hku.example" } as const;
let world: World;
let parts: Readonly<Record<string, string>>;

beforeAll(async () => {
  process.env.API_RATE = "10000000";
  world = await demoWorld();
  // Made before anything is counted: a key is an entry of the record, too.
  const key = await keyOf(people.default);
  await Promise.all(Object.values(people).map(keyOf));
  const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { kind: "reagent", title: "Odd", parties: { home: "hku", host: "szu" } } });
  const dossier = await call("POST /api/v1/dossiers", "/api/v1/dossiers", { key, json: { id: newId(), title: "Odd" } });
  const sheet = await call("POST /api/v1/audit/papers", "/api/v1/audit/papers", { key: await keyOf(people["audit/"]), json: { id: newId(), title: "Odd", sample: { size: 2, seed: "odd" }, attributes: ["Signed"] } });
  parts = { id: body.id, sheet: sheet.body.id, question: "own-approvals", dossier: dossier.body.id, document: newId(), number: "CWP-0000-0000-0000", kind: "cas", organisation: "hku", quota: "trips", year: "2026", version: "1" };
});
afterAll(() => world.stop());

/** Each place is sent a few of them, the next place the next few; with EVERY_ODD_VALUE all. */
const turns = further ? 9 : 27;

const bodied = Object.entries(operations).filter((entry): entry is [string, (typeof entry)[1] & { body: z.ZodType }] => typeof entry[1].body === "object");

describe.each(bodied)("%s", (name, { body }) => {
  test("with something odd in any place of its body", async () => {
    const failures: unknown[] = [];
    let [turn, before] = [0, await everything()];
    for (const good of bodiesOf(body)) {
      for (const at of placesOf(good)) {
        let isTaken = false;
        for (const odd of Object.keys(oddValues).filter((_, index) => process.env.EVERY_ODD_VALUE || index % turns === turn % turns)) {
          const language = languages[turn % languages.length] ?? "en";
          const answer = await send(name, { raw: withOdd(good, at, odd), language });
          const wrong = wrongIn(answer, at.join("."), odd);
          isTaken ||= answer.status < 400;
          if (wrong !== null) failures.push([good.type, at.join("."), odd, answer.status, wrong, JSON.stringify(answer.body).slice(0, 300)]);
        }
        turn++;
        const after = await everything();
        if (!isTaken && after !== before) failures.push([good.type, at.join("."), "something changed"]);
        before = after;
      }
    }
    expect(failures).toEqual([]);
  }, 300_000);

  test("malformed, nested deep, of another type, too large: nothing changes", async () => {
    const before = await everything();
    const json = { "content-type": "application/json" };
    const asked: readonly (readonly [string, BodyInit, Readonly<Record<string, string>>, number])[] = [
      ["cut off", "{", json, 400],
      ["nothing", "", json, 400],
      ["quotes of another language", "{'a':1}", json, 400],
      ["a mark of byte order and no more", "\ufeff", json, 400],
      ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), json, 400],
      ["nested deep", `{"facts":${"[".repeat(9_999)}${"]".repeat(9_999)}}`, json, 400],
      ["a list of everything", "[[]]", json, 400],
      ["no type", "{}", { "content-type": "" }, 415],
      ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 415],
      ["a type that only begins like JSON", "{}", { "content-type": "application/jsonx" }, 415],
      ["packed", "{}", { ...json, "content-encoding": "gzip" }, 415],
      ["too large", JSON.stringify({ title: "x".repeat(1_100_000) }), json, 413],
      ["larger than it says", JSON.stringify({ title: "x".repeat(1_100_000) }), { ...json, "content-length": "2" }, 413],
    ];
    for (const [what, raw, headers, status] of asked) {
      const answer = await send(name, { raw, headers, language: "pt" });
      expect([what, answer.status], JSON.stringify(answer.body)).toEqual([what, status]);
    }
    expect(await everything()).toBe(before);
  });
});

const oddHeaders: readonly Readonly<Record<string, string>>[] = [{ "accept-language": "x".repeat(5_000) }, { "accept-language": "zh-Hant-HK;q=abc, *;q=9, \u00e9" }, { authorization: "Bearer" }, { authorization: `Bearer ${"x".repeat(9_000)}` }, { authorization: "Basic YTpi" }, { "x-forwarded-for": "'; drop, ::1, 999.1.1.1" }, { accept: "text/csv" }, { range: "bytes=5-1" }, { "if-none-match": '"' }];

describe.each(Object.keys(operations))("%s", (name) => {
  const odd = ["%00", "%E0%A4%A", "%ff", "..%2f..", "-1", "9".repeat(40), "x".repeat(3_000), "%F0%9F%A7%AA", "__proto__", "constructor", "'; drop table events --", "019a0000-0000-7000-8000-000000000000", "%202026", "1e3"];

  test("with something odd in any part of its path, its query and its headers", async () => {
    const before = await everything();
    const [, pattern = ""] = name.split(" ");
    const asked = operations[name]?.query ?? [];
    const answers: [string, Answered][] = [];
    for (const value of odd) {
      for (const [part] of pattern.matchAll(/\{\w+\}/g)) answers.push([`${part} ${value}`, await send(name, { path: pathOf(name).replace(valueOf(name, part), readable(value)) })]);
      for (const query of [...asked, "colour"]) answers.push([`?${query}=${value}`, await send(name, { path: `${pathOf(name)}?${query}=${value}` })]);
    }
    for (const query of asked) answers.push([`?${query} twice`, await send(name, { path: `${pathOf(name)}?${query}=1&${query}=2` })]);
    for (const headers of oddHeaders) answers.push([JSON.stringify(headers).slice(0, 60), await send(name, { headers })]);
    expect(answers.filter(([, { status }]) => status >= 500).map(([what, { status }]) => [what, status])).toEqual([]);
    expect(answers.filter(([what, { status }]) => what.endsWith(" twice") && status !== 400).map(([what, { status }]) => [what, status])).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

test("what a query holds that cannot be read is named, and what was expected is said in the reader's language", async () => {
  const told: (readonly [string, string[]])[] = [];
  for (const [name, { query = [] }] of Object.entries(operations).filter(([one]) => one.startsWith("GET"))) {
    for (const parameter of [...query, "colour"]) {
      for (const value of ["%07", "x".repeat(3_000), "-1"]) {
        const answers: Answered[] = [];
        for (const language of languages) answers.push(await send(name, { path: `${pathOf(name)}?${parameter}=${value}`, language }));
        if (answers[0]?.status === 400) told.push([`${name} ?${parameter}=${value.slice(0, 9)}`, answers.map(({ body }) => body.refusals.find(({ path = "" }: { path?: string }) => path.split(".")[0] === parameter)?.message ?? "")]);
      }
    }
  }
  // Where another place is refused, this value is one that can be read.
  const refused = told.filter(([at, sentences]) => at.includes("?colour=") || sentences.some((one) => one !== ""));
  expect(refused.length).toBeGreaterThan(60);
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text) && !/[a-z]{3,} [a-z]{3,}/iu.test(text);
  expect(refused.filter(([at, sentences]) => new Set(sentences).size !== 4 || sentences.some((one) => !one.includes(at.replace(/^.*\?|=.*$/gu, "")) || one.includes("^")) || !sentences.slice(1, 3).every(isChinese))).toEqual([]);
}, 300_000);

async function send(name: string, { raw, headers, language, path = pathOf(name) }: { readonly raw?: BodyInit; readonly headers?: Readonly<Record<string, string>>; readonly language?: string; readonly path?: string }): Promise<Answered> {
  const key = await keyOf(Object.entries(people).find(([part]) => name.includes(part))?.[1] ?? people.default);
  return call(name, path, { key, body: raw ?? (name.startsWith("POST") ? "{" : undefined), headers: { ...(name.startsWith("POST") && { "content-type": "application/json" }), ...headers }, language });
}

function pathOf(name: string): string {
  const [, pattern = ""] = name.split(" ");
  return pattern.replaceAll(/\{(\w+)\}/g, (part) => valueOf(name, part));
}

function valueOf(name: string, part: string): string {
  return parts[name.includes("/audit/papers/") && part === "{id}" ? "sheet" : name.includes("/audit/questions/") && part === "{id}" ? "question" : name.includes("/dossiers/") && part === "{id}" ? "dossier" : part.slice(1, -1)] ?? "x";
}

/** The server itself reads no address that cannot be decoded. */
function readable(value: string): string {
  return value.replaceAll(/%(?![0-9A-F]{2}|[0-9a-f]{2})|%ff|%E0%A4/g, "%25");
}

/** What is wrong with the answer to something odd in a place; null for what is as it should be. */
function wrongIn({ status, body }: Answered, at: string, odd: string): string | null {
  if (status >= 500) return "a failure";
  if (status < 400) return neverGood.has(odd) ? "taken" : null;
  if (status === 404) return null;
  const refusals = (body.refusals ?? []) as readonly { code: string; path?: string; message?: string }[];
  if (refusals.length === 0) return "no reason";
  if (refusals.some(({ message = "", code }) => message === "" || message === code)) return "no sentence";
  if (status === 400 && !refusals.some(({ path = "" }) => path !== "" && (at === path || at.startsWith(`${path}.`) || path.startsWith(`${at}.`)))) return "the place is not named";
  if (status === 400 && !refusals.some(({ path = "", message = "" }) => path !== "" && message.includes(path))) return "the sentence does not name the place";
  return null;
}

/** What the database holds of anybody's work: the same text as long as nothing changed. That somebody took a file away is recorded of each, and is none. */
async function everything(): Promise<string> {
  const [row] = await world.owner<{ all: string }[]>`select concat_ws(' ', (select count(*) from events where data ->> 'of' is distinct from 'taken-away'), (select count(*) from texts where body is null or not starts_with(body, '{"as":')), (select count(*) from commands), (select count(*) from outbox), (select count(*) from drafts), (select sum(version) from drafts), (select count(*) from stand_ins), (select count(*) from documents)) as all`;
  return row?.all ?? "";
}
