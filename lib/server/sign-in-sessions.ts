import { and, desc, eq, gt, lt, ne, or, sql } from "drizzle-orm";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { given, prepared } from "../../db/prepared.ts";
import { passwordResets, people, sessions } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { actorColumns, actorFrom } from "./person.ts";
import { newToken, tokenHash } from "./token.ts";

const hour = 3_600_000;
/** A session ends when nobody used it for this long … */
export const idleHours = 12;
/** … and in any case after this. */
export const longestDays = 30;
/** Using a session writes at most this often. */
const touchMinutes = 5;

/** Begins a session; what is answered goes into the cookie and is kept nowhere. */
export async function beginSession(personId: string, agent: string | null, now: Date): Promise<string> {
  const token = newToken();
  const at = now.toISOString();
  await asActor({ kind: "signIn" }, (tx) =>
    tx.insert(sessions).values({ tokenHash: tokenHash(token), personId, createdAt: at, seenAt: at, expiresAt: endOf(now, now), agent: agent && readable(agent) }),
  );
  return token;
}

/** Who a cookie stands for: session, person and grants in one statement. Null for anything that is not a running session of an active person. */
export async function findSession(token: string, now: Date): Promise<PersonActor | null> {
  if (!looksLikeToken(token)) return null;
  const [row] = await asReader({ kind: "signIn" }, (tx) => runningSession(tx, { hash: tokenHash(token), now: now.toISOString() }));
  if (!row) return null;
  if (now.getTime() - Date.parse(row.seenAt) > touchMinutes * 60_000) await touch(token, new Date(row.createdAt), now);
  return actorFrom(row);
}

const runningSession = prepared((on) =>
  on
    .select({ ...actorColumns, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, given("hash")), gt(sessions.expiresAt, given("now")), eq(people.active, true))),
);

/** Ends the session of a cookie; nothing happens when there is none. */
export async function endSession(token: string): Promise<void> {
  await asActor({ kind: "signIn" }, (tx) => tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token))));
}

export type SessionEntry = { readonly id: string; readonly agent: string | null; readonly createdAt: string; readonly seenAt: string; readonly current: boolean };

/** A person's running sessions, the last used first. */
export async function listSessions(actor: PersonActor, token: string, now: Date): Promise<SessionEntry[]> {
  const rows = await asReader(actor, (tx) =>
    tx
      .select({ hash: sessions.tokenHash, agent: sessions.agent, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
      .from(sessions)
      .where(and(eq(sessions.personId, actor.id), gt(sessions.expiresAt, now.toISOString())))
      .orderBy(desc(sessions.seenAt))
      .limit(100),
  );
  const own = tokenHash(token);
  return rows.map(({ hash, ...entry }) => ({ ...entry, id: idOf(hash), current: hash === own }));
}

/** Ends one of a person's own sessions, by the id that `listSessions` gave. */
export async function endListedSession(actor: PersonActor, id: string): Promise<void> {
  if (!/^[0-9a-f]{16}$/.test(id)) return;
  await asActor(actor, (tx) => tx.delete(sessions).where(and(eq(sessions.personId, actor.id), sql`left(${sessions.tokenHash}, 16) = ${id}`)));
}

/** Ends all of a person's sessions but the one of this cookie. */
export async function endOtherSessions(actor: PersonActor, token: string): Promise<void> {
  await asActor(actor, (tx) => tx.delete(sessions).where(and(eq(sessions.personId, actor.id), ne(sessions.tokenHash, tokenHash(token)))));
}

/** Ends every session of a person: after a forgotten password, or when somebody leaves. */
export async function endSessionsOf(tx: ScopedTx, personId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.personId, personId));
}

/** Removes what has run out: sessions, and links for forgotten passwords. */
export async function removeEnded(now: Date): Promise<void> {
  const at = now.toISOString();
  await asActor({ kind: "signIn" }, async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, at));
    await tx.delete(passwordResets).where(or(lt(passwordResets.expiresAt, at), lt(passwordResets.usedAt, at)));
  });
}

async function touch(token: string, begun: Date, now: Date): Promise<void> {
  await asActor({ kind: "signIn" }, (tx) => tx.update(sessions).set({ seenAt: now.toISOString(), expiresAt: endOf(begun, now) }).where(eq(sessions.tokenHash, tokenHash(token))));
}

function endOf(begun: Date, seen: Date): string {
  return new Date(Math.min(seen.getTime() + idleHours * hour, begun.getTime() + longestDays * 24 * hour)).toISOString();
}

/** Cookies hold anything; only what we could have made is worth a question. */
function looksLikeToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/** Sixteen digits tell a person's sessions apart and say nothing of the rest. */
function idOf(hash: string): string {
  return hash.slice(0, 16);
}

function readable(agent: string): string {
  return agent.replace(/\p{C}/gu, "").slice(0, 200);
}
