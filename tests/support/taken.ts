import type { CaseRows } from "../../lib/audit/export/case-objects.ts";
import type { TakenEvent } from "../../lib/audit/export/taken-event.ts";

export const request = "019ba000-0000-7000-8000-000000000001";
export const officer = "019ba000-0000-7000-8000-000000000002";
export const requester = "019ba000-0000-7000-8000-000000000003";

/** An event as somebody takes it away; only what matters need be said. */
export function anEvent(about: Partial<TakenEvent>): TakenEvent {
  const seq = about.seq ?? 1;
  return {
    stream: `request:${request}`,
    requestId: request,
    seq,
    type: "step.approved",
    at: "2026-01-05T01:00:00.000Z",
    actor: { person: officer, desk: "hku.biosafety" },
    data: { step: "biosafety", round: 1, conditions: [] },
    salt: "00".repeat(16),
    digest: "d".repeat(64),
    hash: String(seq).padStart(64, "0"),
    texts: {},
    of: { number: "CW-1", title: "Serum", kind: "sample", from: "HK", to: "CN" },
    person: "Lee",
    ...about,
  };
}

export function aCase(id = request): CaseRows {
  return {
    request: { id, number: "CW-1", kind: "sample", status: "in-review", from: "HK", to: "CN", crossing: "2026-02-01", home: "hku", host: "sustech", requester, submittedAt: "2026-01-01T01:00:00.000Z", changedAt: "2026-01-05T01:00:00.000Z" },
    steps: [{ step: "biosafety", desk: "hku.biosafety", side: "origin", status: "done", outcome: "approved" }, { step: "acceptance", desk: "sustech.office", side: "destination", status: "open", outcome: null }],
    permit: { number: "CWP-1", status: "valid", limit: "5", unit: "tube", validFrom: "2026-01-01", validUntil: "2026-06-30", issuedAt: "2026-01-06T01:00:00.000Z", changedAt: "2026-01-06T01:00:00.000Z" },
    movements: [],
    documents: [],
  };
}
