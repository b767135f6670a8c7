import { packBodies, packsInEdition } from "../../db/config.ts";
import type { ScopedTx } from "../../db/client.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { Pack, type Regime } from "../policy/pack.ts";
import type { Context } from "../request/context.ts";

type Pinned = { readonly digest: string };

/** The packs of the edition in force, each with its digest; which of them count for a crossing is a matter of its date. */
export async function packsInForce(tx: ScopedTx): Promise<Context["packs"]> {
  return packsByDigest(tx, await packsInEdition(tx));
}

/** The regimes of the packs that a submission pinned, as they were then, by id. */
export async function pinnedRegimes(tx: ScopedTx, pins: readonly Pinned[]): Promise<ReadonlyMap<string, Regime>> {
  return regimesOf(await packsByDigest(tx, pins));
}

export function regimesOf(packs: Context["packs"]): ReadonlyMap<string, Regime> {
  return new Map(packs.flatMap(({ pack }) => pack.regimes).map((regime) => [regime.id, regime]));
}

async function packsByDigest(tx: ScopedTx, pins: readonly Pinned[]): Promise<Context["packs"]> {
  const wanted = pins.map(({ digest }) => digest).filter((digest) => !read.has(digest));
  for (const { digest, body } of wanted.length > 0 ? await packBodies(tx, wanted) : []) {
    // Nothing may be decided by rules that are not those that were published.
    if (contentDigest(body) !== digest) throw new Error(`the rule pack ${digest} was altered`);
    read.set(digest, Pack.parse(body));
  }
  return pins.flatMap(({ digest }) => {
    const pack = read.get(digest);
    return pack ? [{ pack, digest }] : [];
  });
}

/** What a digest names never changes, so each pack is read once a process. */
const read = new Map<string, Pack>();
