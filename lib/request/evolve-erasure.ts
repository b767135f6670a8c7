import { dayOf } from "../calendar/day.ts";
import type { RequestEvent } from "./events.ts";
import { type LiveState, underWay } from "./state.ts";

/** Why nothing of it may be erased, and who lifted that. */
export type Hold = { readonly seq: number; readonly at: string; readonly person: string | null; readonly lifted: { readonly at: string; readonly person: string | null } | null };
/** What was erased: `whole` once all that was said is gone. */
export type Erasure = { readonly digests: readonly string[]; readonly wholeOn: string | null };
export const nothingErased: Erasure = { digests: [], wholeOn: null };

type Erasing = Extract<RequestEvent, { type: "words.erased" | "document.erased" | "hold.placed" | "hold.lifted" }>;

/** What is left of a request’s words and papers, and what keeps the rest. */
export function erasureAfter(state: LiveState, event: Erasing): Pick<LiveState, "erased" | "holds" | "documents"> {
  const { erased, holds, documents } = state;
  const person = "person" in event.actor ? event.actor.person : null;
  switch (event.type) {
    case "words.erased":
      return { holds, documents, erased: { digests: [...erased.digests, ...event.data.digests], wholeOn: event.data.whole ? dayOf(event.at) : erased.wholeOn } };
    case "document.erased": {
      const { document, rule, digests } = event.data;
      const gone = { at: event.at, rule, person };
      return { holds, erased: { ...erased, digests: [...erased.digests, ...digests] }, documents: documents.map((one) => (one.id === document ? { ...one, erased: gone } : one)) };
    }
    case "hold.placed":
      return { erased, documents, holds: [...holds, { seq: event.seq, at: event.at, person, lifted: null }] };
    case "hold.lifted":
      return { erased, documents, holds: holds.map((one) => (one.lifted === null ? { ...one, lifted: { at: event.at, person } } : one)) };
    default:
      return event satisfies never;
  }
}

export function isHeld({ holds }: Pick<LiveState, "holds">): boolean {
  return holds.some(({ lifted }) => lifted === null);
}

/** The day on which a request ended, from which years count; an appeal that is upheld ends it anew. */
export function endedOnAfter(before: LiveState, after: LiveState, at: string): string | null {
  const isRunning = ({ status }: LiveState) => (underWay as readonly string[]).includes(status);
  if (isRunning(after)) return null;
  return isRunning(before) ? dayOf(at) : before.endedOn;
}

/** The places whose law counts for it. */
export function placesOf({ corridor, home }: Pick<LiveState, "corridor" | "home">): string[] {
  return [...new Set([corridor.from.jurisdiction, corridor.to.jurisdiction, home.jurisdiction])];
}
