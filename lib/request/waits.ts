import type { Awaited, Standing } from "../dossier/until.ts";
import { refusal, type Refusal } from "./refusal.ts";

/** Another request that this one waits for, as its dossier says: nothing of its content. */
export type Wait = Awaited & { readonly dossier: string; readonly request: string; readonly number: string; readonly standing: Standing };

/** What holds a permit back: every request that has not come so far, by its number, and those that never will. */
export function waitRefusals(waits: readonly Wait[]): Refusal[] {
  return waits
    .filter(({ standing }) => standing !== "met")
    .map(({ number, until, step, standing }) => (standing === "ended" ? refusal("dependencyEnded", { number }) : refusal("dependencyOpen", { number, until, ...(step !== null && { step }) })));
}
