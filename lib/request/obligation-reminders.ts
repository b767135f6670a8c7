import { addDays } from "../calendar/day.ts";
import type { DataOf } from "./events.ts";
import { type Obligation, obligationsIn, openObligations } from "./obligations.ts";
import type { LiveState } from "./state.ts";

/** How many days before its last day whoever owes an obligation is reminded; null is the day after it, when it is late. */
export const remindedAt = [14, 7, 1, null] as const;

export type OpenObligation = Pick<Obligation, "id" | "kind" | "step" | "requirement"> & { readonly due: string; /** When its next reminder is due; null when all were given. */ readonly remindOn: string | null };

/** Every open obligation whose last day is known. On which day one asks makes no difference to it. */
export function openWithDays(state: LiveState): OpenObligation[] {
  return openObligations(obligationsIn(state, beforeAll)).flatMap(({ id, kind, step, requirement, due }) => {
    if (due === null) return [];
    const [next] = pending({ id, kind, due }, state);
    return [{ id, kind, step, requirement, due, remindOn: next === undefined ? null : dayOfReminder(next, due) }];
  });
}

/** The reminders that are due on a day: of several of one obligation that were missed the last, and none that was given for the same last day. */
export function remindersDue(state: LiveState, today: string): DataOf<"obligation.reminded">[] {
  return openWithDays(state).flatMap(({ id, kind, due }) => {
    const days = pending({ id, kind, due }, state).findLast((one) => dayOfReminder(one, due) <= today);
    return days === undefined ? [] : [{ obligation: id, due, days }];
  });
}

type Stage = (typeof remindedAt)[number];

/** What was not said yet; a last day that has moved begins anew. Papers are kept by letting the time pass, so nobody is reminded of it. */
function pending({ id, kind, due }: Pick<OpenObligation, "id" | "kind" | "due">, { remindedObligations }: LiveState): Stage[] {
  if (kind === "keepPapers") return [];
  const told = remindedObligations.filter((one) => one.obligation === id && one.due === due).map(({ days }) => remindedAt.findIndex((stage) => stage === days));
  return remindedAt.slice(Math.max(-1, ...told) + 1);
}

function dayOfReminder(stage: Stage, due: string): string {
  return addDays(due, stage === null ? 1 : -stage);
}

/** A day on which nothing is late yet. */
const beforeAll = "0001-01-01";
