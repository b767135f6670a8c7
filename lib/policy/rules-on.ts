import { jurisdictions } from "../place/jurisdictions.ts";
import { compile } from "./compile.ts";
import type { Facts } from "./condition.ts";
import { residue } from "./dependence.ts";
import type { Rule, RuleSet } from "./evaluate.ts";
import { inForce } from "./in-force.ts";
import { type Kind, kinds } from "./pack.ts";

/** A regime that counts on a day, ready to be asked: its pack, the version of its text, and whether it applies. */
export type ReadyRule = { readonly rule: Rule; readonly pack: string; readonly version: string | null; readonly applies: (facts: Facts) => boolean };

/** What counts about one kind on one day and route, in order. */
export type RulesOn = { readonly packs: readonly { readonly id: string; readonly version: string }[]; readonly rules: readonly ReadyRule[] };

/**
 * The rules to ask about a kind on a day and a route. What counts changes only on the days on which a pack, a regime or a version
 * begins or has ended, and most rules ask first from where and to where: so they are gathered once for each stretch of days and each
 * route, without those that the route rules out, because a study asks thousands of times.
 */
export function rulesOn(packs: readonly RuleSet[], facts: Facts): RulesOn {
  let stretches = known.get(packs);
  if (!stretches) known.set(packs, (stretches = { turns: turnsOf(packs), gathered: new Map() }));
  const { turns, gathered } = stretches;
  const [from, to] = [end(facts["from.jur"]), end(facts["to.jur"])];
  const about = kinds.find((one) => one === facts.kind);
  const key = `${about} ${typeof facts.date === "string" ? turnsUntil(turns, facts.date) : "undated"} ${from} ${to}`;
  let found = gathered.get(key);
  if (!found) gathered.set(key, (found = gather(packs, about, facts.date, { "from.jur": from, "to.jur": to })));
  return found;
}

type Stretches = { readonly turns: readonly string[]; readonly gathered: Map<string, RulesOn> };
type Route = Readonly<Record<string, string | null | undefined>>;

/** A rulebook never changes: whoever publishes another has another list of packs. */
const known = new WeakMap<readonly RuleSet[], Stretches>();

/** An end of the route: null without one; undefined for what is no jurisdiction, and then every rule is asked. */
function end(value: Facts[string] | undefined): string | null | undefined {
  return value === undefined ? null : jurisdictions.find((one) => one === value);
}

function gather(packs: readonly RuleSet[], kind: Kind | undefined, date: unknown, route: Route): RulesOn {
  const current = packs.filter((pack) => inForce(pack, date));
  return {
    packs: current.map(({ id, version }) => ({ id, version })),
    rules: current.flatMap((pack) =>
      pack.regimes.filter((rule) => kind !== undefined && rule.kinds.includes(kind) && inForce(rule, date)).flatMap((rule): ReadyRule[] => {
        const left = residue(rule.trigger, (fact) => route[fact]);
        if (left === false) return [];
        const version = rule.versions.find((one) => inForce(one, date))?.id ?? null;
        return [{ rule, pack: `${pack.id}@${pack.version}`, version, applies: left === true ? () => true : compile(left) }];
      }),
    ),
  };
}

/** The texts from which on something else counts, in order: a first day, or what stands just after a last one. */
function turnsOf(packs: readonly RuleSet[]): string[] {
  const spans = packs.flatMap((pack) => [pack, ...pack.regimes.flatMap((rule) => [rule, ...rule.versions])]);
  return [...new Set(spans.flatMap(({ from, to }) => [...(from === null ? [] : [from]), ...(to === null ? [] : [`${to}~`])]))].toSorted((a, b) => (a < b ? -1 : 1));
}

function turnsUntil(turns: readonly string[], date: string): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] as string) <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
