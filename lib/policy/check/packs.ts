import type { Regime } from "../pack.ts";
import { circles } from "./circles.ts";
import { datesWrong, editionsWrong } from "./dates.ts";
import { wordsWrong } from "./names.ts";
import { type PackProblem, type Wrong, wrong } from "./problem.ts";
import { readShape } from "./shape.ts";
import { triggerWrong } from "./trigger.ts";

/**
 * Everything that is wrong with packs that would count together, all at once: their shape, facts and options that triggers
 * read, papers and authorities, what programmes replace and ease, the days of regimes and versions. Nothing is wrong with
 * packs by which anybody may be decided. `beside` are packs that count too and were checked before.
 */
export function packProblems(given: readonly unknown[], beside: readonly { readonly regimes: readonly Regime[] }[] = []): PackProblem[] {
  const read = given.map(readShape);
  const packs = read.map(({ pack }, at) => ({ pack, at }));
  const known = new Set([...read.flatMap(({ regimeIds }) => regimeIds), ...beside.flatMap(({ regimes }) => regimes.map(({ id }) => id))]);
  const inside = read.flatMap(({ pack, wrongs }, at) => {
    const within = pack.regimes.flatMap((regime, number) => (regime ? regimeWrong(regime, known) : []).map((one): Wrong => ({ ...one, path: ["regimes", number, ...one.path] })));
    return [...wrongs, ...within].map((one): PackProblem => ({ at, ...one }));
  });
  return [...inside, ...editionsWrong(packs), ...circles(packs, beside)].toSorted((a, b) => a.at - b.at);
}

function regimeWrong(regime: Regime, known: ReadonlySet<string>): Wrong[] {
  const references = (["substitutes", "facilitates"] as const).flatMap((field) => regime[field].flatMap((id, at) => (known.has(id) ? [] : [wrong("unknownRegime", [field, at], id)])));
  return [...wordsWrong(regime), ...triggerWrong(regime), ...datesWrong(regime), ...references];
}
