import { z } from "zod";
import { Line } from "../../request/commands/shared.ts";

/** What a request can be sorted by before some are drawn of each. `outcome` is how it stands, `desk` the one that decided last. */
export const strataBy = ["kind", "corridor", "outcome", "month", "desk", "organisation"] as const;
export type StratumBy = (typeof strataBy)[number];

/** Most that are drawn at once: each is a case that a person looks at. */
export const mostDrawn = 500;

/** A seed is any line that people can say to each other; its spaces at either end do not count. */
export const Seed = Line.max(200);
export const SampleSize = z.coerce.number().int().min(1).max(mostDrawn);
export const StrataBy = z.array(z.enum(strataBy)).max(strataBy.length).refine((all) => new Set(all).size === all.length, { error: "each once", params: { expected: "repeated" } });

/** What each stratum is called: its parts in the order asked for, with a bar between them. */
export function stratumNamed(parts: Readonly<Record<StratumBy, string>>, by: readonly StratumBy[]): string | undefined {
  return by.length === 0 ? undefined : by.map((one) => parts[one]).join(between);
}

/** The parts of such a name; one that was not made by them has none. */
export function strataNamed(stratum: string, by: readonly StratumBy[]): Readonly<Partial<Record<StratumBy, string>>> {
  const parts = stratum.split(between);
  return Object.fromEntries(by.map((one, at) => [one, parts[at]]));
}

const between = " | ";
