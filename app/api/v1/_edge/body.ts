import type { z } from "zod";
import type { Language } from "@/lib/language";
import { deepest, readJsonBytes } from "@/lib/server/parse-json";
import { translator } from "@/lib/server/translate";
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
  const read = readJsonBytes(bytes);
  if ("value" in read) return parsed(schema, read.value, language);
  const { code, path } = read.trouble;
  return malformed(language, translator(language)(`api.expected.${code}`, { most: deepest }), path || undefined);
}

/** How much more than it may be is let run through. */
const mostLetGo = 64_000_000;

/**
 * The body's bytes, or null when there are more than `most`. What is too much is let run through unkept: whoever asks for the connection
 * to be closed, and still sends when it is, hears of a broken pipe and never of the reason.
 */
export async function readUpTo(request: Request, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) parts.length = 0;
    else parts.push(part);
    if (size > most + mostLetGo) break;
  }
  return size > most ? null : Buffer.concat(parts);
}
