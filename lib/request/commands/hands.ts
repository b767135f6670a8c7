import { AddReviewer, addReviewer } from "./add-reviewer.ts";
import { Allot, allot } from "./allot.ts";
import { Assign, assign } from "./assign.ts";
import { Claim, claim } from "./claim.ts";
import { Delegate, delegate } from "./delegate.ts";
import { Advise, advise } from "./advise.ts";
import { Countersign, countersign } from "./countersign.ts";
import { Refer, refer } from "./refer.ts";
import { Skip, skip } from "./skip.ts";
import { ResumeStep, resumeStep, SuspendStep, suspendStep } from "./suspend-step.ts";
import { TellClock, tellClock } from "./tell-clock.ts";
import { NameSubstitute, nameSubstitute } from "./name-substitute.ts";
import { Release, release } from "./release.ts";

/** The commands about whose hands a step is in, with their rules. */
export const HandCommands = [Claim, Release, Assign, Delegate, Refer, Advise, Countersign, SuspendStep, ResumeStep, Skip, AddReviewer, NameSubstitute] as const;
/** Those that the system gives by itself. */
export const SystemHandCommands = [Allot, TellClock] as const;
export const handRules = { claim, release, assign, delegate, refer, advise, countersign, suspendStep, resumeStep, skip, addReviewer, nameSubstitute, allot, tellClock } as const;
/** Those that are given at a step, in the order in which screens list them. */
export const atStep = ["claim", "release", "assign", "delegate", "refer", "advise", "countersign", "suspendStep", "resumeStep", "skip", "addReviewer", "nameSubstitute"] as const;
