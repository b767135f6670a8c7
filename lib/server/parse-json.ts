/** A value from JSON in UTF-8; undefined for what is none, or none that can be kept. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
    return isOrdinary(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

const deepest = 20;

/**
 * No text with NUL, which PostgreSQL does not keep, or with half a character, which has no UTF-8 and so no digest; no
 * number too large to be one; and nothing nested so deep that walking through it would end the stack.
 */
function isOrdinary(value: unknown): boolean {
  const left: [unknown, number][] = [[value, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [part, depth] = next;
    if (typeof part === "string" && hasNoUtf8(part)) return false;
    if (typeof part === "number" && !Number.isFinite(part)) return false;
    if (typeof part !== "object" || part === null) continue;
    if (depth === deepest) return false;
    for (const [key, inner] of Object.entries(part)) {
      if (hasNoUtf8(key)) return false;
      left.push([inner, depth + 1]);
    }
  }
  return true;
}

function hasNoUtf8(text: string): boolean {
  return /[\u0000\p{Cs}]/u.test(text);
}
