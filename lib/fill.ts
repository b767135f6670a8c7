/** A sentence whose places were left open as `{name}`, for browsers, which have no translator: with its parts put in. */
export function fill(sentence: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => text.replaceAll(`{${name}}`, part), sentence);
}
