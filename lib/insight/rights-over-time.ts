import type { Change } from "../access/configuration.ts";
import type { Permission, Scope } from "../access/permission.ts";
import { addDays } from "../calendar/day.ts";

/** A change of roles, of somebody's grants or of a stand-in, as the record has it; of a stand-in whose words were erased when it was made is still known. */
export type RightsChange = { readonly at: string; readonly change: Extract<Change, { of: "role" | "grants" | "stand-in" }> } | { readonly at: string; readonly erased: { readonly standIn: string } };
/** From when until when somebody stood in for another: instants, the last one no longer within. */
export type StandInPeriod = { readonly by: string; readonly for: string; readonly from: string; readonly until: string; readonly desks: readonly string[] };

type Held<T> = { readonly at: string; readonly value: T };
type Granted = readonly { readonly role: string; readonly scope: Scope }[];

/** Who had which rights when, from the changes of the set-up in the order in which they were made. */
export type RightsOverTime = {
  /** Whether somebody could decide at a desk at an instant: by a grant of their own, or standing in for somebody who had one. */
  readonly couldDecide: (person: string, desk: string, at: string) => boolean;
  /** Whether they could the whole time from one instant to another. */
  readonly couldDecideFrom: (person: string, desk: string, first: string, last: string) => boolean;
  /** Since when somebody holds a grant without a break; null when they never did. */
  readonly heldSince: (person: string, role: string, scope: Scope) => string | null;
  readonly standIns: readonly StandInPeriod[];
};

export function rightsOverTime(changes: readonly RightsChange[]): RightsOverTime {
  const grants = new Map<string, Held<Granted>[]>();
  const roles = new Map<string, Held<readonly Permission[]>[]>();
  const standing = new Map<string, Told>();
  for (const one of changes) {
    if ("erased" in one) {
      const { standIn } = one.erased;
      standing.set(standIn, { times: [...(standing.get(standIn)?.times ?? []), one.at], period: null });
      continue;
    }
    const { at, change } = one;
    if (change.of === "grants") add(grants, change.person, { at, value: change.grants });
    else if (change.of === "role") add(roles, change.id, { at, value: change.permissions });
    else standing.set(change.id, told(change, at, standing.get(change.id)));
  }
  const standIns = [...standing.values()].flatMap(({ period }) => (period && period.from < period.until ? [period] : []));
  const decides = (person: string, desk: string, at: string) =>
    (valueAt(grants.get(person), at) ?? []).some(({ role, scope }) => scope.kind === "desk" && scope.id === desk && (valueAt(roles.get(role), at) ?? []).includes("step.decide"));
  const couldDecide = (person: string, desk: string, at: string) =>
    decides(person, desk, at) || standIns.some((one) => one.by === person && one.from <= at && at < one.until && (one.desks.length === 0 || one.desks.includes(desk)) && decides(one.for, desk, at));
  const roleChanges = [...roles.values()].flatMap((held) => held.map(({ at }) => at));
  return {
    couldDecide,
    couldDecideFrom(person, desk, first, last) {
      const around = standIns.filter(({ by }) => by === person);
      const turns = [...[person, ...around.map((one) => one.for)].flatMap((one) => (grants.get(one) ?? []).map(({ at }) => at)), ...around.flatMap(({ from, until }) => [from, until]), ...roleChanges];
      return [first, ...turns.filter((at) => at > first && at <= last)].every((at) => couldDecide(person, desk, at));
    },
    heldSince(person, role, scope) {
      const steps = grants.get(person) ?? [];
      const broken = steps.findLastIndex(({ value }) => !value.some((one) => one.role === role && isSame(one.scope, scope)));
      return steps[broken + 1]?.at ?? null;
    },
    standIns,
  };
}

/** When a stand-in was set and, as the second, when it was ended; and how long that made it run, where its words say so. */
type Told = { readonly times: readonly string[]; readonly period: StandInPeriod | null };

/**
 * One that was ended early ran until then; nothing is set for days that were past. Whoever is forgotten has theirs written once more
 * without its reason: that changes nothing of when it ran.
 */
function told({ by, for: person, from, until, desks, ended }: Extract<Change, { of: "stand-in" }>, at: string, before: Told | undefined): Told {
  const times = [...(before?.times ?? []), at];
  const [set = at, end = at] = times;
  const [begins, ends] = [startOf(from), startOf(addDays(until, 1))];
  return { times, period: { by, for: person, desks, from: set > begins ? set : begins, until: ended && end < ends ? end : ends } };
}

function startOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

function isSame(a: Scope, b: Scope): boolean {
  return a.kind === "everything" || b.kind === "everything" ? a.kind === b.kind : a.kind === b.kind && a.id === b.id;
}

function valueAt<T>(held: readonly Held<T>[] | undefined, at: string): T | undefined {
  return held?.findLast((one) => one.at <= at)?.value;
}

function add<T>(to: Map<string, Held<T>[]>, key: string, one: Held<T>): void {
  const kept = to.get(key);
  if (kept) kept.push(one);
  else to.set(key, [one]);
}
