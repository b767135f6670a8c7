import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asReader } from "../../db/client.ts";
import { apiKeys, people } from "../../db/schema/people.ts";
import { actorFromKey, issueKey, issueKeyFor, listKeys, revokeKey } from "../../lib/server/keys.ts";
import { personActor } from "../../lib/server/person.ts";
import { eq } from "drizzle-orm";
import { authWorld, gone, guest, mei, rui } from "./auth-world.ts";

let leave: () => Promise<void>;
beforeAll(async () => (leave = await authWorld()));
afterAll(() => leave());

const now = new Date("2026-11-24T01:00:00Z");
const actor = async (email: string) => (await personActor(email))!;
const asking = (authorization?: string) => new Request("http://localhost/api/v1/requests", authorization === undefined ? {} : { headers: { authorization } });
async function made(email: string, scopes: readonly ("read" | "write")[] = ["read"]) {
  const outcome = await issueKey(await actor(email), { name: "freezer", scopes }, now);
  if (!("key" in outcome)) throw new Error(outcome.code);
  return outcome;
}

describe("a key", () => {
  it("stands for its person, within its scopes", async () => {
    const { key } = await made(mei.email, ["write", "read"]);
    expect(key).toMatch(/^cw_[\w-]{43}$/);
    expect(await actorFromKey(asking(`Bearer ${key}`), now)).toMatchObject({ kind: "person", id: mei.id, scopes: ["read", "write"], grants: [{ role: "desk-officer" }, { role: "researcher" }] });
    const reading = await made(mei.email, ["read"]);
    expect((await actorFromKey(asking(`bearer ${reading.key}`), now))?.scopes).toEqual(["read"]);
  });

  it("is kept as a hash only", async () => {
    const { key } = await made(mei.email);
    const rows = await asReader({ kind: "signIn" }, (tx) => tx.select().from(apiKeys));
    expect(JSON.stringify(rows)).not.toContain(key.slice(3));
  });

  it.each([undefined, "", "Bearer", "Bearer cw_", `Bearer cw_${"a".repeat(43)}`, "Basic Zm9vOmJhcg==", `Bearer cw_${"a".repeat(9000)}`, "Bearer ' or 1=1 --"])("that is none lets nobody in: %j", async (authorization) => {
    expect(await actorFromKey(asking(authorization), now)).toBeNull();
  });

  it("that is revoked lets nobody in; only its person can revoke it", async () => {
    const { id, key } = await made(mei.email);
    await revokeKey(await actor(rui.email), id, now);
    expect(await actorFromKey(asking(`Bearer ${key}`), now)).not.toBeNull();
    await revokeKey(await actor(mei.email), "no id", now);
    await revokeKey(await actor(mei.email), id, now);
    expect(await actorFromKey(asking(`Bearer ${key}`), now)).toBeNull();
    expect((await listKeys(await actor(mei.email))).map((entry) => entry.id)).not.toContain(id);
  });

  it("notes its use, at most once a minute", async () => {
    const { id, key } = await made(mei.email);
    const used = async () => (await listKeys(await actor(mei.email))).find((entry) => entry.id === id)?.usedAt;
    expect(await used()).toBeNull();
    for (const seconds of [0, 59, 61]) {
      await actorFromKey(asking(`Bearer ${key}`), new Date(now.getTime() + seconds * 1000));
      expect(await used()).toBe(seconds === 61 ? "2026-11-24T01:01:01.000Z" : "2026-11-24T01:00:00.000Z");
    }
  });

  it("is made for nobody without a role that may, or who has left", async () => {
    expect(await issueKey(await actor(guest.email), { name: "x", scopes: ["read"] }, now)).toEqual({ code: "notAllowed" });
    expect(await issueKeyFor(gone.email, { name: "x", scopes: ["read"] }, now)).toBeNull();
    expect(await issueKeyFor("nobody@um.example", { name: "x", scopes: ["read"] }, now)).toBeNull();
    expect(await issueKeyFor(rui.email.toUpperCase(), { name: "x", scopes: ["read"] }, now)).toHaveProperty("key");
  });

  it("of somebody who has left lets nobody in", async () => {
    const { key } = await made(rui.email);
    await asActor({ kind: "system" }, (tx) => tx.update(people).set({ active: false }).where(eq(people.id, rui.id)));
    expect(await actorFromKey(asking(`Bearer ${key}`), now)).toBeNull();
  });

  it("needs a name, a scope, and room for it", async () => {
    const person = await actor(mei.email);
    expect(await issueKey(person, { name: " \u0000\u200b ", scopes: ["read"] }, now)).toEqual({ code: "nameMissing" });
    expect(await issueKey(person, { name: "x".repeat(101), scopes: ["read"] }, now)).toEqual({ code: "nameTooLong" });
    expect(await issueKey(person, { name: "x", scopes: [] }, now)).toEqual({ code: "scopeMissing" });
    while ((await listKeys(person)).length < 20) await made(mei.email);
    expect(await issueKey(person, { name: "x", scopes: ["read"] }, now)).toEqual({ code: "tooManyKeys" });
  });
});
