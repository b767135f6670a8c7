import { canonical } from "../chain.ts";
import { isOrdered } from "../ordered.ts";
import type { FileLine } from "./lines.ts";
import { oddField } from "./shapes.ts";

export type ReadLine = { readonly line: FileLine } | { readonly odd: Readonly<Record<string, unknown>>; readonly field: string; readonly code: "malformed" | "notCanonical" };

/** How deep lists and objects may stand in one another, the line itself counted. */
const deepest = 100;

/** Reads a line; null stands for bytes that are no UTF-8, or too many. */
export function readLine(text: string | null): ReadLine {
  if (text === null) return { odd: {}, field: "line", code: "malformed" };
  const parsed = parse(text);
  // What is in order is not too deep either; everything else is rare and may take longer.
  const inOrder = isOrdered(parsed, deepest);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed) || (!inOrder && isDeeper(parsed, deepest))) return { odd: {}, field: "line", code: "malformed" };
  const odd = parsed as Record<string, unknown>;
  const written = inOrder ? JSON.stringify(odd) : canonicalOrNot(odd);
  if (written !== text || (text.includes("\\ud") && !isWellFormed(odd))) return { odd, field: "line", code: "notCanonical" };
  const field = oddField(odd);
  return field === null ? { line: odd as FileLine } : { odd, field, code: "malformed" };
}

/** Null for a number that is too large for a double. */
function canonicalOrNot(value: unknown): string | null {
  try {
    return canonical(value);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const name in value) if (isDeeper((value as Record<string, unknown>)[name], levels - 1)) return true;
  return false;
}

/** RFC 8785 has no form for half a pair of surrogates. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return !halfPair.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => !halfPair.test(name) && isWellFormed(part));
}

const halfPair = /\p{Surrogate}/u;
