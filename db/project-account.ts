import { and, eq } from "drizzle-orm";
import { type Account, totalsOf } from "../lib/account/evolve.ts";
import { grantTellDay } from "../lib/account/grant-expiry.ts";
import type { AccountStanding } from "../lib/account/ledger.ts";
import { accountId } from "../lib/account/quota.ts";
import type { ScopedTx } from "./client.ts";
import { accounts, quotaHoldings } from "./schema/accounts.ts";

/** What the read tables say of one account. */
export type AccountRows = { readonly accounts: (typeof accounts.$inferInsert)[]; readonly quotaHoldings: (typeof quotaHoldings.$inferInsert)[] };

export function accountRowsOf(account: Account): AccountRows {
  const { id, organisation, quota, year, desk, grant = null, limit, seq, changedAt, held } = account;
  return {
    accounts: [{ accountId: id, organisation, quota, year, desk, grant, unit: limit.unit, limitValue: limit.value, ...totalsOf(account), tellOn: grantTellDay(account), version: seq, changedAt }],
    quotaHoldings: Object.entries(held).map(([requestId, one]) => ({ requestId, accountId: id, ...one })),
  };
}

/** Brings the row of an account to what was set; what requests have of it stays. */
export async function projectAccount(tx: ScopedTx, account: Account): Promise<void> {
  const [row] = accountRowsOf(account).accounts;
  if (row) await tx.insert(accounts).values(row).onConflictDoUpdate({ target: accounts.accountId, set: row });
}

type Taken = { readonly request: string; readonly number: string; readonly after: AccountStanding; readonly version: number; readonly at: string };

/** Brings an account's row and what one request has of it to how it stands after its entries. */
export async function projectTaken(tx: ScopedTx, { request, number, after, version, at }: Taken): Promise<void> {
  const id = accountId(after);
  await tx.update(accounts).set({ reserved: after.reserved, used: after.used, version, changedAt: at }).where(eq(accounts.accountId, id));
  const moved = await tx.update(quotaHoldings).set(after.own).where(and(eq(quotaHoldings.requestId, request), eq(quotaHoldings.accountId, id)));
  if (moved.count === 0) await tx.insert(quotaHoldings).values({ requestId: request, accountId: id, number, ...after.own });
}
