import { repeatedName, shapeOf } from "./json-shape.ts";

/** Why something sent as JSON cannot be kept, and the path of names that leads there; none where it is no JSON at all. */
export type JsonTrouble = { readonly code: "notJson" | "noText" | "noNumber" | "tooDeep" | "repeated"; readonly path: string };

/** A value from JSON in UTF-8; undefined for what is none, or none that can be kept. */
export function parseJson(bytes: Uint8Array): unknown {
  const read = readJsonBytes(bytes);
  return "trouble" in read ? undefined : read.value;
}

/** The same, saying what is in the way. */
export function readJsonBytes(bytes: Uint8Array): { readonly value: unknown } | { readonly trouble: JsonTrouble } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value = JSON.parse(text) as unknown;
    const found = troubleIn(value);
    if (typeof found !== "number") return { trouble: found };
    // A name that stands twice is kept once. Counting both costs little; which it was is looked for only then.
    if (found === shapeOf(text).names) return { value };
    return { trouble: { code: "repeated", path: repeatedName(text) ?? "" } };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { trouble: { code: "notJson", path: "" } };
    throw error;
  }
}

export const deepest = 20;

/**
 * No text with NUL, which PostgreSQL does not keep, or with half a character, which has no UTF-8 and so no digest; no
 * number too large to be one; and nothing nested so deep that walking through it would end the stack. Where there is none
 * of it, how many names the value has.
 */
function troubleIn(value: unknown): JsonTrouble | number {
  let names = 0;
  const left: [unknown, string, number][] = [[value, "", 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [part, path, depth] = next;
    if (typeof part === "string" && hasNoUtf8(part)) return { code: "noText", path };
    if (typeof part === "number" && !Number.isFinite(part)) return { code: "noNumber", path };
    if (typeof part !== "object" || part === null) continue;
    if (depth === deepest) return { code: "tooDeep", path: path.split(".").slice(0, 3).join(".") };
    const isList = Array.isArray(part);
    for (const [key, inner] of Object.entries(part)) {
      if (!isList) names++;
      if (hasNoUtf8(key)) return { code: "noText", path };
      left.push([inner, path === "" ? key : `${path}.${key}`, depth + 1]);
    }
  }
  return names;
}

function hasNoUtf8(text: string): boolean {
  return /[\u0000\p{Cs}]/u.test(text);
}
