import { checkFacts } from "../kind/check-facts.ts";
import { deriveFacts } from "../kind/derive.ts";
import { kindDefinition } from "../kind/registry.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import { evaluate } from "../policy/evaluate.ts";
import { type Kind, kinds } from "../policy/pack.ts";
import type { Rulebook } from "../policy/rulebook.ts";
import { readLines } from "../request/asked.ts";
import { deskFunctions, type WorkflowDefinition } from "../workflow/definition.ts";
import { plannedSteps } from "../workflow/plan.ts";
import { defaultWorkflows } from "../workflow/registry.ts";
import type { Workflows } from "./workflows-in-force.ts";

export type RequirementsQuestion = { readonly id?: string; readonly facts?: Readonly<Record<string, unknown>>; readonly request?: Readonly<Record<string, unknown>>; readonly claims?: readonly string[]; /** What stands in the table of the kind, a row each: steps can be asked of each. */ readonly lines?: readonly Readonly<Record<string, unknown>>[] };

/**
 * What applies to these facts by a book of rules, for anybody who asks. A fact that is unknown, or whose value is not one of its own, is
 * named with what was expected and left out of the evaluation. `edition` is the digest of the list of packs that was asked; steps are those of the workflows
 * in force, with a host that has joined; of those that come with the project where there is no database to ask.
 */
export function requirementsFor(rules: Rulebook, question: RequirementsQuestion, workflows: Workflows = defaultWorkflows) {
  const { id, facts: given, request, claims = [], lines = [] } = question;
  const others = Object.keys(question).filter((name) => !asked.includes(name));
  const checked = checkFacts(request && given ? { ...request, ...given } : (request ?? given ?? {}));
  const kind = kinds.find((one) => one === checked.facts.kind);
  const facts = deriveFacts(checked.facts, kind);
  const evaluation = evaluate(rules.packs, facts, claims);
  return {
    ...(id === undefined ? {} : { id }),
    regimes: evaluation.regimes,
    facilitations: evaluation.facilitations,
    documents: evaluation.documents,
    replaced: evaluation.replaced,
    // Beside a question something else may be kept, as what its answer should be; in the place of one it was meant as the question.
    unknown: [...new Set([...(given || request ? [] : others), ...checked.unknown, ...checked.problems.map(({ fact }) => fact), ...(kind ? [] : ["kind"])])],
    problems: [
      ...others.map((name) => ({ fact: name, code: "unknownKey", expected: asked.join(", ") })),
      ...checked.unknown.map((fact) => ({ fact, code: "unknownFact", expected: "a fact of the catalogue" })),
      ...checked.problems,
      ...(kind ? [] : [{ fact: "kind", code: "missing", expected: kinds.join(", ") }]),
      ...lineProblems(kind, lines),
      ...evaluation.refusedClaims.map((claim) => ({ fact: "claims", code: "notOffered", expected: claim })),
    ],
    findings: evaluation.findings.map(({ id: regime, type, binding, because, due, confidence, version }) => ({ id: regime, type, binding, because, due, confidence, version })),
    packs: evaluation.packs,
    edition: rules.digest,
    steps: kind ? stepsFor(workflows[kind], facts, [...evaluation.regimes, ...evaluation.facilitations], { claims, lines: readLines(kind, lines) }) : [],
  };
}
export type RequirementsAnswer = ReturnType<typeof requirementsFor>;

const asked: readonly string[] = ["id", "facts", "request", "claims", "lines"] satisfies readonly (keyof RequirementsQuestion)[];

/** An answer as JSON, the same as `JSON.stringify` gives. The packs are most of it and the same for thousands of cases, so they are written once. */
export function requirementsJson(answer: RequirementsAnswer): string {
  const { packs, edition, steps, ...before } = answer;
  let text = written.get(packs);
  if (text === undefined) written.set(packs, (text = JSON.stringify(packs)));
  return `${JSON.stringify(before).slice(0, -1)},"packs":${text},"edition":"${edition}","steps":${JSON.stringify(steps)}}`;
}

const written = new WeakMap<object, string>();

/** What is wrong with the lines as their form would read them; the others are planned by. */
function lineProblems(kind: Kind | undefined, lines: readonly unknown[]) {
  if (!kind || lines.length === 0) return [];
  const table = kindDefinition(kind).lines;
  if (!table) return [{ fact: "lines", code: "unknownKey", expected: `no table at ${kind}` }];
  return table.read(lines).problems.map(({ line, cell, code, expected }) => ({ fact: `lines.${line}.${cell}`, code, expected: expected ?? "" }));
}

/** The steps that a workflow would call, each at a desk that any two institutions are taken to have. */
function stepsFor(workflow: WorkflowDefinition | undefined, facts: Facts, findings: readonly string[], { claims, lines }: { readonly claims: readonly string[]; readonly lines: readonly Facts[] }): string[] {
  if (!workflow) return [];
  const desks = claims.length === 0 ? everyDesk : everyDesk.map((desk) => (desk.function === "programme" ? { ...desk, programmes: claims } : desk));
  const parties = { home: { organisation: "home", jurisdiction: placeIn(facts["from.jur"]) }, host: { organisation: "host", jurisdiction: placeIn(facts["to.jur"]) }, endorser: null };
  return plannedSteps(workflow, { facts, lines, findings, claims, parties, desks });
}

function placeIn(given: FactValue | undefined): string {
  return typeof given === "string" ? given : "XX";
}

const everyDesk = ["home", "host"].flatMap((organisation) => deskFunctions.map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [] as readonly string[], staff: ["officer"] })));
