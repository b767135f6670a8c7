import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { isFailure } from "../../../cli/failure.ts";
import { checkUsage } from "../../../cli/options.ts";
import checkPermit, { usage } from "../../../cli/verbs/check-permit.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { aCredential, aKey, aList, claims } from "./a-credential.ts";

const folder = scratchFolder();
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const ours = await aKey();
  const token = await aCredential(ours);
  const files = {
    "permit.jwt": `${token}\n`,
    "permit.json": JSON.stringify({ credential: claims(), jwt: token }),
    "none.jwt": `${Buffer.from(JSON.stringify({ alg: "none", typ: "vc+jwt", kid: ours.known.kid })).toString("base64url")}.${token.split(".")[1]}.`,
    "forged.jwt": await aCredential({ ...(await aKey()), known: ours.known }),
    "elsewhere.txt": "https://permits.example.org/check?id=CWP-0000-0000-0000",
    "jwks.json": JSON.stringify({ keys: [ours.known] }),
    "others.json": JSON.stringify({ keys: [(await aKey()).known] }),
    "revoked.jwt": await aList(ours, "revocation", [94_017]),
    "not-revoked.jwt": await aList(ours, "revocation", []),
    "both.jwt": `${await aList(ours, "suspension", [94_017])}\n${await aList(ours, "message", [])}\n`,
    "nonsense.json": "{",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
});

/** What the command prints for these options, or its one line and exit code. */
async function ran(...args: string[]) {
  const [out, err]: [unknown[], string[]] = [[], []];
  const io = { line: (text: string) => void out.push(text), json: (value: unknown) => void out.push(value), complain: (text: string) => void err.push(text), taken: async () => {}, input: async () => "not a token" };
  try {
    checkUsage(usage, args);
    return { code: await checkPermit(args, io), out, err };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { code: error.exitCode, out, err: [error.message] };
  }
}

const keys = ["--keys", at("jwks.json"), "--at", "2026-12-05T10:00:00+08:00"];

describe("the check-permit command", () => {
  test("says valid with exit 0, of the token and of the JSON that is offered beside it", async () => {
    for (const file of ["permit.jwt", "permit.json"]) expect(await ran(at(file), ...keys, "--json")).toEqual({ code: 0, err: [], out: [expect.objectContaining({ ok: true, status: "valid", number: "CWP-0000-0000-0000", reasons: [], statusAsOf: null })] });
    expect((await ran(at("permit.jwt"), ...keys)).out).toEqual(["valid CWP-0000-0000-0000", expect.stringContaining("not known")]);
  });

  test("says revoked or suspended with exit 1 by the lists that it is given, several of them too", async () => {
    expect(await ran(at("permit.jwt"), ...keys, "--status", at("revoked.jwt"), "--json")).toMatchObject({ code: 1, out: [{ ok: false, status: "revoked", reasons: [{ code: "revoked" }] }] });
    expect(await ran(at("permit.jwt"), ...keys, "--status", at("not-revoked.jwt"), "--status", at("both.jwt"), "--json")).toMatchObject({ code: 1, out: [{ status: "suspended", notChecked: [] }] });
    expect(await ran(at("permit.jwt"), ...keys, "--status", at("not-revoked.jwt"), "--json")).toMatchObject({ code: 0, out: [{ status: "valid", statusAsOf: "2026-12-05T02:00:00.000Z", notChecked: ["suspension", "message"] }] });
  });

  test("says by which clock it is not yet valid, or over", async () => {
    expect(await ran(at("permit.jwt"), "--keys", at("jwks.json"), "--at", "2026-11-30", "--json")).toMatchObject({ code: 1, out: [{ status: "notYet" }] });
    expect(await ran(at("permit.jwt"), "--keys", at("jwks.json"), "--at", "2027-01-01", "--json")).toMatchObject({ code: 1, out: [{ status: "expired" }] });
  });

  test("another's keys and what is no token are not verified: exit 1, with the reason", async () => {
    expect(await ran(at("permit.jwt"), "--keys", at("others.json"), "--json")).toMatchObject({ code: 1, out: [{ ok: false, status: "invalid", number: null, reasons: [{ code: "unknownKey" }] }] });
    expect(await ran("-", ...keys)).toMatchObject({ code: 1, out: ["invalid", expect.stringContaining("no signed token")] });
  });

  test.each([
    ["none.jwt", "otherAlgorithm"],
    ["forged.jwt", "signatureWrong"],
    ["elsewhere.txt", "notSigned"],
  ])("%s is invalid, and says why", async (file, code) => {
    expect(await ran(at(file), ...keys, "--json")).toMatchObject({ code: 1, err: [], out: [{ ok: false, status: "invalid", reasons: [{ code }] }] });
  });

  test("by a clock that is a day behind nothing is called valid", async () => {
    expect(await ran(at("permit.jwt"), "--keys", at("jwks.json"), "--at", "2026-12-05T10:00:00+08:00", "--status", at("not-revoked.jwt"), "--json")).toMatchObject({ code: 0, out: [{ status: "valid" }] });
    expect(await ran(at("permit.jwt"), "--keys", at("jwks.json"), "--at", "2026-12-04T09:00:00+08:00", "--status", at("not-revoked.jwt"), "--json")).toMatchObject({ code: 1, out: [{ status: "unknown", reasons: [{ code: "clockBehind" }] }] });
  });

  test.each([
    [[at("permit.jwt")], 2, /--keys missing/],
    [["--keys", at("jwks.json")], 2, /usage: check-permit FILE/],
    [[at("permit.jwt"), at("permit.jwt"), "--keys", at("jwks.json")], 2, /usage/],
    [[at("permit.jwt"), "--keys", at("jwks.json"), "--loud"], 2, /--loud/],
    [[at("permit.jwt"), "--keys", at("jwks.json"), "--at", "soon"], 2, /no instant/],
    [[at("missing"), "--keys", at("jwks.json")], 1, /cannot be read: there is no such file/],
    [[at("permit.jwt"), "--keys", at("nonsense.json")], 1, /holds no keys/],
    [[at("permit.jwt"), "--keys", at("permit.jwt")], 1, /holds no keys/],
  ])("%j is refused with exit %i", async (args, code, said) => expect(await ran(...args)).toEqual({ code, out: [], err: [expect.stringMatching(said)] }));
});
