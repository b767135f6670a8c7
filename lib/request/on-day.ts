import type { Context, Target } from "./context.ts";
import { evolve } from "./evolve.ts";
import type { LiveState, Permit } from "./state.ts";

/** How a permit has ended on a day by its own terms: it was revoked from that day or an earlier one, or its last day is past. Null while it holds. */
export function endingOn(today: string, { validUntil, revokedFrom }: Pick<Permit, "validUntil" | "revokedFrom">): "revoked" | "expired" | null {
  if (revokedFrom !== null && revokedFrom <= today) return "revoked";
  return validUntil < today ? "expired" : null;
}

/**
 * A request as it stands on a day: where its permit has ended by its terms, as it will stand once that is written down. Between midnight and
 * the worker's round nothing may be done, or be shown as if it could, that the round would have stopped.
 */
export function onDay(state: LiveState, today: string): LiveState {
  const ending = state.status === "permitted" ? endingOn(today, state.permit) : null;
  if (ending === null) return state;
  const { seq, version, changedAt } = state;
  const about = { request: state.id, seq, at: `${today}T00:00:00.000Z`, actor: { system: true } } as const;
  const ended = evolve(state, ending === "revoked" ? { ...about, type: "permit.revoked", data: { reason: null, announced: true } } : { ...about, type: "permit.expired", data: {} });
  return { ...(ended as LiveState), seq, version, changedAt };
}

/** The same of what a command is about. */
export function onToday(target: Target, { today }: Pick<Context, "today">): Target {
  return target.at === "draft" ? target : { at: "live", state: onDay(target.state, today) };
}
