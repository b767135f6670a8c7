import { byBytes } from "./population.ts";

export type Stratum = { readonly stratum: string; readonly size: number };
export type Share = Stratum & { readonly drawn: number };

/**
 * How many are drawn from each stratum: in proportion to its size, by largest remainder. Equal remainders go to the larger
 * stratum, then to the one whose name comes first by its UTF-8 bytes. With `atLeastOne` each stratum first gets one, and the
 * rest is shared in proportion to what is left of each. The caller has seen to it that `size` is neither more than there are
 * nor, with `atLeastOne`, fewer than there are strata.
 */
export function allocate(strata: readonly Stratum[], size: number, atLeastOne: boolean): Share[] {
  const first = atLeastOne ? 1 : 0;
  const open = strata.map((one) => ({ ...one, left: one.size - first }));
  const whole = open.reduce((sum, { left }) => sum + left, 0);
  const toShare = size - first * open.length;
  // Exact: a size times a stratum stays far below 2^53.
  const shares = open.map((one) => ({ ...one, floor: whole === 0 ? 0 : Math.floor((toShare * one.left) / whole), rest: whole === 0 ? 0 : (toShare * one.left) % whole }));
  const remaining = toShare - shares.reduce((sum, { floor }) => sum + floor, 0);
  const more = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || b.size - a.size || byBytes(a.stratum, b.stratum))
      .slice(0, remaining)
      .map(({ stratum }) => stratum),
  );
  return shares.map(({ stratum, size: of, floor }) => ({ stratum, size: of, drawn: first + floor + (more.has(stratum) ? 1 : 0) }));
}
