import { type ClockState, clockState, dueDay } from "../calendar/due.ts";
import type { CaseStep } from "./progress.ts";

/** The last day for a step's desk; of one that is decided, the day that it was. Null where no clock runs or ran to an end. */
export function dueOf(step: CaseStep): string | null {
  const { clock, ran, status, outcome } = step;
  const days = daysOf(step);
  const running = status === "open" && ran.at(-1)?.to === null;
  const ended = status === "done" && outcome !== "returned";
  return clock && days && ran.length > 0 && (running || ended) ? dueDay(ran, days, clock.calendars) : null;
}

/** Where the clock of a step stands that its desk has still to decide, or has sent back. */
export function clockOf(step: CaseStep, today: string): ClockState | null {
  const { clock, ran, status, outcome } = step;
  const days = daysOf(step);
  const pending = status === "open" || outcome === "returned" || (status === "waiting" && ran.length > 0);
  return clock && days && ran.length > 0 && pending ? clockState(ran, days, clock.calendars, today) : null;
}

/** How many working days a step's clock has, with those by which it was extended; null without a clock. */
export function daysOf({ clock, extended }: { readonly clock: { readonly workingDays: number } | null | undefined; readonly extended: number | null }): number | null {
  return clock ? clock.workingDays + (extended ?? 0) : null;
}
