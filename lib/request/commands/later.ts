import { Amend, amend } from "./amend.ts";
import { Appeal, appeal } from "./appeal.ts";
import { Correct, correct } from "./correct.ts";
import { DecideAppeal, decideAppeal } from "./decide-appeal.ts";
import { DropStep, dropStep } from "./drop-step.ts";
import { Move, move } from "./move.ts";
import { Reinstate, reinstate, Suspend, suspend } from "./suspend.ts";
import { Reissue, reissue } from "./reissue.ts";
import { Renew, renew } from "./renew.ts";
import { Transfer, transfer } from "./transfer.ts";
import { WithdrawAmendment, withdrawAmendment } from "./withdraw-amendment.ts";

/** What can be asked, or done, of a request whose first decision is behind it. */
export const laterCommands = [Amend, Renew, WithdrawAmendment, Suspend, Reinstate, Reissue, Transfer, Correct, Appeal, DecideAppeal, DropStep, Move] as const;
export const laterRules = { amend, renew, withdrawAmendment, suspend, reinstate, reissue, transfer, correct, appeal, decideAppeal, dropStep, move } as const;
export const laterOnRequest = ["amend", "renew", "withdrawAmendment", "suspend", "reinstate", "reissue", "transfer", "correct", "appeal", "decideAppeal", "move"] as const satisfies readonly (keyof typeof laterRules)[];
