import { z } from "zod";
import { accountStream, QuotaName, QuotaYear } from "../../account/quota.ts";
import { perRequest } from "../../account/standing-grant.ts";
import { convert } from "../../permit/units.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { requirementsNow } from "./record-requirement.ts";
import { acts, asDesk, asParty, needsStatus } from "./shared.ts";

export const LinkGrant = z.strictObject({ type: z.literal("linkGrant"), ...acts, requirement: z.string().min(1).max(80), organisation: z.string().min(1).max(60), quota: QuotaName, year: QuotaYear });

/**
 * Rests a requirement on a standing grant of an organisation that takes part: it is granted by its number and for its days, and what the
 * request is limited to is set aside of what remains. Two that want the last of it are decided one after the other, and one is told what is left.
 */
export const linkGrant: CommandRule<typeof LinkGrant> = {
  schema: LinkGrant,
  permitted: (target, context) => asParty("requirement.record", target, context) || asDesk("requirement.record", target, context),
  may: (target) => needsStatus(target, "submitted", "in-review", "returned", "approved", "permitted"),
  decide({ requirement, organisation, quota, year }, target, context) {
    const state = live(target);
    const one = requirementsNow(target, context).find(({ id }) => id === requirement);
    if (!state || !one) return refused(refusal("unknownRequirement", { requirement }, "requirement"));
    if (one.type === "prohibition") return refused(refusal("prohibited", { regime: one.regime }, "requirement"));
    if (one.status === "waived") return refused(refusal("requirementSettled", { requirement, status: one.status }, "requirement"));
    const account = context.accounts.find((known) => accountStream(known) === accountStream({ organisation, quota, year }));
    const grant = account?.grant;
    if (!account || !grant || grant.regime !== one.regime) return refused(refusal("unknownGrant", { grant: `${quota} ${year}` }, "grant"));
    const against = [
      ...(grant.validUntil !== undefined && grant.validUntil < context.today ? [refusal("requirementExpired", { requirement, day: grant.validUntil }, "grant")] : []),
      ...(account.limit.unit !== perRequest && convert(state.limit, account.limit.unit) === null ? [refusal("wrongUnit", { unit: account.limit.unit }, "grant")] : []),
    ];
    if (against.length > 0) return refused(...against);
    const { number, issued, validFrom, validUntil = null } = grant;
    const link = { organisation, quota, year, unit: account.limit.unit };
    return { events: [{ type: "requirement.linked", data: { requirement, reference: said(number), date: issued, validUntil, ...(validFrom !== undefined && { validFrom }), grant: link, ...(one.status === "granted" && one.entry !== undefined && { replaces: one.entry }) } }] };
  },
};
