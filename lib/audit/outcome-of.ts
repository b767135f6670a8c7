import type { AccountHappening } from "../account/events.ts";
import type { DossierHappening } from "../dossier/events.ts";
import type { EventType, Happening } from "../request/events.ts";

/** What an entry can have come to, as an auditor asks for it. */
export const outcomes = ["approved", "approved-with-conditions", "rejected", "returned", "withdrawn", "closed", "expired", "revoked", "issued", "granted", "refused", "filed", "upheld", "overturned", "waived", "fulfilled", "skipped"] as const;
export type Outcome = (typeof outcomes)[number];

const byType: Partial<Record<EventType, Outcome>> = {
  "request.returned": "returned",
  "request.withdrawn": "withdrawn",
  "amendment.withdrawn": "withdrawn",
  "request.approved": "approved",
  "amendment.approved": "approved",
  "amendment.refused": "refused",
  "request.rejected": "rejected",
  "step.rejected": "rejected",
  "request.closed": "closed",
  "permit.issued": "issued",
  "permit.reissued": "issued",
  "permit.expired": "expired",
  "permit.revoked": "revoked",
  "requirement.filed": "filed",
  "requirement.granted": "granted",
  "requirement.linked": "granted",
  "requirement.refused": "refused",
  "obligation.waived": "waived",
  "obligation.fulfilled": "fulfilled",
  "step.skipped": "skipped",
  "step.countersigned": "approved",
};

/** What an entry came to; null when it decided nothing. */
export function outcomeOf(event: Happening | DossierHappening | AccountHappening): Outcome | null {
  switch (event.type) {
    case "step.approved":
      return event.data.conditions.length > 0 ? "approved-with-conditions" : "approved";
    case "step.settled":
      return event.data.outcome === "settled" ? null : event.data.outcome;
    case "appeal.decided":
      return event.data.outcome;
    default:
      return byType[event.type as EventType] ?? null;
  }
}
