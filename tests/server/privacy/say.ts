import type { Chance } from "./chance.ts";
import type { Reading } from "./model-beside.ts";

/** A canary that stands beside the cases, and who may read it there. */
export type Beside = { readonly word: string; readonly where: string; readonly may: Reading };

/** Gives a word to say, and remembers where and for whom it was said. */
export function sayer(chance: Chance, found: Beside[]): (where: string, may: Reading) => string {
  return (where, may) => {
    const word = chance.canary();
    found.push({ word, where, may });
    return `Said of ${word}.`;
  };
}
