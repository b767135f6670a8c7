import { z } from "zod";
import { findingStatuses } from "./state.ts";

/** How far a case of the sheet is: `exception` are those of which a test came to one, whether or not all are done. */
export const caseStates = ["untested", "tested", "exception"] as const;
export type CaseState = (typeof caseStates)[number];

const Key = z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined);

/**
 * What of a working paper is shown: cases and findings of one state or of all, each list after a place (a case's on the sheet, a finding's number); its history before an
 * entry. A part that cannot be read counts as left out.
 */
export const PaperPlace = z.object({
  cases: z.enum(caseStates).optional().catch(undefined),
  casesAfter: Key,
  findings: z.enum(findingStatuses).optional().catch(undefined),
  findingsAfter: Key,
  before: Key,
});
export type PaperPlace = z.infer<typeof PaperPlace>;

/** It as the end of an address, with its question mark; nothing where all begins at its beginning. */
export function placeText(place: PaperPlace): string {
  const text = new URLSearchParams(Object.entries(place).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]))).toString();
  return text === "" ? "" : `?${text}`;
}

/** The place that such a text names. */
export function placeIn(text: string): PaperPlace {
  return PaperPlace.parse(Object.fromEntries(new URLSearchParams(text)));
}
