import { Decimal } from "decimal.js";
import { balance } from "../permit/balance.ts";
import type { Quantity } from "../request/events.ts";
import { hasEnded, type LiveState, permitOf } from "../request/state.ts";
import { type CaseStep, isApproved } from "../workflow/progress.ts";
import { convert } from "../permit/units.ts";
import { type AccountKey, accountStream, type PlannedReserve } from "./quota.ts";
import { perRequest } from "./standing-grant.ts";

/** What a request is to have of an account in a state: set aside, and used up. */
export type Holding = { readonly key: AccountKey; readonly unit: string; readonly reserved: string; readonly used: string };

/**
 * What a request has of which accounts: everything that the approved steps of it take, from the decision until it is rejected,
 * withdrawn, expires or is revoked; what crossed stays used. While it is amended the larger of the old and the new is kept.
 */
export function holdingsOf(state: LiveState): Holding[] {
  if (state.status === "rejected" || state.status === "withdrawn" || state.appeal?.outcome === null) return [];
  const total = new Map<string, { readonly reserve: PlannedReserve; readonly amount: Decimal; readonly used: Decimal }>();
  for (const { reserves, limit } of taking(state)) {
    const name = accountStream(reserves);
    const before = total.get(name);
    const used = usedOf(reserves, limit, state);
    total.set(name, { reserve: reserves, amount: (before?.amount ?? new Decimal(0)).plus(reserves.amount.value), used: (before?.used ?? new Decimal(0)).plus(used) });
  }
  for (const { key, unit, amount, used } of resting(state)) {
    const name = accountStream(key);
    const before = total.get(name);
    total.set(name, { reserve: { ...key, amount: { value: amount.toFixed(), unit } }, amount: (before?.amount ?? new Decimal(0)).plus(amount), used: (before?.used ?? new Decimal(0)).plus(used) });
  }
  const isOver = hasEnded(state.status);
  return [...total.values()].map(({ reserve: { organisation, quota, year, amount: { unit } }, amount, used }) => ({ key: { organisation, quota, year }, unit, reserved: isOver ? "0" : amount.minus(used).toFixed(), used: used.toFixed() }));
}

/** Whether an account could have to do with a request at all: one of its steps, in any plan that may come to hold again, takes from it, or one of its requirements rests on it. */
export function accountsNamed({ steps, requirements, amendment, rejection }: LiveState): AccountKey[] {
  const granted = [...requirements, ...(amendment?.requirements ?? [])].flatMap(({ grant, earlier = [] }) => [grant, ...earlier.map((one) => one.grant)].filter((one) => one !== undefined));
  const all = [...[...steps, ...(amendment?.before.steps ?? []), ...(rejection?.before ?? [])].flatMap(({ reserves }) => (reserves ? [reserves] : [])), ...granted];
  return [...new Map(all.map(({ organisation, quota, year }) => [accountStream({ organisation, quota, year }), { organisation, quota, year }])).values()];
}

/** What the standing grants are to give that requirements rest on: as much as the request is limited to, the larger of both while it is amended; of one that counts requests, one. */
function resting(state: LiveState): { readonly key: AccountKey; readonly unit: string; readonly amount: Decimal; readonly used: Decimal }[] {
  const { requirements, limit, amendment, movements } = state;
  const links = new Map([...requirements, ...(amendment?.requirements ?? [])].flatMap(({ grant }) => (grant ? [[accountStream(grant), grant] as const] : [])));
  const moved = permitOf(state) ? balance(limit, movements).used : "0";
  return [...links.values()].map(({ organisation, quota, year, unit }) => {
    const key = { organisation, quota, year };
    if (unit === perRequest) return { key, unit, amount: new Decimal(1), used: new Decimal(moved === "0" ? 0 : 1) };
    const inUnit = (value: string) => new Decimal(convert({ value, unit: limit.unit }, unit)?.value ?? 0);
    const coming = amendment && amendment.asked.limit.unit === limit.unit ? amendment.asked.limit.value : limit.value;
    return { key, unit, amount: Decimal.max(inUnit(limit.value), inUnit(coming)), used: inUnit(moved) };
  });
}

/** A step whose decision takes something, and the limit under which it was asked for. */
type Taking = { readonly id: string; readonly reserves: PlannedReserve; readonly limit: Quantity };

/** Of a step that is decided anew in an amendment, the decision that takes more. */
function taking({ steps, amendment, limit }: LiveState): Taking[] {
  const now = takingOf(steps, amendment?.asked.limit ?? limit);
  if (amendment === null) return now;
  const before = takingOf(amendment.before.steps, limit);
  const same = (one: Taking, other: Taking) => one.id === other.id && accountStream(one.reserves) === accountStream(other.reserves);
  const less = (one: Taking, others: readonly Taking[], orEqual: boolean) => others.some((other) => same(one, other) && (orEqual ? new Decimal(one.reserves.amount.value).lte(other.reserves.amount.value) : new Decimal(one.reserves.amount.value).lt(other.reserves.amount.value)));
  return [...now.filter((one) => !less(one, before, false)), ...before.filter((one) => !less(one, now, true))];
}

function takingOf(steps: readonly CaseStep[], limit: Quantity): Taking[] {
  return steps.flatMap((step) => (step.reserves && isApproved(step) ? [{ id: step.id, reserves: step.reserves, limit }] : []));
}

/** Where the permit is for as much as was set aside, what crossed is used and no more; where it counts something else, the first crossing uses all of it. */
function usedOf({ amount }: PlannedReserve, limit: Quantity, state: LiveState): Decimal {
  const moved = new Decimal(permitOf(state) ? balance(limit, state.movements).used : 0);
  if (new Decimal(limit.value).eq(amount.value)) return Decimal.min(moved, amount.value);
  return moved.gt(0) ? new Decimal(amount.value) : new Decimal(0);
}
