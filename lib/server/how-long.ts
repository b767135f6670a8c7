import { decidedSteps } from "../../db/queries/step-durations.ts";
import { dayOf } from "../calendar/day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { type Spread, spreadOf } from "../insight/durations.ts";
import { calendarsOf } from "../workflow/plan.ts";

/** How long a step of a workflow has taken lately, in working days; null when too few were decided to tell. */
export async function howLong(workflow: string, step: string): Promise<Spread | null> {
  const key = `${workflow} ${step}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < tenMinutes) return known.spread;
  const decided = await decidedSteps(workflow, step);
  const spread = spreadOf(decided.map(({ since, decidedAt, side, from, to }) => workingDaysBetween(dayOf(since), dayOf(decidedAt), calendarsOf(side, from, to))));
  kept.set(key, { at: Date.now(), spread });
  return spread;
}

/** The figures of the last minutes will do, and every reader of every case asks for the same few. Each process works them out for itself. */
const kept = new Map<string, { at: number; spread: Spread | null }>();
const tenMinutes = 600_000;
