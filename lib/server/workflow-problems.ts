import type { ScopedTx } from "../../db/client.ts";
import { desksFor, organisationsWithDesks } from "../../db/config.ts";
import type { Language } from "../language.ts";
import { format } from "../format.ts";
import { isJurisdiction, jurisdictionNames } from "../place/jurisdictions.ts";
import { isProgramme } from "../policy/evaluate.ts";
import type { Kind } from "../policy/pack.ts";
import type { Refusal } from "../request/refusal.ts";
import type { KnownRegimes } from "../workflow/check/conditions.ts";
import { workflowProblems } from "../workflow/check/definition.ts";
import type { WorkflowProblem } from "../workflow/check/problem.ts";
import type { Offices } from "../workflow/check/staffing.ts";
import type { DeskFunction } from "../workflow/definition.ts";
import { expectedInWorkflow } from "./expected-in-workflow.ts";
import { packsInForce } from "./policy.ts";
import type { Translator } from "./translate.ts";

/** `kind`: the kind of requests that the workflow must be for. `language`: in which what cannot be read is said. */
type Asking = { readonly kind?: Kind; readonly language?: Language };

/** What is wrong with a workflow here: by the rules in force and by every institution, desk and officer that has joined. */
export async function problemsOfWorkflow(tx: ScopedTx, body: unknown, { language = "en", ...asking }: Asking = {}): Promise<WorkflowProblem[]> {
  const [packs, offices] = await Promise.all([packsInForce(tx), officesHere(tx)]);
  const regimes: KnownRegimes = new Map(packs.flatMap(({ pack }) => pack.regimes.map((regime) => [regime.id, { kinds: regime.kinds, isProgramme: isProgramme(regime) }])));
  return workflowProblems(body, regimes, offices, { ...asking, expectedBy: (issue) => expectedInWorkflow(issue, language) });
}

/** A fault as a sentence, with the request that shows it. */
export function workflowProblemSentence(params: NonNullable<Refusal["params"]>, t: Translator, language: Language): string {
  const kindsIn = (text: unknown) => (params.problem === "otherKind" ? format(language).list(String(text).split(", ").map((kind) => t(`ui.kind.${kind}`)), "disjunction") : String(text ?? ""));
  const said = t(`workflows.problems.${params.problem}`, { place: String(params.place ?? ""), step: String(params.step ?? ""), found: kindsIn(params.found), expected: kindsIn(params.expected) });
  if (params.from === undefined) return said;
  const named = (id: unknown) => (isJurisdiction(id) ? jurisdictionNames[id][language] : String(id));
  const route = { from: named(params.from), to: named(params.to), home: String(params.home), host: String(params.host) };
  return `${said} (${t(params.host === "" ? "workflows.exampleAway" : "workflows.example", route)})`;
}

/** Desks that an institution has of its own, as home or host. */
const notInstitutional: readonly DeskFunction[] = ["programme", "checkpoint", "grants"];

async function officesHere(tx: ScopedTx): Promise<Offices> {
  const institutions = await organisationsWithDesks(tx, notInstitutional);
  return { institutions, desks: await desksFor(tx, institutions.map(({ id }) => id)) };
}
