import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Run } from "../../lib/calendar/clock.ts";
import { asLister } from "../client.ts";
import { requests, steps } from "../schema/requests.ts";

/** From when to when a decided step was open, and when its clock ran if it has one, with what its calendar needs. */
export type DecidedStep = { readonly since: string; readonly decidedAt: string; readonly ran: readonly Run[]; readonly side: "origin" | "destination" | "joint"; readonly from: string; readonly to: string };

/**
 * The last decisions of one step of a workflow, over every request: read as the system and not as the person who asks,
 * because what leaves here are times alone, without a number or a name.
 */
export async function decidedSteps(workflow: string, step: string, most = 400): Promise<DecidedStep[]> {
  return asLister({ kind: "system" }, async (tx) => {
    const rows = await tx
      .select({ since: steps.since, decidedAt: steps.decidedAt, ran: steps.ran, side: steps.side, from: requests.fromJurisdiction, to: requests.toJurisdiction })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .where(and(eq(requests.workflowId, workflow), eq(steps.stepId, step), inArray(steps.outcome, ["approved", "approved-with-conditions", "rejected"]), isNotNull(steps.since)))
      .orderBy(desc(steps.decidedAt))
      .limit(most);
    return rows.flatMap(({ since, decidedAt, ...rest }) => (since !== null && decidedAt !== null ? [{ since, decidedAt, ...rest }] : []));
  });
}
