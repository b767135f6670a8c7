import { byUnits } from "./shapes.ts";

/** Every sealed word of an event's data, in order: an object that holds a digest and nothing else, and the path to it. */
export function wordsIn(value: unknown, path: string): { readonly digest: string; readonly path: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const names = Object.keys(value);
  const { digest } = value as { readonly digest?: unknown };
  if (names.length === 1 && typeof digest === "string") return [{ digest, path }];
  const inOrder = Array.isArray(value) ? names : names.toSorted(byUnits);
  return inOrder.flatMap((name) => wordsIn((value as Record<string, unknown>)[name], `${path}.${name}`));
}
