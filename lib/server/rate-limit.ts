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
  const rows = await add(counted, 1);
  const counts = new Map(rows.map(({ bucket, count }) => [bucket, count]));
  const over = counted.filter(({ bucket, limit }) => (counts.get(bucket) ?? 0) > limit.most);
  if (over.length === 0) return { allowed: true };
  return { allowed: false, retryAt: over.map(({ limit, start }) => endOf(limit, start)).toSorted().at(-1) ?? "" };
}

/**
 * The same for what happens often: a process takes a hundredth of the limit from the shared count at a time, and asks
 * again when that is used. So many processes keep one limit, and counting writes once in a hundred times.
 */
export async function countOften(limit: Limit, now: Date): Promise<Allowance> {
  const start = windowStart(limit, now);
  const over = { allowed: false, retryAt: endOf(limit, start) } as const;
  const counted = `${limit.name}:${limit.of}`;
  const taken = shares.get(counted);
  if (taken?.start === start.getTime()) {
    if (taken.spent) return over;
    if (taken.left > 0) {
      taken.left--;
      return { allowed: true };
    }
  }
  const share = Math.max(1, Math.floor(limit.most / 100));
  const [row] = await add([{ bucket: bucketOf(limit), start }], share);
  // Whoever asked while we waited took a share too: all of them are ours to use.
  const before = shares.get(counted);
  const left = before?.start === start.getTime() ? before.left : 0;
  const spent = (row?.count ?? 0) > limit.most;
  if (shares.size >= mostShares) shares.clear();
  shares.set(counted, { start: start.getTime(), left: spent ? 0 : left + share - 1, spent });
  return spent ? over : { allowed: true };
}

type Share = { readonly start: number; left: number; readonly spent: boolean };
const shares = new Map<string, Share>();
/** What is forgotten is only taken again. */
const mostShares = 10_000;

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

async function add(counted: readonly { readonly bucket: string; readonly start: Date }[], by: number) {
  return asActor({ kind: "signIn" }, (tx) =>
    tx
      .insert(attempts)
      .values(counted.map(({ bucket, start }) => ({ bucket, windowStart: start.toISOString(), count: by })))
      .onConflictDoUpdate({ target: [attempts.bucket, attempts.windowStart], set: { count: sql`${attempts.count} + ${by}` } })
      .returning({ bucket: attempts.bucket, count: attempts.count }),
  );
}

function endOf({ minutes }: Limit, start: Date): string {
  return new Date(start.getTime() + minutes * 60_000).toISOString();
}

function windowStart({ minutes }: Limit, now: Date): Date {
  const length = minutes * 60_000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
