import { toOtherScripts } from "../catalogue/scripts.ts";

/** Somebody whose name is not to be read, and what stands in its place. */
export type Unnamed = { readonly name: string; readonly email: string; readonly shownAs: string };

/**
 * Takes people's names out of what somebody wrote: each as it is kept, as a whole or the part of it that is in Latin or Chinese letters, in either Chinese
 * script and however it is spaced and capitalised, and their address. A surname or a nickname alone is nobody's for certain, and stays.
 */
export function withoutNames(unnamed: readonly Unnamed[]): (text: string) => string {
  const shown = new Map(unnamed.flatMap(({ name, email, shownAs }) => [...spellings(name), email].map((one) => [folded(one), shownAs] as const)));
  if (shown.size === 0) return (text) => text;
  // The longest first, so that no part of a name is taken out of the whole.
  const all = [...shown.keys()].toSorted((a, b) => b.length - a.length).map(patternOf);
  const found = new RegExp(all.join("|"), "giu");
  return (text) => text.replaceAll(found, (name) => shown.get(folded(name)) ?? name);
}

function spellings(name: string): string[] {
  const parts = [name, ...(name.match(/[\p{Script=Latin}\p{M}'’.-]+(?:\s+[\p{Script=Latin}\p{M}'’.-]+)+/gu) ?? []), ...(name.match(/\p{Script=Han}{2,}/gu) ?? [])];
  return parts.flatMap(toOtherScripts);
}

/** Chinese names stand among other characters; others are whole words. */
function patternOf(name: string): string {
  const pattern = name.split(" ").map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`);
  return /^\p{Script=Han}+$/u.test(name) ? pattern : String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}
