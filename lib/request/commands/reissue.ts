import { z } from "zod";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { underPermit } from "./assured.ts";
import { permitHeadAgainst } from "./permit-head.ts";
import { acts, always, asHead, Line, Words } from "./shared.ts";

/** `replaces` is the number that is to be void; without it that under which the permit was first issued. */
export const Reissue = z.strictObject({ type: z.literal("reissue"), ...acts, replaces: Line.optional(), reason: Words });

/**
 * The permit under a new number, with the same terms: the old number is void and says which took its place. Each number is replaced once:
 * whoever meant one that was replaced meanwhile is told by which.
 */
export const reissue: CommandRule<typeof Reissue> = {
  schema: Reissue,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may: permitHeadAgainst,
  decide(command, target, { fresh }) {
    const { number, earlier } = underPermit(target).permit;
    const replaces = command.replaces ?? earlier[0] ?? number;
    if (earlier.includes(replaces)) return refused(refusal("reissuedAlready", { replaces, number }, "replaces"));
    if (replaces !== number) return refused(refusal("otherPermit", { number }, "replaces"));
    return { events: [{ type: "permit.reissued", data: { number: fresh.permitNumber, replaces: number, reason: said(command.reason) } }] };
  },
};
