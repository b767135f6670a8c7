import fc from "fast-check";
import { base64url, CompactSign, createLocalJWKSet, jwtVerify, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { wordsDigest } from "../../../lib/audit/chain.ts";
import { checkCredential, type CheckedWith } from "../../../lib/permit/check-credential.ts";
import { PublicKeys } from "../../../lib/permit/signed.ts";
import { bitAt, encodeList, listBits } from "../../../lib/permit/status-list.ts";
import { termsOf } from "../../../lib/permit/terms.ts";
import { tokenIn } from "../../../lib/permit/token-in.ts";
import { permitOf } from "../../../lib/request/state.ts";
import { people, permitted, serum, stateOf } from "../request/builders.ts";
import { aCredential, aKey, aList, claims, issuer, type Key, terms } from "./a-credential.ts";

let ours: Key;
let token: string;
beforeAll(async () => {
  ours = await aKey();
  token = await aCredential(ours);
});

const inWindow = new Date("2026-12-05T02:00:00Z");
const check = (of: string, change: Partial<CheckedWith> = {}) => checkCredential(of, { keys: [ours.known], lists: [], now: inWindow, ...change });
const told = async (of: string, change: Partial<CheckedWith> = {}) => {
  const { status, reasons } = await check(of, change);
  return [status, ...reasons.map(({ code }) => code)];
};

describe("a permit's credential", () => {
  test("verifies with jose alone, by the published keys, and says its terms in the words of the data model", async () => {
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet({ keys: [ours.known] }), { issuer, typ: "vc+jwt", algorithms: ["EdDSA"] });
    expect(protectedHeader).toEqual({ alg: "EdDSA", typ: "vc+jwt", cty: "vc", kid: ours.known.kid });
    expect(payload).toMatchObject({
      "@context": ["https://www.w3.org/ns/credentials/v2", expect.anything()],
      type: ["VerifiableCredential", "CausewayPermit"],
      issuer,
      validFrom: "2026-12-01T00:00:00+08:00",
      validUntil: "2026-12-31T23:59:59+08:00",
      credentialSubject: { id: "https://ror.org/01vjw4z39", permit: terms },
      credentialStatus: [
        { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "94017", statusListCredential: `${issuer}/api/v1/status/revocation-1` },
        { type: "BitstringStatusListEntry", statusPurpose: "suspension", statusListIndex: "94017", statusListCredential: `${issuer}/api/v1/status/suspension-1` },
        { statusPurpose: "message", statusSize: 1, statusMessage: [{ status: "0x0" }, { status: "0x1" }] },
      ],
    });
  });

  test("holds as it is, with its number and what was not looked at", async () => {
    expect(await check(token)).toMatchObject({ ok: true, status: "valid", number: terms.number, reasons: [], statusAsOf: null, notChecked: ["revocation", "suspension", "message"], issuer, kid: ours.known.kid, terms });
    expect(tokenIn(`\uFEFF ${JSON.stringify({ credential: claims(), jwt: token })}\n`)).toBe(token);
    expect(tokenIn(`${token}\n`)).toBe(token);
  });

  test("is refused with any character changed, left out or added", async () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."];
    const changed = fc.tuple(fc.nat(token.length - 1), fc.constantFrom(...letters, "")).filter(([at, letter]) => token[at] !== letter);
    await fc.assert(fc.asyncProperty(changed, async ([at, letter]) => void expect(await check(token.slice(0, at) + letter + token.slice(at + 1))).toMatchObject({ ok: false, status: "invalid" })), { numRuns: 400 });
    // Of the last character a decoder leaves four bits unread.
    for (const letter of letters.filter((one) => !token.endsWith(one))) expect(await told(token.slice(0, -1) + letter), letter).toEqual(["invalid", expect.stringMatching(/notSigned|signatureWrong/)]);
    for (const more of ["A", "AA", "=", "."]) expect((await check(token + more)).status).toBe("invalid");
  });

  test("is refused when nobody signed it, another key did, or another algorithm was used", async () => {
    const [head = "", body = ""] = token.split(".");
    const none = `${base64url.encode(JSON.stringify({ alg: "none", typ: "vc+jwt", kid: ours.known.kid }))}.${body}.`;
    expect(await told(none)).toEqual(["invalid", "otherAlgorithm"]);
    expect(await told(`${head}.${body}.`)).toEqual(["invalid", "signatureWrong"]);
    const theirs = await aKey();
    expect(await told(await aCredential(theirs))).toEqual(["invalid", "unknownKey"]);
    expect(await told(await aCredential({ ...theirs, known: ours.known }))).toEqual(["invalid", "signatureWrong"]);
    const asSecret = new TextEncoder().encode(ours.known.x);
    const symmetric = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims()))).setProtectedHeader({ alg: "HS256", typ: "vc+jwt", kid: ours.known.kid }).sign(asSecret);
    expect(await told(symmetric)).toEqual(["invalid", "otherAlgorithm"]);
  });

  test("is refused when it is another kind of token, another system's, or no token", async () => {
    const signed = (claims: object, typ: string) => new SignJWT({ ...claims }).setProtectedHeader({ alg: "EdDSA", typ, kid: ours.known.kid }).sign(ours.privateKey);
    expect(await told(await signed(claims(), "JWT"))).toEqual(["invalid", "otherType"]);
    expect(await told(await signed({ sub: "somebody" }, "vc+jwt"))).toEqual(["invalid", "notAPermit"]);
    expect(await told(await aList(ours, "revocation", []))).toEqual(["invalid", "notAPermit"]);
    expect(await told(await signed({ ...claims({ number: "CWP-0000-0000-0001" }) }, "vc+jwt"))).toEqual(["invalid", "notAPermit"]);
    for (const text of ["", "…", "a.b.c", "{}", '{"jwt":5}', "https://example.org/permits/CWP-0000-0000-0000", "0".repeat(100_000)]) expect(await told(tokenIn(text)), text.slice(0, 40)).toEqual(["invalid", "notSigned"]);
    expect(await check(token, { keys: [] })).toMatchObject({ status: "invalid", number: null, reasons: [{ code: "unknownKey" }] });
  });

  test("a set of keys may hold others beside ours; a key that is no point of the curve is said to be unusable", async () => {
    expect(PublicKeys.parse({ keys: [{ kty: "RSA", n: "x" }, ours.known, "?"] })).toEqual([ours.known]);
    expect(await told(token, { keys: [{ ...ours.known, x: "A".repeat(43) }] })).toEqual(["invalid", expect.stringMatching(/keyUnusable|signatureWrong/)]);
  });
});

describe("its days", () => {
  test.each([
    ["2026-11-30T15:59:59Z", "notYet"],
    ["2026-11-30T16:00:00Z", "valid"],
    ["2026-12-31T15:59:59Z", "valid"],
    ["2026-12-31T16:00:00Z", "expired"],
  ])("at %s it is %s: days are those of the boundary", async (now, status) => expect((await check(token, { now: new Date(now) })).status).toBe(status));

  test("a clock that is a day behind the signature is told, and nothing is said to be valid by it", async () => {
    const fresh = await aCredential(ours, { window: { from: "2026-11-01", to: "2026-12-31" } });
    expect(await told(fresh, { now: new Date("2026-11-24T01:56:00Z") })).toEqual(["valid"]);
    expect(await told(fresh, { now: new Date("2026-11-23T02:00:00Z") })).toEqual(["unknown", "clockBehind"]);
    const list = await aList(ours, "revocation", [], "2026-12-06T02:00:00.000Z");
    expect(await told(token, { lists: [list] })).toEqual(["unknown", "clockBehind"]);
  });
});

describe("a status list", () => {
  test("any set of indices comes back as it was, among as many bits as the standard asks for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(listBits - 1), { maxLength: 40 }), fc.nat(listBits - 1), async (set, other) => {
        const encoded = await encodeList(set);
        for (const index of [...set, other]) expect(await bitAt(encoded, index)).toBe(set.includes(index));
      }),
      { numRuns: 40 },
    );
    expect([await bitAt(await encodeList([]), listBits - 1), await bitAt(await encodeList([]), listBits)]).toEqual([false, null]);
    // The first index is the leftmost bit: of the first byte 0x80.
    expect(await bitAt(`u${base64url.encode(new Uint8Array(await new Response(new Blob([new Uint8Array([0x80, 0x01])]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer()))}`, 15)).toBe(true);
  });

  test("revoked, suspended and used up are said, the graver first, with how old the knowledge is", async () => {
    const lists = (...set: ("revocation" | "suspension" | "message")[]) => Promise.all((["revocation", "suspension", "message"] as const).map((purpose) => aList(ours, purpose, set.includes(purpose) ? [3, 94_017] : [3, 94_018])));
    expect(await check(token, { lists: await lists() })).toMatchObject({ ok: true, status: "valid", notChecked: [], statusAsOf: "2026-12-05T02:00:00.000Z" });
    expect(await told(token, { lists: await lists("revocation") })).toEqual(["revoked", "revoked"]);
    expect(await told(token, { lists: await lists("suspension") })).toEqual(["suspended", "suspended"]);
    expect(await told(token, { lists: await lists("message") })).toEqual(["usedUp", "usedUp"]);
    expect(await told(token, { lists: await lists("message", "revocation", "suspension") })).toEqual(["revoked", "revoked", "suspended", "usedUp"]);
    expect(await told(token, { lists: await lists("revocation"), now: new Date("2027-02-01T00:00:00Z") })).toEqual(["revoked", "revoked", "expired"]);
  });

  test("of two of the same the newer counts; one of other permits says nothing; one of another key is not passed over", async () => {
    const [old, now] = [await aList(ours, "revocation", [94_017], "2026-12-03T02:00:00.000Z"), await aList(ours, "revocation", [])];
    expect(await told(token, { lists: [old, now] })).toEqual(["valid"]);
    const forged = await aList(await aKey(), "revocation", []);
    expect(await told(token, { lists: [forged] })).toEqual(["unknown", "statusNotTrusted"]);
    expect(await told(token, { lists: [old, "nonsense"] })).toEqual(["revoked", "revoked", "statusNotTrusted"]);
    expect(await told(token, { lists: [token] })).toEqual(["unknown", "statusNotTrusted"]);
  });
});

describe("what a credential says of a request", () => {
  const kept = { facts: serum, lines: [{ material: "Serum", container: "cryovial-2ml", count: 30, each: "1.5", unit: "mL" }] };
  const of = (kind: "sample" | "person" = "sample") => {
    const state = { ...stateOf(permitted()), kind, answers: { digest: wordsDigest("00", JSON.stringify(kept)) } };
    const permit = permitOf(state);
    if (!permit) throw new Error("no permit");
    const words = new Map([[state.answers.digest, JSON.stringify(kept)], ...["R/2026-1", "R/2", "somebody@example.org 12345"].map((said) => [wordsDigest("00", said), said] as const)]);
    return { state, permit, words };
  };

  test("its route, control point, lines, window and the rules that it rests on; nobody's name", () => {
    const { state, permit, words } = of();
    const said = termsOf(state, permit, words);
    expect(said).toMatchObject({
      number: permit.number, kind: "sample", controlPoints: ["hkia"], limit: permit.limit, window: { from: "2026-11-24", to: "2026-12-31" },
      corridor: { from: { jurisdiction: "CN", city: "guangzhou" }, to: { jurisdiction: "HK", city: "hongkong" }, mode: "courier" },
      items: [{ name: "Serum", quantity: { value: "30", unit: "container" }, container: "cryovial-2ml", each: { value: "1.5", unit: "mL" } }],
    });
    expect(said.requirements.map(({ regime }) => regime)).toEqual(expect.arrayContaining(["cn-special-goods-permit", "hk-biological-import-599a"]));
    const text = JSON.stringify(said);
    for (const { id, email } of Object.values(people)) expect([text.includes(id), text.includes(email)]).toEqual([false, false]);
  });

  test("a reference stands there only as a number, and never where people are what crosses", () => {
    const { state, permit, words } = of();
    const reference = (said: string) => ({ digest: wordsDigest("00", said) });
    const requirements = state.requirements.map((one, at) => ({ ...one, status: "granted" as const, reference: reference(["R/2026-1", "somebody@example.org 12345"][at] ?? "R/2") }));
    expect(termsOf({ ...state, requirements }, permit, words).requirements.flatMap(({ reference }) => reference ?? [])).toEqual(["R/2026-1"]);
    expect(JSON.stringify(termsOf({ ...state, kind: "person", requirements }, permit, words).requirements)).not.toContain("reference");
  });

  test("people are trips by role; a code of theirs, what a line names a payee by, and data of earlier stay away", () => {
    const { state, permit } = of();
    const items = (kind: "person" | "funds" | "data" | "reagent", lines: readonly unknown[]) => {
      const body = JSON.stringify({ facts: {}, lines });
      return termsOf({ ...state, kind, answers: { digest: "d" } }, permit, new Map([["d", body]])).items;
    };
    expect(items("person", [{ traveller: "0000-0002-1825-0097", role: "pi", document: "passport", endorsement: "none", trips: 4 }])).toEqual([{ role: "pi", quantity: { value: "4", unit: "trip" } }]);
    expect(items("funds", [{ payee: "Wong Tai Man", account: "123", amount: "100.50", currency: "HKD", due: "2026-12-01" }])).toEqual([{ quantity: { value: "100.50", unit: "HKD" }, due: "2026-12-01" }]);
    expect(items("data", [{ set: "Cohort", fields: "health", records: 10 }, { set: "Old", fields: "health", records: 9, when: "earlier" }])).toEqual([{ name: "Cohort", fields: "health", quantity: { value: "10", unit: "record" } }]);
    expect(items("reagent", [{ item: "Ethanol", cas: "64-17-5", quantity: "2.5", unit: "L" }])).toEqual([{ name: "Ethanol", cas: "64-17-5", quantity: { value: "2.5", unit: "L" } }]);
  });

  test("where no control point was named, those that serve the route; crossings where they are what is limited; nothing of what was erased", () => {
    const { state, permit } = of();
    const said = termsOf(state, { ...permit, controlPoint: null, limit: { value: "4", unit: "trip" } }, new Map());
    expect(said.controlPoints.length).toBeGreaterThan(3);
    expect(said).toMatchObject({ crossings: "4", items: [], conditions: [] });
  });
});
