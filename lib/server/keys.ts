import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor, asReader } from "../../db/client.ts";
import { given, prepared } from "../../db/prepared.ts";
import { apiKeys, people } from "../../db/schema/people.ts";
import type { Actor, PersonActor } from "../access/actor.ts";
import { holdsAnywhere } from "../access/can.ts";
import { keyScopes, type KeyScope } from "../access/configuration.ts";
import { actorColumns, actorFrom, personActor } from "./person.ts";
import { publish } from "./publish.ts";
import { newToken, tokenHash } from "./token.ts";

export type KeyActor = PersonActor & { readonly keyId: string; readonly scopes: readonly KeyScope[] };
export type NewKey = { readonly name: string; readonly scopes: readonly KeyScope[] };
export type IssueOutcome = { readonly id: string; readonly key: string } | { readonly code: "notAllowed" | "nameMissing" | "nameTooLong" | "scopeMissing" | "tooManyKeys" };

const mostKeys = 20;
const longestName = 100;

/** Makes a key for the actor's own use. It is answered in plain this once; only its hash is kept. */
export async function issueKey(actor: PersonActor, wanted: NewKey, now: Date): Promise<IssueOutcome> {
  return issue(actor, actor, wanted, now);
}

/** The same for a person by e-mail address, on the operator's word. Null when there is nobody active of that address. */
export async function issueKeyFor(email: string, wanted: NewKey, now: Date): Promise<IssueOutcome | null> {
  const person = await personActor(email);
  return person && issue({ kind: "system" }, person, wanted, now);
}

async function issue(by: Actor, person: PersonActor, { name, scopes }: NewKey, now: Date): Promise<IssueOutcome> {
  const label = name.normalize("NFC").replace(/\p{C}/gu, "").trim();
  if (!holdsAnywhere(person, "key.issue")) return { code: "notAllowed" };
  if (label === "") return { code: "nameMissing" };
  if (label.length > longestName) return { code: "nameTooLong" };
  if (scopes.length === 0) return { code: "scopeMissing" };
  const running = await asReader(person, (tx) => tx.$count(apiKeys, and(eq(apiKeys.personId, person.id), isNull(apiKeys.revokedAt))));
  if (running >= mostKeys) return { code: "tooManyKeys" };
  const [id, key] = [newId(), `cw_${newToken()}`];
  const change = { of: "key", id, person: person.id, name: label, scopes: keyScopes.filter((scope) => scopes.includes(scope)), hash: tokenHash(key), revoked: false } as const;
  const kept = await publish(by, [change], () => now);
  return "refusals" in kept ? { code: "notAllowed" } : { id, key };
}

export type KeyEntry = { readonly id: string; readonly name: string; readonly scopes: readonly string[]; readonly createdAt: string; readonly usedAt: string | null };

/** A person's keys that still work, the newest first. */
export async function listKeys(actor: PersonActor): Promise<KeyEntry[]> {
  return asReader(actor, (tx) =>
    tx
      .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, createdAt: apiKeys.createdAt, usedAt: apiKeys.usedAt })
      .from(apiKeys)
      .where(and(eq(apiKeys.personId, actor.id), isNull(apiKeys.revokedAt)))
      .orderBy(desc(apiKeys.createdAt)),
  );
}

/** Ends one of the actor's own keys at once. Someone else's, or one that is gone, changes nothing. */
export async function revokeKey(actor: PersonActor, id: string, now: Date): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return;
  const { personId: person, name, scopes, hash } = apiKeys;
  const [key] = await asReader(actor, (tx) => tx.select({ id: apiKeys.id, person, name, scopes, hash }).from(apiKeys).where(and(sql`${apiKeys.id}::text = ${id}`, eq(person, actor.id), isNull(apiKeys.revokedAt))));
  if (key) await publish(actor, [{ of: "key", ...key, scopes: keyScopes.filter((scope) => key.scopes.includes(scope)), revoked: true }], () => now);
}

/** Who asks by `Authorization: Bearer cw_…`, with what the key may do; null without a key that works. */
export async function actorFromKey(request: Request, now: Date = new Date()): Promise<KeyActor | null> {
  const [, key] = /^Bearer (cw_[\w-]{43})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!key) return null;
  const [row] = await asReader({ kind: "signIn" }, (tx) => holderOf(tx, { hash: tokenHash(key) }));
  if (!row) return null;
  if (!row.usedAt || now.getTime() - Date.parse(row.usedAt) > 60_000) await noteUse(row.keyId, now);
  return { ...actorFrom(row), keyId: row.keyId, scopes: keyScopes.filter((scope) => row.scopes.includes(scope)) };
}

const holderOf = prepared((on) =>
  on
    .select({ ...actorColumns, keyId: apiKeys.id, scopes: apiKeys.scopes, usedAt: apiKeys.usedAt })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.personId))
    .where(and(eq(apiKeys.hash, given("hash")), isNull(apiKeys.revokedAt), eq(people.active, true))),
);

async function noteUse(id: string, now: Date): Promise<void> {
  await asActor({ kind: "signIn" }, (tx) => tx.update(apiKeys).set({ usedAt: now.toISOString() }).where(eq(apiKeys.id, id)));
}
