import { requestFacts } from "../kind/derive.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import { withoutHidden } from "../kind/questions.ts";
import type { FormKind } from "../kind/registry.ts";
import type { Facts } from "../policy/condition.ts";
import { residue } from "../policy/dependence.ts";
import { evaluate, type Evaluation, type Finding, isProgramme } from "../policy/evaluate.ts";
import { reasons } from "../policy/holds.ts";
import { inForce } from "../policy/in-force.ts";
import type { Pack, Regime } from "../policy/pack.ts";
import { wanting, type Want } from "./wanting.ts";

export type Moment = "before" | "at" | "after";

export type Outcome = {
  /** The answers with what follows from them, as the rules read them. */
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  /** What binds, by when it must be met. What a claimed programme takes away stands in `waived`. */
  readonly needs: Readonly<Record<Moment, readonly Finding[]>>;
  readonly waived: readonly Finding[];
  readonly programmes: readonly Finding[];
  /** Programmes that would apply if a few things were otherwise, and those things. */
  readonly near: readonly { readonly regime: Regime; readonly wants: readonly Want[] }[];
  /** Planned or unverified: to know, binding nobody. */
  readonly notes: readonly Finding[];
  /** What could have applied on this route and day, and the answers that ruled it out. */
  readonly ruledOut: readonly { readonly regime: Regime; readonly because: readonly string[] }[];
  /** Working days that the slowest authority before the crossing usually takes. */
  readonly workingDays: number;
};

/** Facts of the route: what they rule out was never a question. */
const route = new Set(["kind", "from.jur", "to.jur", "from.city", "to.city", "date"]);
/** What nobody changes in order to fit a programme. */
const given = new Set([...route, "transit.jurs", "person.nationality_class"]);

/** All that the finder says about these answers; money is weighed by the imported rates given, else by those that come along. */
export function outcomeOf(packs: readonly Pack[], kind: FormKind, answers: Facts, claims: readonly string[], rates: readonly Rate[] = []): Outcome {
  const facts = withoutHidden(kind, requestFacts(answers, kind, rates));
  const regimes = packs.filter((pack) => inForce(pack, facts.date)).flatMap((pack) => pack.regimes).filter((regime) => regime.kinds.includes(kind) && inForce(regime, facts.date));
  const byId = new Map(regimes.map((regime) => [regime.id, regime]));
  const offered = new Set(regimes.filter(isProgramme).map(({ id }) => id));
  const evaluation = evaluate(packs, facts, claims.filter((claim) => offered.has(claim)));
  const inForceNow = evaluation.findings.filter(({ id }) => byId.get(id)?.status === "in_force");
  const binding = inForceNow.filter((finding) => finding.binding);
  const applying = new Set(evaluation.findings.map(({ id }) => id));
  return {
    facts,
    evaluation,
    needs: {
      before: binding.filter(({ due }) => due !== "at-crossing" && due !== "after-crossing"),
      at: binding.filter(({ due }) => due === "at-crossing"),
      after: binding.filter(({ due }) => due === "after-crossing"),
    },
    waived: inForceNow.filter(({ waivedBy }) => waivedBy !== null),
    programmes: inForceNow.filter(({ id }) => offered.has(id)),
    near: regimes.filter((regime) => isProgramme(regime) && regime.status === "in_force" && !applying.has(regime.id)).flatMap((regime) => nearlyFits(regime, facts)),
    notes: evaluation.findings.filter(({ id }) => byId.get(id)?.status !== "in_force"),
    ruledOut: regimes.filter((regime) => !isProgramme(regime) && !applying.has(regime.id)).flatMap((regime) => ruledOut(regime, facts)),
    workingDays: Math.max(0, ...binding.filter(({ due }) => due.startsWith("before")).map(({ id }) => workingDays(byId.get(id)))),
  };
}

function nearlyFits(regime: Regime, facts: Facts): Outcome["near"] {
  const [fewest] = wanting(regime.trigger, facts)
    .filter((wants) => wants.every(({ leaf }) => !given.has(leaf.attr)))
    .toSorted((a, b) => a.length - b.length);
  return fewest === undefined || fewest.length > 2 ? [] : [{ regime, wants: fewest }];
}

/** Ruled out by answers, when on this route and day other answers would have brought it in and no open question still can. */
function ruledOut(regime: Regime, facts: Facts): Outcome["ruledOut"] {
  const onRoute = residue(regime.trigger, (fact) => (route.has(fact) ? (facts[fact] ?? null) : undefined));
  if (typeof onRoute === "boolean" || residue(regime.trigger, (fact) => facts[fact]) !== false) return [];
  const because = reasons(onRoute, facts);
  return because.length === 0 ? [] : [{ regime, because }];
}

function workingDays(regime: Regime | undefined): number {
  if (!regime || regime.time.unit === "hour") return 0;
  // Calendar days are counted as five of seven.
  return regime.time.unit === "working_day" ? regime.time.value : Math.ceil((regime.time.value * 5) / 7);
}
