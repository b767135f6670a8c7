import { asReader, type ScopedTx } from "../../db/client.ts";
import { editionsPublished, packsInEdition, packsPublished, rolesPublished, workflowsPublished } from "../../db/config.ts";
import type { Change, EditionEntry } from "../access/configuration.ts";
import { formKinds } from "../kind/registry.ts";
import { canonical } from "../audit/chain.ts";
import { contentDigest } from "../audit/content-digest.ts";
import type { Pack } from "../policy/pack.ts";
import { packs } from "../policy/registry.ts";
import { defaultWorkflows } from "../workflow/registry.ts";
import { type Clock, realClock } from "./clock.ts";
import { publish } from "./publish.ts";
import { shippedEntry } from "./shipped-rulebook.ts";
import { standardRoleChanges } from "./standard-roles.ts";

const system = { kind: "system" } as const;

/**
 * Publishes the rule packs and workflows that come with the project, and what its roles may do, as far as this installation does not have
 * them: packs and workflows at the first start, later what is new or changed. A role that a person changed stays as they left it. Packs that an installation published itself stay in force, in place of a
 * shipped one of the same id; those that somebody left out stay out. Answers how much was published.
 */
export async function publishShipped(clock: Clock = realClock, shipped: readonly Pack[] = packs): Promise<number> {
  const changes = await asReader(system, (tx) => missing(tx, shipped));
  if (changes.length > 0) await publish(system, changes, clock);
  return changes.length;
}

async function missing(tx: ScopedTx, come: readonly Pack[]): Promise<Change[]> {
  const [kept, current, running, out] = [await packsPublished(tx), await packsInEdition(tx), await workflowsPublished(tx), leftOut(await editionsPublished(tx))];
  const shipped = come.map((pack) => ({ pack, digest: contentDigest(pack) }));
  const own = current.filter((entry) => !entry.shipped);
  const edition: EditionEntry[] = [...shipped.filter(({ pack }) => !out.has(pack.id) && !own.some(({ id }) => id === pack.id)).map(({ pack, digest }) => shippedEntry(pack, digest)), ...own];
  return [
    ...changedRoles(await rolesPublished(tx)),
    ...formKinds.flatMap((kind): Change[] => {
      const definition = defaultWorkflows[kind];
      // A version never changes once it is published, whatever its file says now.
      return definition && !running.has(`${definition.id}@${definition.version}`) ? [{ of: "workflow", kind, definition }] : [];
    }),
    ...shipped.filter(({ digest }) => !kept.has(digest)).map(({ pack }): Change => ({ of: "pack", pack })),
    ...(canonical(edition) === canonical(current) ? [] : [{ of: "edition", packs: edition } as const]),
  ];
}

/** Roles that an earlier version made otherwise. Where there are none nothing has begun yet: whoever begins makes them. */
function changedRoles(roles: Awaited<ReturnType<typeof rolesPublished>>): Change[] {
  if (roles.length === 0) return [];
  const inOrder = (permissions: readonly string[]) => canonical(permissions.toSorted());
  return standardRoleChanges().filter((shipped) => {
    const known = roles.find(({ id }) => id === shipped.id);
    return !known || (!known.byPerson && inOrder(known.permissions) !== inOrder(shipped.permissions));
  });
}

/** The ids of packs that a person's edition dropped and none took up since. What an upgrade itself dropped may come back with another. */
export function leftOut(editions: readonly { readonly packs: readonly EditionEntry[]; readonly byPerson: boolean }[]): ReadonlySet<string> {
  const out = new Set<string>();
  editions.forEach(({ packs: listed, byPerson }, at) => {
    if (byPerson) for (const { id } of editions[at - 1]?.packs ?? []) out.add(id);
    for (const { id } of listed) out.delete(id);
  });
  return out;
}
