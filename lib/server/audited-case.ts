import type { PersonActor } from "../access/actor.ts";
import { caseAt, detailAt } from "./case-at.ts";
import { type RequestDetail, requestDetail } from "./request-detail.ts";

/** A case for whoever audits it; `stops` is the first entry that cannot follow what stands before it, and the case is then as it stood before that one. */
export type AuditedCase = { readonly detail: RequestDetail; readonly stops: number | null };

/** A case as it is now, also where something was planted in its history that no command writes; null where the actor does not see it. */
export async function auditedCase(actor: PersonActor, id: string): Promise<AuditedCase | null> {
  const end = await caseAt(actor, id, { seq: Number.MAX_SAFE_INTEGER });
  // Whoever the rest of it names is called by name, too.
  if (end && end.stops !== null) return { detail: await detailAt(actor, { ...end, events: end.history }), stops: end.stops };
  const detail = await requestDetail(actor, id);
  return detail && { detail, stops: null };
}
