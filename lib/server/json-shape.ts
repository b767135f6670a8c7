import { visit } from "jsonc-parser";

/** How many names with a value stand in a text of JSON, and how deep its brackets go. Takes any text, and stops nowhere. */
export function shapeOf(text: string): { readonly names: number; readonly depth: number } {
  let [names, depth, now] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfText(text, at);
    else if (character === colon) names++;
    else if (character === bracket || character === brace) depth = Math.max(depth, ++now);
    else if (character === bracket + 2 || character === brace + 2) now--;
  }
  return { names, depth };
}

/** The first name that stands twice in one object of a valid text, with the names and places that lead there; null where none does. */
export function repeatedName(text: string): string | null {
  const open: Set<string>[] = [];
  let found: string | null = null;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, _line, _character, above) {
      const names = open.at(-1);
      if (found === null && names?.has(name)) found = [...above(), name].join(".");
      names?.add(name);
    },
  });
  return found;
}

const [quote, backslash, colon, bracket, brace] = [0x22, 0x5c, 0x3a, 0x5b, 0x7b];

/** Where the text that begins here ends: at the first quote that no odd number of backslashes stands before. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
