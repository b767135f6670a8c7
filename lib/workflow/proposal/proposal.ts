import type { Kind } from "../../policy/pack.ts";
import type { WorkflowDefinition } from "../definition.ts";

export const proposalStatuses = ["proposed", "approved", "rejected", "withdrawn"] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** A new version of a workflow, put forward by one person for another to approve. What it says never changes; only what became of it does. */
export type Proposal = {
  readonly id: string;
  readonly workflow: string;
  readonly version: number;
  readonly kind: Kind;
  readonly definition: WorkflowDefinition;
  /** The first day on which what is submitted goes by it. */
  readonly effectiveFrom: string;
  /** Why, as its author says it. */
  readonly note: string | null;
  readonly author: string;
  /** Whom the author stood in for on that day: they are no second pair of eyes either. */
  readonly authorFor: readonly string[];
  readonly proposedAt: string;
  readonly status: ProposalStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was rejected or withdrawn. */
  readonly reason: string | null;
};
