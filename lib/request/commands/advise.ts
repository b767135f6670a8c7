import { z } from "zod";
import { recommendations, type Referral } from "../../workflow/referral.ts";
import { readersFor } from "../../access/subjects.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { acts, needsStatus, StepId, Words } from "./shared.ts";
import { stepOf } from "./step.ts";

/** `referral` says which question is answered; without it the one that is open. */
export const Advise = z.strictObject({ type: z.literal("advise"), ...acts, step: StepId, referral: z.string().min(1).max(80).optional(), text: Words, recommends: z.enum(recommendations) });

/** Whoever was asked advises, once for each time they were asked. It decides nothing. */
export const advise: CommandRule<typeof Advise> = {
  schema: Advise,
  permitted: (target, context, id) => ownReferrals(target, context, id).length > 0,
  may(target, context, id) {
    const wrong = needsStatus(target, "submitted", "in-review", "returned");
    const own = ownReferrals(target, context, id);
    if (wrong.length > 0 || own.some(({ status }) => status === "open")) return wrong;
    return [refusal(own.at(-1)?.status === "dropped" ? "adviceNotWanted" : "advisedAlready", { step: id ?? "" })];
  },
  decide({ step: id, referral, text, recommends }, target, context) {
    const own = ownReferrals(target, context, id);
    const found = own.findLast((one) => (referral === undefined ? one.status === "open" : one.id === referral));
    if (!found) return refused(refusal("unknownQuestion", { question: referral ?? "" }, "referral"));
    if (found.status !== "open") return refused(refusal(found.status === "replaced" ? "referralReplaced" : "advisedAlready", { step: id }, "referral"));
    const { round } = stepOf(target, id);
    return { events: [{ type: "step.advised", data: { step: id, round, referral: found.id, recommends, text: said(text, readersFor("desks", null, stateIn(target), personIn(context))) } }] };
  },
};

function ownReferrals(target: Target, { actor }: Context, step: string | undefined): Referral[] {
  const steps = live(target)?.steps.filter(({ id }) => step === undefined || id === step) ?? [];
  return isPerson(actor) ? steps.flatMap(({ referrals }) => referrals.filter(({ person }) => person === actor.id)) : [];
}
