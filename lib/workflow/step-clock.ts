import { type ClockState, clockState, dueDay } from "../calendar/due.ts";
import type { CaseStep } from "./progress.ts";

/** The last day for a step's desk; of one that is decided, the day that it was. Null where no clock runs or ran to an end. */
export function dueOf({ clock, ran, status, outcome }: CaseStep): string | null {
  const running = status === "open" && ran.at(-1)?.to === null;
  const ended = status === "done" && outcome !== "returned";
  return clock && ran.length > 0 && (running || ended) ? dueDay(ran, clock.workingDays, clock.calendars) : null;
}

/** Where the clock of a step stands that its desk has still to decide, or has sent back. */
export function clockOf({ clock, ran, status, outcome }: CaseStep, today: string): ClockState | null {
  const pending = status === "open" || outcome === "returned" || (status === "waiting" && ran.length > 0);
  return clock && ran.length > 0 && pending ? clockState(ran, clock.workingDays, clock.calendars, today) : null;
}
