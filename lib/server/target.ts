import type { ScopedTx } from "../../db/client.ts";
import { loadDraft, lockDraft } from "../../db/drafts.ts";
import { type Head, loadEvents, lockHead, newHead } from "../../db/log.ts";
import type { Target } from "../request/context.ts";
import type { RequestEvent } from "../request/events.ts";
import { replay } from "../request/evolve.ts";

export type LockedTarget = { readonly requestId: string; readonly target: Target; readonly head: Head };

/** The request under its lock: a draft, or what its whole stream comes to. Null when the actor sees neither. */
export async function lockTarget(tx: ScopedTx, requestId: string): Promise<LockedTarget | null> {
  // Sent one behind the other: what is read after a lock that had to be waited for is read as it then stands.
  const [head, events] = await Promise.all([lockHead(tx, requestId), loadEvents(tx, requestId)]);
  if (head) return fromEvents(requestId, head, events);
  const draft = await lockDraft(tx, requestId);
  if (draft) return { requestId, target: { at: "draft", draft }, head: newHead(requestId) };
  // It was submitted while we waited for the draft's lock.
  const late = await lockHead(tx, requestId);
  return late ? fromEvents(requestId, late, await loadEvents(tx, requestId)) : null;
}

/** The same without a lock, for reading. */
export async function readTarget(tx: ScopedTx, requestId: string): Promise<Target | null> {
  return (await readCase(tx, requestId))?.target ?? null;
}

/** The same with the events that it comes from; a draft has none. */
export async function readCase(tx: ScopedTx, requestId: string): Promise<{ readonly target: Target; readonly events: readonly RequestEvent[] } | null> {
  const events = await loadEvents(tx, requestId);
  const state = replay(events);
  if (state.status !== "none") return { target: { at: "live", state }, events };
  const draft = await loadDraft(tx, requestId);
  return draft ? { target: { at: "draft", draft }, events } : null;
}

function fromEvents(requestId: string, head: Head, events: readonly RequestEvent[]): LockedTarget | null {
  const state = replay(events);
  return state.status === "none" ? null : { requestId, target: { at: "live", state }, head };
}
