import { and, desc, eq, ne } from "drizzle-orm";
import type { Kind } from "../lib/policy/pack.ts";
import type { WorkflowDefinition } from "../lib/workflow/definition.ts";
import type { Proposal } from "../lib/workflow/proposal/proposal.ts";
import type { ScopedTx } from "./client.ts";
import { configurationId } from "./configure.ts";
import { workflowProposals, workflows } from "./schema/configuration.ts";
import { heads } from "./schema/record.ts";

/** Holds a workflow still: whoever else proposes or decides a version of it waits. Nothing to hold where none was ever published. */
export async function lockWorkflow(tx: ScopedTx, id: string): Promise<void> {
  await tx.select({ seq: heads.seq }).from(heads).where(eq(heads.requestId, configurationId(`workflow:${id}`))).for("update");
}

/** The newest version that was published under an id, whether or not its day has come. */
export async function newestVersion(tx: ScopedTx, id: string): Promise<{ readonly kind: Kind; readonly newest: WorkflowDefinition } | null> {
  const [found] = await tx.select({ kind: workflows.kind, newest: workflows.definition }).from(workflows).where(eq(workflows.id, id)).orderBy(desc(workflows.version)).limit(1);
  return found ? { kind: found.kind as Kind, newest: found.newest } : null;
}

export async function proposalById(tx: ScopedTx, id: string): Promise<Proposal | null> {
  const [found] = await tx.select(proposalColumns).from(workflowProposals).where(eq(workflowProposals.id, id));
  return found ? asProposal(found) : null;
}

/** The proposal of a workflow that waits to be decided, other than one. */
export async function otherOpenProposal(tx: ScopedTx, workflow: string, id: string): Promise<string | null> {
  const [found] = await tx.select({ id: workflowProposals.id }).from(workflowProposals).where(and(eq(workflowProposals.workflow, workflow), eq(workflowProposals.status, "proposed"), ne(workflowProposals.id, id)));
  return found?.id ?? null;
}

const { id, workflow, version, kind, definition, effectiveFrom, note, author, authorFor, proposedAt, status, decidedBy, decidedAt, reason } = workflowProposals;
const proposalColumns = { id, workflow, version, kind, definition, effectiveFrom, note, author, authorFor, proposedAt, status, decidedBy, decidedAt, reason };

function asProposal({ kind: of, ...row }: Omit<Proposal, "kind"> & { readonly kind: string }): Proposal {
  return { ...row, kind: of as Kind };
}
