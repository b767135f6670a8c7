import { FulfilObligation, fulfilObligation } from "./fulfil-obligation.ts";
import { WaiveObligation, waiveObligation } from "./waive-obligation.ts";

/** What can be said of an obligation, with its rules. */
export const ObligationCommands = [FulfilObligation, WaiveObligation] as const;
export const obligationRules = { fulfilObligation, waiveObligation } as const;
export const onObligations = ["fulfilObligation", "waiveObligation"] as const satisfies readonly (keyof typeof obligationRules)[];
