import { dayOf } from "../calendar/day.ts";
import type { Regime } from "../policy/pack.ts";
import { type Duty, type DutyKind, isByYears, lastDays, needsProof, timesDue } from "./duty.ts";
import type { Sealed } from "./events.ts";
import { obligationDay } from "./filing.ts";
import { isMet } from "./requirement.ts";
import { hasEnded, type LiveState, permitOf, type Requirement } from "./state.ts";

/** That an obligation is over: met with its evidence, or waived with a reason. */
export type Settled = { readonly obligation: string; readonly as: "fulfilled" | "waived"; readonly at: string; readonly person: string | null; readonly date: string | null; readonly reference: Sealed | null; readonly document: string | null; readonly reason: Sealed | null };

export type Obligation = {
  readonly id: string;
  readonly kind: DutyKind;
  /** The step whose desk asked for it as a condition; null where a rule did. */
  readonly step: string | null;
  /** The requirement that it is, where a rule asked for it: recorded as any requirement is. */
  readonly requirement: string | null;
  /** Which year of an attestation by years it is, and the day on which that year begins. */
  readonly year: { readonly nth: number; readonly of: number; readonly begins: string | null } | null;
  /** What the desk said. */
  readonly text: Sealed | null;
  /** The last day for it; null while what it runs from has not come about, or where the law names none. */
  readonly due: string | null;
  readonly status: "open" | "fulfilled" | "waived";
  readonly late: boolean;
  readonly proof: boolean;
  readonly settled: Settled | null;
};

/** What must still be done after approval, and what became of it: what desks asked for as conditions, then what rules ask for after a crossing. Once the permit has ended, nobody owes what was to follow a crossing that never was. */
export function obligationsIn(state: LiveState, today: string, regimes: ReadonlyMap<string, Regime> = new Map()): Obligation[] {
  return [...askedByDesks(state, today), ...askedByRules(state, today, regimes)];
}

/** Those of desks alone, which need no rules to be known. */
export function askedByDesks(state: LiveState, today: string): Obligation[] {
  if (permitOf(state) === null) return [];
  const never = neverCrossed(state);
  return state.conditions.flatMap(({ step, text, id, duty }) => {
    if (id === undefined || duty === undefined) return [];
    const start = startOf(duty, state);
    const days = start === null ? [] : lastDays(duty, start, state.home.jurisdiction);
    return Array.from({ length: timesDue(duty) }, (_, at): Obligation => {
      const of = timesDue(duty);
      const year = isByYears(duty) ? { nth: at + 1, of, begins: days[at - 1] ?? start } : null;
      const known = { id: of === 1 ? id : `${id}.${at + 1}`, kind: duty.is, step, requirement: null, year, text, due: days[at] ?? null, proof: needsProof(duty) };
      const settled = state.settledObligations.find(({ obligation }) => obligation === known.id) ?? null;
      return { ...known, settled, ...standing(known, settled, today) };
    }).filter(({ settled }) => settled !== null || duty.from !== "crossing" || !never);
  });
}

export function openObligations<O extends Pick<Obligation, "status">>(obligations: readonly O[]): O[] {
  return obligations.filter(({ status }) => status === "open");
}

/** Late, and for the requester to do: what was filed waits for its authority. */
export function isOverdue({ late, requirement }: Pick<Obligation, "late" | "requirement">, requirements: readonly Pick<Requirement, "id" | "status">[]): boolean {
  return late && !requirements.some(({ id, status }) => id === requirement && status === "filed");
}

function standing({ kind, due }: Pick<Obligation, "kind" | "due">, settled: Settled | null, today: string): Pick<Obligation, "status" | "late"> {
  const isOver = due !== null && due < today;
  if (settled !== null) return { status: settled.as, late: false };
  // Papers are kept by letting the time pass, so that is never late.
  if (kind === "keepPapers") return { status: isOver ? "fulfilled" : "open", late: false };
  return { status: "open", late: isOver };
}

function startOf({ from }: Duty, state: LiveState): string | null {
  const permit = permitOf(state);
  if (from === "crossing") return lastCrossing(state);
  return (from === "permit" ? permit?.validFrom : permit?.validUntil) ?? null;
}

function lastCrossing({ movements }: LiveState): string | null {
  const days = movements.filter(({ direction }) => direction === "out").map(({ at }) => dayOf(at));
  return days.toSorted().at(-1) ?? null;
}

/** Its permit has ended, and nothing went under it. */
function neverCrossed(state: LiveState): boolean {
  return hasEnded(state.status) && lastCrossing(state) === null;
}

function askedByRules(state: LiveState, today: string, regimes: ReadonlyMap<string, Regime>): Obligation[] {
  if (permitOf(state) === null) return [];
  const crossed = lastCrossing(state);
  return state.requirements
    .filter(({ due, type }) => due === "after-crossing" && type !== "prohibition")
    .map((one): Obligation => {
      // Requests from before their clocks were kept with them have them in the rules that they pinned.
      const clock = one.clock ?? regimes.get(one.regime)?.clock ?? null;
      const due = crossed === null ? null : obligationDay({ clock }, crossed);
      // What was filed in time stays done, however long it is good for.
      const status = one.status === "waived" ? "waived" : isMet({ ...one, validUntil: null }, today) ? "fulfilled" : "open";
      return { id: one.id, kind: "file", step: null, requirement: one.id, year: null, text: null, due, status, late: status === "open" && due !== null && due < today, proof: false, settled: null };
    })
    .filter(({ status }) => status !== "open" || !neverCrossed(state));
}
