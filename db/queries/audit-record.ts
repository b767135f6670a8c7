import { and, countDistinct, count, inArray, like, or } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { can, holdsAnywhere } from "../../lib/access/can.ts";
import { accountStream } from "../../lib/account/quota.ts";
import { asLister } from "../client.ts";
import { accounts } from "../schema/accounts.ts";
import { dossiers } from "../schema/dossiers.ts";
import { events } from "../schema/record.ts";
import { requests } from "../schema/requests.ts";
import { type Verified, verify } from "../verify.ts";
import { visibleTo } from "./visible.ts";

/** Whether an actor may check the record: all of it, or what is in their places. */
export function mayCheckRecord(actor: Actor): boolean {
  return holdsAnywhere(actor, "audit.verify");
}

/** The record checked, read tables included, as far as the actor audits it: of the rest nothing is told, not even that it differs. */
export async function checkedRecord(actor: Actor): Promise<Verified | null> {
  if (!mayCheckRecord(actor)) return null;
  const whole = await verify();
  if (can(actor, "audit.verify", {})) return whole;
  return asLister(actor, async (tx) => {
    const own = await tx.select({ id: requests.requestId }).from(requests).where(visibleTo(tx, actor, requests.requestId));
    // Whoever sees a request of a dossier sees the dossier.
    const linked = await tx.select({ id: dossiers.dossierId }).from(dossiers);
    const houses = actor.kind === "person" ? actor.grants.flatMap(({ scope, permissions }) => (scope.kind === "organisation" && permissions.includes("audit.search") ? [scope.id] : [])) : [];
    const kept = await tx.select({ organisation: accounts.organisation, quota: accounts.quota, year: accounts.year }).from(accounts).where(inArray(accounts.organisation, houses));
    const accountStreams = kept.map(accountStream);
    const streams = new Set([...accountStreams, ...own.map(({ id }) => `request:${id}`), ...linked.map(({ id }) => `dossier:${id}`)]);
    const ofRequests = and(like(events.stream, "request:%"), inArray(events.requestId, tx.select({ id: requests.requestId }).from(requests).where(visibleTo(tx, actor, requests.requestId))));
    const ofDossiers = and(like(events.stream, "dossier:%"), inArray(events.requestId, tx.select({ id: dossiers.dossierId }).from(dossiers)));
    const [counted] = await tx.select({ streams: countDistinct(events.stream), events: count() }).from(events).where(or(ofRequests, ofDossiers, inArray(events.stream, accountStreams)));
    const problems = whole.problems.filter(({ stream }) => streams.has(stream));
    return { ok: problems.length === 0, streams: counted?.streams ?? 0, events: counted?.events ?? 0, problems };
  });
}
