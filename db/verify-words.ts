import { wordsDigest } from "../lib/audit/chain.ts";
import type { StoredLink, StoredWords } from "./verify.ts";

type WordProblem = { readonly seq: number; readonly field: string; readonly code: "missingWords" | "wordsAltered" | "surplusWords" };

/** Holds the words of one request to the digests in its events. Words that the law had erased are no difference. */
export function checkWords(links: readonly StoredLink[], words: readonly StoredWords[]): WordProblem[] {
  const kept = new Map(words.map((row) => [row.digest, row]));
  const problems: WordProblem[] = [];
  for (const { seq, data } of links) {
    for (const { digest, path } of digestsIn(data, "data")) {
      const row = kept.get(digest);
      kept.delete(digest);
      if (!row || (row.body === null && row.erasedAt === null)) problems.push({ seq, field: path, code: "missingWords" });
      else if (row.body !== null && wordsDigest(row.salt, row.body) !== digest) problems.push({ seq, field: path, code: "wordsAltered" });
    }
  }
  for (const digest of kept.keys()) problems.push({ seq: 0, field: `texts[${digest}]`, code: "surplusWords" });
  return problems;
}

/** Every sealed word of an event's data: an object that holds a digest and nothing else. */
function digestsIn(value: unknown, path: string): { digest: string; path: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 1 && typeof entries[0]?.[1] === "string" && entries[0][0] === "digest") return [{ digest: entries[0][1], path }];
  return entries.flatMap(([key, part]) => digestsIn(part, `${path}.${key}`));
}
