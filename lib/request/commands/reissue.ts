import { z } from "zod";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { permitOf } from "../state.ts";
import { permitHeadAgainst } from "./permit-head.ts";
import { acts, asHead, needsStatus, Words } from "./shared.ts";

export const Reissue = z.strictObject({ type: z.literal("reissue"), ...acts, reason: Words });

/** The permit under a new number, with the same terms: the old number is void and says which took its place. */
export const reissue: CommandRule<typeof Reissue> = {
  schema: Reissue,
  permitted: (target, context) => asHead(target, context),
  may: permitHeadAgainst,
  decide(command, target, { fresh }) {
    const state = live(target);
    const permit = state && permitOf(state);
    if (!permit) return refused(...needsStatus(target, "permitted"));
    return { events: [{ type: "permit.reissued", data: { number: fresh.permitNumber, replaces: permit.number, reason: said(command.reason) } }] };
  },
};
