import { Amend, amend } from "./amend.ts";
import { Correct, correct } from "./correct.ts";
import { Reinstate, reinstate, Suspend, suspend } from "./suspend.ts";
import { Reissue, reissue } from "./reissue.ts";
import { Renew, renew } from "./renew.ts";
import { Transfer, transfer } from "./transfer.ts";
import { WithdrawAmendment, withdrawAmendment } from "./withdraw-amendment.ts";

/** What can be asked, or done, of a request whose first decision is behind it. */
export const laterCommands = [Amend, Renew, WithdrawAmendment, Suspend, Reinstate, Reissue, Transfer, Correct] as const;
export const laterRules = { amend, renew, withdrawAmendment, suspend, reinstate, reissue, transfer, correct } as const;
export const laterOnRequest = ["amend", "renew", "withdrawAmendment", "suspend", "reinstate", "reissue", "transfer", "correct"] as const satisfies readonly (keyof typeof laterRules)[];
