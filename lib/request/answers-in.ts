import { jsonIn, saysOf } from "../audit/entry-says.ts";
import type { Answers } from "./answers.ts";

/** What words of answers say; none where they were erased, or are no answers any more, as whoever owns the database can make them: the check of a case names these. */
export function answersIn(body: string | undefined): Answers {
  const said = saysOf(jsonIn(body));
  return { ...said, facts: saysOf(said.facts) as Answers["facts"], lines: Array.isArray(said.lines) ? said.lines : [] };
}
