import { addDays } from "../calendar/day.ts";
import { milestones, type Share } from "../calendar/clock.ts";
import type { CaseStep } from "./progress.ts";
import { clockIn } from "./step-clock.ts";

/** The parts of a step's clock that are used by an instant and of which nobody was told yet. What an overdue step comes to by itself needs no telling. */
export function toTell(step: CaseStep, now: string): Share[] {
  return pending(step).flatMap(({ share, at }) => (at !== null && at <= now ? [share] : []));
}

/** The day on which there is next something to tell of a step, or on which it lapses; null when there is nothing more. */
export function tellDay(step: CaseStep): string | null {
  const lapses = step.clock?.onDue !== undefined;
  const days = [...pending(step), ...(lapses ? running(step).filter(({ share }) => share === 100) : [])].flatMap(({ day }) => (day === null ? [] : [addDays(day, 1)]));
  return days.toSorted()[0] ?? null;
}

function pending(step: CaseStep): ReturnType<typeof milestones> {
  return running(step).filter(({ share }) => !step.told.includes(share) && !(share === 100 && step.clock?.onDue));
}

function running(step: CaseStep): ReturnType<typeof milestones> {
  const clock = clockIn(step);
  return clock && step.status === "open" && step.ran.at(-1)?.to === null ? milestones(clock) : [];
}
