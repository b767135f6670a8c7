import type { Facts } from "./condition.ts";
import { reasons } from "./holds.ts";
import type { Confidence, Due, Pack, Regime } from "./pack.ts";
import { type ReadyRule, rulesOn } from "./rules-on.ts";

/** What of a regime decides: all that the evaluation reads. Browsers are sent this much and the words. */
export type Rule = Pick<Regime, "id" | "type" | "status" | "kinds" | "trigger" | "papers" | "from" | "to" | "versions" | "substitutes" | "confidence" | "due">;
export type RuleSet = Pick<Pack, "id" | "version" | "from" | "to"> & { readonly regimes: readonly Rule[] };

/** One regime or programme that applies, with the facts that made it so. */
export type Finding = {
  readonly id: string;
  readonly type: Regime["type"];
  /** Planned and unverified regimes are notes: they never bind. Programmes oblige nobody either. */
  readonly binding: boolean;
  readonly because: readonly string[];
  readonly due: Due;
  readonly confidence: Confidence;
  readonly version: string | null;
  readonly pack: string;
  /** For a regime that a claimed programme took away: the programme. */
  readonly waivedBy: string | null;
};

export type Evaluation = {
  readonly regimes: readonly string[];
  readonly facilitations: readonly string[];
  readonly documents: readonly string[];
  readonly replaced: readonly string[];
  readonly findings: readonly Finding[];
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  /** Claims of programmes that do not apply here. */
  readonly refusedClaims: readonly string[];
};

/**
 * What applies to a request. Facts include `kind` and `date` (the planned crossing date, which chooses the version).
 * A programme that applies is offered; it removes what it substitutes only when it is among `claims`.
 */
export function evaluate(packs: readonly RuleSet[], facts: Facts, claims: readonly string[] = []): Evaluation {
  const current = rulesOn(packs, facts);
  const applying = current.rules.filter(({ applies }) => applies(facts));
  const relied = applying.filter(({ rule }) => rule.status === "in_force").map(({ rule }) => rule);
  const programmes = relied.filter(isProgramme);
  const taken = waivers(relied, programmes.filter((programme) => claims.includes(programme.id)));
  const obligations = relied.filter((regime) => regime.type !== "facilitation" && !taken.has(regime.id));
  const facilitations = relied.filter((regime) => regime.type === "facilitation");

  return {
    regimes: obligations.map((regime) => regime.id).toSorted(),
    facilitations: facilitations.map((regime) => regime.id).toSorted(),
    documents: unique([...obligations, ...facilitations].flatMap((regime) => regime.papers)),
    replaced: unique([...waivers(relied, programmes).keys()]),
    findings: applying.map((ready) => findingOf(ready, facts, taken.get(ready.rule.id) ?? null)),
    packs: current.packs,
    refusedClaims: claims.filter((claim) => !programmes.some((programme) => programme.id === claim)),
  };
}

/** A programme shortens, eases or replaces: every facilitation, and whatever substitutes something. */
export function isProgramme(regime: Pick<Rule, "type" | "substitutes">): boolean {
  return regime.type === "facilitation" || regime.substitutes.length > 0;
}

function findingOf({ rule: regime, pack, version }: ReadyRule, facts: Facts, waivedBy: string | null): Finding {
  return {
    id: regime.id,
    type: regime.type,
    binding: regime.status === "in_force" && regime.type !== "facilitation" && waivedBy === null,
    because: reasons(regime.trigger, facts),
    due: regime.due,
    confidence: regime.confidence,
    version,
    pack,
    waivedBy,
  };
}

function waivers(relied: readonly Rule[], claimed: readonly Rule[]): ReadonlyMap<string, string> {
  if (claimed.every((programme) => programme.substitutes.length === 0)) return nothing;
  const present = new Set(relied.map((regime) => regime.id));
  return new Map(claimed.flatMap((programme) => programme.substitutes.filter((id) => present.has(id)).map((id) => [id, programme.id] as const)));
}

function unique(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [...new Set(ids)].toSorted();
}

const nothing: ReadonlyMap<string, string> = new Map();
