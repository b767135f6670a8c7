import type { DraftRecord } from "./draft.ts";
import type { NewHappening } from "./events.ts";
import { said } from "./rule.ts";

/** What was recorded of a requirement, as the event that says so. `replaces` is the entry of a grant in whose place another comes. */
export function recordedEvent(record: DraftRecord, replaces?: number): NewHappening {
  const { requirement, outcome, reference, date, validUntil, question, reason, validFrom, limit, paper, grant } = record;
  const data = { requirement, reference: said(reference), date, validUntil, ...(paper !== undefined && { paper }) };
  switch (outcome) {
    case "filed":
      return { type: "requirement.filed", data };
    case "queried":
      return { type: "requirement.queried", data: { ...data, question: said(question ?? "") } };
    case "granted":
      if (grant) return { type: "requirement.linked", data: { ...data, ...(validFrom !== undefined && { validFrom }), grant, ...(replaces !== undefined && { replaces }) } };
      return { type: "requirement.granted", data: { ...data, ...(validFrom !== undefined && { validFrom }), ...(limit && { limit }), ...(replaces !== undefined && { replaces }) } };
    case "refused":
      return { type: "requirement.refused", data: { ...data, ...(reason !== undefined && { reason: said(reason) }) } };
    default:
      return outcome satisfies never;
  }
}
