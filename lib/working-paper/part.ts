import type { CaseState, PaperPlace } from "./place.ts";
import { type FindingStatus, findingStatus, isTested, type WorkingPaper } from "./state.ts";

type Case = WorkingPaper["cases"][number];
type Finding = WorkingPaper["findings"][number];
/** A page of a list, and how many there are in all and of each state; `next` is what the following page comes after. */
export type Part<T, State extends string> = { readonly items: readonly T[]; readonly next: number | null; readonly counts: Readonly<Record<State | "all", number>> };

/** Rows of one page. */
export const shownAtOnce = 25;

/** The cases and findings of a paper that stand at a place of it, in the order of the sheet and of their numbers. */
export function partOf({ cases, findings, attributes }: WorkingPaper, at: PaperPlace, limit = shownAtOnce): { readonly cases: Part<Case, CaseState>; readonly findings: Part<Finding, FindingStatus> } {
  const isOf = {
    untested: (one) => !isTested(one, attributes),
    tested: (one) => isTested(one, attributes),
    exception: ({ marks }) => marks.some(({ result }) => result === "exception"),
  } as const satisfies Record<CaseState, (one: Case) => boolean>;
  const stands = { asked: isIn("asked"), replied: isIn("replied"), closed: isIn("closed") } as const satisfies Record<FindingStatus, (one: Finding) => boolean>;
  const places = new Map(cases.map((one, place) => [one, place + 1]));
  return {
    cases: part(cases, { isOf, state: at.cases, after: at.casesAfter, keyOf: (one) => places.get(one) ?? 0, limit }),
    findings: part(findings, { isOf: stands, state: at.findings, after: at.findingsAfter, keyOf: ({ finding }) => finding, limit }),
  };
}

type Asked<T, State extends string> = { readonly isOf: Readonly<Record<State, (one: T) => boolean>>; readonly state: State | undefined; readonly after: number | undefined; readonly keyOf: (one: T) => number; readonly limit: number };

function part<T, State extends string>(all: readonly T[], { isOf, state, after = 0, keyOf, limit }: Asked<T, State>): Part<T, State> {
  const wanted = (state === undefined ? all : all.filter(isOf[state])).filter((one) => keyOf(one) > after);
  const items = wanted.slice(0, limit);
  const last = items.at(-1);
  const counts = Object.fromEntries([["all", all.length], ...Object.entries<(one: T) => boolean>(isOf).map(([name, is]) => [name, all.filter(is).length])]) as Record<State | "all", number>;
  return { items, next: wanted.length > limit && last ? keyOf(last) : null, counts };
}

function isIn(status: FindingStatus): (one: Finding) => boolean {
  return (one) => findingStatus(one) === status;
}
