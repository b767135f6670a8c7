import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { ScopedTx } from "../../db/client.ts";
import { desks } from "../../db/schema/configuration.ts";
import { requests, steps } from "../../db/schema/requests.ts";
import type { LiveState, RequestState } from "../request/state.ts";
import type { CaseStep } from "../workflow/progress.ts";

export type Opened = { readonly request: string; readonly step: string };

/** The steps that have just opened and are not offered to everybody: the rule is their definition's, or their desk's own. */
export async function openedByRule(tx: ScopedTx, before: RequestState, after: LiveState): Promise<Opened[]> {
  const was = before.status === "none" ? [] : before.steps;
  const opened = after.steps.filter((step) => isFree(step) && !was.some((one) => one.id === step.id && one.status === "open" && one.round === step.round));
  if (opened.length === 0) return [];
  const own = await tx.select({ id: desks.id, allot: desks.allot }).from(desks).where(and(inArray(desks.id, opened.map(({ desk }) => desk)), sql`${desks.allot} is not null`));
  const ruled = opened.filter((step) => step.people?.keep === true || (own.find(({ id }) => id === step.desk)?.allot ?? step.people?.allot ?? "offer") !== "offer");
  return ruled.map(({ id }) => ({ request: after.id, step: id }));
}

function isFree({ status, holder, assignee, vote }: CaseStep): boolean {
  return status === "open" && holder === null && assignee === null && !vote;
}

/** Every step that waits to be allotted, but those at which members vote: also those whose process ended before it could, and those of a desk that has chosen a rule since. */
export function waitingByRule(tx: ScopedTx, limit: number): Promise<Opened[]> {
  const rule = sql`coalesce(${desks.allot}, ${steps.allot}, 'offer')`;
  return tx
    .select({ request: steps.requestId, step: steps.stepId })
    .from(steps)
    .innerJoin(requests, eq(requests.requestId, steps.requestId))
    .innerJoin(desks, eq(desks.id, steps.desk))
    .where(and(eq(steps.status, "open"), eq(steps.byVote, false), isNull(steps.holder), isNull(steps.assignee), or(steps.keeps, sql`${rule} <> 'offer'`), inArray(requests.status, ["submitted", "in-review"])))
    .orderBy(steps.since)
    .limit(limit);
}
