import type { Facts } from "./condition.ts";
import { holds, reasons } from "./holds.ts";
import { type Confidence, type Due, type Kind, kinds, type Pack, type Regime } from "./pack.ts";

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
  const current = packs.filter((pack) => inForce(pack, facts.date));
  const applying = current.flatMap((pack) =>
    regimesOf(pack, facts.kind).filter((regime) => inForce(regime, facts.date) && holds(regime.trigger, facts)).map((regime) => ({ regime, pack })),
  );
  const relied = applying.filter(({ regime }) => regime.status === "in_force").map(({ regime }) => regime);
  const programmes = relied.filter(isProgramme);
  const taken = waivers(relied, programmes.filter((programme) => claims.includes(programme.id)));
  const obligations = relied.filter((regime) => regime.type !== "facilitation" && !taken.has(regime.id));
  const facilitations = relied.filter((regime) => regime.type === "facilitation");

  return {
    regimes: obligations.map((regime) => regime.id).toSorted(),
    facilitations: facilitations.map((regime) => regime.id).toSorted(),
    documents: unique([...obligations, ...facilitations].flatMap((regime) => regime.papers)),
    replaced: unique([...waivers(relied, programmes).keys()]),
    findings: applying.map(({ regime, pack }) => findingOf(regime, pack, facts, taken.get(regime.id) ?? null)),
    packs: current.map(({ id, version }) => ({ id, version })),
    refusedClaims: claims.filter((claim) => !programmes.some((programme) => programme.id === claim)),
  };
}

/** A programme shortens, eases or replaces: every facilitation, and whatever substitutes something. */
export function isProgramme(regime: Pick<Rule, "type" | "substitutes">): boolean {
  return regime.type === "facilitation" || regime.substitutes.length > 0;
}

function findingOf(regime: Rule, pack: RuleSet, facts: Facts, waivedBy: string | null): Finding {
  return {
    id: regime.id,
    type: regime.type,
    binding: regime.status === "in_force" && regime.type !== "facilitation" && waivedBy === null,
    because: reasons(regime.trigger, facts),
    due: regime.due,
    confidence: regime.confidence,
    version: regime.versions.find((version) => inForce(version, facts.date))?.id ?? null,
    pack: `${pack.id}@${pack.version}`,
    waivedBy,
  };
}

function waivers(relied: readonly Rule[], claimed: readonly Rule[]): Map<string, string> {
  const present = new Set(relied.map((regime) => regime.id));
  return new Map(claimed.flatMap((programme) => programme.substitutes.filter((id) => present.has(id)).map((id) => [id, programme.id] as const)));
}

/** The regimes of a pack that speak of a kind, in order. Gathered once a pack: most speak of one kind, and a study asks thousands of times. */
function regimesOf(pack: RuleSet, kind: Facts[string] | undefined): readonly Rule[] {
  let index = indexes.get(pack);
  if (!index) {
    index = new Map(kinds.map((one) => [one, pack.regimes.filter((regime) => regime.kinds.includes(one))]));
    indexes.set(pack, index);
  }
  return index.get(kind as Kind) ?? [];
}

const indexes = new WeakMap<RuleSet, ReadonlyMap<Kind, readonly Rule[]>>();

/** Without a date what is in force with no known end counts: the finder's first answer, before the date is asked. */
export function inForce({ from, to }: { from: string | null; to: string | null }, date: Facts[string] | undefined): boolean {
  if (typeof date !== "string") return to === null;
  return (from === null || from <= date) && (to === null || date <= to);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted();
}
