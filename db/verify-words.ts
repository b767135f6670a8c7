import { eq, notExists, sql } from "drizzle-orm";
import { wordsDigest } from "../lib/audit/chain.ts";
import { erasureIn, sealedIn } from "../lib/audit/sealed-in.ts";
import type { ScopedTx } from "./client.ts";
import { streamOf } from "./log.ts";
import { events, texts } from "./schema/record.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";

type WordProblem = { readonly seq: number; readonly field: string; readonly code: "missingWords" | "wordsAltered" | "surplusWords" | "erasedWithoutRule" | "notErased" | "differs" };

/**
 * Holds the words of one request to the digests in its events. Words that an event says were erased are no difference, as long as their row says so
 * of the same moment and rule; words that are gone without one are, and so are words that are still there, or their salt, though an event says they went.
 */
export function checkWords(links: readonly StoredLink[], words: readonly StoredWords[]): WordProblem[] {
  const kept = new Map(words.map((row) => [row.digest, row]));
  const erased = new Map(links.flatMap((link) => (erasureIn(link)?.digests ?? []).map((digest) => [digest, { seq: link.seq, at: link.at, rule: erasureIn(link)?.rule }] as const)));
  const problems: WordProblem[] = [];
  for (const { seq, data } of links) {
    for (const { digest, path } of sealedIn(data)) {
      const row = kept.get(digest);
      kept.delete(digest);
      const gone = erased.get(digest);
      if (!row) problems.push({ seq, field: path, code: "missingWords" });
      else if (gone !== undefined && (row.body !== null || row.salt !== null)) problems.push({ seq: gone.seq, field: path, code: "notErased" });
      else if (gone !== undefined) problems.push(...told(row, gone).map((column) => ({ seq: gone.seq, field: `texts[${digest}].${column}`, code: "differs" as const })));
      else if (row.body === null || row.salt === null) problems.push({ seq, field: path, code: row.erasedAt === null ? "missingWords" : "erasedWithoutRule" });
      else if (wordsDigest(row.salt, row.body) !== digest) problems.push({ seq, field: path, code: "wordsAltered" });
      else if (!isSalt.test(row.salt)) problems.push({ seq, field: `texts[${digest}].salt`, code: "differs" });
      else problems.push(...told(row, null).map((column) => ({ seq, field: `texts[${digest}].${column}`, code: "differs" as const })));
    }
  }
  for (const digest of kept.keys()) problems.push({ seq: 0, field: `texts[${digest}]`, code: "surplusWords" });
  return problems;
}

/** Decoding is lenient, of capitals and of what follows; a salt as it was written is not. */
const isSalt = /^(?:[0-9a-f]{2})*$/;

/** Words that stand under an id of which there is no entry at all. */
export async function surplusWords(tx: ScopedTx): Promise<Problem[]> {
  const { requestId, digest } = texts;
  const rows = await tx.select({ requestId, digest }).from(texts).where(notExists(tx.select({ one: sql`1` }).from(events).where(eq(events.requestId, requestId)))).orderBy(requestId, digest);
  return rows.map((row) => ({ stream: streamOf(row.requestId), seq: 0, field: `texts[${row.digest}]`, code: "surplusWords" }));
}

/** What a row says of its erasure, and the event does not. */
function told({ erasedAt, erasedRule }: StoredWords, gone: { readonly at: string; readonly rule: string | undefined } | null): string[] {
  return [...(erasedAt === (gone?.at ?? null) ? [] : ["erased_at"]), ...(erasedRule === (gone?.rule ?? null) ? [] : ["erased_rule"])];
}

/** Words by their digest, each with everything that may stand as its readers; of words that are not named, whatever stands there does. */
export type Readers = ReadonlyMap<string, { readonly seq: number; readonly either: readonly (readonly string[] | null)[] }>;

/** Holds whom words are kept for to whom their events were written for: a row that names more lets more read. */
export function checkReaders(readers: Readers, words: readonly StoredWords[]): WordProblem[] {
  return words.flatMap(({ digest, readers: live }) => {
    const known = readers.get(digest);
    return known === undefined || known.either.some((one) => isSame(one, live)) ? [] : [{ seq: known.seq, field: `texts[${digest}].readers`, code: "differs" as const }];
  });
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return one === null || other === null ? one === other : one.toSorted().join("\n") === other.toSorted().join("\n");
}
