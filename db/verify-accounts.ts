import { and, gt, lte } from "drizzle-orm";
import { Decimal } from "decimal.js";
import { type Account, evolveAccount } from "../lib/account/evolve.ts";
import { holdingsOf } from "../lib/account/holdings.ts";
import { accountId, accountStream } from "../lib/account/quota.ts";
import type { LiveState } from "../lib/request/state.ts";
import type { ScopedTx } from "./client.ts";
import { accountEventOf } from "./log.ts";
import { type AccountRows, accountRowsOf } from "./project-account.ts";
import { accounts, quotaHoldings } from "./schema/accounts.ts";
import type { Problem, StoredLink } from "./verify.ts";
import { differencesOf, type Owned, played, surplusRows } from "./verify-own-streams.ts";
import type { Range } from "./verify-tables.ts";

/** One account's stream. */
export type AccountLinks = { readonly accountId: string; readonly stream: string; readonly links: readonly StoredLink[] };

const tables = [
  { name: "accounts", table: accounts, owner: accounts.accountId, key: () => "" },
  { name: "quotaHoldings", table: quotaHoldings, owner: quotaHoldings.accountId, key: (row) => String(row.requestId) },
] as const satisfies readonly (Owned & { readonly name: keyof AccountRows })[];

/** Whether a stream is that of the account under this id. */
export function isAccountStream(stream: string, id: string): boolean {
  const [kind, organisation = "", quota = "", year = ""] = stream.split(":");
  const account = { organisation, quota, year: Number(year) };
  return kind === "account" && stream === accountStream(account) && accountId(account) === id;
}

/** Holds the read tables of accounts to what their chains come to: every row and every column. */
export async function checkAccounts(tx: ScopedTx, streams: readonly AccountLinks[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const good = streams.flatMap((one) => {
    const found = replayed(one);
    if ("state" in found) return [{ ...one, id: one.accountId, rows: accountRowsOf(found.state) }];
    problems.push(found.problem);
    return [];
  });
  return [...problems, ...(await differencesOf(tx, tables, ({ accountId: id }) => id, good))];
}

/** Holds what requests have of accounts to what they should have, as their own chains come to. */
export async function checkHoldings(tx: ScopedTx, { after, upTo }: Range, states: readonly LiveState[]): Promise<Problem[]> {
  const rows = await tx.select().from(quotaHoldings).where(and(after === null ? undefined : gt(quotaHoldings.requestId, after), upTo === null ? undefined : lte(quotaHoldings.requestId, upTo)));
  return states.flatMap((state) => {
    const own = rows.filter(({ requestId }) => requestId === state.id);
    const wanted = holdingsOf(state);
    const wrong = (stream: string, code: string): Problem => ({ stream, seq: 0, field: `quotaHoldings[${state.id}]`, code });
    return [
      ...wanted.flatMap(({ key, reserved, used }) => (isHeld(own.find((row) => row.accountId === accountId(key)), new Decimal(reserved).plus(used)) ? [] : [wrong(accountStream(key), "differs")])),
      ...own.filter((row) => new Decimal(row.reserved).gt(0) && !wanted.some(({ key }) => accountId(key) === row.accountId)).map((row) => wrong(`account ${row.accountId}`, "surplusRow")),
    ];
  });
}

/** What was once used stays used, also where less is asked for now. */
function isHeld(row: { readonly reserved: string; readonly used: string } | undefined, total: Decimal): boolean {
  const had = new Decimal(row?.reserved ?? 0).plus(row?.used ?? 0);
  return had.eq(total) || (had.gt(total) && had.eq(row?.used ?? 0));
}

/** Rows of accounts that no chain speaks of. */
export function surplusAccounts(tx: ScopedTx): Promise<Problem[]> {
  return surplusRows(tx, tables, (row) => `account ${String(row.accountId)}`);
}

function replayed(one: AccountLinks): { readonly state: Account } | { readonly problem: Problem } {
  const found = played(one, (link) => accountEventOf(one.accountId, link), evolveAccount);
  if ("problem" in found || accountStream(found.state) === one.stream) return found;
  return { problem: { stream: one.stream, seq: 1, field: "data", code: "malformed" } };
}
