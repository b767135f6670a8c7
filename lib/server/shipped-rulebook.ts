import type { EditionEntry } from "../access/configuration.ts";
import { contentDigest } from "../audit/content-digest.ts";
import type { Pack } from "../policy/pack.ts";
import { packs } from "../policy/registry.ts";
import { type Rulebook, rulebookOf } from "../policy/rulebook.ts";

/** The packs that come with the project, for whoever asks without a database. Its digest is that of an edition that holds them and no others. */
export function shippedRulebook(): Rulebook {
  return (ours ??= book());
}

/** The packs of an edition as it is published. */
export function shippedEntry({ id, version }: Pack, digest: string): EditionEntry {
  return { id, version, digest, shipped: true };
}

function book(): Rulebook {
  const entries = packs.map((pack) => ({ pack, digest: contentDigest(pack) }));
  return rulebookOf(entries, contentDigest(entries.map(({ pack, digest }) => shippedEntry(pack, digest))));
}

let ours: Rulebook | undefined;
