import type { Pack, Regime } from "./pack.ts";

/** The rule packs that count together, in order, each with the digest of its content, and the digest of the list. One is made once and never changes, so that what is worked out from it can be kept beside it. */
export type Rulebook = {
  readonly digest: string;
  readonly entries: readonly { readonly pack: Pack; readonly digest: string }[];
  readonly packs: readonly Pack[];
  readonly regimes: ReadonlyMap<string, Regime>;
};

/** A book of packs. Where two versions of a pack have a regime, it is looked up by its id in the later one. */
export function rulebookOf(entries: Rulebook["entries"], digest = ""): Rulebook {
  const packs = entries.map(({ pack }) => pack);
  return { digest, entries, packs, regimes: new Map(packs.flatMap((pack) => pack.regimes).map((regime) => [regime.id, regime])) };
}

/** The regime of a finding, as the pack has it that counted on that day. */
export function regimeFound({ packs }: Rulebook, { id, pack }: { readonly id: string; readonly pack: string }): Regime | undefined {
  return packs.find((one) => `${one.id}@${one.version}` === pack)?.regimes.find((regime) => regime.id === id);
}
