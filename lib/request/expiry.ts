import { addDays } from "../calendar/day.ts";
import { isDueLate, gateOf } from "./requirement.ts";
import type { Requirement } from "./state.ts";

/** How many days before the last day of a grant its holder and the desks are told. */
export const warnedAt = [60, 30, 7] as const;

/** The warning that is due on a day, or null: of several that were missed the last, and none that was given before. Days are counted at the boundary. */
export function warningDue(one: Requirement, today: string): number | null {
  const { validUntil } = one;
  if (!canExpire(one) || validUntil === null || validUntil < today) return null;
  return pending(one).findLast((days) => addDays(validUntil, -days) <= today) ?? null;
}

/** The day on which there is next something to tell of a requirement; null when there is nothing more. */
export function expiryTellDay(one: Requirement): string | null {
  const [next] = canExpire(one) ? pending(one) : [];
  return next === undefined || one.validUntil === null ? null : addDays(one.validUntil, -next);
}

function pending({ told = [] }: Requirement): number[] {
  return warnedAt.filter((days) => told.every((one) => days < one));
}

/** What was granted or filed for a time, and still matters at the crossing. */
function canExpire(one: Requirement): boolean {
  return (one.status === "granted" || one.status === "filed") && one.validUntil !== null && (gateOf(one) !== null || isDueLate(one)) && one.due !== "after-crossing";
}
