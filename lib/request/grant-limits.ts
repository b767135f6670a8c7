import { dayOf } from "../calendar/day.ts";
import { exceeds, isPositive, total } from "../permit/balance.ts";
import { crossings, isBeforeArrival, type Written } from "../permit/entry.ts";
import { Exact } from "../permit/exact.ts";
import { limitRefusals } from "../permit/limits.ts";
import { convert } from "../permit/units.ts";
import { refusal, type Refusal } from "./refusal.ts";
import type { LiveState, Permit, Requirement } from "./state.ts";

type Entry = Pick<Written, "stage" | "direction" | "quantity">;
type Under = { readonly permit: Pick<Permit, "limit">; readonly state: Pick<LiveState, "requirements">; /** The entries beside it. */ readonly others: readonly Written[] };

/** Whether one more entry is within what the permit is for, and within what each grant is for that the crossing rests on. */
export function limitsAgainst(entry: Entry, { permit, state, others }: Under): Refusal[] {
  return [...limitRefusals(entry, permit.limit, others), ...state.requirements.flatMap((one) => grantAgainst(entry, one, others))];
}

/** What crossed uses a grant; one in place of another begins anew. Where an authority counts otherwise than the permit, tubes and not litres, people compare. */
function grantAgainst(entry: Entry, { id, status, due, limit, validFrom, date, earlier = [] }: Requirement, others: readonly Written[]): Refusal[] {
  if (status !== "granted" || limit === undefined || due === "after-crossing" || entry.direction !== "out" || !isBeforeArrival(entry.stage)) return [];
  const more = convert(entry.quantity, limit.unit);
  if (more === null) return [];
  const since = earlier.length > 0 ? (validFrom ?? date ?? "") : "";
  const used = convert({ value: total(crossings(others).filter(({ direction, at }) => direction === "out" && dayOf(at) >= since)).toFixed(), unit: entry.quantity.unit }, limit.unit);
  const left = new Exact(limit.value).minus(used?.value ?? 0).toFixed();
  return exceeds(more.value, left) ? [refusal("overGrant", { requirement: id, remaining: isPositive(left) ? left : "0", unit: limit.unit }, "quantity.value")] : [];
}
