import { evolvePaper } from "../lib/working-paper/evolve.ts";
import type { WorkingPaper } from "../lib/working-paper/state.ts";
import type { ScopedTx } from "./client.ts";
import { paperEventOf } from "./log.ts";
import { type PaperRows, paperRowsOf } from "./paper-rows.ts";
import { anyOf } from "./prepared.ts";
import { events } from "./schema/record.ts";
import { workingPaperCases, workingPaperFindings, workingPapers } from "./schema/working-papers.ts";
import { differencesOf, type Owned, played, surplusRows } from "./verify-own-streams.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";

/** One working paper's stream with its words. */
export type PaperStream = { readonly paperId: string; readonly stream: string; readonly links: readonly StoredLink[]; readonly words: readonly StoredWords[] };

const tables = [
  { name: "workingPapers", table: workingPapers, owner: workingPapers.paperId, key: () => "" },
  { name: "workingPaperCases", table: workingPaperCases, owner: workingPaperCases.paperId, key: (row) => String(row.requestId) },
  { name: "workingPaperFindings", table: workingPaperFindings, owner: workingPaperFindings.paperId, key: (row) => String(row.finding) },
] as const satisfies readonly (Owned & { readonly name: keyof PaperRows })[];

/** Holds the read tables of working papers to what their streams come to, and the events that findings rest on to the hashes that they had when the findings were raised. */
export async function checkPapers(tx: ScopedTx, streams: readonly PaperStream[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const good = streams.flatMap((one) => {
    const found = played(one, (link) => paperEventOf(one.paperId, link), evolvePaper);
    if ("state" in found) return [{ ...one, id: one.paperId, state: found.state, rows: paperRowsOf(found.state, new Map(one.words.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])))) }];
    problems.push(found.problem);
    return [];
  });
  for (const { state } of good) problems.push(...(await checkSeen(tx, state)));
  return [...problems, ...(await differencesOf(tx, tables, ({ paperId }) => paperId, good))];
}

/** A chain that was written anew as a whole holds in itself; but it is not what a finding saw. */
async function checkSeen(tx: ScopedTx, { id, findings }: WorkingPaper): Promise<Problem[]> {
  const seen = findings.flatMap(({ events: named }) => named);
  if (seen.length === 0) return [];
  const requests = [...new Set(seen.map(({ stream }) => stream.slice("request:".length)))];
  const rows = await tx.select({ stream: events.stream, seq: events.seq, hash: events.hash }).from(events).where(anyOf(events.requestId, requests));
  const wrong = seen.filter((one) => !rows.some(({ stream, seq, hash }) => stream === one.stream && seq === one.seq && hash === one.hash));
  return wrong.map(({ stream, seq }) => ({ stream, seq, field: `hash seen by audit:${id}`, code: "notAsSeen" }));
}

/** Rows of working papers that no stream speaks of. */
export function surplusPapers(tx: ScopedTx): Promise<Problem[]> {
  return surplusRows(tx, tables, (row) => `audit:${String(row.paperId)}`);
}
