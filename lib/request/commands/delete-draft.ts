import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, type CommandRule } from "../rule.ts";
import { acts, asParty, needsStatus } from "./shared.ts";

export const DeleteDraft = z.strictObject({ type: z.literal("deleteDraft"), ...acts });

/** The requester deletes a draft; it and its papers are gone. What was ever submitted cannot be deleted by anybody. */
export const deleteDraft: CommandRule<typeof DeleteDraft> = {
  schema: DeleteDraft,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, { actor }) {
    const wrong = needsStatus(target, "draft");
    if (wrong.length > 0 || live(target)) return wrong;
    return target.at === "draft" && isPerson(actor) && actor.id === target.draft.requester ? [] : [refusal("notRequester")];
  },
  decide: () => ({ deleted: true }),
};
