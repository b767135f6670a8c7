import { aMoment, freshenCalendars } from "../../db/calendars.ts";
import { newestEdition, packBodies, packsOfEdition } from "../../db/config.ts";
import type { ScopedTx } from "../../db/client.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { Pack, type Regime } from "../policy/pack.ts";
import { type Rulebook, rulebookOf } from "../policy/rulebook.ts";
import type { Context } from "../request/context.ts";
import { shippedRulebook } from "./shipped-rulebook.ts";

type Pinned = { readonly digest: string };

/** The packs of the edition in force, each with its digest; which of them count for a crossing is a matter of its date. */
export async function packsInForce(tx: ScopedTx): Promise<Context["packs"]> {
  return (await rulebookInForce(tx)).entries;
}

/** The edition in force as a book to look things up in. The same edition is the same book for the life of the process. */
export async function rulebookInForce(tx: ScopedTx): Promise<Rulebook> {
  // Whoever asks which rules apply counts days by them, too.
  const [newest] = await Promise.all([newestEdition(tx), freshenCalendars(tx, { within: aMoment })]);
  if (!newest) return none;
  const kept = books.get(newest.digest);
  if (kept) return kept;
  const packs = await packsOfEdition(tx, newest.number);
  if (contentDigest(packs) !== newest.digest) throw new Error("the edition in force was altered");
  const book = rulebookOf(await packsByDigest(tx, packs), newest.digest);
  books.set(newest.digest, book);
  for (const [id, regime] of book.regimes) named.set(id, regime);
  return book;
}

/** The regimes of the packs that a submission pinned, as they were then, by id. */
export async function pinnedRegimes(tx: ScopedTx, pins: readonly Pinned[]): Promise<ReadonlyMap<string, Regime>> {
  return regimesOf(await packsByDigest(tx, pins));
}

export function regimesOf(packs: Context["packs"]): ReadonlyMap<string, Regime> {
  return rulebookOf(packs).regimes;
}

/** What a regime is called, in the newest edition this process has read, else in any pack it has: for names alone, never to decide by. */
export function regimeNamed(id: string): Regime | undefined {
  return named.get(id) ?? shippedRulebook().regimes.get(id);
}

async function packsByDigest(tx: ScopedTx, pins: readonly Pinned[]): Promise<Context["packs"]> {
  const wanted = pins.map(({ digest }) => digest).filter((digest) => !read.has(digest));
  for (const { digest, body } of wanted.length > 0 ? await packBodies(tx, wanted) : []) {
    // Nothing may be decided by rules that are not those that were published.
    if (contentDigest(body) !== digest) throw new Error(`the rule pack ${digest} was altered`);
    const pack = Pack.parse(body);
    read.set(digest, pack);
    for (const regime of pack.regimes) if (!named.has(regime.id)) named.set(regime.id, regime);
  }
  return pins.flatMap(({ digest }) => {
    const pack = read.get(digest);
    return pack ? [{ pack, digest }] : [];
  });
}

/** What a digest names never changes, so each pack, and each edition, is read once a process. */
const read = new Map<string, Pack>();
const books = new Map<string, Rulebook>();
const named = new Map<string, Regime>();
const none = rulebookOf([]);
