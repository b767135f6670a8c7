import type fc from "fast-check";
import type { Play } from "./play.ts";

/** What broke, what had been done until then, and under which workflows: enough to write a test of it. */
export function told(broken: unknown, { story, versions }: Play): Error {
  return new Error([broken instanceof Error ? broken.message : String(broken), ...story, ...versions.map(({ steps, outcome }) => JSON.stringify({ steps, outcome }))].join("\n"), { cause: broken });
}

/** Says the seed of what broke, and its shortest story. The long list of choices behind it says nothing that the seed does not give again. */
function report<T>({ failed, seed: used, errorInstance }: fc.RunDetails<T>): void {
  if (failed) throw new Error(`SEED=${used}\n${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`, { cause: errorInstance });
}

/** A seed of its own each time, unless `SEED` names one. */
export const seed = { reporter: report, ...(process.env.SEED !== undefined && { seed: Number(process.env.SEED) }) };
