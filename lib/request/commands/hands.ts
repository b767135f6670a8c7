import { Allot, allot } from "./allot.ts";
import { Assign, assign } from "./assign.ts";
import { Claim, claim } from "./claim.ts";
import { Delegate, delegate } from "./delegate.ts";
import { Release, release } from "./release.ts";

/** The commands about whose hands a step is in, with their rules. */
export const HandCommands = [Claim, Release, Assign, Delegate] as const;
/** Those that the system gives by itself. */
export const SystemHandCommands = [Allot] as const;
export const handRules = { claim, release, assign, delegate, allot } as const;
/** Those that are given at a step, in the order in which screens list them. */
export const atStep = ["claim", "release", "assign", "delegate"] as const;
