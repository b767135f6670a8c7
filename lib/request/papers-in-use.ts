import { refusal, type Refusal } from "./refusal.ts";
import { hasExpired } from "./requirement.ts";
import type { CaseDocument, LiveState } from "./state.ts";

/**
 * Why papers may not go while their request is under way: a requirement that is met by one, or an obligation that was shown by one to be done. A paper that
 * should not be here is taken away once the requirement is recorded with another; what has expired, was refused or replaced rests on nothing any more.
 */
export function papersInUse(papers: readonly CaseDocument[], state: LiveState, today: string): Refusal[] {
  if (state.endedOn !== null) return [];
  const isOne = (id: string | null | undefined) => papers.some((one) => one.id === id);
  const met = [...state.requirements, ...(state.amendment?.requirements ?? [])].filter((one) => isOne(one.paper) && (one.status === "granted" || one.status === "filed") && !hasExpired(one, today));
  const shown = state.settledObligations.some(({ as, document }) => as === "fulfilled" && isOne(document));
  return [...[...new Set(met.map(({ id }) => id))].map((requirement) => refusal("requirementRestsOnPaper", { requirement }, "documents")), ...(shown ? [refusal("obligationRestsOnPaper", {}, "documents")] : [])];
}
