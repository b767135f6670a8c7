import { and, desc, eq, lt } from "drizzle-orm";
import type { Kind } from "../../lib/policy/pack.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import type { ProposalStatus } from "../../lib/workflow/proposal/proposal.ts";
import type { ScopedTx } from "../client.ts";
import { workflowProposals, workflows } from "../schema/configuration.ts";

/** A published version; author and approver are null where it came with the project. `from` is null where it counted at once. */
export type PublishedVersion = { readonly id: string; readonly version: number; readonly kind: Kind; readonly digest: string; readonly publishedAt: string; readonly from: string | null; readonly author: string | null; readonly approver: string | null; readonly proposal: string | null };
export type ProposalRow = { readonly id: string; readonly workflow: string; readonly version: number; readonly effectiveFrom: string; readonly status: ProposalStatus; readonly author: string; readonly proposedAt: string; readonly decidedBy: string | null; readonly decidedAt: string | null };

const { id, version, kind, digest, publishedAt, effectiveFrom: from } = workflows;
const published = { id, version, kind, digest, publishedAt, from, author: workflowProposals.author, approver: workflowProposals.decidedBy, proposal: workflowProposals.id };
const approvedAs = and(eq(workflowProposals.workflow, workflows.id), eq(workflowProposals.version, workflows.version), eq(workflowProposals.status, "approved"));

/** Every published version of every workflow, the newest first. */
export async function publishedVersions(tx: ScopedTx): Promise<PublishedVersion[]> {
  const rows = await tx.select(published).from(workflows).leftJoin(workflowProposals, approvedAs).orderBy(workflows.kind, desc(version));
  return rows.map(asVersion);
}

/** One published version with its definition. */
export async function publishedVersion(tx: ScopedTx, of: string, number: number): Promise<(PublishedVersion & { readonly definition: WorkflowDefinition }) | null> {
  const [row] = await tx.select({ ...published, definition: workflows.definition }).from(workflows).leftJoin(workflowProposals, approvedAs).where(and(eq(id, of), eq(version, number)));
  return row ? { ...asVersion(row), definition: row.definition } : null;
}

/** What was published before a version of a workflow, the newest of it. */
export async function versionBefore(tx: ScopedTx, of: string, number: number): Promise<WorkflowDefinition | null> {
  const [row] = await tx.select({ definition: workflows.definition }).from(workflows).where(and(eq(id, of), lt(version, number))).orderBy(desc(version)).limit(1);
  return row?.definition ?? null;
}

/** The newest proposals, without what they say. */
export async function proposalRows(tx: ScopedTx, most = 100): Promise<ProposalRow[]> {
  const { id: proposal, workflow, version: number, effectiveFrom, status, author, proposedAt, decidedBy, decidedAt } = workflowProposals;
  return tx.select({ id: proposal, workflow, version: number, effectiveFrom, status, author, proposedAt, decidedBy, decidedAt }).from(workflowProposals).orderBy(desc(proposedAt), desc(proposal)).limit(most);
}

function asVersion({ kind: of, ...row }: Omit<PublishedVersion, "kind"> & { readonly kind: string }): PublishedVersion {
  return { ...row, kind: of as Kind };
}
