import type { PersonActor } from "../lib/access/actor.ts";
import type { AuditParams } from "../lib/server/audit-ask.ts";
import type { RecordQuestion } from "../lib/server/take-away/question.ts";
import { failure, wrongUsage } from "./failure.ts";
import { problemsInWords } from "./in-words.ts";

/** The question of `--question`, as the address of the search carries it, and as it is asked. What it does not know, or cannot read, is an error and never a question for everything. */
export async function questionOption(actor: PersonActor, text: string): Promise<{ readonly params: AuditParams; readonly question: RecordQuestion }> {
  const [{ auditParams }, { readRecordQuestion, recordParams }] = await Promise.all([import("../lib/server/audit-ask.ts"), import("../lib/server/take-away/question.ts")]);
  const asked = new URLSearchParams(text);
  const unknown = [...asked.keys()].find((name) => !auditParams.some((param) => param === name));
  if (unknown !== undefined) throw wrongUsage(`--question knows no ${JSON.stringify(unknown.slice(0, 40))}; it is written as q=sample&from=2026-01-30, of ${auditParams.join(", ")}`);
  const params = recordParams(Object.fromEntries(asked));
  const read = await readRecordQuestion(actor, params);
  if ("problems" in read) throw failure(`--question: ${problemsInWords(read.problems)}`);
  return { params, question: read.question };
}
