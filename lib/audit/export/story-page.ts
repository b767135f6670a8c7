import { definitions, html, pageHead } from "./html.ts";

/** Words as somebody wrote them: in which language, as far as that can be told, and what it is called where its reader's is another. */
export type StoryWords = { readonly text: string; readonly language: string | null; readonly mark: string | null };
/** An entry as a story tells it; only its number and hash where it is withheld. */
export type StoryEntry = { readonly seq: number; readonly hash: string; readonly told: { readonly at: string; readonly sentence: string; readonly said: readonly StoryWords[]; readonly notes: readonly string[] } | null };
export type StoryPage = { readonly language: string; readonly title: string; readonly facts: readonly (readonly [string, string])[]; readonly entries: AsyncIterable<readonly StoryEntry[]>; readonly withheld: string };

/** A case told from its beginning, as a page by itself: what happened when, by whom, what was said, and the hash by which each entry is found in the record. */
export async function* storyPage({ language, title, facts, entries, withheld }: StoryPage): AsyncGenerator<string> {
  yield `${pageHead(language, title)}${definitions(facts)}<ol>\n`;
  for await (const some of entries) yield some.map((entry) => entryHtml(entry, withheld)).join("");
  yield "</ol>\n</body></html>\n";
}

function entryHtml({ seq, hash, told }: StoryEntry, withheld: string): string {
  const text = told === null ? html(withheld) : `${html(told.sentence)} <small>${html(told.at)}</small>${told.said.map(saidHtml).join("")}${told.notes.map((note) => `<span class="said">${html(note)}</span>`).join("")}`;
  return `<li value="${seq}">${text}<br><code>${hash}</code></li>\n`;
}

function saidHtml({ text, language, mark }: StoryWords): string {
  return `<span class="said"${language === null ? "" : ` lang="${html(language)}"`}>${mark === null ? "" : `<small>${html(mark)}</small> `}${html(text)}</span>`;
}
