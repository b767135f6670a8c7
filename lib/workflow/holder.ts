import type { CaseStep } from "./progress.ts";

/** How somebody came to hold a step. */
export const holdings = ["claimed", "assigned", "allotted", "delegated"] as const;

/** Who has a step in hand. Colleagues of the desk leave it to them; `from` is whose it was before, where it was handed on. */
export type Holder = { readonly person: string; readonly how: (typeof holdings)[number]; readonly since: string; readonly from: string | null };

/** The step in somebody's hands. */
export function heldBy(step: CaseStep, holder: Holder): CaseStep {
  return { ...step, holder };
}

/** The step back in its queue. */
export function unheld(step: CaseStep): CaseStep {
  return { ...step, holder: null };
}

/**
 * Whose the step is, as far as that keeps colleagues from deciding it. Where it still takes several decisions, holding it
 * keeps nobody from giving one of the others.
 */
export function keptBy({ holder, decisions, decisionsNeeded }: Pick<CaseStep, "holder" | "decisions" | "decisionsNeeded">): string | null {
  return decisionsNeeded - decisions.length > 1 ? null : (holder?.person ?? null);
}

/** What stays with a step that goes on after an answer came: whose it is, whom they asked, whether it is put aside, and what was told of its clock. */
export function handsOf({ holder, referrals, suspended, told }: CaseStep): Pick<CaseStep, "holder" | "referrals" | "suspended" | "told"> {
  return { holder, referrals, suspended, told };
}
