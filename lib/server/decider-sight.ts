import type { ShownEvent } from "../../db/queries/request-events.ts";
import type { PersonActor } from "../access/actor.ts";
import type { RequestEvent } from "../request/events.ts";
import type { LiveState } from "../request/state.ts";
import { maySee } from "../request/visibility.ts";

/** Entries by which somebody decided something of a case. */
const decisions = ["step.approved", "step.rejected", "step.countersigned", "step.voted", "request.returned", "request.rejected", "amendment.refused", "appeal.decided", "permit.suspended", "permit.reinstated", "permit.revoked"] as const;

export function isDecision(event: object): boolean {
  return (decisions as readonly (string | undefined)[]).includes((event as { readonly type?: string }).type);
}

/** Whose eyes a case is seen by: whoever decided, at the desk that they decided for. */
export type Decider = { readonly person: string; readonly desks: readonly string[]; readonly sides: readonly string[]; readonly party: "requester" | "team" | null };

/** Who took a decision, and their place in the case then; null where its auditor may not see who did, or no person did. */
export function deciderOf(decided: ShownEvent, { steps, requester, team }: LiveState): Decider | null {
  if ("withheld" in decided) return null;
  const { person, desk } = decided.actor as { readonly person?: string; readonly desk?: string | null };
  if (person === undefined) return null;
  const step = steps.find(({ id }) => id === (decided.data as { readonly step?: string }).step);
  const at = desk ?? step?.desk;
  const sides = steps.flatMap((one) => (one.desk === at ? [one.side] : []));
  return { person, desks: at ? [at] : [], sides: [...new Set(sides)], party: requester === person ? "requester" : team.includes(person) ? "team" : null };
}

/** Whether a decider could read an entry: they staffed their desk, on its side, and read what they had written themselves. */
export function couldSee({ person, ...place }: Decider, { type, data, actor }: { readonly type: string; readonly data: unknown; readonly actor: unknown }): boolean {
  const isAuthor = (actor as { readonly person?: string }).person === person;
  return maySee({ type: type as RequestEvent["type"], data }, { ...place, auditor: false, desk: true, isAuthor });
}

/** The history before a decision as whoever took it could read it then. What was not for them is there as a link of the chain. */
export function asDeciderSaw(before: readonly ShownEvent[], decider: Decider): ShownEvent[] {
  return before.map((event) => ("withheld" in event || couldSee(decider, event) ? event : { seq: event.seq, digest: event.digest, hash: event.hash, withheld: true }));
}

/** A decider as a reader of the case: with the rights of the desk that they decided for, and none besides. Their auditor's wall stands all the same. */
export function readingAs({ person, desks }: Decider, auditor: PersonActor): PersonActor {
  return { ...auditor, id: person, standsIn: [], opened: [], grants: desks.map((id) => ({ role: "desk-officer", permissions: ["request.read", "step.decide"], scope: { kind: "desk", id } })) };
}
