import { checkFacts } from "../kind/check-facts.ts";
import { deriveFacts } from "../kind/derive.ts";
import { packs } from "../policy/registry.ts";
import { evaluate } from "../policy/evaluate.ts";
import { Kind } from "../policy/pack.ts";
import type { Facts } from "../policy/condition.ts";
import { plan } from "../workflow/plan.ts";
import { defaultWorkflows } from "../workflow/registry.ts";
import { deskFunctions } from "../workflow/definition.ts";

export type RequirementsQuestion = { readonly id?: string; readonly facts?: Readonly<Record<string, unknown>>; readonly request?: Readonly<Record<string, unknown>>; readonly claims?: readonly string[] };

/**
 * What applies to these facts, for anybody who asks. A fact that is unknown, or whose value is not one of its own, is
 * named with what was expected and left out of the evaluation; steps are those of the default workflow with a host that has joined.
 */
export function requirementsFor({ id, facts: given, request, claims = [] }: RequirementsQuestion) {
  const checked = checkFacts({ ...request, ...given });
  const kind = Kind.safeParse(checked.facts.kind);
  const facts: Facts = deriveFacts(checked.facts, kind.success ? kind.data : undefined);
  const evaluation = evaluate(packs, facts, claims);
  const problems = [...checked.unknown.map((fact) => ({ fact, code: "unknownFact", expected: "a fact of the catalogue" })), ...checked.problems, ...(kind.success ? [] : [{ fact: "kind", code: "missing", expected: "person, sample, reagent, data, funds" }]), ...evaluation.refusedClaims.map((claim) => ({ fact: "claims", code: "notOffered", expected: claim }))];
  return {
    ...(id === undefined ? {} : { id }),
    regimes: [...evaluation.regimes],
    facilitations: [...evaluation.facilitations],
    documents: [...evaluation.documents],
    replaced: [...evaluation.replaced],
    unknown: [...new Set([...checked.unknown, ...checked.problems.map(({ fact }) => fact), ...(kind.success ? [] : ["kind"])])],
    problems,
    findings: evaluation.findings.map(({ id: regime, type, binding, because, due, confidence, version }) => ({ id: regime, type, binding, because: [...because], due, confidence, version })),
    packs: evaluation.packs.map((pack) => ({ ...pack })),
    steps: stepsFor(facts, [...evaluation.regimes, ...evaluation.facilitations], claims),
  };
}
export type RequirementsAnswer = ReturnType<typeof requirementsFor>;

/** The steps that the default workflow would call, each at a desk that any two institutions are taken to have. */
function stepsFor(facts: Facts, findings: readonly string[], claims: readonly string[]): string[] {
  const kind = Kind.safeParse(facts.kind);
  const workflow = kind.success ? defaultWorkflows[kind.data] : undefined;
  if (!workflow) return [];
  const desks = everyDesk.map((desk) => (desk.function === "programme" ? { ...desk, programmes: claims } : desk));
  const place = (name: string) => (typeof facts[name] === "string" ? facts[name] : "XX");
  const parties = { home: { organisation: "home", jurisdiction: place("from.jur") }, host: { organisation: "host", jurisdiction: place("to.jur") }, endorser: null };
  return plan(workflow, { facts, findings, claims, parties, desks }).steps.map((step) => step.id);
}

const everyDesk = ["home", "host"].flatMap((organisation) => deskFunctions.map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [] as readonly string[], members: 1 })));
