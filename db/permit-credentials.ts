import { randomInt } from "node:crypto";
import { and, desc, eq, max, sql } from "drizzle-orm";
import { type StatusPurpose } from "../lib/permit/credential.ts";
import { listBits } from "../lib/permit/status-list.ts";
import type { ScopedTx } from "./client.ts";
import { permitCredentials, permitKeys, permitKeySecrets, statusEntries } from "./schema/permits.ts";
import { permits } from "./schema/requests.ts";

export type CredentialRow = typeof permitCredentials.$inferInsert;

/** The private half of a key, sealed. Its public half is a change of the set-up. */
export async function keepSecret(tx: ScopedTx, id: string, sealed: string): Promise<void> {
  await tx.insert(permitKeySecrets).values({ id, sealed });
}

/** The keys with their sealed halves, the newest first. */
export async function sealedKeys(tx: ScopedTx): Promise<{ id: string; sealed: string }[]> {
  return tx.select({ id: permitKeys.id, sealed: permitKeySecrets.sealed }).from(permitKeys).innerJoin(permitKeySecrets, eq(permitKeySecrets.id, permitKeys.id)).orderBy(desc(permitKeys.createdAt), desc(permitKeys.id)).limit(20);
}

/** What was signed of one edition of a permit. */
export async function signedCredential(tx: ScopedTx, requestId: string, edition: number): Promise<string | null> {
  const [row] = await tx.select({ token: permitCredentials.token }).from(permitCredentials).where(and(eq(permitCredentials.requestId, requestId), eq(permitCredentials.edition, edition)));
  return row?.token ?? null;
}

export async function keepCredential(tx: ScopedTx, row: CredentialRow): Promise<void> {
  await tx.insert(permitCredentials).values(row);
}

/**
 * A place in a status list that nobody has, by chance: a place tells neither how many permits there are nor which came first. A list in which
 * twenty guesses in a row are taken is some four fifths full, and the next begins.
 */
export async function takePlace(tx: ScopedTx, requestId: string, edition: number): Promise<{ list: number; index: number }> {
  const [newest] = await tx.select({ list: max(statusEntries.list) }).from(statusEntries);
  for (let list = newest?.list ?? 1; ; list += 1) {
    for (let guess = 0; guess < 20; guess += 1) {
      const place = randomInt(listBits);
      const taken = await tx.insert(statusEntries).values({ list, place, request: requestId, edition }).onConflictDoNothing().returning({ place: statusEntries.place });
      if (taken.length > 0) return { list, index: place };
    }
  }
}

/** The places of a list whose bit is set, as the permits stand now; null when there is no such list. */
export async function placesSet(tx: ScopedTx, list: number, purpose: StatusPurpose, today: string): Promise<number[] | null> {
  const [known] = await tx.select({ list: statusEntries.list }).from(statusEntries).where(eq(statusEntries.list, list)).limit(1);
  if (!known) return null;
  const rows = await tx
    .select({ place: statusEntries.place })
    .from(statusEntries)
    .leftJoin(permits, eq(permits.requestId, statusEntries.request))
    .where(and(eq(statusEntries.list, list), conditions(today)[purpose]));
  return rows.map(({ place }) => place);
}

/** An edition that another took the place of holds no more than one that was revoked. An expiry is in the credential itself. */
function conditions(today: string) {
  return {
    revocation: sql`${permits.edition} is distinct from ${statusEntries.edition} or ${permits.status} in ('revoked', 'closed') or ${permits.revokedFrom} <= ${today}::date`,
    suspension: eq(permits.status, "suspended"),
    message: sql`${permits.used} >= ${permits.limitValue}`,
  } as const satisfies Record<StatusPurpose, unknown>;
}
