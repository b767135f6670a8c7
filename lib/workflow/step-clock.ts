import { type Clock, type ClockState, clockState, lastDay } from "../calendar/clock.ts";
import type { CaseStep } from "./progress.ts";

/** The clock of a step that has begun to run; null where none has. */
export function clockIn({ clock, ran, extended }: Pick<CaseStep, "clock" | "ran" | "extended">): Clock | null {
  return clock && ran.length > 0 ? { ran, extended, workingDays: clock.workingDays, calendars: clock.calendars } : null;
}

/** The last day for a step's desk; of one that is decided, the day that it was. Null where no clock runs or ran to an end. */
export function dueOf(step: CaseStep): string | null {
  const clock = clockIn(step);
  const running = step.status === "open" && step.ran.at(-1)?.to === null;
  const ended = step.status === "done" && step.outcome !== "returned";
  return clock && (running || ended) ? lastDay(clock) : null;
}

/** Where the clock of a step stands that its desk has still to decide, or has sent back. */
export function clockOf(step: CaseStep, today: string): ClockState | null {
  const clock = clockIn(step);
  return clock && (step.status === "open" || step.outcome === "returned" || step.status === "waiting") ? clockState(clock, today) : null;
}

/** How many working days a step's clock has, with those by which it was extended; null without a clock. */
export function workingDaysOf({ clock, extended }: { readonly clock: { readonly workingDays: number } | null | undefined; readonly extended: number | null }): number | null {
  return clock ? clock.workingDays + (extended ?? 0) : null;
}
