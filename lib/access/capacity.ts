/** As what somebody reads a paper: worked out from their place in the case, and never typed. */
export const capacities = ["requester", "team", "desk", "adviser", "named", "controlPoint", "auditor", "breakGlass"] as const;
export type Capacity = (typeof capacities)[number];

/** A reading's why: the capacity, with the desk and the step that it decides, or the access by break-glass. */
export type Why = { readonly capacity: Capacity; readonly desk: string | null; readonly step: string | null; readonly access: string | null };

/** A reader's place in a case, as the database tells it. */
export type Place = {
  readonly person: string;
  readonly requester: string;
  readonly team: readonly string[];
  /** The names under which the reader is let in to this request. */
  readonly subjects: readonly string[];
  /** Steps at desks of theirs, or in their hands. */
  readonly steps: readonly { readonly id: string; readonly desk: string; readonly isOpen: boolean; readonly isHeld: boolean }[];
  /** The step on which their advice was asked for. */
  readonly advises: string | null;
};

/** Why somebody reads, by the nearest of their places: the people of the request before its desks, those before auditors, and what was opened by force last. */
export function capacityOf({ person, requester, team, subjects, steps, advises }: Place): Why | null {
  const why = (capacity: Capacity, rest: Partial<Why> = {}): Why => ({ capacity, desk: null, step: null, access: null, ...rest });
  const named = (start: string) => subjects.find((one) => one.startsWith(start));
  if (person === requester) return why("requester");
  if (team.includes(person)) return why("team");
  const step = steps.find(({ isHeld, isOpen }) => isHeld && isOpen) ?? steps.find(({ isOpen }) => isOpen) ?? steps[0];
  if (step) return why("desk", { desk: step.desk, step: step.id });
  const desk = named("desk:");
  if (desk) return why("desk", { desk: desk.slice("desk:".length) });
  // Their question may have gone with a step that is no longer planned.
  if (advises !== null || named("adviser:")) return why("adviser", { step: advises });
  if (named("person:")) return why("named");
  if (named("cp:")) return why("controlPoint", { desk: named("cp:")?.replace("cp:", "cp.") ?? null });
  if (subjects.includes("all") || named("audit:")) return why("auditor");
  const glass = named("glass:");
  return glass ? why("breakGlass", { access: glass.slice("glass:".length) }) : null;
}
