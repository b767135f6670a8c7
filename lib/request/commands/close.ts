import { z } from "zod";
import { said, type CommandRule } from "../rule.ts";
import { acts, asDesk, asParty, needsStatus, Words } from "./shared.ts";

export const Close = z.strictObject({ type: z.literal("close"), ...acts, reason: Words.optional() });

/** Ends a request whose crossings are done; its permit lets nothing more across. */
export const close: CommandRule<typeof Close> = {
  schema: Close,
  permitted: (target, context) => asParty("request.own", target, context) || asDesk("permit.revoke", target, context),
  may: (target) => needsStatus(target, "permitted"),
  decide: (command) => ({ events: [{ type: "request.closed", data: { reason: command.reason === undefined ? null : said(command.reason) } }] }),
};
