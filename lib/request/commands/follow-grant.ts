import { z } from "zod";
import { accountAt } from "../../account/ledger.ts";
import { accountStream, QuotaName, QuotaYear } from "../../account/quota.ts";
import { recordedEvent } from "../recorded.ts";
import { refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { underWay } from "../state.ts";
import { requirementsNow } from "./record-requirement.ts";
import { acts, isOurs, needsStatus } from "./shared.ts";

export const FollowGrant = z.strictObject({ type: z.literal("followGrant"), ...acts, organisation: z.string().min(1).max(60), quota: QuotaName, year: QuotaYear });

/** The system's own act, once a standing grant was renewed: whatever of a request rests on it goes on under its new number and days. What it takes stays as it is. */
export const followGrant: CommandRule<typeof FollowGrant> = {
  schema: FollowGrant,
  permitted: (_target, { actor }) => isOurs(actor),
  may: (target) => needsStatus(target, ...underWay),
  decide({ organisation, quota, year }, target, context) {
    const stream = accountStream({ organisation, quota, year });
    const grant = accountAt(context.accounts, { organisation, quota, year })?.grant;
    const resting = requirementsNow(target, context).filter((one) => one.grant && accountStream(one.grant) === stream && one.regime === grant?.regime);
    if (!grant || resting.length === 0) return refused(refusal("unknownGrant", { grant: `${quota} ${year}` }));
    const { number, issued, validFrom, validUntil = null } = grant;
    return { events: resting.map((one) => recordedEvent({ requirement: one.id, outcome: "granted", reference: number, date: issued, validUntil, ...(validFrom !== undefined && { validFrom }), ...(one.grant && { grant: one.grant }) }, one.entry)) };
  },
};
