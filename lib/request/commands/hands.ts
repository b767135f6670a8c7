import { Assign, assign } from "./assign.ts";
import { Claim, claim } from "./claim.ts";
import { Release, release } from "./release.ts";

/** The commands about whose hands a step is in, with their rules. */
export const HandCommands = [Claim, Release, Assign] as const;
export const handRules = { claim, release, assign } as const;
/** Those that are given at a step, in the order in which screens list them. */
export const atStep = ["claim", "release", "assign"] as const;
