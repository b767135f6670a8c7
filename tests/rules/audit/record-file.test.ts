import { isUtf8 } from "node:buffer";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, genesis, hashAfter, wordsDigest } from "../../../lib/audit/chain.ts";
import { eventLeaf, rootOf } from "../../../lib/audit/merkle.ts";
import { isOrdered } from "../../../lib/audit/ordered.ts";
import { checkFile } from "../../../lib/audit/record-file/check-file.ts";
import { collectLeaves } from "../../../lib/audit/record-file/leaves.ts";
import type { ChainLine, EventLine } from "../../../lib/audit/record-file/lines.ts";
import { quickChain } from "../../../lib/audit/record-file/quick-chain.ts";
import { quickEvent } from "../../../lib/audit/record-file/quick-event.ts";
import { scan } from "../../../lib/audit/record-file/scan.ts";
import { fileCodes } from "../../../lib/audit/record-file/verdict.ts";
import { wordsIn } from "../../../lib/audit/record-file/words-in.ts";
import { sha256 } from "../../../lib/audit/sha256.ts";
import { aRecordFile, textOf } from "./a-record-file.ts";
import { cases } from "./record-file-cases.ts";

const other = "f".repeat(64);

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

/** The same of bytes, which may be no UTF-8, as `verify` reads them. */
function verdictOnBytes(file: Buffer) {
  const [long, quick] = [checkFile(), checkFile()];
  for (let from = 0; from < file.length; ) {
    const to = file.indexOf(10, from) < 0 ? file.length : file.indexOf(10, from);
    const isText = isUtf8(file.subarray(from, to));
    long.line(isText ? file.toString("utf8", from, to) : null);
    if (isText) quick.bytes(file, from, to);
    else quick.line(null);
    from = to + 1;
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

describe("the quick way and the long way", () => {
  const odd = fc.oneof(fc.constantFrom("\\u0041", "\\/", "\\\\", "\\", '"', ",", "0", "1.0", "1e3", "-0", ":", "{", "}", "[]", " ", "\u001f", "\t", "\n", "\r", "é", "\u2028", "😀", '"a":1,', "A").map((text) => Buffer.from(text)), fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)));
  const files = [aRecordFile(), aRecordFile({ isSealed: false }), aRecordFile({ upTo: 3 }), aRecordFile({ scope: "request" }), aRecordFile({ scope: "request", isSealed: false })].map(({ lines }) => Buffer.from(textOf(lines)));

  test("say the same of a file with any bytes put in, changed or taken out", () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), odd, fc.nat({ max: 3 }), (file, place, put, taken) => {
        const at = place % file.length;
        verdictOnBytes(Buffer.concat([file.subarray(0, at), put, file.subarray(at + taken)]));
      }),
      { numRuns: 100 },
    );
  });

  test("say the same of an event whose digest and hash were made to fit what it says, in whatever form", () => {
    const data = { a: [1, -2, true, null, "x\"é"], b: { c: {}, d: 10 } };
    const lines = textOf(aRecordFile({ events: [{ stream: "request:x", type: "step.approved", data }], upTo: 1, isSealed: false }).lines).trimEnd().split("\n");
    const [, said = "", prev = "", salted = "", type = ""] = /^(.*),"digest":.*"prev":"([^"]*)"(.*"stream":"[^"]*")(.*)$/.exec(lines[2] ?? "") ?? [];
    const fitted = (parts: readonly [Buffer, Buffer, Buffer]) => {
      const digest = sha256(Buffer.concat(parts));
      const own = Buffer.concat([parts[0], Buffer.from(`,"digest":"${digest}","hash":"${hashAfter(prev, digest)}","line":"event","prev":"${prev}"`), parts[1], parts[2]]);
      const head = Buffer.from(`${lines[0]}\n{"hash":"${hashAfter(prev, digest)}","line":"chain","seq":1,"stream":"request:x"}\n`);
      return verdictOnBytes(Buffer.concat([head, own, Buffer.from(`\n${lines[3]}\n`)]));
    };
    const parts = [said, salted, type].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];
    expect(fitted(parts).problems).toEqual([]);
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.nat(), odd, fc.nat({ max: 2 }), (part, place, put, taken) => {
        const text = parts[part] as Buffer;
        const at = place % (text.length + 1);
        fitted(parts.with(part, Buffer.concat([text.subarray(0, at), put, text.subarray(at + taken)])) as [Buffer, Buffer, Buffer]);
      }),
      { numRuns: 400 },
    );
  });

  test("say of what was never changed that it holds, whatever is in it", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 12 });
    const salts = fc.uint8Array({ minLength: 0, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString("hex"));
    const spoken = fc.tuple(salts, fc.oneof(texts, fc.string({ unit: fc.constantFrom('"', "\\", "\b", "\f", "\n", "\r", "\t", "\u0001", "/", "é", "😀"), maxLength: 12 })));
    const said = fc.tuple(fc.dictionary(texts, fc.oneof(fc.jsonValue(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))), fc.array(spoken, { maxLength: 3 })).map(([data, kept]) => {
      const words = Object.fromEntries(kept.map(([salt, body]) => [wordsDigest(salt, body), { salt, body }]));
      return { stream: "request:é", type: "step.approved", data: { ...data, words: Object.keys(words).map((digest) => ({ digest })) }, ...(kept.length > 0 && { words }) };
    });
    // What looks like the digest of words and has none is a problem, and rightly.
    const isPlain = (value: unknown) => wordsIn(value, "").length === 0;
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), fc.boolean(), (events, isSealed) => {
        fc.pre(events.every(({ data }) => isPlain({ ...data, words: [] })));
        const { lines } = aRecordFile({ events, upTo: events.length, isSealed });
        expect(verdictOnBytes(Buffer.from(textOf(lines))).problems).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("say the same of hashes and salts in other letters, of numbers in other forms, and of names twice or in another order", () => {
    const lines = textOf(aRecordFile().lines).split("\n");
    const place = lines.findIndex((line) => line.includes("request.approved"));
    const line = lines[place] ?? "";
    const [digest = "", hash = "", prev = "", salt = ""] = ["digest", "hash", "prev", "salt"].map((name) => new RegExp(`"${name}":"([0-9a-f]+)"`).exec(line)?.[1] ?? "");
    const spelt = [
      ...[digest, hash, prev, salt].map((text) => [text, text.replace(/[a-f]|$/, (letter) => letter.toUpperCase() || "A")] as const),
      ...[digest, hash, prev, salt].flatMap((text) => [[text, text.slice(2)], [text, `${text}00`], [text, `\\u0030${text.slice(1)}`]] as const),
      ['"seq":2', '"seq":2.0'], ['"seq":2', '"seq":02'], ['"seq":2', '"seq":2e0'], ['"seq":2', '"seq":"2"'], ['"leaf":6', '"leaf":-0'], ['"leaf":6', '"leaf":6.5'], ['"leaf":6', '"leaf":9007199254740993'], ['"leaf":6,', ""], ['"leaf":6', '"leaf":null'],
      ['"data":{}', '"data":{},"data":{}'], ['"data":{}', '"data":{ }'], ['"data":{}', '"data":[]'], ['"line":"event",', '"line":"event","line":"event",'], ['"line":"event"', '"line":"\\u0065vent"'], [/("line":"event"),("prev":"[^"]*")/, "$2,$1"], [/("at":"[^"]*"),("data":{})/, "$2,$1"],
      [/}$/, "}}"], [/}$/, "} "], [/}$/, ""], [/^/, "\ufeff"], [/$/, "\r"],
    ] as const;
    for (const [from, to] of spelt) {
      const other = line.replace(from, to);
      expect(other, String(from)).not.toBe(line);
      expect(verdictOnBytes(Buffer.from(lines.with(place, other).join("\n"))).ok, `${String(from)} ${to}`).toBe(false);
    }
  });
});

describe("the leaves of a file", () => {
  test("may come in any order, and are kept in pieces", () => {
    const count = 9000;
    const hashes = Array.from({ length: count }, (_, at) => sha256(`event ${at}`));
    const leaves = collectLeaves();
    for (let step = 0; step < count; step++) leaves.add((step * 7) % count, hashes[(step * 7) % count] ?? "", "request:x", step);
    expect(leaves.roots([count, 4097, 0])).toEqual({ roots: [count, 4097, 0].map((size) => rootOf(hashes.slice(0, size).map(eventLeaf))) });
    leaves.add(8999, other, "request:x", 1);
    leaves.add(2 ** 53 - 1, other, "request:x", 2);
    leaves.add(2 ** 53 - 1, other, "request:x", 3);
    expect(leaves.roots([count])).toEqual({ problems: [1, 3].map((seq) => ({ stream: "request:x", seq, field: "leaf", code: "leafTwice" })) });
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

  test("holds no character that has to be escaped, and no name that is not ASCII", () => {
    for (let code = 0; code < 32; code++) for (const odd of [`{"a":"${String.fromCharCode(code)}"}`, `{"${String.fromCharCode(code)}":1}`]) expect(isQuick(odd), odd).toBe(false);
    expect(isQuick('{"é":1}')).toBe(false);
  });

  test("is most of what there is", () => {
    for (const usual of ["{}", '{"a":[1,-2,true,false,null,"深\\"\\n"],"b":{"digest":"x"}}']) expect(isQuick(usual), usual).toBe(true);
    const spoken = { salt: "09afbe", body: 'Côté "quoted" \\ \b\f\n\r\t 深圳 😀' };
    const digest = wordsDigest(spoken.salt, spoken.body);
    for (const isSealed of [true, false]) {
      const { lines } = aRecordFile({ events: [{ stream: "request:x", type: "step.approved", data: { text: { digest } }, words: { [digest]: spoken } }], upTo: 1, isSealed });
      const event = lines.find(({ line }) => line === "event") as EventLine;
      const bytes = Buffer.from(canonical(event));
      const head = lines.find(({ line }) => line === "chain") as ChainLine;
      expect(quickChain(Buffer.from(canonical(head)), 0, canonical(head).length)).toEqual(head);
      expect(quickEvent(bytes, 0, bytes.length, { before: { seq: 0, hash: genesis }, quoted: Buffer.from('"request:x"') })).toEqual({ seq: 1, hash: event.hash, leaf: isSealed ? 0 : -1 });
    }
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
