import { type DecidedStep, decidedSteps } from "../../db/queries/step-durations.ts";
import { dayOf } from "../calendar/day.ts";
import { dayNumber } from "../calendar/clock.ts";
import { type Spread, spreadOf } from "../insight/durations.ts";
import { calendarsOf } from "../workflow/desk-at.ts";

/** How long a step of a workflow has taken lately, in working days; null when too few were decided to tell. */
export async function howLong(workflow: string, step: string): Promise<Spread | null> {
  const key = `${workflow} ${step}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < tenMinutes) return known.spread;
  const decided = await decidedSteps(workflow, step);
  const spread = spreadOf(decided.map(lasted));
  kept.set(key, { at: Date.now(), spread });
  return spread;
}

/** The working days that a step took: those on which its clock ran, so none on which the requester owed an answer. */
function lasted({ since, decidedAt, ran, side, from, to }: DecidedStep): number {
  const runs = ran.length > 0 ? ran : [{ from: since, to: decidedAt }];
  return dayNumber({ ran: runs, calendars: calendarsOf(side, from, to) }, dayOf(decidedAt));
}

/** The figures of the last minutes will do, and every reader of every case asks for the same few. Each process works them out for itself. */
const kept = new Map<string, { at: number; spread: Spread | null }>();
const tenMinutes = 600_000;
