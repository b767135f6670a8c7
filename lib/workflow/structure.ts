import type { JointOutcome, StepDefinition } from "./definition.ts";
import { appealStep } from "./appeal.ts";

export const misfitCodes = ["needsCircle", "needsUnknown", "needsLater", "needsTwice", "stepTwice", "stepReserved", "awaitsReserves", "namedSeveral", "namedTwice", "namedReserved", "joinTooMany", "outcomeUnknown", "outcomeTwice", "outcomeTooMany"] as const;
export type MisfitCode = (typeof misfitCodes)[number];

/** One place where the steps of a definition do not hang together. */
export type Misfit = { readonly code: MisfitCode; readonly path: readonly (string | number)[]; readonly step: string; readonly found: string; readonly expected: string };

type Steps = readonly Pick<StepDefinition, "id" | "needs" | "per" | "awaits" | "reserves" | "named" | "mode" | "people">[];

/** More would be no process that people can follow. */
export const mostSteps = 200;

/** Of what is wrong no more is told at once: whoever mends these will see the rest. */
export const mostTold = 50;

/** Whether steps hang together: each has its own name and only needs those that stand before it, so that none can wait for itself. */
export function misfits({ steps, outcome }: { readonly steps: Steps; readonly outcome?: JointOutcome | undefined }): Misfit[] {
  const places = new Map(steps.map(({ id }, at) => [id, at]));
  const found: Misfit[] = [];
  // Each circle is a walk through the whole: where everything waits for everything, all of them would take seconds.
  for (const [at, step] of steps.entries()) if (found.length < mostTold) found.push(...misfitsOf(step, at, steps, places));
  return [...found, ...outcomeMisfits(outcome, places)];
}

function misfitsOf({ id, needs, awaits, reserves, named, mode, people }: Steps[number], at: number, steps: Steps, places: ReadonlyMap<string, number>): Misfit[] {
  const misfit = (code: MisfitCode, path: Misfit["path"], said: Partial<Pick<Misfit, "found" | "expected">> = {}): Misfit => ({ code, path: ["steps", at, ...path], step: id, found: "", expected: "", ...said });
  return [
    ...(steps.findIndex((step) => step.id === id) < at ? [misfit("stepTwice", ["id"], { found: id })] : []),
    ...(id === appealStep ? [misfit("stepReserved", ["id"], { found: id })] : []),
    // What comes by an authority's answer comes while nobody can look at what is left.
    ...(awaits && reserves ? [misfit("awaitsReserves", ["reserves"], { found: reserves.quota })] : []),
    // One endorser is named, who decides in person and no second step, and whom nobody else has to ask.
    ...(named && mode !== "one" && mode !== 1 ? [misfit("namedSeveral", ["mode"])] : []),
    ...(named ? steps.slice(0, at).filter((step) => step.named).slice(0, 1).map(({ id: first }) => misfit("namedTwice", ["named"], { found: first })) : []),
    ...(named && people?.reserved ? [misfit("namedReserved", ["people", "reserved"])] : []),
    ...needs.of.flatMap((need, number) => ((places.get(need) ?? at) < at ? [] : [{ need, number }])).slice(0, mostTold).map(({ need, number }) => {
      const path = ["needs", "of", number];
      if (!places.has(need)) return misfit("needsUnknown", path, { found: need });
      const circle = wayTo(id, need, steps, places);
      return circle ? misfit("needsCircle", path, { found: [id, ...circle].join(" → ") }) : misfit("needsLater", path, { found: need });
    }),
    // A step for each line stands for as many as the request has lines.
    ...(typeof needs.join === "number" && needs.join > needs.of.length && !steps.some((step) => step.per && needs.of.includes(step.id)) ? [misfit("joinTooMany", ["needs", "join"], { found: String(needs.join), expected: String(needs.of.length) })] : []),
  ];
}

/** The steps from one to another that it waits for, however far back; null where it does not. */
function wayTo(target: string, from: string, steps: Steps, places: ReadonlyMap<string, number>, seen = new Set<string>()): string[] | null {
  if (from === target) return [from];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const need of steps[places.get(from) ?? -1]?.needs.of ?? []) {
    const rest = wayTo(target, need, steps, places, seen);
    if (rest) return [from, ...rest];
  }
  return null;
}

function outcomeMisfits(outcome: JointOutcome | undefined, places: ReadonlyMap<string, number>): Misfit[] {
  if (!outcome) return [];
  const { join, of } = outcome;
  return [
    ...of.flatMap((id, at): Misfit[] => (places.has(id) ? [] : [{ code: "outcomeUnknown", path: ["outcome", "of", at], step: id, found: id, expected: "" }])),
    ...(typeof join === "number" && join > of.length ? [{ code: "outcomeTooMany" as const, path: ["outcome", "join"], step: "", found: String(join), expected: String(of.length) }] : []),
  ];
}

/**
 * Where a step or the outcome counts one step twice: two of them would be had with one. Looked for before publishing alone, since
 * versions that were published with it are read as long as there is a record.
 */
export function repeats({ steps, outcome }: { readonly steps: Steps; readonly outcome?: JointOutcome | undefined }): Misfit[] {
  const again = (of: readonly string[]) => {
    const seen = new Set<string>();
    return of.flatMap((found, at) => (seen.size === seen.add(found).size ? [{ found, at }] : []));
  };
  return [
    ...steps.flatMap(({ id, needs }, step) => again(needs.of).map(({ found, at }): Misfit => ({ code: "needsTwice", path: ["steps", step, "needs", "of", at], step: id, found, expected: "" }))),
    ...again(outcome?.of ?? []).map(({ found, at }): Misfit => ({ code: "outcomeTwice", path: ["outcome", "of", at], step: found, found, expected: "" })),
  ];
}
