import { shippedProblems } from "../lib/server/check-shipped.ts";
import { packs } from "../lib/policy/registry.ts";
import { failure } from "./failure.ts";

/** Refuses to work with rules that come with the project when anything is wrong with them: every place with its file and line. */
export function refuseBrokenRules(): void {
  const problems = shippedProblems(packs);
  if (problems.length > 0) throw failure(["the rules that come with the project cannot be used", ...problems].join("\n"));
}
