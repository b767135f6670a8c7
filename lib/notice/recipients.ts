import type { RequestEvent } from "../request/events.ts";
import type { LiveState } from "../request/state.ts";
import type { Notice } from "./notices.ts";

/** One notice for one person; `standsInFor` is whose mail it is, when it comes to them because they stand in. */
export type Told = { readonly person: string; readonly notice: Notice; readonly standsInFor?: string };

/** Who has part in a desk as it is now: the people who decide there, or its heads alone; and who stands in there for one of them. */
export type Staffing = {
  readonly staffOf: (desk: string, heads: boolean) => readonly string[];
  readonly standInsOf?: (person: string, desk: string) => readonly string[];
};

/**
 * Who gets which mail of an event: one a person, the first notice that concerns them. What goes to an officer or a desk goes to
 * whoever stands in there as well. Whoever did it is told only as one of the two sides of a hand-over, and a step is not put to those who may not decide it.
 */
export function recipients(event: RequestEvent, notices: readonly Notice[], state: LiveState, staffing: Staffing): Told[] {
  const author = "person" in event.actor ? event.actor.person : null;
  const told = new Map<string, Told>();
  for (const notice of notices) {
    for (const one of peopleFor(notice, state, staffing)) if ((one.person !== author || notice.to.as === "custodian") && !told.has(one.person)) told.set(one.person, { ...one, notice });
  }
  return [...told.values()];
}

type Addressed = Omit<Told, "notice">;

function peopleFor(notice: Notice, state: LiveState, { staffOf, standInsOf = () => [] }: Staffing): readonly Addressed[] {
  const { code, to, step } = notice;
  const desk = to.as === "desk" ? to.desk : state.steps.find(({ id }) => id === step)?.desk;
  const own = to.as === "desk" ? officers(notice, staffOf(to.desk, to.heads === true), state) : [to.person];
  // Nobody stands in for what somebody is beside their desks: an endorser was named in person.
  if (desk === undefined || (to.as !== "desk" && to.as !== "officer")) return own.map((person) => ({ person }));
  const barred = code === "yourStep" ? barredAt(step, state) : [];
  const instead = own.flatMap((person) => standInsOf(person, desk).flatMap((one) => (barred.includes(one) ? [] : [{ person: one, standsInFor: person }])));
  return [...own.map((person) => ({ person })), ...instead];
}

/** Those of a desk to whom its step is put: a later round goes to whoever decided the one before. */
function officers({ code, step }: Notice, staff: readonly string[], state: LiveState): readonly string[] {
  if (code !== "yourStep") return staff;
  const able = staff.filter((person) => !barredAt(step, state).includes(person));
  const previously = state.steps.find((one) => one.id === step)?.previously;
  return able.filter((person) => person === previously).length > 0 ? able.filter((person) => person === previously) : able;
}

/** Who may not decide a step: the parties, and whoever decided another. */
function barredAt(step: string | null, { requester, team, deciders }: LiveState): string[] {
  return [requester, ...team, ...deciders.filter((one) => one.step !== step).map(({ person }) => person)];
}
