import type { Duty } from "./duty.ts";
import type { RequestEvent } from "./events.ts";
import type { Settled } from "./obligations.ts";
import type { Condition } from "./state.ts";

/** A condition with what is to be done by when; its id comes from the event that set it, so that a new decision sets a new one. */
export function withDuty(condition: Condition, id: string, duty: Duty | null): Condition {
  return duty === null ? condition : { ...condition, id, duty };
}

/** What has become of obligations after one more of them is over. */
export function settledAfter(settled: readonly Settled[], { type, data, at }: Extract<RequestEvent, { type: "obligation.fulfilled" | "obligation.waived" }>, person: string | null): Settled[] {
  const known = { obligation: data.obligation, at, person };
  return [...settled, type === "obligation.waived" ? { ...known, as: "waived", date: null, reference: null, document: null, reason: data.reason } : { ...known, as: "fulfilled", date: data.date, reference: data.reference, document: data.document, reason: null }];
}
