import { type City, isCity, isGreaterBayArea, jurisdictionOf } from "../place/cities.ts";
import { isJurisdiction, type Jurisdiction, jurisdictions } from "../place/jurisdictions.ts";
import { isZone, type Zone } from "../place/zones.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import type { Rate } from "./funds/currencies.ts";
import { hasForm, kindDefinition } from "./registry.ts";

/**
 * The facts with what follows from them: the kind, each end's jurisdiction from its city, and zone `none` where a place
 * has no special zones, and what its kind works out. A stated jurisdiction is kept only while the city is open; `checkFacts` refuses one that differs.
 */
export function deriveFacts(facts: Facts, kind?: Kind): Facts {
  const derived: Record<string, FactValue> = { ...facts };
  if (kind) derived.kind = kind;
  for (const end of ends) {
    const city = facts[end.city];
    if (isCity(city)) derived[end.jurisdiction] = jurisdictionOf(city);
    const jurisdiction = derived[end.jurisdiction];
    if (jurisdiction === "MO" || jurisdiction === "XX") derived[end.zone] = "none";
  }
  for (const [fact, value] of whatFollows(derived, [])) derived[fact] ??= value;
  return derived;
}

/** The facts of each end of the route, by names that are not put together anew each time. */
const ends = [
  { city: "from.city", jurisdiction: "from.jur", zone: "from.zone" },
  { city: "to.city", jurisdiction: "to.jur", zone: "to.zone" },
] as const;

/** The same for a request: what follows stands, whatever was stated in its place, because the rules read it. Money follows by the rates that were imported, else by those that come along. */
export function requestFacts(facts: Facts, kind: Kind, rates: readonly Rate[] = []): Facts {
  const derived = deriveFacts(facts, kind);
  return { ...derived, ...Object.fromEntries(whatFollows(derived, rates)) };
}

/** The same where only questions are asked of answers: what was weighed by the rates of its day stays. */
export function weighedFacts(facts: Facts, kind: Kind): Facts {
  const derived = deriveFacts(facts, kind);
  const byRates = hasForm(kind) ? kindDefinition(kind).byRates : undefined;
  return { ...derived, ...Object.fromEntries(whatFollows(derived, []).filter(([fact]) => !byRates?.includes(fact))) };
}

/** What a kind works out from its own facts. */
function whatFollows(facts: Facts, rates: readonly Rate[]): [string, FactValue][] {
  const { kind } = facts;
  const derivations = typeof kind === "string" && hasForm(kind) ? kindDefinition(kind).derived : undefined;
  if (!derivations) return [];
  return Object.entries(derivations).flatMap(([fact, { value }]): [string, FactValue][] => {
    const follows = value(facts, rates);
    return follows === undefined ? [] : [[fact, follows]];
  });
}

export type End = { readonly jurisdiction?: Jurisdiction; readonly city?: City; readonly zone?: Zone; readonly greaterBayArea?: boolean };
export type Corridor = { readonly from: End; readonly to: End; readonly transit: readonly Jurisdiction[]; readonly controlPoint?: string };

/** The route these facts describe, as far as they say. */
export function corridorOf(facts: Facts): Corridor {
  const derived = deriveFacts(facts);
  const transit = derived["transit.jurs"];
  const point = derived.checkpoint;
  return {
    from: endOf(derived, "from"),
    to: endOf(derived, "to"),
    transit: jurisdictions.filter((place) => Array.isArray(transit) && transit.includes(place)),
    ...(typeof point === "string" && { controlPoint: point }),
  };
}

function endOf(facts: Facts, end: "from" | "to"): End {
  const jurisdiction = facts[`${end}.jur`];
  const city = facts[`${end}.city`];
  const zone = facts[`${end}.zone`];
  return {
    ...(isJurisdiction(jurisdiction) && { jurisdiction }),
    ...(isCity(city) && { city, greaterBayArea: isGreaterBayArea(city) }),
    ...(isZone(zone) && { zone }),
  };
}
