import type { Until } from "../dossier/until.ts";
import { hasTooFew } from "../workflow/members.ts";
import type { CaseStep } from "../workflow/progress.ts";
import type { Context } from "./context.ts";
import { blocking, gateOf } from "./requirement.ts";
import type { LiveState, Requirement } from "./state.ts";

export type Blocker = {
  readonly code: "requirementOpen" | "requirementRefused" | "prohibited" | "stepOpen" | "tooFewLeft" | "windowPassed" | "dependencyOpen" | "dependencyEnded";
  readonly requirement?: string;
  readonly step?: string;
  /** Another request that this one waits for, and until when; or that ended and will never come that far. */
  readonly number?: string;
  readonly until?: Until;
};

/** What keeps the request from its next gate: open steps while it is decided, then what the permit or the crossing waits for. */
export function blockersOf(state: LiveState, { today, waits, desks }: Pick<Context, "today" | "waits" | "desks">): Blocker[] {
  const steps = state.steps.filter((step) => step.status === "open").flatMap((step): Blocker[] => [{ code: "stepOpen", step: step.id }, ...(tooFewLeft(step, state, desks) ? [{ code: "tooFewLeft", step: step.id } as const] : [])]);
  const shut = (gate: "submission" | "permit" | "crossing") => blocking(state.requirements, gate).map(blockerOf);
  const held = waits.filter(({ standing }) => standing !== "met").map(({ number, until, standing }): Blocker => ({ code: standing === "ended" ? "dependencyEnded" : "dependencyOpen", number, until }));
  if (state.status === "submitted" || state.status === "in-review" || state.status === "returned") return [...steps, ...shut("submission"), ...shut("permit"), ...held];
  if (state.status === "approved") return [...shut("submission"), ...shut("permit"), ...held, ...(state.window.to < today ? [{ code: "windowPassed" } as const] : []), ...(state.amendment ? steps : [])];
  const amending = state.amendment ? [...steps, ...[...blocking(state.amendment.requirements, "submission"), ...blocking(state.amendment.requirements, "permit")].map(blockerOf)] : [];
  return [...(state.status === "permitted" ? shut("crossing") : []), ...amending];
}

/** At a desk that is not among those gathered nobody can tell. */
function tooFewLeft(step: CaseStep, { deciders, requester, team }: LiveState, desks: Context["desks"]): boolean {
  const desk = desks.find(({ id }) => id === step.desk);
  return desk !== undefined && hasTooFew(step, desk.staff.filter((person) => person !== requester && !team.includes(person)), deciders);
}

export function blockerOf(requirement: Requirement): Blocker {
  if (gateOf(requirement) === "submission" && requirement.type === "prohibition") return { code: "prohibited", requirement: requirement.id };
  return { code: requirement.status === "refused" ? "requirementRefused" : "requirementOpen", requirement: requirement.id };
}
