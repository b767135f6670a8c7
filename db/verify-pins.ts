import { packsPublished, workflowDigests } from "./config.ts";
import type { ScopedTx } from "./client.ts";
import type { Problem, StoredLink } from "./verify.ts";

/** Every rule pack and workflow that a submission pinned must still be there to be read. */
export async function checkPins(tx: ScopedTx, links: readonly StoredLink[]): Promise<Problem[]> {
  const asking = links.filter(({ type }) => type === "request.submitted" || type === "request.resubmitted" || type === "amendment.requested" || type === "request.replanned");
  if (asking.length === 0) return [];
  const [packs, workflows] = [await packsPublished(tx), await workflowDigests(tx)];
  return asking.flatMap(({ stream, seq, data }) => {
    const { packs: pinned = [], workflow } = data as { packs?: { digest: string }[]; workflow?: { digest: string } };
    return [
      ...pinned.flatMap(({ digest }, at) => (packs.has(digest) ? [] : [{ stream, seq, field: `data.packs.${at}.digest`, code: "missingPack" }])),
      ...(workflow && !workflows.has(workflow.digest) ? [{ stream, seq, field: "data.workflow.digest", code: "missingWorkflow" }] : []),
    ];
  });
}
