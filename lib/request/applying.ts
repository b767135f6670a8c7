import { format } from "../format.ts";
import { fieldOf } from "../kind/catalogue.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import { showFact } from "../kind/show-fact.ts";
import type { Language } from "../language.ts";
import type { Facts } from "../policy/condition.ts";
import { evaluate, type Evaluation, type Finding, isProgramme, type Rule, type RuleSet } from "../policy/evaluate.ts";
import type { Kind, Regime } from "../policy/pack.ts";
import { readableFacts } from "./answers.ts";

/** A rule with the words to show it in one language: what a browser is sent. */
export type ServedRule = Rule & Pick<Regime, "jurisdiction" | "facilitates"> & { readonly title: string; readonly usually: string; readonly authority: string; readonly citations: readonly string[] };

/** The rules about one kind in one language, with the words of the facts they read. */
export type ServedRules = {
  readonly kind: Kind;
  readonly language: Language;
  readonly packs: readonly (RuleSet & { readonly regimes: readonly ServedRule[] })[];
  readonly words: Readonly<Record<string, string>>;
};

/** What applies, each as its card says it. */
export type Applying = {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly usually: string;
  readonly because: readonly string[];
  readonly citations: readonly string[];
  readonly authority: string;
  /** The titles of what it would take away or make easier, one after another; empty for none. */
  readonly replaces: string;
  readonly eases: string;
  readonly uncertain: boolean;
  readonly fromMemory: boolean;
  /** A programme is offered until it is claimed; what a claimed one replaces stays listed under it. */
  readonly stands: "binding" | "offered" | "claimed" | "waived";
};

export type Weighing = { readonly kind: Kind; readonly facts: Facts; readonly claims: readonly string[]; readonly window: { readonly from: string } | null; readonly rates?: readonly Rate[] };

/** The answers as they stand, weighed: the same evaluation for a draft on the server and while one types in the browser. */
export function weighAnswers(packs: readonly RuleSet[], { kind, facts: given, claims, window, rates }: Weighing): { readonly facts: Facts; readonly evaluation: Evaluation } {
  const facts = readableFacts(kind, given, window, rates);
  return { facts, evaluation: evaluate(packs, facts, claims) };
}

/** The cards of what applies. What is planned or unverified binds nobody and is left out. */
export function applying({ packs, language, words }: ServedRules, weighing: Weighing): Applying[] {
  const { facts, evaluation } = weighAnswers(packs, weighing);
  const rules = new Map(packs.flatMap(({ regimes }) => regimes).map((rule) => [rule.id, rule]));
  const titles = (ids: readonly string[]) => format(language).series(ids.flatMap((id) => rules.get(id)?.title ?? []));
  return evaluation.findings.flatMap((finding): Applying[] => {
    const rule = rules.get(finding.id);
    if (rule?.status !== "in_force") return [];
    const { id, jurisdiction, title, usually, authority, citations, substitutes, facilitates, confidence } = rule;
    return [{
      id,
      jurisdiction,
      title,
      usually,
      because: finding.because.flatMap((fact) => reason(fact, facts, language, words)),
      citations,
      authority,
      replaces: titles(substitutes),
      eases: titles(facilitates),
      uncertain: confidence === "uncertain",
      fromMemory: confidence === "memory",
      stands: standing(finding, rule, weighing.claims),
    }];
  });
}

function standing({ waivedBy }: Finding, rule: ServedRule, claims: readonly string[]): Applying["stands"] {
  if (waivedBy !== null) return "waived";
  if (!isProgramme(rule)) return "binding";
  return claims.includes(rule.id) ? "claimed" : "offered";
}

function reason(fact: string, facts: Facts, language: Language, words: ServedRules["words"]): string[] {
  const [field, value] = [fieldOf(fact), facts[fact]];
  if (!field || value === undefined || fact === "kind" || fact === "date") return [];
  const say = (key: string) => words[key] ?? key;
  return [format(language).pair(say(`${fact}.short`), showFact(field, value, language, say))];
}
