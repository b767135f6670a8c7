import { and, asc } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { CaseRows } from "../../lib/audit/export/case-objects.ts";
import { asLister } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { documents, movements, permits, requests, steps } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** What read tables say of some requests that the actor may see, by their ids. */
export async function caseRows(actor: Actor, ids: readonly string[]): Promise<CaseRows[]> {
  if (ids.length === 0) return [];
  return asLister(actor, async (tx) => {
    const asked = [...ids];
    const [cases, planned, permitted, moved, papers] = await Promise.all([
      tx.select({ id: requests.requestId, number: requests.number, kind: requests.kind, status: requests.status, from: requests.fromJurisdiction, to: requests.toJurisdiction, crossing: requests.crossing, home: requests.home, host: requests.hostOrganisation, requester: requests.requester, submittedAt: requests.submittedAt, changedAt: requests.changedAt }).from(requests).where(and(anyOf(requests.requestId, asked), visibleTo(tx, actor, requests.requestId))).orderBy(asc(requests.requestId)),
      tx.select({ request: steps.requestId, step: steps.stepId, desk: steps.desk, side: steps.side, status: steps.status, outcome: steps.outcome }).from(steps).where(anyOf(steps.requestId, asked)),
      tx.select({ request: permits.requestId, number: permits.number, status: permits.status, limit: permits.limitValue, unit: permits.limitUnit, validFrom: permits.validFrom, validUntil: permits.validUntil, issuedAt: permits.issuedAt, changedAt: permits.changedAt }).from(permits).where(anyOf(permits.requestId, asked)),
      tx.select({ request: movements.requestId, id: movements.movementId, direction: movements.direction, stage: movements.stage, quantity: movements.value, unit: movements.unit, controlPoint: movements.controlPoint, recordedAt: movements.recordedAt }).from(movements).where(anyOf(movements.requestId, asked)),
      tx.select({ request: documents.requestId, id: documents.documentId, paper: documents.paper, mediaType: documents.mediaType, sha256: documents.sha256, at: documents.at }).from(documents).where(anyOf(documents.requestId, asked)),
    ]);
    const of = <T extends { readonly request: string }>(rows: readonly T[], id: string) => rows.filter(({ request }) => request === id);
    return cases.map((request) => ({ request, steps: of(planned, request.id), permit: of(permitted, request.id)[0] ?? null, movements: of(moved, request.id), documents: of(papers, request.id) }));
  });
}
