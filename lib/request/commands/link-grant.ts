import { z } from "zod";
import { accountAt, canCount } from "../../account/ledger.ts";
import { QuotaName, QuotaYear } from "../../account/quota.ts";
import { limitFrom, readableFacts } from "../answers.ts";
import type { Draft, DraftRecord } from "../draft.ts";
import type { Quantity } from "../events.ts";
import { recordedEvent } from "../recorded.ts";
import { refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { underWay } from "../state.ts";
import { requirementsNow, withRecord } from "./record-requirement.ts";
import { acts, asDesk, asParty, needsStatus } from "./shared.ts";

export const LinkGrant = z.strictObject({ type: z.literal("linkGrant"), ...acts, requirement: z.string().min(1).max(80), organisation: z.string().min(1).max(60), quota: QuotaName, year: QuotaYear });

/**
 * Rests a requirement on a standing grant of an organisation that takes part: it is granted by its number and for its days, and what the
 * request is limited to is set aside of what remains. Two that want the last of it are decided one after the other, and one is told what is
 * left. A draft sets nothing aside yet: its submission does, and is refused if by then too little is left.
 */
export const linkGrant: CommandRule<typeof LinkGrant> = {
  schema: LinkGrant,
  permitted: (target, context) => asParty("requirement.record", target, context) || asDesk("requirement.record", target, context),
  may: (target) => needsStatus(target, "draft", ...underWay),
  decide({ requirement, organisation, quota, year }, target, context) {
    const one = requirementsNow(target, context).find(({ id }) => id === requirement);
    if (!one) return refused(refusal("unknownRequirement", { requirement }, "requirement"));
    if (one.type === "prohibition") return refused(refusal("prohibited", { regime: one.regime }, "requirement"));
    if (one.status === "waived") return refused(refusal("requirementSettled", { requirement, status: one.status }, "requirement"));
    const account = accountAt(context.accounts, { organisation, quota, year });
    const grant = account?.grant;
    if (!account || !grant || grant.regime !== one.regime) return refused(refusal("unknownGrant", { grant: `${quota} ${year}` }, "grant"));
    const against = [
      ...(grant.validUntil !== undefined && grant.validUntil < context.today ? [refusal("requirementExpired", { requirement, day: grant.validUntil }, "grant")] : []),
      ...(canCount(account, target.at === "live" ? target.state.limit : limitOfDraft(target.draft)) ? [] : [refusal("wrongUnit", { unit: account.limit.unit }, "grant")]),
    ];
    if (against.length > 0) return refused(...against);
    const { number, issued, validFrom, validUntil = null } = grant;
    const link = { organisation, quota, year, unit: account.limit.unit };
    const record: DraftRecord = { requirement, outcome: "granted", reference: number, date: issued, validUntil, ...(validFrom !== undefined && { validFrom }), grant: link };
    if (target.at === "draft") return { draft: withRecord(target.draft, record, context), warnings: [] };
    return { events: [recordedEvent(record, one.status === "granted" ? one.entry : undefined)] };
  },
};

/** What a draft would be limited to if it were submitted as it stands. */
export function limitOfDraft({ kind, facts, lines, window, limit }: Draft): Quantity {
  return limitFrom(kind, { facts: readableFacts(kind, facts, window), lines }, limit);
}
