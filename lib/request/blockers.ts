import type { Until } from "../dossier/until.ts";
import { openDiscrepancies } from "../permit/discrepancy.ts";
import { hasTooFew } from "../workflow/members.ts";
import type { CaseStep } from "../workflow/progress.ts";
import { waitingForQuota } from "./consequences.ts";
import type { Context } from "./context.ts";
import { beforePermit, blocking, type Gate, holdUp, moverOf } from "./requirement.ts";
import type { LiveState, Requirement } from "./state.ts";

export type Blocker = {
  readonly code: ReturnType<typeof holdUp> | "stepOpen" | "tooFewLeft" | "quotaExceeded" | "windowPassed" | "dependencyOpen" | "dependencyEnded" | "discrepancyOpen";
  /** Whose move it is: the requester's, an outside authority's, a desk's, or that of the people of another request. */
  readonly by: "requester" | "authority" | "desk" | "other";
  readonly requirement?: string;
  readonly step?: string;
  /** What a movement left to be explained, which keeps the request from being closed. */
  readonly discrepancy?: string;
  /** Another request that this one waits for, and until when; or that ended and will never come that far. */
  readonly number?: string;
  readonly until?: Until;
};

/** What keeps the request from its next gate: open steps while it is decided, then what the permit, the crossing or the end waits for. */
export function blockersOf(state: LiveState, { today, waits, desks }: Pick<Context, "today" | "waits" | "desks">): Blocker[] {
  const short = waitingForQuota(state, today);
  const steps = state.steps
    .filter((step) => step.status === "open")
    .flatMap((step): Blocker[] => [
      { code: "stepOpen", by: "desk", step: step.id },
      ...(tooFewLeft(step, state, desks) ? [{ code: "tooFewLeft", by: "desk", step: step.id } as const] : []),
      ...(short.includes(step) ? [{ code: "quotaExceeded", by: "desk", step: step.id } as const] : []),
    ]);
  const shut = (gate: Gate) => blocking(state.requirements, gate, today).map((one) => blockerOf(one, today));
  const held = waits.filter(({ standing }) => standing !== "met").map(({ number, until, standing }): Blocker => (standing === "ended" ? { code: "dependencyEnded", by: "requester", number, until } : { code: "dependencyOpen", by: "other", number, until }));
  if (state.status === "submitted" || state.status === "in-review" || state.status === "returned") return [...steps, ...shut("submission"), ...shut("permit"), ...held];
  if (state.status === "approved") return [...shut("submission"), ...shut("permit"), ...held, ...(state.window.to < today ? [{ code: "windowPassed", by: "requester" } as const] : []), ...(state.amendment ? steps : [])];
  const amending = state.amendment ? [...steps, ...beforePermit(state.amendment.requirements, today).map((one) => blockerOf(one, today))] : [];
  if (state.status !== "permitted") return amending;
  const unexplained = openDiscrepancies(state.discrepancies).map(({ id }): Blocker => ({ code: "discrepancyOpen", by: "desk", discrepancy: id }));
  return [...shut("crossing"), ...amending, ...unexplained];
}

/** At a desk that is not among those gathered nobody can tell. */
function tooFewLeft(step: CaseStep, { deciders, requester, team }: LiveState, desks: Context["desks"]): boolean {
  const desk = desks.find(({ id }) => id === step.desk);
  return desk !== undefined && hasTooFew(step, desk.staff.filter((person) => person !== requester && !team.includes(person)), deciders);
}

export function blockerOf(requirement: Requirement, today: string): Blocker {
  return { code: holdUp(requirement, today), by: moverOf(requirement, today), requirement: requirement.id };
}
