import type { Condition } from "../policy/condition.ts";
import type { Finding } from "../policy/evaluate.ts";
import { hasCome } from "./carry.ts";
import type { CaseStep } from "./progress.ts";
import { definitionAt } from "./step-name.ts";
import type { StepDefinition } from "./definition.ts";

/** What of an asking a step can be asked about: its rules' answers, and the names below for what is no answer. */
export type Asked = {
  readonly findings: readonly Finding[];
  readonly claims: readonly string[];
};

export type Difference = {
  readonly before: Asked;
  readonly after: Asked;
  /** The names of what changed: facts, and `window`, `limit` or `claims` where those did. */
  readonly changed: readonly string[];
  /** Facts that desks asked about, by step. */
  readonly questioned: readonly { readonly step: string; readonly fact: string }[];
  /** The triggers of a regime, in every version at hand; none for one that is not known any more. */
  readonly triggersOf: (regime: string) => readonly Condition[];
};

/**
 * The ids of the steps at which something was decided, or that were dropped, and that a difference does not concern: that stands. A step concerns the facts that its condition
 * reads, those that the rules read which call for it, and what it asked about. A step that stands under no such condition
 * (an endorsement, a sign-off, an acceptance) answers for the whole, so every change concerns it.
 */
export function standingSteps(steps: readonly CaseStep[], definitions: readonly StepDefinition[], difference: Difference): string[] {
  return steps
    .filter((step) => hasCome(step) && step.outcome !== "returned" && step.outcome !== "settled")
    .filter((step) => !concerns(step.id, definitionAt(definitions, step.id), difference))
    .map(({ id }) => id);
}

function concerns(id: string, definition: StepDefinition | undefined, difference: Difference): boolean {
  const changedFindings = findingsThatDiffer(difference);
  if (difference.changed.length === 0 && changedFindings.size === 0) return false;
  // What a decision takes from a quota follows from an answer, and from the year of the crossing.
  if (definition?.reserves && difference.changed.some((name) => name === definition.reserves?.fact || name === "date")) return true;
  if (difference.questioned.some(({ step, fact }) => step === id && difference.changed.includes(fact))) return true;
  const when = definition?.when ?? null;
  if (when === null) return true;
  const calledBy = rulesNamed(when, difference);
  const facts = new Set(factsRead(when));
  if (calledBy.length === 0 && facts.size === 0) return true;
  if (calledBy.some((rule) => changedFindings.has(rule))) return true;
  const applying = [...difference.before.findings, ...difference.after.findings].filter(({ id: rule }) => calledBy.includes(rule));
  for (const { id: rule, because } of applying) for (const fact of [...because, ...difference.triggersOf(rule).flatMap(factsRead)]) facts.add(fact);
  return difference.changed.some((name) => facts.has(name));
}

/** Whether a step stands under no condition over answers, findings or claims: its desk answers for the request as a whole. */
export function answersForAll({ when, per }: Pick<StepDefinition, "when" | "per">): boolean {
  return per === undefined && (when === null || leaves(when).every(({ attr }) => attr === "host" || attr === "kind"));
}

/** Findings that came, went, or are other than they were: waived, no longer binding, of another version. */
function findingsThatDiffer({ before, after }: Difference): ReadonlySet<string> {
  const [was, now] = [seenOf(before), seenOf(after)];
  return new Set([...was.keys(), ...now.keys()].filter((id) => was.get(id) !== now.get(id)));
}

function seenOf({ findings }: Asked): ReadonlyMap<string, string> {
  return new Map(findings.map(({ id, binding, version, waivedBy }) => [id, `${binding} ${version} ${waivedBy}`]));
}

/** The rules a condition names: one by one, or as whatever is claimed. */
function rulesNamed(when: Condition, { before, after }: Difference): string[] {
  const claims = [...before.claims, ...after.claims];
  return leaves(when).flatMap(({ attr, value }) => {
    if (attr === "claimed") return claims;
    return attr === "findings" || attr === "claims" ? [value].flat().map(String) : [];
  });
}

/** The facts a condition reads, without what workflows read besides. */
function factsRead(condition: Condition): string[] {
  return leaves(condition).flatMap(({ attr }) => (notFacts.includes(attr) ? [] : [attr]));
}

/** What workflows read besides answers; the kind of a request never changes. */
const notFacts = ["findings", "claims", "claimed", "host", "kind"];

type Leaf = Extract<Condition, { attr: string }>;

function leaves(condition: Condition): Leaf[] {
  if ("attr" in condition) return [condition];
  if ("not" in condition) return leaves(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(leaves);
}
