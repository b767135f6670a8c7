import { and, eq } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Role } from "../../lib/dossier/role.ts";
import { asReader } from "../client.ts";
import { dependenciesOf, type StandingDependency } from "../dossiers.ts";
import { dossierRequests, dossiers } from "../schema/dossiers.ts";
import { visibleDossiers } from "./dossiers.ts";
import { linkedRequests, type LinkedItem } from "./linked-requests.ts";

export type DossierOf = { readonly id: string; readonly number: string; readonly title: string; readonly role: Role; readonly requests: readonly LinkedItem[]; readonly dependencies: readonly StandingDependency[] };

/** The dossier that a request stands in, as far as the actor sees it; null when it stands in none. */
export async function dossierOf(actor: Actor, requestId: string): Promise<DossierOf | null> {
  return asReader(actor, async (tx) => {
    const [found] = await tx
      .select({ id: dossiers.dossierId, number: dossiers.number, title: dossiers.title, role: dossierRequests.role })
      .from(dossierRequests)
      .innerJoin(dossiers, eq(dossiers.dossierId, dossierRequests.dossierId))
      .where(and(eq(dossierRequests.requestId, requestId), visibleDossiers(tx, actor)));
    if (!found) return null;
    const [requests, dependencies] = await Promise.all([linkedRequests(tx, actor, found.id), dependenciesOf(tx, found.id)]);
    return { ...found, title: found.title ?? "", requests, dependencies };
  });
}
