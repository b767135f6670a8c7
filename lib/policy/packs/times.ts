import type { Text } from "../../language.ts";
import type { Regime } from "../pack.ts";

type Time = Regime["time"];

/** How long the authority takes, for planning; the note says what the figure leaves out. */
export function workingDays(value: number, note: Text | null = null): Time {
  return { value, unit: "working_day", note };
}

export function days(value: number, note: Text | null = null): Time {
  return { value, unit: "day", note };
}

export function hours(value: number, note: Text | null = null): Time {
  return { value, unit: "hour", note };
}

/** Done at the boundary, or no time limit of a state. */
export function noWait(note: Text | null = null): Time {
  return workingDays(0, note);
}
