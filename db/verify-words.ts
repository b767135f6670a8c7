import { wordsDigest } from "../lib/audit/chain.ts";
import { erasedBy, sealedIn } from "../lib/audit/sealed-in.ts";
import type { StoredLink, StoredWords } from "./verify.ts";

type WordProblem = { readonly seq: number; readonly field: string; readonly code: "missingWords" | "wordsAltered" | "surplusWords" | "erasedWithoutRule" | "notErased" };

/**
 * Holds the words of one request to the digests in its events. Words that an event says were erased are no difference; words that are
 * gone without one are, and so are words that are still there, or their salt, though an event says they went.
 */
export function checkWords(links: readonly StoredLink[], words: readonly StoredWords[]): WordProblem[] {
  const kept = new Map(words.map((row) => [row.digest, row]));
  const erased = new Map(links.flatMap((link) => erasedBy(link).map((digest) => [digest, link.seq] as const)));
  const problems: WordProblem[] = [];
  for (const { seq, data } of links) {
    for (const { digest, path } of sealedIn(data)) {
      const row = kept.get(digest);
      kept.delete(digest);
      const gone = erased.get(digest);
      if (!row) problems.push({ seq, field: path, code: "missingWords" });
      else if (gone !== undefined) problems.push(...(row.body === null && row.salt === null ? [] : [{ seq: gone, field: path, code: "notErased" as const }]));
      else if (row.body === null || row.salt === null) problems.push({ seq, field: path, code: row.erasedAt === null ? "missingWords" : "erasedWithoutRule" });
      else if (wordsDigest(row.salt, row.body) !== digest) problems.push({ seq, field: path, code: "wordsAltered" });
    }
  }
  for (const digest of kept.keys()) problems.push({ seq: 0, field: `texts[${digest}]`, code: "surplusWords" });
  return problems;
}
