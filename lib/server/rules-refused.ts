import type { ScopedTx } from "../../db/client.ts";
import { packBodies, packsInEdition } from "../../db/config.ts";
import type { Change } from "../access/configuration.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { packProblems } from "../policy/check/packs.ts";
import { Pack } from "../policy/pack.ts";
import { refusal, type Refusal } from "../request/refusal.ts";

type Given = { readonly body: unknown; readonly path: string };

/**
 * Why these changes cannot be published as rules, every reason with the path to its place: `0.pack.regimes.3.substitutes.0`.
 * Packs are held to the edition that is published along with them, else to the one in force. Nothing, when no rules are among the changes.
 */
export async function rulesRefused(tx: ScopedTx, changes: readonly Change[]): Promise<Refusal[]> {
  const packs = changes.flatMap((change, at) => (change.of === "pack" ? [{ body: change.pack, path: `${at}.pack` }] : []));
  const editions = changes.flatMap((change, at) => (change.of === "edition" ? [{ entries: change.packs, at }] : []));
  if (packs.length === 0 && editions.length === 0) return [];
  if (editions.length === 0) return problemsOf(packs, await bodiesBeside(tx, packs));
  return (await Promise.all(editions.map((edition) => editionRefused(tx, edition, packs)))).flat();
}

async function editionRefused(tx: ScopedTx, { entries, at }: { readonly entries: Extract<Change, { of: "edition" }>["packs"]; readonly at: number }, packs: readonly Given[]): Promise<Refusal[]> {
  const given = new Map(packs.map((one) => [contentDigest(one.body), one]));
  const kept = new Map((await packBodies(tx, entries.map(({ digest }) => digest))).map(({ digest, body }) => [digest, body]));
  const listed = entries.map((entry, number) => ({ entry, path: `${at}.packs.${number}`, one: given.get(entry.digest), body: kept.get(entry.digest) }));
  const never = listed.flatMap(({ entry, path, one, body }) => (one || body ? [] : [refusal("unknownPack", { pack: `${entry.id} ${entry.version}` }, path)]));
  const all = listed.flatMap(({ path, one, body }): Given[] => (one ? [one] : body ? [{ body, path }] : []));
  const unlisted = packs.filter((one) => !all.includes(one));
  return [...never, ...problemsOf(all, []), ...problemsOf(unlisted, all.flatMap(({ body }) => Pack.safeParse(body).data ?? []))];
}

/** The packs in force that stay so beside those given. */
async function bodiesBeside(tx: ScopedTx, packs: readonly Given[]): Promise<Pack[]> {
  const ids = new Set(packs.map(({ body }) => (body as Partial<Pack> | null)?.id));
  const stay = (await packsInEdition(tx)).filter(({ id }) => !ids.has(id));
  return stay.length === 0 ? [] : (await packBodies(tx, stay.map(({ digest }) => digest))).map(({ body }) => Pack.parse(body));
}

function problemsOf(packs: readonly Given[], beside: readonly Pack[]): Refusal[] {
  return packProblems(packs.map(({ body }) => body), beside).map(({ at, path, code, found, expected }) => {
    const where = [packs[at]?.path, ...path].join(".");
    return refusal("brokenRule", { problem: code, at: where, found, expected }, where);
  });
}
