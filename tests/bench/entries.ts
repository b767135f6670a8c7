import type { Operation } from "./operations.ts";
import { rounded } from "./measure.ts";
import { connection, recorded, type Recording, rehearse, without } from "./statements.ts";

export type EntryCost = { readonly operation: string; readonly times: number; readonly with: number; readonly without: number; readonly share: number; readonly failed: number };

/**
 * What it costs a command that auditors can find its events: its statements, rolled back at their end, with the one that enters them for the search and
 * without it, in turns. The milliseconds are means, as the index of words is written behind its entries, many at once. `share` is of the whole.
 */
export async function weighEntries({ name, works, recordings: count }: Operation, forMs: number): Promise<EntryCost> {
  const whole = await recorded(works(count));
  const less = whole.map((recording) => without(recording, (text) => text.startsWith('insert into "audit_entries"')));
  const client = connection();
  let [failed, times, all, rest] = [0, 0, 0, 0];
  const timed = async (recording: Recording) => {
    const begun = performance.now();
    if (!(await rehearse(client, recording))) failed++;
    return performance.now() - begun;
  };
  // What was never said on a connection is prepared first.
  for (const recording of whole) await timed(recording);
  for (const begun = performance.now(); times === 0 || performance.now() - begun < 2 * forMs; times++) {
    all += await timed(whole[times % whole.length] ?? []);
    rest += await timed(less[times % less.length] ?? []);
  }
  await client.end();
  return { operation: name, times, with: rounded(all / times), without: rounded(rest / times), share: rounded(1 - rest / all), failed };
}
