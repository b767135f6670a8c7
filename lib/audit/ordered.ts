/**
 * Whether a value is plain JSON whose every object has its names in the order of RFC 8785 (by UTF-16 code units): then `JSON.stringify`
 * writes the canonical form. Anything else, a value that writes itself, a number that JSON has not or what stands more than so many levels deep,
 * is not in order.
 */
export function isOrdered(value: unknown, levels = 100): boolean {
  if (typeof value === "string" || value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || levels === 0 || "toJSON" in value) return false;
  if (Array.isArray(value)) return value.every((part) => isOrdered(part, levels - 1)) && Object.keys(value).length === value.length;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let before: string | null = null;
  for (const name of Object.keys(value)) {
    if ((before !== null && !(before < name)) || !isOrdered((value as Record<string, unknown>)[name], levels - 1)) return false;
    before = name;
  }
  return true;
}
