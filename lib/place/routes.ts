import { controlPoints, type ControlPoint, type Way } from "./control-points.ts";
import type { Jurisdiction } from "./jurisdictions.ts";

/** The modes of movement, as the fact `mode` names them. */
export const modes = ["in_person", "hand_carried", "road", "courier", "air", "sea", "rail", "post", "electronic", "bank", "cash"] as const;
export type Mode = (typeof modes)[number];

/**
 * The control points one could pass on this route by this mode, in the order of the list; all modes when none is given.
 * Nothing for what never meets an officer (electronic, bank) or stays within one jurisdiction. A route through a third
 * place may use other points, so this is what a form offers, not what a request may name.
 */
export function controlPointsFor(from: Jurisdiction, to: Jurisdiction, mode?: Mode): readonly ControlPoint[] {
  if (from === to) return [];
  return controlPoints.filter((point) => joins(point, from, to) && (mode === undefined || serves(point, mode)));
}

function joins(point: ControlPoint, from: Jurisdiction, to: Jurisdiction): boolean {
  return point.joins.some(([a, b]) => (a === from && b === to) || (a === to && b === from));
}

function serves(point: ControlPoint, mode: Mode): boolean {
  const { ways, goods } = needs[mode];
  return ways.some((way) => point.ways.includes(way)) && !(goods && point.cargo === "no");
}

const anyWay: readonly Way[] = ["road", "rail", "sea", "air", "foot"];

const needs: Record<Mode, { ways: readonly Way[]; goods: boolean }> = {
  in_person: { ways: anyWay, goods: false },
  hand_carried: { ways: anyWay, goods: false },
  cash: { ways: anyWay, goods: false },
  courier: { ways: ["road", "sea", "air"], goods: true },
  post: { ways: ["road", "sea", "air"], goods: true },
  road: { ways: ["road"], goods: true },
  rail: { ways: ["rail"], goods: false },
  sea: { ways: ["sea"], goods: false },
  air: { ways: ["air"], goods: true },
  electronic: { ways: [], goods: false },
  bank: { ways: [], goods: false },
};
