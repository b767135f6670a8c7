import type { Actor } from "../../access/actor.ts";
import { publishTaking } from "../publish-taking.ts";
import type { Counter } from "./taken.ts";

/** What was asked for: the question as an address has it, and the form of the file. */
export type AskedFor = { readonly asked: string; readonly format: string };

/**
 * The pieces of a file, and once they have gone out an entry of the set-up: who took it, by which question, in which form, how many events, whether all of
 * it went, and from when to when. Whoever breaks off has taken what they have, and that is recorded too. Its own entry is in no such file.
 */
export async function* recorded(actor: Actor, pieces: AsyncGenerator<Uint8Array>, asked: AskedFor, counter: Counter): AsyncGenerator<Uint8Array> {
  const from = new Date().toISOString();
  let isWhole = false;
  try {
    yield* pieces;
    isWhole = true;
  } finally {
    await publishTaking(actor, { ...asked, rows: counter.rows, withheld: counter.withheld, isWhole, from, until: new Date().toISOString() });
  }
}
