import { Decimal } from "decimal.js";
import { convert } from "../permit/units.ts";
import type { Quantity } from "../request/events.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { LiveState } from "../request/state.ts";
import type { NewAccountHappening } from "./events.ts";
import { type Held, moved } from "./evolve.ts";
import { type Holding, holdingsOf } from "./holdings.ts";
import { type AccountKey, accountStream } from "./quota.ts";
import { perRequest, type StandingGrant } from "./standing-grant.ts";

/** An account as a decision on one request looks at it: what all have of it together, and what this request has. */
export type AccountStanding = AccountKey & {
  readonly desk: string;
  /** Of an outside authority, where it is one. */
  readonly grant?: StandingGrant;
  readonly limit: { readonly value: string; readonly unit: string };
  readonly reserved: string;
  readonly used: string;
  readonly own: Pick<Held, "reserved" | "used">;
};

/** The account of that name among some, where it is there. */
export function accountAt(accounts: readonly AccountStanding[], key: AccountKey): AccountStanding | undefined {
  const stream = accountStream(key);
  return accounts.find((one) => accountStream(one) === stream);
}

/** Whether an account can count an amount: one that counts requests counts any. */
export function canCount({ limit }: AccountStanding, amount: Quantity): boolean {
  return limit.unit === perRequest || convert(amount, limit.unit) !== null;
}

type Taking = Exclude<NewAccountHappening, { type: "quota.set" | "grant.expiring" }>;
/** An entry for an account's chain. */
export type AccountEntry = { readonly key: AccountKey; readonly happening: Taking };
type Entries = { readonly entries: readonly AccountEntry[]; readonly refusals: readonly Refusal[] };

/** How an account stands after one more entry of the same request. */
export function afterEntry(account: AccountStanding, { type, data }: Taking): AccountStanding {
  return { ...account, ...moved(type, account, data.amount.value), own: moved(type, account.own, data.amount.value) };
}

/** What is left of an account, as decimal text. */
export function leftOf({ limit, reserved, used }: Pick<AccountStanding, "limit" | "reserved" | "used">): string {
  return new Decimal(limit.value).minus(reserved).minus(used).toFixed();
}

/**
 * What has to be written to accounts so that a request has of them what its state says, and why that cannot be: there is no such
 * quota for the year, or less is left than it takes. What was used up is never taken back, and letting go is never refused.
 */
export function ledgerOf(state: LiveState, accounts: readonly AccountStanding[], because: string): Entries {
  const wanted = holdingsOf(state);
  const names = [...new Set([...wanted.map(({ key }) => accountStream(key)), ...accounts.map(accountStream)])].toSorted();
  const all = names.map((name) => {
    const account = accounts.find((one) => accountStream(one) === name);
    const want = wanted.find(({ key }) => accountStream(key) === name);
    return entriesOf(account, want, (type, key, value, unit) => ({ key, happening: { type, data: { request: state.id, number: state.number, amount: { value: value.toFixed(), unit }, because } } }));
  });
  return { entries: all.flatMap(({ entries }) => entries), refusals: all.flatMap(({ refusals }) => refusals) };
}

type Making = (type: Taking["type"], key: AccountKey, value: Decimal, unit: string) => AccountEntry;

function entriesOf(account: AccountStanding | undefined, want: Holding | undefined, entry: Making): Entries {
  const was = { reserved: new Decimal(account?.own.reserved ?? 0), used: new Decimal(account?.own.used ?? 0) };
  const used = Decimal.max(was.used, want?.used ?? 0);
  // More was used than is now asked for: then nothing more is set aside.
  const reserved = Decimal.max(0, new Decimal(want?.reserved ?? 0).plus(want?.used ?? 0).minus(used));
  const grows = reserved.plus(used).minus(was.reserved).minus(was.used);
  const uses = used.minus(was.used);
  const key = want?.key ?? account;
  if (!key || (grows.isZero() && uses.isZero())) return { entries: [], refusals: [] };
  if (!account) return { entries: [], refusals: [refusal("noQuota", { quota: key.quota, year: String(key.year), organisation: key.organisation })] };
  const { organisation, quota, year, limit } = account;
  const at = { organisation, quota, year };
  if (want && want.unit !== limit.unit && grows.gt(0)) return { entries: [], refusals: [refusal("wrongUnit", { unit: limit.unit })] };
  const left = leftOf(account);
  if (grows.gt(left)) return { entries: [], refusals: [refusal("quotaExceeded", { quota, year: String(year), asked: grows.toFixed(), left, unit: limit.unit })] };
  return {
    entries: [
      ...(grows.gt(0) ? [entry("quota.reserved", at, grows, limit.unit)] : []),
      ...(uses.gt(0) ? [entry("quota.used", at, uses, limit.unit)] : []),
      ...(grows.lt(0) ? [entry("quota.released", at, grows.negated(), limit.unit)] : []),
    ],
    refusals: [],
  };
}
