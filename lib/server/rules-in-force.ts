import { cache } from "react";
import { asReader } from "../../db/client.ts";
import type { Rulebook } from "../policy/rulebook.ts";
import { type Reader, reader } from "./language.ts";
import { rulebookInForce } from "./policy.ts";

/** The edition in force, asked once a page. Rules are nobody's data. */
export const rulesInForce: () => Promise<Rulebook> = cache(() => asReader({ kind: "public" }, rulebookInForce));

/** A reader of pages about rules: their words, and the rules they are about. */
export type RulesReader = Reader & { readonly rules: Rulebook };

export async function rulesReader(): Promise<RulesReader> {
  const [words, rules] = await Promise.all([reader(), rulesInForce()]);
  return { ...words, rules };
}
