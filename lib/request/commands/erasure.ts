import { Erase, erase } from "./erase.ts";
import { LiftHold, liftHold, PlaceHold, placeHold } from "./hold.ts";

/** What becomes of what was said of a request, and of its papers. */
export const ErasureCommands = [Erase, PlaceHold, LiftHold] as const;
export const erasureRules = { erase, placeHold, liftHold } as const;
export const onErasure = ["erase", "placeHold", "liftHold"] as const satisfies readonly (keyof typeof erasureRules)[];
