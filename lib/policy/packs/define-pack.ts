import type { AuthorityId } from "../authorities.ts";
import type { Pack, Regime } from "../pack.ts";
import type { PaperId } from "../papers.ts";

type Stated = "id" | "title" | "jurisdiction" | "type" | "kinds" | "trigger" | "time" | "from" | "due" | "citations" | "confidence";
type Unusual = "status" | "validity" | "to" | "versions" | "substitutes" | "facilitates" | "sources" | "note" | "clock" | "asOf";

/** A regime as it is written down: what is usual is left out, and papers and authorities are names the compiler knows. */
export type WrittenRegime = Pick<Regime, Stated> & Partial<Pick<Regime, Unusual>> & { authority: AuthorityId; papers: PaperId[] };

export type WrittenPack = { id: string; version: string; asOf: string; regimes: WrittenRegime[] };

/**
 * A pack from what its file states. What a regime leaves out is the usual case: in force with no known end, one version of the
 * text, replaces and eases nothing, no clock on the applicant, no period of validity, nothing to add.
 * A pack has no dates of its own until a later version of it takes over; its regimes have theirs.
 */
export function definePack({ id, version, asOf, regimes }: WrittenPack): Pack {
  return { id, version, from: null, to: null, regimes: regimes.map((regime) => ({ ...usual, asOf, ...regime })) };
}

const usual = {
  status: "in_force",
  validity: null,
  to: null,
  versions: [],
  substitutes: [],
  facilitates: [],
  sources: [],
  note: null,
  clock: null,
} satisfies Pick<Regime, Exclude<Unusual, "asOf">>;
