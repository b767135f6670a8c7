import type { z } from "zod";
import type { Language } from "@/lib/language";
import { malformed, parsed } from "./malformed";
import { problem } from "./problem";

const largest = 1_000_000;

/** A JSON body up to 1 MB, read no further than that, and parsed by its schema; or the problem with it. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S, language: Language): Promise<{ readonly data: z.infer<S> } | Response> {
  const type = request.headers.get("content-type") ?? "";
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type) || coding !== "identity") return problem(415, language);
  const bytes = await readUpTo(request, largest);
  if (bytes === null) return problem(413, language);
  const value = parseJson(bytes);
  return value === undefined ? malformed(language, "JSON in UTF-8") : parsed(schema, value, language);
}

/** The body's bytes, or null when there are more than `most`. */
export async function readUpTo(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parseJson(bytes: Uint8Array): unknown {
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

