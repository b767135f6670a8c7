/** Below so many cases a spread says nothing about the next one. */
export const fewest = 20;

/** How long something took, in whole working days: how often each number of days, by when half and nine in ten were done. */
export type Spread = { readonly n: number; readonly counts: readonly number[]; readonly half: number; readonly nine: number };

/** The spread of durations; null when there are too few to tell. Past three weeks the tail is one bar. */
export function spreadOf(days: readonly number[]): Spread | null {
  if (days.length < fewest) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  const last = Math.min(at(1), longest);
  const counts = Array.from({ length: last + 1 }, (_, day) => sorted.filter((one) => Math.min(one, longest) === day).length);
  return { n: sorted.length, counts, half: at(0.5), nine: at(0.9) };
}

const longest = 21;
