import type { Regime } from "../pack.ts";
import { type PackProblem, wrong } from "./problem.ts";
import type { ReadPack } from "./shape.ts";

type Replaces = ReadonlyMap<string, readonly string[]>;

/** Programmes that would take one another away: claiming both would leave neither. Each circle is told once, at its first regime. */
export function circles(packs: readonly { readonly pack: ReadPack; readonly at: number }[], beside: readonly { readonly regimes: readonly Regime[] }[]): PackProblem[] {
  const all = [...packs.map(({ pack }) => pack), ...beside].flatMap(({ regimes }) => regimes.flatMap((regime) => regime ?? []));
  const replaces: Replaces = new Map(all.map(({ id, substitutes }) => [id, substitutes]));
  const told = new Set<string>();
  return packs.flatMap(({ pack, at }) =>
    pack.regimes.flatMap((regime, number) =>
      (regime?.substitutes ?? []).flatMap((next, place): PackProblem[] => {
        const id = regime?.id ?? "";
        const back = wayBack(next, id, replaces);
        if (!back || told.has(id)) return [];
        const round = [id, ...back];
        round.forEach((one) => told.add(one));
        return [{ at, ...wrong("circle", ["regimes", number, "substitutes", place], next, round.join(" → ")) }];
      }),
    ),
  );
}

/** The shortest way from one regime to another along what each replaces. */
function wayBack(from: string, to: string, replaces: Replaces): readonly string[] | undefined {
  const ways = [[from]];
  const seen = new Set([from]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const here = way.at(-1) ?? "";
    if (here === to) return way;
    for (const next of replaces.get(here) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
