import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import { asReader } from "../client.ts";
import { quotaHoldings } from "../schema/accounts.ts";
import { requests } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

export type Resting = { readonly account: string; readonly request: string; readonly number: string };

/** The requests that have something of these accounts, of those that the reader may see. */
export async function restingOn(actor: PersonActor, accounts: readonly string[]): Promise<Resting[]> {
  if (accounts.length === 0) return [];
  return asReader(actor, (tx) =>
    tx
      .select({ account: quotaHoldings.accountId, request: quotaHoldings.requestId, number: quotaHoldings.number })
      .from(quotaHoldings)
      .innerJoin(requests, eq(requests.requestId, quotaHoldings.requestId))
      .where(and(inArray(quotaHoldings.accountId, [...accounts]), or(ne(quotaHoldings.reserved, "0"), ne(quotaHoldings.used, "0")), visibleTo(tx, actor, requests.requestId)))
      .orderBy(quotaHoldings.number),
  );
}
