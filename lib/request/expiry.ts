import { addDays, dayOf } from "../calendar/day.ts";
import { isDueLate, gateOf } from "./requirement.ts";
import type { LiveState, Permit, Requirement } from "./state.ts";

/** How many days before the last day of a grant, or of a permit, its holder and the desks are told. */
export const warnedAt = [60, 30, 7] as const;

/** What ends, and of which warnings people were told. */
type Ending = { readonly validUntil: string | null; readonly told?: readonly number[] };

/** The warning that is due on a day, or null: of several that were missed the last, and none that was given before. Days are counted at the boundary. */
export function warningDue(one: Requirement, today: string): number | null {
  return canExpire(one) ? endingDue(one, today) : null;
}

/** The same of the permit itself. */
export function permitWarningDue(state: LiveState, today: string): number | null {
  return state.status === "permitted" ? endingDue(state.permit, today) : null;
}

/** The same of anything that ends. */
export function endingDue({ validUntil, told }: Ending, today: string): number | null {
  if (validUntil === null || validUntil < today) return null;
  return pending({ told }).findLast((days) => addDays(validUntil, -days) <= today) ?? null;
}

/** The day on which there is next something to tell of a requirement; null when there is nothing more. */
export function expiryTellDay(one: Requirement): string | null {
  return canExpire(one) ? endingTellDay(one) : null;
}

/** The same of the permit itself. */
export function permitTellDay(state: LiveState): string | null {
  return state.status === "permitted" ? endingTellDay(state.permit) : null;
}

/** The same of anything that ends. */
export function endingTellDay({ validUntil, told }: Ending): string | null {
  const [next] = pending({ told });
  return next === undefined || validUntil === null ? null : addDays(validUntil, -next);
}

/** The warnings that a permit's own terms leave no time for: whoever has just been given it for a month knows that it ends in a month. */
export function toldByTerms({ validUntil }: Pick<Permit, "validUntil">, at: string): number[] {
  return warnedAt.filter((days) => addDays(validUntil, -days) <= dayOf(at));
}

function pending({ told = [] }: Pick<Ending, "told">): number[] {
  return warnedAt.filter((days) => told.every((one) => days < one));
}

/** What was granted or filed for a time, and still matters at the crossing. */
function canExpire(one: Requirement): boolean {
  return (one.status === "granted" || one.status === "filed") && one.validUntil !== null && (gateOf(one) !== null || isDueLate(one)) && one.due !== "after-crossing";
}
