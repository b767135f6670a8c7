import type { Language } from "../language.ts";
import { isCity, cities } from "../place/cities.ts";
import { controlPoint, controlPointName } from "../place/control-points.ts";
import { isJurisdiction, jurisdictionNames } from "../place/jurisdictions.ts";
import { isZone, zoneName } from "../place/zones.ts";
import type { Text } from "../language.ts";
import type { Field } from "./field.ts";

/** Reads a key of the `facts` messages, such as `sample.un.options.UN3373`. */
export type Say = (key: string) => string;

/** What one value of a field is called: places by their own names, all else from the messages. */
export function optionName(field: Field, value: string, language: Language, say: Say): string {
  const place = placeName(field, value);
  return place ? place[language] : say(`${field.fact}.options.${value}`);
}

function placeName({ type }: Field, value: string): Text | undefined {
  if (type.is === "controlPoint") {
    const point = controlPoint(value);
    return point && controlPointName(point);
  }
  if (type.is !== "place" && type.is !== "places") return undefined;
  if (type.of === "city" && isCity(value)) return cities[value].name;
  if (type.of === "zone" && isZone(value)) return zoneName(value);
  return isJurisdiction(value) ? jurisdictionNames[value] : undefined;
}
