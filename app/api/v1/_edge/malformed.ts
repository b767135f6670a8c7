import type { z } from "zod";
import type { Language } from "@/lib/language";
import { refusal, type Refusal } from "@/lib/request/refusal";
import { expectedBy } from "@/lib/server/expected";
import { translator } from "@/lib/server/translate";
import { problem } from "./problem";

/** 400, for what cannot be read at all. */
export function malformed(language: Language, expected: string, path?: string): Response {
  return problem(400, language, { refusals: [refusal("malformed", { expected }, path)] });
}

/** The value as its schema reads it, or the problem with it: each place that is wrong, with what was expected there. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, language: Language): { readonly data: z.infer<S> } | Response {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  return problem(400, language, { refusals: result.error.issues.slice(0, 50).flatMap((issue) => refusalsOf(issue, language)) });
}

/**
 * The query of an address; a name that the route does not know is refused like an unknown field, and one that stands twice says two things.
 * What is missing or empty is said to be, with what it should have been.
 */
export function readQuery<S extends z.ZodType>(request: Request, schema: S, language: Language): { readonly data: z.infer<S> } | Response {
  const { searchParams } = new URL(request.url);
  const twice = [...searchParams.keys()].find((name) => searchParams.getAll(name).length > 1);
  if (twice !== undefined) return malformed(language, translator(language)("api.expected.once"), twice);
  const asked = Object.fromEntries(searchParams);
  const result = schema.safeParse(asked);
  if (result.success) return { data: result.data };
  return problem(400, language, { refusals: result.error.issues.slice(0, 50).flatMap((issue) => lacking(issue, asked, schema, language) ?? refusalsOf(issue, language)) });
}

/** What is said of a parameter that is missing or empty; null of any other. */
function lacking(issue: z.core.$ZodIssue, asked: Readonly<Record<string, string>>, schema: z.ZodType, language: Language): Refusal[] | null {
  const [name] = issue.path;
  if (typeof name !== "string" || (asked[name] ?? "") !== "") return null;
  // Of what is not there a schema says that it is no text; of empty text, what the text should have been.
  const asEmpty = schema.safeParse({ ...asked, [name]: "" }).error?.issues.find(({ path }) => path[0] === name);
  return refusalsOf(asEmpty ?? issue, language).map((one) => ({ ...one, params: { ...one.params, lacks: asked[name] === undefined ? "missing" : "empty" } }));
}

function refusalsOf(issue: z.core.$ZodIssue, language: Language): Refusal[] {
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => refusal("malformed", { expected: expectedBy(issue, language) }, path.map(String).join(".")));
}
