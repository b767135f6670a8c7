import { and, asc, eq, inArray } from "drizzle-orm";
import type { AccountStanding } from "../lib/account/ledger.ts";
import { accountId, type AccountKey, accountStream } from "../lib/account/quota.ts";
import type { ScopedTx } from "./client.ts";
import { lockHead } from "./log.ts";
import { accounts, quotaHoldings } from "./schema/accounts.ts";
import { steps } from "./schema/requests.ts";

/**
 * How accounts stand for a request. Locked, nobody else takes from them until the transaction ends: in the order of their names,
 * so that two requests which take from the same two never wait for each other. One that was never set is left out.
 */
export async function standingsFor(tx: ScopedTx, requestId: string, keys: readonly AccountKey[], lock: boolean): Promise<AccountStanding[]> {
  if (keys.length === 0) return [];
  const named = keys.toSorted((a, b) => (accountStream(a) < accountStream(b) ? -1 : 1));
  if (lock) for (const key of named) await lockHead(tx, accountId(key), accountStream(key));
  const rows = await tx
    .select({ organisation: accounts.organisation, quota: accounts.quota, year: accounts.year, desk: accounts.desk, grant: accounts.grant, unit: accounts.unit, limit: accounts.limitValue, reserved: accounts.reserved, used: accounts.used, ownReserved: quotaHoldings.reserved, ownUsed: quotaHoldings.used })
    .from(accounts)
    .leftJoin(quotaHoldings, and(eq(quotaHoldings.accountId, accounts.accountId), eq(quotaHoldings.requestId, requestId)))
    .where(inArray(accounts.accountId, named.map(accountId)));
  return rows.map(({ unit, limit, ownReserved, ownUsed, grant, ...row }) => ({ ...row, ...(grant && { grant }), limit: { value: limit, unit }, own: { reserved: ownReserved ?? "0", used: ownUsed ?? "0" } }));
}

/** The requests with a step that waits for one of these accounts, or for any, who came first on top. */
export async function waitingForAccounts(tx: ScopedTx, keys: readonly AccountKey[] | "any"): Promise<string[]> {
  const rows = await tx
    .select({ id: steps.requestId })
    .from(steps)
    .where(and(eq(steps.waitsForQuota, true), keys === "any" ? undefined : inArray(steps.account, keys.map(accountId))))
    .orderBy(asc(steps.since), asc(steps.requestId))
    .limit(500);
  return [...new Set(rows.map(({ id }) => id))];
}
