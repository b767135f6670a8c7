import { missingFacts } from "../kind/questions.ts";
import { kindDefinition } from "../kind/registry.ts";
import type { Facts } from "../policy/condition.ts";
import type { Evaluation } from "../policy/evaluate.ts";
import type { Kind } from "../policy/pack.ts";
import { plan, type Plan, type PlannedStep } from "../workflow/plan.ts";
import { type Answers, corridorFrom, findingsFor, limitFrom, readableFacts } from "./answers.ts";
import type { Context } from "./context.ts";
import { goodTitle } from "./draft.ts";
import type { EventStep, NewHappening, Quantity } from "./events.ts";
import { refusal, type Refusal } from "./refusal.ts";
import { blocking, heldUpBy } from "./requirement.ts";
import { said } from "./rule.ts";
import type { Requirement } from "./state.ts";

/** What a submission asks, wherever it comes from: a draft, or a returned request with its changes. */
export type Asking = {
  readonly kind: Kind;
  readonly title: string;
  readonly facts: Facts;
  readonly lines: readonly unknown[];
  readonly claims: readonly string[];
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly limit: Quantity | null;
  readonly requester: string;
  readonly team: readonly string[];
};

export type Weighed = {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly plan: Plan | null;
  /** Claimed programmes that fit and that no desk here confirms. */
  readonly unconfirmed: readonly string[];
};

/** The rules and the workflow applied to what is asked. Pages show it before submission; submitting fixes it. */
export function weigh({ kind, facts: given, lines, claims, window, requester, team }: Asking, { packs, workflow, desks, home, host, endorser, rates }: Context): Weighed {
  const facts = readableFacts(kind, given, window, rates);
  const evaluation = findingsFor(packs, facts, claims);
  const fitting = claims.filter((claim) => evaluation.facilitations.includes(claim));
  if (!workflow || !home) return { facts, evaluation, plan: null, unconfirmed: fitting };
  const relied = [...evaluation.regimes, ...evaluation.facilitations];
  const parties = { home, host: host && "organisation" in host ? host : null, endorser };
  const planned = plan(workflow.definition, { facts, lines: readLines(kind, lines), findings: relied, claims: fitting, parties, applicants: [requester, ...team], desks });
  return { facts, evaluation, plan: planned, unconfirmed: fitting.filter((claim) => !planned.confirms.includes(claim)) };
}

/** The lines as their table reads them: what steps for each line are asked about. Amounts are numbers here as in facts, though a line keeps them as decimal text. */
export function readLines(kind: Kind, lines: readonly unknown[]): readonly Facts[] {
  const table = kindDefinition(kind).lines;
  return (table?.read(lines).lines ?? []).map((line) => Object.fromEntries(Object.entries(line).map(([cell, value]) => [cell, table?.numeric.includes(cell) ? Number(value) : value])));
}

/** Every reason why this cannot be submitted as it is, requirements included. */
export function askingRefusals(asking: Asking, weighed: Weighed, requirements: readonly Requirement[], { today }: Context): Refusal[] {
  const { kind, window, title } = asking;
  const { facts, evaluation, plan: planned } = weighed;
  const date = typeof facts.date === "string" ? facts.date : null;
  return [
    ...(title.trim() === "" ? [refusal("missingTitle", {}, "title")] : []),
    ...(title.length > goodTitle ? [refusal("tooLong", { most: goodTitle }, "title")] : []),
    ...missingFacts(kind, facts).map((fact) => refusal("missingAnswer", { fact }, `facts.${fact}`)),
    ...(facts["from.jur"] !== undefined && facts["from.jur"] === facts["to.jur"] ? [refusal("samePlace", {}, "facts.to.jur")] : []),
    ...(window === null ? [refusal("missingWindow", {}, "window")] : windowRefusals(window, date, today)),
    ...(date !== null && date < today ? [refusal("dateInPast", { day: date }, "facts.date")] : []),
    ...evaluation.refusedClaims.map((claim) => refusal("notOffered", { programme: claim }, "claims")),
    ...(planned === null ? [refusal("noWorkflow", { kind })] : planned.problems.map((problem) => refusal("noDesk", { step: problem.step, function: problem.function }))),
    ...blocking(requirements, "submission", today).map((one) => heldUpBy(one, today)),
  ];
}

/** The part of the event that a submission and a resubmission share. */
export function askedData(asking: Asking, { facts, evaluation, plan: planned, unconfirmed }: Weighed, { packs, rates }: Context): Omit<Extract<NewHappening, { type: "request.resubmitted" }>["data"], "changed" | "replies"> {
  const { kind, title, lines, claims, window, limit } = asking;
  if (!window || !planned) throw new Error("asked before it was weighed");
  const used = packs.filter(({ pack }) => evaluation.packs.some(({ id, version }) => id === pack.id && version === pack.version));
  const after = new Set(evaluation.findings.filter(({ binding, due }) => binding && due === "after-crossing").map(({ id }) => id));
  const clocks = used.flatMap(({ pack }) => pack.regimes.flatMap(({ id, clock }) => (clock !== null && after.has(id) ? [[id, clock] as const] : [])));
  return {
    title: said(title.trim()),
    answers: said(JSON.stringify({ facts, lines, ...(rates.length > 0 && { rates }) } satisfies Answers)),
    facts: Object.keys(facts).toSorted(),
    claims: [...claims],
    corridor: corridorFrom(facts),
    crossing: typeof facts.date === "string" ? facts.date : window.from,
    window,
    limit: limitFrom(kind, { facts, lines }, limit),
    packs: used.map(({ pack, digest }) => ({ id: pack.id, version: pack.version, digest })),
    findings: evaluation.findings.map((finding) => ({ ...finding, because: [...finding.because] })),
    steps: planned.steps.map(pinned),
    ...(planned.outcome && { outcome: planned.outcome }),
    ...(unconfirmed.length > 0 && { unconfirmed: [...unconfirmed] }),
    ...(clocks.length > 0 && { clocks: Object.fromEntries(clocks) }),
  };
}

/** A planned step as an event holds it: a copy of its own. */
function pinned(step: PlannedStep): EventStep {
  return structuredClone(step) as EventStep;
}

function windowRefusals(window: { from: string; to: string }, date: string | null, today: string): Refusal[] {
  return [
    ...(window.to < window.from ? [refusal("windowReversed", {}, "window")] : []),
    ...(window.to < today ? [refusal("dateInPast", { day: window.to }, "window.to")] : []),
    ...(date !== null && window.to >= window.from && (date < window.from || date > window.to) ? [refusal("crossingOutsideWindow", { from: window.from, to: window.to }, "facts.date")] : []),
  ];
}
