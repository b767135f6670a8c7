import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { closeDatabase } from "../../db/client.ts";
import { lend } from "../../db/pool.ts";

/** A statement as the driver was given it. It was sent when `after` statements before it had been answered. */
type Statement = { readonly text: string; readonly parameters: readonly unknown[] | undefined; readonly prepare: boolean; readonly after: number };
export type Recording = readonly Statement[];

type Unsafe = postgres.Sql["unsafe"];

/**
 * Runs pieces of work in this process and writes down what each says to the database. What they write is rolled back
 * when they would commit, so that a recording can be played once for real: its ids, hashes and sequence numbers still fit.
 */
export async function recorded(works: readonly (() => Promise<unknown>)[]): Promise<Recording[]> {
  await closeDatabase();
  const client = connection();
  let said: Statement[] = [];
  let answered = 0;
  const unsafe = ((text: string, parameters, how) => {
    said.push({ text, parameters, prepare: how?.prepare === true, after: answered });
    const answer = client.unsafe(text === "commit" ? "rollback" : text, parameters, how);
    const count = () => void answered++;
    answer.then(count, count);
    return text === "commit" ? answer.then(() => ({ command: "COMMIT" })) : answer;
  }) as Unsafe;
  lend({ options: client.options, unsafe, end: client.end } as unknown as postgres.Sql);
  const recordings: Recording[] = [];
  for (const work of works) {
    [said, answered] = [[], 0];
    await work();
    recordings.push(said);
  }
  await closeDatabase();
  return recordings;
}

/** Says the same through postgres.js alone, as far one behind the other as it was said the first time. */
export async function play(client: postgres.Sql, recording: Recording): Promise<boolean> {
  const answers: Promise<unknown>[] = [];
  try {
    for (const { text, parameters, prepare, after } of recording) {
      await answers[after - 1];
      const question = client.unsafe(text, parameters as Parameters<Unsafe>[1], { prepare });
      const answer: Promise<unknown> = (prepare ? question.values() : question).execute();
      // Waited for below; until then its failure is nobody's.
      answer.catch(() => {});
      answers.push(answer);
    }
    await Promise.all(answers);
    return true;
  } catch {
    await Promise.allSettled(answers);
    await client.unsafe("rollback");
    return false;
  }
}

/** The same, with nothing kept. */
export function rehearse(client: postgres.Sql, recording: Recording): Promise<boolean> {
  return play(client, recording.map((one) => (one.text === "commit" ? { ...one, text: "rollback" } : one)));
}

/** The same without some of its statements; whoever waited for one of them waits for the one before. */
export function without(recording: Recording, left: (text: string) => boolean): Recording {
  const kept = recording.map(({ text }) => !left(text));
  return recording.flatMap((one, at) => (kept[at] ? [{ ...one, after: kept.slice(0, one.after).filter(Boolean).length }] : []));
}

/** A connection like those of the server: one, and with values passed through as the builder passes them. */
export function connection(): postgres.Sql {
  const client = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {}, connection: { application_name: "causeway bench", timezone: "UTC" } });
  drizzle(client);
  return client;
}
