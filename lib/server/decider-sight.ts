import type { ShownEvent } from "../../db/queries/request-events.ts";
import { type RequestEvent } from "../request/events.ts";
import type { LiveState } from "../request/state.ts";
import { maySee } from "../request/visibility.ts";

/** Entries by which somebody decided something of a case. */
const decisions = ["step.approved", "step.rejected", "step.countersigned", "step.voted", "request.returned", "request.rejected", "amendment.refused", "appeal.decided", "permit.suspended", "permit.reinstated", "permit.revoked"] as const;

export function isDecision(event: object): boolean {
  return (decisions as readonly (string | undefined)[]).includes((event as { readonly type?: string }).type);
}

/**
 * The history before a decision as whoever took it could read it then: they staffed the desk that they decided for, on its side, and read what they had
 * written themselves. What was not for them is there as a link of the chain.
 */
export function asDeciderSaw(before: readonly ShownEvent[], decided: ShownEvent, state: LiveState): ShownEvent[] {
  if ("withheld" in decided) return [...before];
  const { person, desk } = decided.actor as { readonly person?: string; readonly desk?: string | null };
  const step = state.steps.find(({ id }) => id === (decided.data as { readonly step?: string }).step);
  const [at, side] = [desk ?? step?.desk, step?.side];
  const place = { auditor: false, desk: true, desks: at ? [at] : [], sides: side ? [side] : [] };
  return before.map((event) => {
    if ("withheld" in event) return event;
    const isAuthor = (event.actor as { readonly person?: string }).person === person;
    return maySee({ type: event.type as RequestEvent["type"], data: event.data }, { ...place, isAuthor }) ? event : { seq: event.seq, digest: event.digest, hash: event.hash, withheld: true };
  });
}
