import { z } from "zod";
import { askedByDesks, openObligations } from "../obligations.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { acts, asParty, Day, Line } from "./shared.ts";

export const FulfilObligation = z.strictObject({
  type: z.literal("fulfilObligation"),
  ...acts,
  obligation: z.string().min(1).max(80),
  date: Day,
  reference: Line.optional(),
  /** A paper of the request. */
  document: z.string().min(1).max(80).optional(),
});

/**
 * The requester says that what a desk asked for was done, and by what it can be seen: a paper of the request, or a number under which
 * it is kept elsewhere. That something exists no more is shown by a paper alone. What rules ask for is recorded as a requirement.
 */
export const fulfilObligation: CommandRule<typeof FulfilObligation> = {
  schema: FulfilObligation,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, { today }) {
    const state = live(target);
    return state && openObligations(askedByDesks(state, today)).length > 0 ? [] : [refusal("noObligation")];
  },
  decide({ obligation, date, reference, document }, target, { today }) {
    const state = live(target);
    const found = state && openObligations(askedByDesks(state, today)).find(({ id }) => id === obligation);
    if (!found) return refused(refusal("noObligation", {}, "obligation"));
    const against = [
      ...(date > today ? [refusal("dateInFuture", { day: date }, "date")] : []),
      // What holds in a year can be attested once it has begun.
      ...(found.year && (found.year.begins === null || date < found.year.begins) ? [refusal("yearNotBegun", { day: found.year.begins ?? "" }, "date")] : []),
      ...(document !== undefined && !state.documents.some(({ id }) => id === document) ? [refusal("unknownDocument", {}, "document")] : []),
      ...(found.proof && document === undefined ? [refusal("proofNeeded", {}, "document")] : []),
      ...(!found.proof && document === undefined && reference === undefined ? [refusal("evidenceNeeded", {}, "reference")] : []),
    ];
    if (against.length > 0) return refused(...against);
    return { events: [{ type: "obligation.fulfilled", data: { obligation, date, reference: reference === undefined ? null : said(reference), document: document ?? null } }] };
  },
};
