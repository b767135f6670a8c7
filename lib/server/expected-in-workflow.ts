import type { z } from "zod";
import type { Language } from "../language.ts";
import { expectedBy } from "./expected.ts";
import { translator } from "./translate.ts";

/** What was expected at a place of a workflow, in words for whoever writes one; what can stand there in several ways is named for the place. */
export function expectedInWorkflow(issue: z.core.$ZodIssue, language: Language): string {
  const t = translator(language);
  if (issue.code === "invalid_format" && issue.format === "regex") return t("workflows.expected.id");
  const isOpen = (issue.code === "invalid_union" && issue.discriminator === undefined) || issue.code === "invalid_key" || issue.code === "invalid_element" || (issue.code === "custom" && issue.params?.expected === undefined);
  if (!isOpen) return expectedBy(issue, language);
  const name = issue.path.findLast((part): part is Place => typeof part === "string" && part in places);
  return t(`workflows.expected.${name === undefined ? "form" : places[name]}`);
}

/** Names in a definition whose value can be written in several ways. */
const places = { join: "join", mode: "mode", present: "present", carries: "carries", value: "value", when: "condition", appliesTo: "condition" } as const;
type Place = keyof typeof places;
