import { and, gt, inArray, lte, notInArray } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { Decimal } from "decimal.js";
import { evolveAccount, type AccountState, type Account } from "../lib/account/evolve.ts";
import { holdingsOf } from "../lib/account/holdings.ts";
import { accountId, accountStream } from "../lib/account/quota.ts";
import type { LiveState } from "../lib/request/state.ts";
import type { ScopedTx } from "./client.ts";
import { accountEventOf } from "./log.ts";
import { type AccountRows, accountRowsOf } from "./project-account.ts";
import { accounts, quotaHoldings } from "./schema/accounts.ts";
import { heads } from "./schema/record.ts";
import type { Problem, StoredLink } from "./verify.ts";
import { type Row, rowDifferences, rowLabel } from "./verify-rows.ts";
import type { Range } from "./verify-tables.ts";

/** One account's stream. */
export type AccountLinks = { readonly accountId: string; readonly stream: string; readonly links: readonly StoredLink[] };


const tables = {
  accounts: { table: accounts, account: accounts.accountId, key: () => "" },
  quotaHoldings: { table: quotaHoldings, account: quotaHoldings.accountId, key: (row) => String(row.requestId) },
} as const satisfies Record<keyof AccountRows, { readonly table: PgTable; readonly account: PgColumn; readonly key: (row: Row) => string }>;
const names = Object.keys(tables) as (keyof AccountRows)[];

/** Whether a stream is that of the account under this id. */
export function isAccountStream(stream: string, id: string): boolean {
  const [kind, organisation = "", quota = "", year = ""] = stream.split(":");
  return kind === "account" && accountId({ organisation, quota, year: Number(year) }) === id;
}

/** Holds the read tables of accounts to what their chains come to: every row and every column. */
export async function checkAccounts(tx: ScopedTx, streams: readonly AccountLinks[]): Promise<Problem[]> {
  const played = streams.map((one) => ({ ...one, ...replayed(one) }));
  const problems = played.flatMap(({ problem }) => (problem ? [problem] : []));
  const good = played.flatMap(({ state, ...one }) => (state ? [{ ...one, rows: accountRowsOf(state) }] : []));
  if (good.length === 0) return problems;
  for (const name of names) {
    const { table, account } = tables[name];
    const live = (await tx.select().from(table).where(inArray(account, good.map((one) => one.accountId)))) as Row[];
    for (const one of good) problems.push(...rowDifferences({ name, ...tables[name] }, { stream: one.stream, seq: one.links.at(-1)?.seq ?? 0 }, one.rows[name], live.filter((row) => row.accountId === one.accountId)));
  }
  return problems;
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
export async function surplusAccounts(tx: ScopedTx): Promise<Problem[]> {
  const known = tx.select({ id: heads.requestId }).from(heads);
  const problems: Problem[] = [];
  for (const name of names) {
    const { table, account, key } = tables[name];
    const rows = (await tx.select().from(table).where(notInArray(account, known))) as Row[];
    problems.push(...rows.map((row) => ({ stream: `account ${String(row.accountId)}`, seq: 0, field: rowLabel(name, key(row)), code: "surplusRow" })));
  }
  return problems;
}

function replayed({ accountId: id, stream, links }: AccountLinks): { readonly state?: Account; readonly problem?: Problem } {
  let state: AccountState = { status: "none" };
  for (const link of links) {
    const problem = (field: string, code: string) => ({ problem: { stream, seq: link.seq, field, code } });
    try {
      const event = accountEventOf(id, link);
      try {
        state = evolveAccount(state, event);
      } catch {
        return problem("type", "outOfOrder");
      }
    } catch {
      return problem("data", "malformed");
    }
  }
  if (state.status === "none") return { problem: { stream, seq: 1, field: "seq", code: "missingEvent" } };
  return accountStream(state) === stream ? { state } : { problem: { stream, seq: 1, field: "data", code: "malformed" } };
}
