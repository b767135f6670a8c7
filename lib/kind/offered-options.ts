import { isCity } from "../place/cities.ts";
import { controlPoints } from "../place/control-points.ts";
import { isJurisdiction } from "../place/jurisdictions.ts";
import { controlPointsFor, type Mode, modes } from "../place/routes.ts";
import { liesIn, type Zone } from "../place/zones.ts";
import type { Facts } from "../policy/condition.ts";
import { deriveFacts } from "./derive.ts";
import type { Field } from "./field.ts";
import { optionsOf } from "./parse-fact.ts";

/**
 * The options to offer for a field given the other answers: zones of the city chosen, control points on the route,
 * transit through third places only. An answer already given stays on offer, so that nothing vanishes under its reader.
 */
export function offeredOptions(field: Field, given: Facts): readonly string[] {
  const facts = deriveFacts(given);
  const offered = offer(field, facts);
  const answer = given[field.fact];
  const kept = typeof answer === "string" ? [answer] : Array.isArray(answer) ? answer : [];
  const all = field.type.is === "controlPoint" ? controlPoints.map((point) => point.id) : optionsOf(field);
  return all.filter((option) => offered.includes(option) || kept.includes(option));
}

function offer(field: Field, facts: Facts): readonly string[] {
  const { type } = field;
  if (type.is === "controlPoint") return pointsOnRoute(facts);
  const options = optionsOf(field);
  if (field.fact === "transit.jurs") return options.filter((place) => place !== facts["from.jur"] && place !== facts["to.jur"]);
  if (type.is === "place" && type.of === "zone") {
    const city = facts[field.fact.replace(/zone$/, "city")];
    return isCity(city) ? options.filter((zone) => liesIn(zone as Zone, city)) : options;
  }
  return options;
}

function pointsOnRoute(facts: Facts): readonly string[] {
  const { "from.jur": from, "to.jur": to, mode } = facts;
  if (!isJurisdiction(from) || !isJurisdiction(to)) return [];
  const points = controlPointsFor(from, to, modes.includes(mode as Mode) ? (mode as Mode) : undefined);
  return points.map((point) => point.id);
}
