import { createHmac } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { asActor } from "../../db/client.ts";
import { attempts } from "../../db/schema/people.ts";
import { settings } from "./settings.ts";

/** At most so many attempts in a window of so many minutes, counted for one thing: an e-mail address, a network address. */
export type Limit = { readonly name: string; readonly of: string; readonly most: number; readonly minutes: number };

export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly retryAt: string };

/**
 * Counts an attempt against every limit and says whether it may go on, and if not, when it may be tried again.
 * It counts before the attempt is judged, so that many at once are not all let through.
 */
export async function countAttempt(limits: readonly Limit[], now: Date): Promise<Allowance> {
  const counted = limits.map((limit) => ({ limit, bucket: bucketOf(limit), start: windowStart(limit, now) })).toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1));
  const rows = await asActor({ kind: "signIn" }, (tx) =>
    tx
      .insert(attempts)
      .values(counted.map(({ bucket, start }) => ({ bucket, windowStart: start.toISOString(), count: 1 })))
      .onConflictDoUpdate({ target: [attempts.bucket, attempts.windowStart], set: { count: sql`${attempts.count} + 1` } })
      .returning({ bucket: attempts.bucket, count: attempts.count }),
  );
  const counts = new Map(rows.map(({ bucket, count }) => [bucket, count]));
  const over = counted.filter(({ bucket, limit }) => (counts.get(bucket) ?? 0) > limit.most);
  if (over.length === 0) return { allowed: true };
  const ends = over.map(({ limit, start }) => start.getTime() + limit.minutes * 60_000);
  return { allowed: false, retryAt: new Date(Math.max(...ends)).toISOString() };
}

/** Forgets all that was counted for one thing, once somebody has shown that it is theirs. */
export async function forgiveAttempts(limit: Limit): Promise<void> {
  await asActor({ kind: "signIn" }, (tx) => tx.delete(attempts).where(eq(attempts.bucket, bucketOf(limit))));
}

/** Takes one attempt back that turned out well; what others did from the same place stays counted. */
export async function takeBackAttempt(limit: Limit, now: Date): Promise<void> {
  const at = and(eq(attempts.bucket, bucketOf(limit)), eq(attempts.windowStart, windowStart(limit, now).toISOString()));
  await asActor({ kind: "signIn" }, (tx) => tx.update(attempts).set({ count: sql`${attempts.count} - 1` }).where(at));
}

/** Removes windows that ended more than a day ago. */
export async function forgetOldAttempts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000).toISOString();
  await asActor({ kind: "signIn" }, (tx) => tx.delete(attempts).where(lt(attempts.windowStart, before)));
}

/** Addresses are people's; the table needs only to tell them apart. */
function bucketOf({ name, of }: Limit): string {
  const key = settings().AUTH_SECRET ?? "";
  return `${name}:${createHmac("sha256", key).update(of).digest("base64url").slice(0, 22)}`;
}

function windowStart({ minutes }: Limit, now: Date): Date {
  const length = minutes * 60_000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
