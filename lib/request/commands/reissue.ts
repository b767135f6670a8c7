import { z } from "zod";
import { said, type CommandRule } from "../rule.ts";
import { underPermit } from "./assured.ts";
import { permitHeadAgainst } from "./permit-head.ts";
import { acts, always, asHead, Words } from "./shared.ts";

export const Reissue = z.strictObject({ type: z.literal("reissue"), ...acts, reason: Words });

/** The permit under a new number, with the same terms: the old number is void and says which took its place. */
export const reissue: CommandRule<typeof Reissue> = {
  schema: Reissue,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may: permitHeadAgainst,
  decide(command, target, { fresh }) {
    const { permit } = underPermit(target);
    return { events: [{ type: "permit.reissued", data: { number: fresh.permitNumber, replaces: permit.number, reason: said(command.reason) } }] };
  },
};
