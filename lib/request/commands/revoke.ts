import { z } from "zod";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { type LiveState } from "../state.ts";
import { underPermit } from "./assured.ts";
import { permitHeadAgainst } from "./permit-head.ts";
import { acts, always, asHead, Day, Id, Words } from "./shared.ts";

/**
 * `from` is the first day on which the permit does not hold any more; without one it ends at once. `bars` names, by their ids, whom of the
 * request's people it keeps until a day from requests of the same kind and institution; nobody who is not named.
 */
export const Revoke = z.strictObject({ type: z.literal("revoke"), ...acts, reason: Words, from: Day.optional(), bars: z.strictObject({ people: z.array(Id).min(1).max(51), until: Day }).optional() });
type Revoke = z.infer<typeof Revoke>;

/** The head of a desk that decided takes the permit back, now or from a day to come. */
export const revoke: CommandRule<typeof Revoke> = {
  schema: Revoke,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may: permitHeadAgainst,
  decide({ reason, from, bars }, target, { today }) {
    const { state, permit } = underPermit(target);
    const against = barRefusals(bars, state, today);
    if (against.length > 0) return refused(...against);
    const data = { reason: said(reason), ...(bars && { bars: { people: [...new Set(bars.people)], until: bars.until } }) };
    if (from === undefined || from === today) return { events: [{ type: "permit.revoked", data }] };
    if (from < today) return refused(refusal("dateInPast", { day: from }, "from"));
    if (from > permit.validUntil) return refused(refusal("outsideWindow", { from: permit.validFrom, to: permit.validUntil }, "from"));
    return { events: [{ type: "revocation.announced", data: { ...data, from } }] };
  },
};

function barRefusals(bars: Revoke["bars"], { requester, team }: LiveState, today: string): Refusal[] {
  if (!bars) return [];
  return [
    ...bars.people.flatMap((person, at) => (person === requester || team.includes(person) ? [] : [refusal("notTeammate", {}, `bars.people.${at}`)])),
    ...(bars.until < today ? [refusal("dateInPast", { day: bars.until }, "bars.until")] : []),
  ];
}
