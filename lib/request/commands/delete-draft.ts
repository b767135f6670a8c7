import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import type { CommandRule } from "../rule.ts";
import { keptByHold } from "./erase.ts";
import { acts, asParty, needsStatus } from "./shared.ts";

export const DeleteDraft = z.strictObject({ type: z.literal("deleteDraft"), ...acts });

/** The requester deletes a draft; it and its papers are gone, unless a hold keeps everything of its home institution. What was ever submitted cannot be deleted by anybody. */
export const deleteDraft: CommandRule<typeof DeleteDraft> = {
  schema: DeleteDraft,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, context) {
    if (target.at !== "draft") return needsStatus(target, "draft");
    const { actor } = context;
    return [...(isPerson(actor) && actor.id === target.draft.requester ? [] : [refusal("notRequester")]), ...keptByHold([], context)];
  },
  decide: () => ({ deleted: true }),
};
