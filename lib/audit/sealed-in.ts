/** Every sealed word of an event's data with the path to it: an object that holds a digest and nothing else. */
export function sealedIn(value: unknown, path = "data"): { readonly digest: string; readonly path: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 1 && typeof entries[0]?.[1] === "string" && entries[0][0] === "digest") return [{ digest: entries[0][1], path }];
  return entries.flatMap(([key, part]) => sealedIn(part, `${path}.${key}`));
}

/** The words that an event says were erased, by their digests, and under which rule; null where it says so of none. */
export function erasureIn({ type, data }: { readonly type: string; readonly data: unknown }): { readonly digests: readonly string[]; readonly rule: string } | null {
  if (type === "words.erased" || type === "document.erased") return data as { readonly digests: readonly string[]; readonly rule: string };
  return type === "config.changed" ? ((data as { readonly erased?: { readonly digests: readonly string[]; readonly rule: string } }).erased ?? null) : null;
}

/** The digests of words that an event says were erased. */
export function erasedBy(event: { readonly type: string; readonly data: unknown }): readonly string[] {
  return erasureIn(event)?.digests ?? [];
}
