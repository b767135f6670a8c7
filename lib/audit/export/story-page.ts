import { definitions, html, pageHead } from "./html.ts";

/** An entry as a story tells it; only its number and hash where it is withheld. */
export type StoryEntry = { readonly seq: number; readonly hash: string; readonly told: { readonly at: string; readonly what: string; readonly who: string; readonly said: string | null } | null };
export type StoryPage = { readonly language: string; readonly title: string; readonly facts: readonly (readonly [string, string])[]; readonly entries: AsyncIterable<readonly StoryEntry[]>; readonly withheld: string };

/** A case told from its beginning, as a page by itself: what happened when, by whom, what was said, and the hash by which each entry is found in the record. */
export async function* storyPage({ language, title, facts, entries, withheld }: StoryPage): AsyncGenerator<string> {
  yield `${pageHead(language, title)}${definitions(facts)}<ol>\n`;
  for await (const some of entries) yield some.map((entry) => entryHtml(entry, withheld)).join("");
  yield "</ol>\n</body></html>\n";
}

function entryHtml({ seq, hash, told }: StoryEntry, withheld: string): string {
  const text = told === null ? html(withheld) : `<b>${html(told.what)}</b> ${html(told.who)} <small>${html(told.at)}</small>${told.said === null ? "" : `<span class="said">${html(told.said)}</span>`}`;
  return `<li value="${seq}">${text}<br><code>${hash}</code></li>\n`;
}
