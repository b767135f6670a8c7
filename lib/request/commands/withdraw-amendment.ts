import { z } from "zod";
import { refusal } from "../refusal.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, asParty, Words } from "./shared.ts";

export const WithdrawAmendment = z.strictObject({ type: z.literal("withdrawAmendment"), ...acts, reason: Words });

/** Takes an amendment or renewal back that has not taken effect; everything stays as it was. */
export const withdrawAmendment: CommandRule<typeof WithdrawAmendment> = {
  schema: WithdrawAmendment,
  permitted: (target, context) => asParty("request.own", target, context),
  may: (target) => (live(target)?.amendment ? [] : [refusal("noAmendment")]),
  decide: (command) => ({ events: [{ type: "amendment.withdrawn", data: { reason: said(command.reason) } }] }),
};
