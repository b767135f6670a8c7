import type { RequestEvent } from "../request/events.ts";
import type { LiveState } from "../request/state.ts";
import type { Notice } from "./notices.ts";

/** One notice for one person. */
export type Told = { readonly person: string; readonly notice: Notice };

/** The people who decide at a desk, or its heads alone. */
type StaffOf = (desk: string, heads: boolean) => readonly string[];

/**
 * Who gets which mail of an event: one a person, the first notice that concerns them. `staffOf` gives the people who now
 * decide at a desk. Whoever did it is not told, and a step is not put to those of its desk who may not decide it.
 */
export function recipients(event: RequestEvent, notices: readonly Notice[], state: LiveState, staffOf: StaffOf): Told[] {
  const author = "person" in event.actor ? event.actor.person : null;
  const told = new Map<string, Notice>();
  for (const notice of notices) {
    for (const person of peopleFor(notice, state, staffOf)) if (person !== author && !told.has(person)) told.set(person, notice);
  }
  return [...told].map(([person, notice]) => ({ person, notice }));
}

function peopleFor({ code, to, step }: Notice, state: LiveState, staffOf: StaffOf): readonly string[] {
  if (to.as !== "desk") return [to.person];
  const staff = staffOf(to.desk, to.heads === true);
  if (code !== "yourStep") return staff;
  const barred = [state.requester, ...state.team, ...state.deciders.filter((one) => one.step !== step).map((one) => one.person)];
  const able = staff.filter((person) => !barred.includes(person));
  // A later round goes to whoever decided the one before.
  const previously = state.steps.find((one) => one.id === step)?.previously;
  return able.filter((person) => person === previously).length > 0 ? able.filter((person) => person === previously) : able;
}
