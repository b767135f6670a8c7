import type { Text } from "../language.ts";
import { airportPoints } from "./control-points/airports.ts";
import { ferryPoints } from "./control-points/ferries.ts";
import { hongKongLandPoints } from "./control-points/hong-kong-land.ts";
import { macaoLandPoints } from "./control-points/macao-land.ts";
import type { Jurisdiction } from "./jurisdictions.ts";

/** How one gets through: a control point serves a mode of movement only when it has one of that mode's ways. */
export type Way = "road" | "rail" | "sea" | "air" | "foot";

export type ControlPoint = {
  readonly id: string;
  /** The name as each side calls it; both are official, and a point with one side only has one name. */
  readonly names: Partial<Record<Jurisdiction, Text>>;
  /** The pairs it joins, in either direction. */
  readonly joins: readonly (readonly [Jurisdiction, Jurisdiction])[];
  readonly ways: readonly Way[];
  readonly cargo: "yes" | "limited" | "no";
  /** Passenger hours, and how sure they are: the rule sheet, part D1. */
  readonly hours: { readonly text: Text; readonly certainty: "verified" | "memory" | "uncertain" };
  readonly note?: Text;
};

/** Every boundary control point of the area. The ids are part of the record: never reuse or rename one. */
export const controlPoints: readonly ControlPoint[] = [...hongKongLandPoints, ...macaoLandPoints, ...ferryPoints, ...airportPoints];

const byId = new Map(controlPoints.map((point) => [point.id, point]));

export function controlPoint(id: string): ControlPoint | undefined {
  return byId.get(id);
}

export function isControlPoint(id: string): boolean {
  return byId.has(id);
}

/** Both sides' names, Mainland first: “Futian / Lok Ma Chau Spur Line”. */
export function controlPointName(point: ControlPoint): Text {
  const [first, second] = Object.values(point.names);
  if (!first) throw new Error(`Control point ${point.id} has no name`);
  if (!second) return first;
  return {
    en: both(first.en, second.en, " / "),
    "zh-Hant": both(first["zh-Hant"], second["zh-Hant"], "／"),
    "zh-Hans": both(first["zh-Hans"], second["zh-Hans"], "／"),
    pt: both(first.pt, second.pt, " / "),
  };
}

function both(a: string, b: string, between: string): string {
  return a === b ? a : `${a}${between}${b}`;
}
