import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Role } from "../../lib/dossier/role.ts";
import type { Text } from "../../lib/language.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import type { ScopedTx } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { dossierRequests } from "../schema/dossiers.ts";
import { drafts } from "../schema/drafts.ts";
import { people } from "../schema/people.ts";
import { permits, requests, steps } from "../schema/requests.ts";
import { statusToday } from "./status-today.ts";
import { ownDrafts, visibleTo } from "./visible.ts";

/** What an actor sees of a linked request beside what the dossier says. */
export type LinkedSeen = {
  readonly kind: Kind;
  readonly title: string;
  readonly status: RequestStatus;
  readonly fromCity: string | null;
  readonly toCity: string | null;
  readonly crossing: string | null;
  readonly changedAt: string;
  readonly requester: string;
  readonly permitUntil: string | null;
  /** Who has the move at a desk, since when and until when. */
  readonly open: readonly { readonly who: string | null; readonly deskNames: Text | null; readonly officeNames: Text | null; readonly since: string | null; readonly dueOn: string | null }[];
};
/** `seen` is null for a request that the actor may not see: its role and number are the dossier's own. */
export type LinkedItem = { readonly request: string; readonly number: string; readonly role: Role; readonly seen: LinkedSeen | null };

/** The requests of a dossier. Of one that the actor may not see nothing is shown but what the dossier says. */
export async function linkedRequests(tx: ScopedTx, actor: Actor, dossierId: string): Promise<LinkedItem[]> {
  const links = await tx.select({ request: dossierRequests.requestId, number: dossierRequests.number, role: dossierRequests.role }).from(dossierRequests).where(eq(dossierRequests.dossierId, dossierId));
  if (links.length === 0) return [];
  const ids = links.map(({ request }) => request);
  // Sent one behind the other without waiting in between.
  const [live, begun, open] = await Promise.all([
    tx.select({ row: requests, status: statusToday(tx), requester: people.name, permitUntil: permits.validUntil }).from(requests).leftJoin(people, eq(people.id, requests.requester)).leftJoin(permits, eq(permits.requestId, requests.requestId)).where(and(inArray(requests.requestId, ids), visibleTo(tx, actor, requests.requestId))),
    tx.select({ row: drafts, requester: people.name }).from(drafts).leftJoin(people, eq(people.id, drafts.requester)).where(and(inArray(drafts.requestId, ids), ownDrafts(actor))),
    tx.select({ step: steps, deskNames: desks.names, officeNames: organisations.names, who: people.name }).from(steps).leftJoin(desks, eq(desks.id, steps.desk)).leftJoin(organisations, eq(organisations.id, desks.organisation)).leftJoin(people, eq(people.id, steps.assignee)).where(inArray(steps.requestId, ids)),
  ]);
  return links.map((link): LinkedItem => {
    const submitted = live.find(({ row }) => row.requestId === link.request);
    const draft = begun.find(({ row }) => row.requestId === link.request);
    if (submitted) {
      const { row, status, requester, permitUntil } = submitted;
      const moves = open.filter(({ step }) => step.requestId === row.requestId && step.status === "open");
      return { ...link, seen: { kind: row.kind, title: row.title ?? "", status, fromCity: row.fromCity, toCity: row.toCity, crossing: row.crossing, changedAt: row.changedAt, requester: requester ?? "", permitUntil, open: moves.map(({ step, deskNames, officeNames, who }) => ({ who, deskNames, officeNames, since: step.since, dueOn: step.dueOn })) } };
    }
    if (!draft) return { ...link, seen: null };
    const { row, requester } = draft;
    const text = (fact: string) => (typeof row.facts[fact] === "string" ? row.facts[fact] : null);
    return { ...link, seen: { kind: row.kind, title: row.title, status: "draft", fromCity: text("from.city"), toCity: text("to.city"), crossing: text("date"), changedAt: row.updatedAt, requester: requester ?? "", permitUntil: null, open: [] } };
  });
}
