import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, digestOf, genesis, hashAfter, wordsDigest } from "../../../lib/audit/chain.ts";
import { checkChain, type Link } from "../../../lib/audit/check-chain.ts";
import { sealWords } from "../../../lib/audit/seal-words.ts";

/** The example of RFC 8785, section 3.2.2 and 3.2.3. */
test("canonical JSON is that of RFC 8785", () => {
  const value = { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
  expect(canonical(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
});

test("a hash is SHA-256 of the bytes of the previous hash and of the digest", () => {
  const digest = createHash("sha256").update("x").digest("hex");
  expect(hashAfter(genesis, digest)).toBe(createHash("sha256").update(Buffer.from(genesis + digest, "hex")).digest("hex"));
});

test("the digest of words is that of their salt and their text", () => {
  expect(wordsDigest("00ff", "你好")).toBe(createHash("sha256").update(Buffer.concat([Buffer.from("00ff", "hex"), Buffer.from("你好", "utf8")])).digest("hex"));
});

test("words are taken out of an event wherever they stand, each under a salt of its own", () => {
  let salts = 0;
  const reasons = [
    { code: "a", text: { say: "One", readers: null } },
    { code: "b", text: { say: "One", readers: ["desk:x"] } },
  ];
  const { happening, words } = sealWords({ type: "request.rejected", data: { step: "sign-off", round: 1, reasons } }, () => String(salts++).padStart(32, "0"));
  expect(JSON.stringify(happening)).not.toContain("One");
  expect(words.map(({ body, readers }) => [body, readers])).toEqual([["One", null], ["One", ["desk:x"]]]);
  expect(new Set(words.map(({ digest }) => digest)).size).toBe(2);
});

describe("a chain", () => {
  test("as it was written has no problem", () => {
    expect(checkChain(chainOf(5), headOf(chainOf(5)))).toEqual([]);
    expect(checkChain([], { seq: 0, hash: genesis })).toEqual([]);
  });

  test("with any one field of any one event changed has a problem at that event", () => {
    const fields = ["type", "at", "actor", "data", "salt", "prev", "digest", "hash"] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom(...fields), (at, field) => {
        const links = chainOf(6);
        const altered = links.map((link, index) => (index === at ? { ...link, [field]: field === "actor" || field === "data" ? { other: true } : "f".repeat(64) } : link));
        const expected = ["prev", "digest", "hash"].includes(field) ? field : "content";
        expect(checkChain(altered, headOf(links))).toContainEqual({ seq: at + 1, field: expected, code: "altered" });
      }),
    );
  });

  test("with any run of events left out has a problem where the first is missing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }), (from, count) => {
        const links = chainOf(6);
        expect(checkChain(links.toSpliced(from, count), headOf(links))).toContainEqual({ seq: from + 1, field: "seq", code: "missingEvent" });
      }),
    );
  });

  test("rewritten from some event on, with digests and hashes that fit, does not fit its head", () => {
    const links = chainOf(6);
    const rewritten = [...links.slice(0, 3), ...chainFrom(links[2]?.hash ?? "", 4, 6, "other")];
    expect(checkChain(rewritten, headOf(links))).toEqual([{ seq: 6, field: "head", code: "headDiffers" }]);
  });
});

function chainOf(count: number): Link[] {
  return chainFrom(genesis, 1, count, "data");
}

function chainFrom(start: string, first: number, last: number, what: string): Link[] {
  const links: Link[] = [];
  let hash = start;
  for (let seq = first; seq <= last; seq++) {
    const entry = { stream: "request:one", seq, type: "comment.added", at: "2026-11-02T01:00:00.000Z", actor: { system: true }, data: { [what]: seq }, salt: String(seq).padStart(32, "0") };
    const digest = digestOf(entry);
    const prev = hash;
    hash = hashAfter(prev, digest);
    links.push({ ...entry, prev, digest, hash });
  }
  return links;
}

function headOf(links: readonly Link[]): { seq: number; hash: string } {
  const { seq, hash } = links.at(-1) ?? { seq: 0, hash: genesis };
  return { seq, hash };
}
