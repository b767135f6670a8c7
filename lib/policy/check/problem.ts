/** What can be wrong with a rule pack. The words are `rules.problems.<code>` in the messages. */
export const packProblemCodes = [
  "malformed",
  "missingTranslation",
  "badDate",
  "reversed",
  "twice",
  "unknownFact",
  "otherKindsFact",
  "unknownOption",
  "wrongValue",
  "wrongComparison",
  "unknownRegime",
  "circle",
  "gap",
  "overlap",
  "outsideVersions",
  "unknownPaper",
  "unknownAuthority",
] as const;
export type PackProblemCode = (typeof packProblemCodes)[number];

export type PackPath = readonly (string | number)[];

/** One thing that is wrong: in which pack of those given, where in it, what stands there and what was expected, both as text. */
export type PackProblem = { readonly at: number; readonly path: PackPath; readonly code: PackProblemCode; readonly found: string; readonly expected: string };

/** The same within one pack. */
export type Wrong = Omit<PackProblem, "at">;

export function wrong(code: PackProblemCode, path: PackPath, found: unknown = "", expected = ""): Wrong {
  return { code, path, found: typeof found === "string" ? found : (JSON.stringify(found) ?? ""), expected };
}
