import { and, inArray } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import { asReader } from "../client.ts";
import { requests } from "../schema/requests.ts";
import { pinnedSteps, stepName } from "./step-names.ts";
import { visibleTo } from "./visible.ts";

export type NamedRequest = { readonly id: string; readonly number: string; readonly title: string; /** What a step of it is called. */ readonly stepNames: (step: string) => Text };

/** What some submitted requests are called, and their steps, whoever has the move: those that the actor may see. */
export async function namedRequests(actor: Actor, ids: readonly string[]): Promise<readonly NamedRequest[]> {
  if (ids.length === 0) return [];
  return asReader(actor, async (tx) => {
    const { requestId: id, number, title, workflowId, workflowVersion } = requests;
    const rows = await tx.select({ id, number, title, workflowId, workflowVersion }).from(requests).where(and(inArray(id, [...ids]), visibleTo(tx, actor, id)));
    const define = await pinnedSteps(tx, rows);
    return rows.map((row) => ({ id: row.id, number: row.number, title: row.title ?? "", stepNames: (step) => stepName(define(row, step), step) }));
  });
}
