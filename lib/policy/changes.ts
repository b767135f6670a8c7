import type { Regime } from "./pack.ts";

/** One change of the law, by its day: a regime that begins, ends, or has a new version of its text. */
export type Change = { readonly day: string; readonly regime: Regime; readonly what: "begins" | "ends" | "version"; readonly version: Regime["versions"][number] | null };

/** What changed when, newest first. A version that begins with its regime is no change of its own. */
export function changesIn(regimes: readonly Regime[]): readonly Change[] {
  return regimes
    .flatMap((regime): Change[] => [
      ...(regime.from === null ? [] : [{ day: regime.from, regime, what: "begins" as const, version: null }]),
      ...(regime.to === null ? [] : [{ day: regime.to, regime, what: "ends" as const, version: null }]),
      ...regime.versions.flatMap((version) => (version.from === null || version.from === regime.from ? [] : [{ day: version.from, regime, what: "version" as const, version }])),
    ])
    .toSorted((a, b) => (a.day === b.day ? (a.regime.id < b.regime.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}
