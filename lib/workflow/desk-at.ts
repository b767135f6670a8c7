import type { Facts } from "../policy/condition.ts";
import type { DeskFunction, DeskSelector, Office, Side } from "./definition.ts";
import type { Parties, PlanDesk, PlanInput } from "./plan.ts";

/** The desk of a selector: that of the first office which has one of its function. */
export function deskAt({ function: does, offices }: DeskSelector, input: PlanInput): PlanDesk | undefined {
  for (const office of offices) {
    const found = desksOf(does, input.desks).find((desk) => staffs(desk, office, input));
    if (found) return found;
  }
  return undefined;
}

/** The desks of a function. Whoever asks about thousands of cases asks the same desks each time. */
function desksOf(does: DeskFunction, desks: readonly PlanDesk[]): readonly PlanDesk[] {
  let known = byFunction.get(desks);
  if (!known) byFunction.set(desks, (known = new Map()));
  let found = known.get(does);
  if (!found) known.set(does, (found = desks.filter((desk) => desk.function === does)));
  return found;
}

const byFunction = new WeakMap<readonly PlanDesk[], Map<DeskFunction, readonly PlanDesk[]>>();

function staffs(desk: PlanDesk, office: Office, { facts, parties, claims, findings }: PlanInput): boolean {
  switch (office) {
    case "programme":
      return desk.programmes.some((programme) => claims.includes(programme));
    case "home":
      return desk.organisation === parties.home.organisation;
    case "host":
      return desk.organisation === parties.host?.organisation;
    case "origin":
      return isPartyIn(facts["from.jur"], desk, parties);
    case "destination":
      return isPartyIn(facts["to.jur"], desk, parties);
    case "mainland":
      return isPartyIn("CN", desk, parties);
    case "funder":
      return desk.programmes.some((terms) => findings.includes(terms));
    default:
      return office satisfies never;
  }
}

/** Whether a desk is of the party that lies in a jurisdiction; of two there, of the home institution. */
function isPartyIn(jurisdiction: unknown, desk: PlanDesk, { home, host }: Parties): boolean {
  const party = home.jurisdiction === jurisdiction ? home : host?.jurisdiction === jurisdiction ? host : null;
  return party?.organisation === desk.organisation;
}

export function sideOf(desk: PlanDesk, parties: Parties, facts: Facts): Side {
  const home: Side = parties.home.jurisdiction === facts["from.jur"] ? "origin" : "destination";
  if (desk.organisation === parties.home.organisation) return home;
  if (desk.organisation === parties.host?.organisation) return home === "origin" ? "destination" : "origin";
  return "joint";
}

/** The calendars that a side's clocks run by; a joint desk's day must be a working day on both sides. */
export function calendarsOf(side: Side, from: unknown, to: unknown): string[] {
  const places = side === "origin" ? [from] : side === "destination" ? [to] : [from, to];
  return places.filter((place): place is string => place === "CN" || place === "HK" || place === "MO");
}
