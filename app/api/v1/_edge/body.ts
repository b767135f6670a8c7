import type { z } from "zod";
import { refusal } from "@/lib/request/refusal";
import { problem } from "./problem";

const largest = 1_000_000;

/** A JSON body up to 1 MB, read no further than that, and parsed by its schema; or the problem with it. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<{ readonly data: z.infer<S> } | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)) return problem(415);
  const bytes = await readUpTo(request, largest);
  if (bytes === null) return problem(413);
  const value = parseJson(bytes);
  if (value === undefined) return problem(400, { refusals: [refusal("malformed", { expected: "JSON in UTF-8" })] });
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data };
  return problem(400, { refusals: parsed.error.issues.slice(0, 50).map((issue) => refusal("malformed", { expected: issue.message }, pathOf(issue))) });
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
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // PostgreSQL keeps no NUL, and no name or sentence has one.
    return text.includes("\\u0000") ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function pathOf(issue: z.core.$ZodIssue): string {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  return path.map(String).join(".");
}
