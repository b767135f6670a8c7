import type { Actor } from "../access/actor.ts";
import { type QuestionField, type QuestionProblem, type QuestionTerm, readDays, readQuestion } from "../audit/question.ts";
import { type Meaning, meaningOfQuestion } from "./audit-question.ts";

/** What the address of a question can hold: words in the language of questions, and its fields one by one. */
export const auditParams = ["q", "type", "kind", "status", "outcome", "command", "desk", "org", "person", "regime", "corridor", "from", "to"] as const;
export type AuditParam = (typeof auditParams)[number];
export type AuditParams = Readonly<Partial<Record<AuditParam, string>>>;
/** What of a question cannot be, and which field of it. */
export type AskedWrongly = { readonly field: AuditParam; readonly code: QuestionProblem["code"]; readonly params: QuestionProblem["params"] };

const fieldOf = { q: null, type: "event", kind: "kind", status: "status", outcome: "outcome", command: "command", desk: "desk", org: "org", person: "person", regime: "regime", corridor: "corridor", from: "since", to: "until" } as const satisfies Record<AuditParam, QuestionField | null>;

/** A question as its address has it, made ready to be asked; or everything that is wrong with it. What is empty is not asked. */
export async function readAsked(actor: Actor, params: AuditParams): Promise<Meaning | { readonly problems: readonly AskedWrongly[] }> {
  const said = readQuestion(params.q ?? "");
  const problems: AskedWrongly[] = "problems" in said ? said.problems.map((problem) => ({ field: "q", ...problem })) : [];
  const terms: QuestionTerm[] = "terms" in said ? [...said.terms] : [];
  for (const param of auditParams) {
    const [field, value] = [fieldOf[param], params[param]?.normalize("NFKC").trim() ?? ""];
    if (field === null || value === "") continue;
    const wrong = value.length > 200 ? "tooLong" : /[\p{Cc}\p{Co}\p{Cn}]/u.test(value) ? "controlCharacter" : (field === "since" || field === "until") && readDays(value) === null ? "impossibleDate" : null;
    if (wrong) problems.push({ field: param, code: wrong, params: { value, most: "200" } });
    else terms.push({ not: false, field, values: [value], exact: false, begins: false });
  }
  if (problems.length > 0) return { problems };
  const meant = await meaningOfQuestion(actor, { terms });
  if ("asked" in meant) return meant;
  const own = (named: string | undefined) => auditParams.find((param) => fieldOf[param] === named && params[param]) ?? "q";
  const reversed = (["to", "from"] as const).find((param) => params[param]) ?? "q";
  return { problems: meant.problems.map((problem) => ({ field: problem.code === "datesReversed" ? reversed : own(problem.params.field), ...problem })) };
}

/** The address of a question, without what is not asked. */
export function addressOf(params: AuditParams, change: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({ ...Object.fromEntries(auditParams.flatMap((param) => (params[param] ? [[param, params[param]]] : []))), ...change }).toString();
}
