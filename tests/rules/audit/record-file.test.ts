import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../../../lib/audit/chain.ts";
import { isOrdered } from "../../../lib/audit/ordered.ts";
import { checkFile } from "../../../lib/audit/record-file/check-file.ts";
import { scan } from "../../../lib/audit/record-file/scan.ts";
import { fileCodes } from "../../../lib/audit/record-file/verdict.ts";
import { aRecordFile, textOf } from "./a-record-file.ts";
import { cases } from "./record-file-cases.ts";

/** What is said of a file; the quick way and the long way must say the same. */
function verdictOn(file: string, kept: string | null = null) {
  const [long, quick] = [checkFile(kept), checkFile(kept)];
  const lines = file.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    long.line(line);
    quick.bytes(Buffer.from(`>${line}\n`), 1, 1 + Buffer.byteLength(line));
  }
  const found = long.end();
  expect(quick.end()).toEqual(found);
  return found;
}

describe("a file of the record", () => {
  test.each(Object.entries(cases))("%s", (_, { file, kept, problems }) => {
    const found = verdictOn(file, kept);
    expect(found.problems.map(({ stream, seq, field, code }) => `${stream} ${seq} ${field} ${code}`)).toEqual(problems);
    expect(found.ok).toBe(problems.length === 0);
  });

  test("has a case for every code", () => {
    const told = new Set(Object.values(cases).flatMap(({ problems }) => problems.map((problem) => problem.split(" ").at(-1))));
    expect(fileCodes.filter((code) => !told.has(code))).toEqual([]);
  });

  test("tells what it holds, what was not shown and what was erased", () => {
    const { scope, streams, events, withheld, erased, unsealed, seal, kept } = verdictOn(cases["one request, against an older seal"]?.file ?? "", cases["one request, against an older seal"]?.kept);
    expect({ scope, streams, events, withheld, unsealed, sealed: seal?.size, kept: kept?.size }).toEqual({ scope: "request", streams: 1, events: 4, withheld: { events: 1, words: 1 }, unsealed: 0, sealed: 7, kept: 3 });
    expect(erased).toEqual([{ stream: "request:0193a5b4-0000-7000-8000-000000000001", seq: 3, field: "data.reasons.1.text", rule: "sample-answers", at: "2026-11-02T00:00:00.000Z" }]);
  });

  test("with any character of any line changed does not hold", () => {
    const text = textOf(aRecordFile().lines);
    // When the file was made and what it says was erased, no digest covers; nor a further signature.
    const free = [/"made":"[^"]*"/, /"erased":{[^}]*}/].map((said) => said.exec(text)).map((found) => [found?.index ?? 0, (found?.index ?? 0) + (found?.[0].length ?? 0)] as const);
    const covered = (at: number) => free.every(([from, to]) => at < from || at >= to);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom("0", "x", "ä", '"', "}", " "), (at, char) => {
        // Not within a pair of surrogates, of which bytes hold no half.
        fc.pre(text[at] !== char && covered(at) && !/[\ud800-\udfff]/.test(text[at] ?? ""));
        expect(verdictOn(text.slice(0, at) + char + text.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test("is one that other verifiers can be held to", async () => {
    const vectors = Object.fromEntries(Object.entries(cases).map(([name, { file, kept = null }]) => [name, { file, kept, verdict: verdictOn(file, kept) }]));
    await expect(`${JSON.stringify(vectors, null, 1)}\n`).toMatchFileSnapshot("vectors/record-files.json");
  });
});

describe("a line that is read the quick way", () => {
  const [before = "", after = ""] = (textOf(aRecordFile().lines).split("\n").find((line) => line.includes("request.approved")) ?? "").split('"data":{}');
  const isQuick = (data: string) => {
    const bytes = Buffer.from(`${before}"data":${data}${after}`);
    return scan(bytes, 0, bytes.length) !== null;
  };

  test("is canonical, whatever the event says and however it is spelt", () => {
    const spelt = fc.tuple(fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue()), fc.constantFrom(0, 1), fc.boolean()).map(([value, spaces, inOrder]) => (inOrder ? canonical(value) : JSON.stringify(value, null, spaces)));
    fc.assert(fc.property(spelt, (data) => void (isQuick(data) && expect(canonical(JSON.parse(data))).toBe(data))), { numRuns: 300 });
    for (const odd of ['{"a":1,"a":2}', '{"b":1,"a":2}', '{"a":01}', '{"a":-0}', '{"a":1.0}', '{"a":1e3}', '{"a":"\\u0041"}', '{"a":"\\/"}', '{"a":[1,]}', '{"a" :1}', '{"a":nul}', '{"a":9007199254740993}', `{"a":${"[".repeat(99)}${"]".repeat(99)}}`, "[]", "{"]) expect(isQuick(odd), odd).toBe(false);
  });

  test("is most of what there is", () => {
    for (const usual of ["{}", '{"a":[1,-2,true,false,null,"深\\"\\n"],"b":{"digest":"x"}}']) expect(isQuick(usual), usual).toBe(true);
  });
});

describe("canonical text", () => {
  const slowly = canonicalize as unknown as (value: unknown) => string;

  test("of what is in order is what the engine writes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = slowly(value);
        expect(canonical(value)).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test("is written the long way where the engine would keep another order, or write something else", () => {
    for (const value of [{ b: 1, a: 2 }, { "9": 1, "10": 2 }, [{ z: 0, y: 0 }], { when: new Date(0) }, { a: undefined, b: 1 }]) {
      expect(isOrdered(value)).toBe(false);
      expect(canonical(value)).toBe(slowly(value));
    }
    expect(isOrdered(Number.NaN)).toBe(false);
    expect(isOrdered(JSON.parse(`${"[".repeat(101)}${"]".repeat(101)}`))).toBe(false);
    expect(isOrdered({ "1": "x", a: [{ b: null, c: true }], "é": -0 })).toBe(true);
  });
});
