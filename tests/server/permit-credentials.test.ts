import { inflateSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as jwks } from "@/app/.well-known/jwks.json/route";
import permitKeys from "../../cli/verbs/permit-keys.ts";
import { asReader } from "../../db/client.ts";
import { placesSet } from "../../db/permit-credentials.ts";
import { verify } from "../../db/verify.ts";
import type { Actor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { checkCredential } from "../../lib/permit/check-credential.ts";
import type { PermitCredential } from "../../lib/permit/credential.ts";
import { PublicKeys } from "../../lib/permit/signed.ts";
import { statusList } from "../../lib/server/permit-credential.ts";
import { personActor } from "../../lib/server/person.ts";
import { settings } from "../../lib/server/settings.ts";
import { expirePermits } from "../../lib/server/worker.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyOf } from "./api-world.ts";
import { endorsed, permitted } from "./seawater.ts";

const today = dayOf(new Date());
const [asker, office, host] = ["researcher@hkust.example", "office@hkust.example", "host@sustech.example"];
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const say = async (id: string, who: string, said: Readonly<Record<string, unknown>>) => {
  const answer = await give(id, await keyOf(who), said);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([200, expect.any(String)]);
};
const numberOf = async (id: string): Promise<string> => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(asker) })).body.permit.number;

async function fetched(number: string, who = asker): Promise<string> {
  const { status, response } = await call("GET /api/v1/permits/{number}/credential", `/api/v1/permits/${number}/credential`, { key: await keyOf(who) });
  expect([status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, "application/vc+jwt", "no-store"]);
  return response.text();
}

async function publishedKeys(): Promise<unknown> {
  const response = await jwks(new Request("http://localhost:3000/.well-known/jwks.json"), { params: Promise.resolve({}) });
  return response.json();
}

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as PermitCredential;

const kidOf = (token: string) => (JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()) as { kid: string }).kid;

/** What anybody finds who has the credential, the published keys and the lists that it names. */
async function checked(token: string) {
  const lists = await Promise.all(
    claimsOf(token).credentialStatus.map(async ({ statusListCredential }) => {
      const { response } = await call("GET /api/v1/status/{list}", new URL(statusListCredential).pathname);
      expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control"), response.headers.get("access-control-allow-origin")]).toEqual([200, "application/vc+jwt", "public, max-age=30", "*"]);
      return response.text();
    }),
  );
  const { status, notChecked } = await checkCredential(token, { keys: PublicKeys.parse(await publishedKeys()), lists, now: new Date() });
  expect(notChecked).toEqual([]);
  return status;
}

test("before the first permit is asked for there is no key; then it is made once, on record, and verifies what it signed", async () => {
  expect(await publishedKeys()).toEqual({ keys: [] });
  const number = await numberOf(await permitted());
  const tokens = await Promise.all([fetched(number), fetched(number), fetched(number, host)]);
  expect(new Set(tokens).size).toBe(1);
  const keys = (await publishedKeys()) as { keys: { kid: string }[] };
  expect(JSON.stringify(keys)).not.toContain('"d"');
  const { payload } = await jwtVerify(tokens[0] ?? "", createLocalJWKSet(keys as never), { issuer: settings().PUBLIC_URL, typ: "vc+jwt" });
  expect(payload).toMatchObject({ credentialSubject: { id: "https://ror.org/00q4vv597", permit: { number, limit: { value: "24", unit: "tube" }, window: { from: today, to: addDays(today, 60) } } } });
  const events = await world.owner`select data from events where data->>'of' = 'permit-key' order by stream`;
  expect(events.map(({ data }) => data.subject)).toEqual([`permit-key:${kidOf(tokens[0] ?? "")}`]);
});

test("it names nobody, and is for whoever may see the request: to others there is none", async () => {
  const number = await numberOf(await permitted());
  const said = JSON.stringify(claimsOf(await fetched(number, host)));
  const people = await world.owner<{ id: string; name: string; email: string }[]>`select id, name, email from people`;
  for (const { id, name, email } of people) expect([name, said.includes(id) || said.includes(name) || said.includes(email)]).toEqual([name, false]);
  const ask = async (key: string | undefined, path = `/api/v1/permits/${number}/credential`) => (await call("GET /api/v1/permits/{number}/credential", path, key ? { key } : {})).status;
  expect(await ask(undefined)).toBe(401);
  expect(await ask(await keyOf("researcher@must.example"))).toBe(404);
  expect(await ask(await keyOf(asker), "/api/v1/permits/CWP-0000-0000-0000/credential")).toBe(404);
  const json = await call("GET /api/v1/permits/{number}/credential", `/api/v1/permits/${number.toLowerCase()}/credential`, { key: await keyOf(asker), headers: { accept: "application/json" } });
  expect(await json.response.json()).toEqual({ credential: claimsOf(await fetched(number)), jwt: await fetched(number) });
});

test("on paper it is for the same people, carries the same signed text, and says how it stands", async () => {
  const id = await permitted();
  const number = await numberOf(id);
  const print = async (who: string, path = id) => call("GET /api/v1/requests/{id}/permit.pdf", `/api/v1/requests/${path}/permit.pdf`, { key: await keyOf(who) });
  const { response } = await print(asker);
  expect(["content-type", "content-disposition", "cache-control"].map((name) => response.headers.get(name))).toEqual(["application/pdf", `attachment; filename="${number}.pdf"`, "no-store"]);
  const file = Buffer.from(await response.arrayBuffer());
  expect([file.toString("latin1").startsWith("%PDF-1.7"), unpacked(file).includes(await fetched(number))]).toEqual([true, true]);
  expect((await print(host)).status).toBe(200);
  const before = await endorsed();
  for (const [who, path] of [["researcher@must.example", id], [asker, before], [asker, "018f0000-0000-7000-8000-000000000001"], [asker, "no-id"]] as const) expect((await print(who, path)).status).toBe(404);
});

/** What a file holds in its packed streams. */
function unpacked(file: Buffer): string {
  const text = file.toString("latin1");
  return [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map(({ index, 0: head }) => inflateSync(file.subarray(index + head.length, text.indexOf("endstream", index))).toString("latin1")).join("\n");
}

describe("what happens to a permit stands in the status lists at once", () => {
  test("suspended, reinstated, used up, revoked", async () => {
    const id = await permitted();
    const token = await fetched(await numberOf(id));
    expect(await checked(token)).toBe("valid");
    await say(id, office, { type: "suspend", reason: "A seal is broken." });
    expect(await checked(token)).toBe("suspended");
    await say(id, office, { type: "reinstate", reason: "Sealed anew." });
    expect(await checked(token)).toBe("valid");
    await say(id, asker, { type: "recordMovement", direction: "out", quantity: { value: "24", unit: "tube" }, at: new Date().toISOString() });
    expect(await checked(token)).toBe("usedUp");
    await say(id, office, { type: "revoke", reason: "It ends here." });
    expect(await checked(token)).toBe("revoked");
  });

  test("reissued, amended and renewed: the credential of before is void, and the new one says what holds", async () => {
    const id = await permitted();
    const first = await fetched(await numberOf(id));
    await say(id, office, { type: "reissue", reason: "The paper was lost." });
    expect(await checked(first)).toBe("revoked");
    expect((await call("GET /api/v1/permits/{number}/credential", `/api/v1/permits/${claimsOf(first).credentialSubject.permit.number}/credential`, { key: await keyOf(asker) })).status).toBe(404);
    const second = await fetched(await numberOf(id));
    expect(await checked(second)).toBe("valid");
    await say(id, asker, { type: "renew", window: { from: today, to: addDays(today, 90) }, reason: "The voyage is late." });
    expect(await checked(second)).toBe("valid");
    for (const [who, step] of [["pi@hkust.example", "endorsement"], [office, "sign-off"], [host, "acceptance"]] as const) await say(id, who, { type: "approve", step });
    expect(await checked(second)).toBe("revoked");
    const third = await fetched(await numberOf(id));
    expect([await checked(third), claimsOf(third).credentialSubject.permit.window.to, claimsOf(third).id === claimsOf(second).id]).toEqual(["valid", addDays(today, 90), false]);
  });

  test("revoked from a day to come it holds until then; an expiry is in the credential and in no list", async () => {
    const id = await permitted();
    const token = await fetched(await numberOf(id));
    const from = addDays(today, 3);
    await say(id, office, { type: "revoke", from, reason: "The laboratory moves." });
    expect(await checked(token)).toBe("valid");
    const place = Number(claimsOf(token).credentialStatus[0]?.statusListIndex);
    const onDay = (day: string) => asReader({ kind: "system" }, (tx) => placesSet(tx, 1, "revocation", day));
    expect([(await onDay(addDays(from, -1)))?.includes(place), (await onDay(from))?.includes(place)]).toEqual([false, true]);
    const other = await permitted();
    const late = await fetched(await numberOf(other));
    await expirePermits(() => new Date(`${addDays(today, 61)}T02:00:00Z`));
    expect(await checked(late)).toBe("valid");
    expect((await checkCredential(late, { keys: PublicKeys.parse(await publishedKeys()), lists: [], now: new Date(`${addDays(today, 61)}T02:00:00Z`) })).status).toBe("expired");
  });

  test("there is no list before anybody is in it, and none by another name", async () => {
    expect(await statusList(2, "revocation")).toBeNull();
    for (const name of ["revocation-2", "revocation-0", "revocation", "wishes-1", "revocation-1e3", "..", "%00"]) expect((await call("GET /api/v1/status/{list}", `/api/v1/status/${name}`)).status).toBe(404);
  });
});

test("after a rotation the new key signs, the old ones stay published, and what they signed goes on verifying", async () => {
  const [before, other] = [await permitted(), await permitted()];
  const old = await fetched(await numberOf(before));
  const out: unknown[] = [];
  const io = { line: () => {}, json: (value: unknown) => void out.push(value), complain: () => {}, taken: async () => {}, input: async () => "" };
  expect(await permitKeys(["rotate", "--json"], io)).toBe(0);
  const { kid } = out[0] as { kid: string };
  const fresh = await fetched(await numberOf(other));
  expect([kidOf(fresh), kidOf(old) === kid]).toEqual([kid, false]);
  expect([await fetched(await numberOf(before)), await checked(old), await checked(fresh)]).toEqual([old, "valid", "valid"]);
  expect(await permitKeys(["list", "--json"], io)).toBe(0);
  expect(out.slice(1).map((one) => [(one as { kid: string }).kid, (one as { signs: boolean }).signs])).toEqual([[kid, true], ...((await publishedKeys()) as { keys: { kid: string }[] }).keys.slice(1).map((one) => [one.kid, false])]);
  await expect(permitKeys(["burn"], io)).rejects.toMatchObject({ exitCode: 2 });
});

test("a key that the installation's secret does not open is passed over; where it opens none another is made, and what was signed goes on verifying", async () => {
  const [first, second] = [await numberOf(await permitted()), await numberOf(await permitted())];
  const { keys } = (await publishedKeys()) as { keys: { kid: string }[] };
  await world.owner`insert into permit_keys values ('unopened', 'x', now() + interval '1 hour')`;
  await world.owner`insert into permit_key_secrets values ('unopened', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA')`;
  const old = await fetched(first);
  expect(kidOf(old)).toBe(keys[0]?.kid);
  await world.owner`delete from permit_keys where id = 'unopened'`;
  await world.owner`delete from permit_key_secrets`;
  const fresh = await fetched(second);
  expect(keys.map(({ kid }) => kid)).not.toContain(kidOf(fresh));
  expect([await checked(old), await checked(fresh)]).toEqual(["valid", "valid"]);
});

test("what signs, and whose place in a list is whose, nobody sees; the keys themselves are held to the record", async () => {
  const requester = (await personActor(asker)) as Actor;
  const count = async (actor: Actor, table: string) => Number((await asReader(actor, (tx) => tx.execute<{ n: string }>(sql.raw(`select count(*) as n from ${table}`))))[0]?.n);
  for (const actor of [{ kind: "public" }, { kind: "signIn" }, requester] as const) for (const table of ["permit_key_secrets", "status_entries"]) expect([table, await count(actor, table)]).toEqual([table, 0]);
  expect(await count({ kind: "public" }, "permit_credentials")).toBe(0);
  const sealed = await world.owner<{ sealed: string }[]>`select sealed from permit_key_secrets`;
  for (const one of sealed) expect(Buffer.from(one.sealed.split(".")[3] ?? "", "base64url").toString("latin1")).not.toContain("kty");
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
  await world.owner`update permit_keys set x = reverse(x)`;
  expect((await verify()).problems).toEqual(expect.arrayContaining([expect.objectContaining({ code: "differs", field: expect.stringContaining(".x") })]));
});
