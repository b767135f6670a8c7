import { checkFacts } from "../kind/check-facts.ts";
import { parseValue } from "../kind/parse-fact.ts";
import { fieldsOf, withoutHidden } from "../kind/questions.ts";
import { requestFacts } from "../kind/derive.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import { evaluate, type RuleSet } from "../policy/evaluate.ts";
import { holds, reasons } from "../policy/holds.ts";
import type { Kind } from "../policy/pack.ts";
import { type ProposalRule, proposalRules } from "./proposal-rules.ts";

/** A further request that a movement needs. */
export type Proposal = Pick<ProposalRule, "id" | "kind" | "role" | "dependency"> & {
  /** The answers that made it so. */
  readonly because: readonly string[];
  /** What both have in common, and what the first one's answers settle in this one. */
  readonly facts: Facts;
  /** The programmes that were claimed and are offered here too. */
  readonly claims: readonly string[];
  readonly perhaps: boolean;
};

export type Movement = { readonly kind: Kind; readonly facts: Facts; readonly claims: readonly string[] };

/** Which further requests a movement needs, by the rules above; at most one for a role. */
export function propose(packs: readonly RuleSet[], { kind, facts, claims }: Movement, rules: readonly ProposalRule[] = proposalRules): Proposal[] {
  const known = withoutHidden(kind, facts);
  const fitting = rules.filter((rule) => rule.of === kind && holds(rule.when, known));
  const first = fitting.filter((rule, at) => fitting.findIndex(({ role }) => role === rule.role) === at);
  return first.map((rule) => {
    const shared = sharedFacts(rule, known);
    const { refusedClaims } = evaluate(packs, requestFacts(shared, rule.kind), claims);
    const { id, role, dependency, perhaps = false } = rule;
    return { id, kind: rule.kind, role, ...(dependency && { dependency }), because: reasons(rule.when, known), facts: shared, claims: claims.filter((claim) => !refusedClaims.includes(claim)), perhaps };
  });
}

/** The answers that carry over: those that the other kind asks for too, in its own range, and nothing that follows by itself. */
export function sharedFacts({ kind, reversed, apart = [], says = {} }: Pick<ProposalRule, "kind" | "reversed" | "apart" | "says">, facts: Facts): Facts {
  const turned = reversed ? turnedRound(facts) : facts;
  const given: Facts = { ...turned, ...says };
  const asked = fieldsOf(kind).filter(({ fact, derived }) => !derived && given[fact] !== undefined && (says[fact] !== undefined || !apart.includes(fact)));
  const taken = Object.fromEntries(asked.filter((field) => parseValue(field, given[field.fact]).ok).map(({ fact }): [string, FactValue] => [fact, given[fact] ?? ""]));
  const wrong = new Set(checkFacts(taken).problems.map(({ fact }) => fact));
  const right = Object.fromEntries(Object.entries(taken).filter(([fact]) => !wrong.has(fact)));
  const visible = withoutHidden(kind, right);
  return Object.fromEntries(Object.entries(right).filter(([fact]) => visible[fact] !== undefined));
}

/** The same places seen from the other end. */
function turnedRound(facts: Facts): Facts {
  const other = (name: string) => name.replace(/^(org\.)?(from|to)\./, (_, org: string | undefined, end: string) => `${org ?? ""}${end === "from" ? "to" : "from"}.`);
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [other(name), value]));
}
