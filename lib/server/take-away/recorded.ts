import type { Actor } from "../../access/actor.ts";
import { type AskedFor, type Taking, taking } from "../publish-taking.ts";
import type { Counter } from "./taken.ts";

/** Why a file broke off, where its reader lost what let them read it. */
const lostRight = "lost right";

/** Whether a file broke off because its reader may not read it any more. */
export function isLostRight(failure: unknown): boolean {
  return failure instanceof Error && failure.cause === lostRight;
}

/**
 * The pieces of a file, each asked for when the one before has gone, with two entries of the set-up around them: before the first byte that somebody takes it
 * away, so that not even a process that is killed lets any of it go unseen; and once they have gone out, how many rows there were and whether all of it went.
 * Who loses meanwhile what let them read is shown nothing more by the database, which looks like an end: the last piece waits until it is one, or the file breaks off.
 */
export async function* recorded<T>(pieces: AsyncIterable<T>, { begin, stillMay, end }: Taking, counter: Pick<Counter, "rows" | "withheld">): AsyncGenerator<T> {
  await begin();
  let isWhole = false;
  try {
    let held: { readonly piece: T } | null = null;
    for await (const piece of pieces) {
      if (held) yield held.piece;
      held = { piece };
    }
    if (!(await stillMay())) throw new Error("whoever took this away may not read it any more", { cause: lostRight });
    if (held) yield held.piece;
    isWhole = true;
  } finally {
    await end({ rows: counter.rows, withheld: counter.withheld, isWhole });
  }
}

/** The same for lines, each of which is a row. */
export async function* recordedLines(actor: Actor, lines: AsyncIterable<string>, asked: AskedFor): AsyncGenerator<string> {
  const counter = { rows: 0, withheld: 0 };
  yield* recorded(counted(lines, counter), taking(actor, asked), counter);
}

async function* counted(lines: AsyncIterable<string>, counter: { rows: number }): AsyncGenerator<string> {
  for await (const line of lines) {
    counter.rows++;
    yield line;
  }
}
