import { refusal, type Refusal } from "../request/refusal.ts";
import type { Actor, PersonActor } from "./actor.ts";
import { can, holdsAnywhere } from "./can.ts";

/** For how many hours a request is opened at most, and when nothing is said. */
export const mostGlassHours = 24;
export const usualGlassHours = 1;
/** The shortest reason that says something. */
export const leastReason = 15;

/** One access to one request by break-glass. */
export type BreakGlass = { readonly id: string; readonly request: string; readonly person: string; readonly organisations: readonly string[]; readonly reason: string; readonly from: string; readonly until: string; readonly ended: string | null };

type Asked = { readonly reason: string; readonly hours: number };
type Around = {
  readonly actor: PersonActor;
  /** Whose it is and where it goes. */
  readonly organisations: readonly string[];
  readonly jurisdictions: readonly string[];
  /** The actor sees the request as it is: their own, their desk's, or one they audit. */
  readonly sees: boolean;
  /** Until when they have it open already. */
  readonly openUntil: string | null;
};

/** Whether somebody may ever open a request that they do not see. */
export function mayBreakGlass(actor: Actor): boolean {
  return holdsAnywhere(actor, "request.breakGlass");
}

/** Every reason why a request is not opened. It is not made longer either: whoever needs it again says why again. */
export function glassRefusals({ reason, hours }: Asked, { actor, organisations, jurisdictions, sees, openUntil }: Around): Refusal[] {
  if (!can(actor, "request.breakGlass", { organisations, jurisdictions })) return [refusal("notPermitted")];
  return [
    // Whoever takes part in a case has their own way to see it, and does not get round what that way hides.
    ...(sees ? [refusal("glassNotNeeded", {}, "request")] : []),
    ...(openUntil !== null ? [refusal("glassOpen", { until: openUntil }, "request")] : []),
    ...saidRefusals({ reason, hours }),
  ];
}

/** What stands against the reason and the hours, whichever request they are for. */
export function saidRefusals({ reason, hours }: Asked): Refusal[] {
  return [
    ...([...reason.trim()].length < leastReason ? [refusal("glassReason", { least: leastReason }, "reason")] : []),
    ...(hours > mostGlassHours || hours < 1 ? [refusal("glassHours", { most: mostGlassHours }, "hours")] : []),
  ];
}

/** Whether an access runs at a moment. */
export function isOpen({ ended, until }: Pick<BreakGlass, "ended" | "until">, now: string): boolean {
  return ended === null && until > now;
}
