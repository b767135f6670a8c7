/** The digests of all words that an entry's data name, wherever they stand in it. */
export function digestsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(digestsIn);
  if (typeof value !== "object" || value === null) return [];
  const { digest } = value as { digest?: unknown };
  if (typeof digest === "string" && Object.keys(value).length === 1) return [digest];
  return Object.values(value).flatMap(digestsIn);
}
