import { jsonIn, saysOf, textOf } from "../../audit/entry-says.ts";
import type { LedgerEntry } from "../../permit/entry.ts";
import type { LiveState } from "../../request/state.ts";
import type { DetailEntry, DetailHandOver } from "../request-detail.ts";

type About = { readonly carrier?: string; readonly condition?: string; readonly details?: Readonly<Record<string, string>> };

/** A permit's ledger with its words, as far as they are kept. */
export function ledgerIn({ ledger }: LiveState, words: ReadonlyMap<string, string>): DetailEntry[] {
  return ledger.map((entry) => {
    const { about: _, reason, ...kept } = entry;
    const { carrier = null, condition = null, details = {} } = aboutOf(entry, ledger, words);
    return { ...kept, carrier, condition, details, reason: (reason && words.get(reason.digest)) ?? null };
  });
}

/** What a correction does not say anew stays as it was. */
function aboutOf({ about, corrects }: LedgerEntry, ledger: readonly LedgerEntry[], words: ReadonlyMap<string, string>): About {
  const old = corrects === null ? undefined : ledger.find(({ id }) => id === corrects);
  const before = old ? aboutOf(old, ledger, words) : {};
  const said = saysOf(jsonIn(about ? words.get(about.digest) : undefined)) as About;
  return { ...before, ...said, details: { ...before.details, ...said.details } };
}

/** Who took movements over from whom, with place and condition as far as they are kept. */
export function custodyIn({ custody }: LiveState, words: ReadonlyMap<string, string>): DetailHandOver[] {
  return custody.map(({ about, ...kept }) => {
    const said = jsonIn(words.get(about.digest));
    return { ...kept, place: textOf(said, "place"), condition: textOf(said, "condition") };
  });
}
