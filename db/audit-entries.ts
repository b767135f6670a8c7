import { otherEntry, type SearchEntry, type SpokenWords } from "../lib/audit/search-entry.ts";
import type { ScopedTx } from "./client.ts";
import { auditEntries } from "./schema/audit-entries.ts";

export type EntryRow = SearchEntry & { readonly requestId: string; readonly stream: string; readonly seq: number; readonly at: string; readonly type: string };
export type StoredEvent = { readonly requestId: string; readonly stream: string; readonly seq: number; readonly type: string; readonly at: string; readonly actor: unknown; readonly data: unknown };
/** Words beside the log by their digests. */
export type WordsBeside = ReadonlyMap<string, SpokenWords>;

/** One event that is not a request's, as it is found. */
export function otherRow(stored: StoredEvent, words: WordsBeside): EntryRow {
  const { requestId, stream, seq, at, type } = stored;
  return { requestId, stream, seq, at, type, ...otherEntry(stored, (digest) => words.get(digest)) };
}

/** Lets auditors find what these are of. */
export async function keepEntries(tx: ScopedTx, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(auditEntries).values(rows.map((row) => ({ ...row, readers: row.readers === null ? null : [...row.readers] })));
}
