import { isCity, jurisdictionOf } from "../place/cities.ts";
import { jurisdictions } from "../place/jurisdictions.ts";
import { isZone, liesIn, zones } from "../place/zones.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import { isFact } from "./catalogue.ts";
import { type FactProblemCode, parseFact } from "./parse-fact.ts";

export type FactTrouble = { readonly fact: string; readonly code: FactProblemCode; readonly expected: string };
export type CheckedFacts = { readonly facts: Facts; readonly unknown: string[]; readonly problems: FactTrouble[] };

/**
 * Facts from outside, checked one by one and against each other. `facts` holds what is good, `unknown` the names that no
 * fact has, `problems` every value that cannot be taken and places that contradict each other.
 */
export function checkFacts(given: Readonly<Record<string, unknown>>): CheckedFacts {
  const facts: Record<string, FactValue> = {};
  const unknown: string[] = [];
  const problems: FactTrouble[] = [];
  for (const [fact, value] of Object.entries(given)) {
    if (!isFact(fact)) {
      unknown.push(fact);
      continue;
    }
    const parsed = parseFact(fact, value);
    if (parsed.ok) facts[fact] = parsed.value;
    else problems.push({ fact, code: parsed.code, expected: parsed.expected });
  }
  return { facts, unknown, problems: [...problems, ...contradictions(facts, ends.from), ...contradictions(facts, ends.to), ...transitTrouble(facts)] };
}

type End = { readonly city: string; readonly zone: string; readonly jurisdiction: string };

/** The facts of each end, by names that are not put together anew for every case. */
const ends = {
  from: { city: "from.city", zone: "from.zone", jurisdiction: "from.jur" },
  to: { city: "to.city", zone: "to.zone", jurisdiction: "to.jur" },
} as const;

function contradictions(facts: Facts, end: End): FactTrouble[] {
  const city = facts[end.city];
  const zone = facts[end.zone];
  const stated = facts[end.jurisdiction];
  const jurisdiction = isCity(city) ? jurisdictionOf(city) : stated;
  const problems: FactTrouble[] = [];
  if (stated !== undefined && stated !== jurisdiction) {
    problems.push({ fact: end.jurisdiction, code: "placesDisagree", expected: `${jurisdiction}, where ${city} lies` });
  }
  if (isZone(zone) && zone !== "none") {
    const lies = isCity(city) ? liesIn(zone, city) : jurisdiction === undefined || zones[zone].jurisdiction === jurisdiction;
    if (!lies) problems.push({ fact: end.zone, code: "zoneElsewhere", expected: `a zone in ${isCity(city) ? city : jurisdiction}` });
  }
  return problems;
}

/** Whoever passes through a place is neither there yet nor there already. */
function transitTrouble(facts: Facts): FactTrouble[] {
  const transit = facts["transit.jurs"];
  if (!Array.isArray(transit)) return [];
  const places = [placeOf(facts, ends.from), placeOf(facts, ends.to)];
  if (!transit.some((place) => places.includes(place))) return [];
  return [{ fact: "transit.jurs", code: "transitIsEnd", expected: jurisdictions.filter((place) => !places.includes(place)).join(" | ") }];
}

function placeOf(facts: Facts, end: End): FactValue | undefined {
  const city = facts[end.city];
  return isCity(city) ? jurisdictionOf(city) : facts[end.jurisdiction];
}
