import { standingAt } from "../dossier/progress.ts";
import type { Awaited, Standing } from "../dossier/until.ts";
import type { LiveState, RequestState, RequestStatus } from "../request/state.ts";
import type { Notice } from "./notices.ts";

/** Who waits for a request, and for what of it. */
export type Waiting = Awaited & { readonly waiting: string };

/** The requests that have something to be told: what they wait for came about by this event, or will now never come. */
export function toldByDependency(waiting: readonly Waiting[], before: RequestState, after: RequestState): string[] {
  return waiting.filter((one) => standingAt(one, before) !== standingAt(one, after)).map((one) => one.waiting);
}

/** What a person of the waiting request is told, as its dependency stands by now; nothing while it is open again, or once nothing can be held back any more. */
export function dependencyNotice(standing: Standing, awaited: string, waiting: LiveState, person: string): Notice | null {
  if (standing === "open" || !awaitsPermit(waiting)) return null;
  const as = waiting.requester === person ? "requester" : waiting.team.includes(person) ? "team" : null;
  return as && { code: standing === "met" ? "dependencyMet" : "dependencyEnded", to: { as, person }, step: null, awaited };
}

/** Nothing but the permit is ever held back by another request. */
export function awaitsPermit({ status }: { readonly status: RequestStatus }): boolean {
  return status === "submitted" || status === "in-review" || status === "returned" || status === "approved";
}
