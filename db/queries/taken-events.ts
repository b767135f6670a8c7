import { and, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import { doerOf, textOf } from "../../lib/audit/entry-says.ts";
import type { TakenEvent, TakenOf } from "../../lib/audit/export/taken-event.ts";
import { type EventActor, eventTypes } from "../../lib/request/events.ts";
import { maySee } from "../../lib/request/visibility.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { readable } from "../log.ts";
import { anyOf } from "../prepared.ts";
import { accounts } from "../schema/accounts.ts";
import { dossiers } from "../schema/dossiers.ts";
import { events, texts } from "../schema/record.ts";
import { requests } from "../schema/requests.ts";
import { keptBy } from "./accounts.ts";
import { visibleDossiers } from "./dossiers.ts";
import { namesOf } from "./names-of.ts";
import { placesIn } from "./places-in.ts";
import { visibleTo } from "./visible.ts";

/** Where an event stands. An id is that of one stream only, so the stream itself need not be named. */
export type EventKey = { readonly requestId: string; readonly seq: number };
/** Events whole, in the order in which they were asked for; and how many of those asked for are not for this reader. */
export type TakenBatch = { readonly events: readonly TakenEvent[]; readonly withheld: number };

/** The events at some places, whole, with the words that the actor may read: one short reading, so that nothing long stands open while somebody takes a hundred thousand away. */
export async function takenEvents(actor: Actor, keys: readonly EventKey[]): Promise<TakenBatch> {
  if (keys.length === 0) return { events: [], withheld: 0 };
  return asLister(actor, async (tx) => {
    const ids = keys.map(({ requestId }) => requestId);
    const rows = await tx.select().from(events).where(sql`(${events.requestId}, ${events.seq}) in (select * from unnest(${sql.param(ids)}::uuid[], ${sql.param(keys.map(({ seq }) => seq))}::int[]))`);
    const digests = [...new Set(rows.flatMap(({ data }) => digestsIn(data)))];
    const [words, names, of, places] = await Promise.all([
      digests.length === 0 ? [] : tx.select({ digest: texts.digest, salt: texts.salt, body: texts.body }).from(texts).where(and(anyOf(texts.requestId, [...new Set(ids)]), anyOf(texts.digest, digests))),
      namesOf(tx, rows.flatMap(({ actor: by }) => doerOf(by).person ?? [])),
      aboutThese(tx, actor, ids),
      subjectsOfActor(actor).all ? null : placesIn(tx, actor, ids),
    ]);
    const byDigest = new Map(words.map(({ digest, ...one }) => [digest, one]));
    const byKey = new Map(rows.map((row) => [`${row.requestId} ${row.seq}`, row]));
    const taken = keys.flatMap(({ requestId, seq }): TakenEvent[] => {
      const row = byKey.get(`${requestId} ${seq}`);
      if (!row || !isShown(row)) return [];
      const { prev: _, actor: by, data, ...rest } = row;
      const spoken = digestsIn(data).flatMap((digest) => {
        const found = byDigest.get(digest);
        return found ? [[digest, found] as const] : [];
      });
      return [{ ...rest, actor: by as EventActor, data: data as TakenEvent["data"], texts: Object.fromEntries(spoken), of: of.get(requestId) ?? setUp(data), person: names.get(doerOf(by).person ?? "") ?? null }];
    });
    return { events: taken, withheld: keys.length - taken.length };

    function isShown(row: (typeof rows)[number]): boolean {
      // The set-up is for whoever audits everything.
      if (places !== null && !of.has(row.requestId)) return false;
      // Dossiers, accounts and the set-up have one class each: whoever sees an entry sees all of them.
      if (!(eventTypes as readonly string[]).includes(row.type)) return true;
      const event = readable(row.requestId, row);
      const place = places === null ? everywhere : places.get(row.requestId);
      // Nobody's command wrote one that cannot be read, so nobody can say for whom it is: its auditors find it as it stands.
      if (event === null) return place?.auditor === true;
      return place !== undefined && maySee(event, { ...place, isAuthor: actor.kind === "person" && doerOf(row.actor).person === actor.id });
    }
  });
}

const everywhere = { auditor: true, desk: true, desks: [], sides: ["origin", "destination", "joint"] } as const;

/** What these ids are of, by their numbers and names: those that the actor may see. */
async function aboutThese(tx: ScopedTx, actor: Actor, all: readonly string[]): Promise<ReadonlyMap<string, TakenOf>> {
  const ids = [...new Set(all)];
  const [ofRequests, ofDossiers, ofAccounts] = await Promise.all([
    tx.select({ id: requests.requestId, number: requests.number, title: requests.title, kind: requests.kind, from: requests.fromJurisdiction, to: requests.toJurisdiction }).from(requests).where(and(anyOf(requests.requestId, ids), visibleTo(tx, actor, requests.requestId))),
    tx.select({ id: dossiers.dossierId, number: dossiers.number, title: dossiers.title }).from(dossiers).where(and(anyOf(dossiers.dossierId, ids), visibleDossiers(tx, actor))),
    tx.select({ id: accounts.accountId, organisation: accounts.organisation, quota: accounts.quota, year: accounts.year }).from(accounts).where(and(anyOf(accounts.accountId, ids), keptBy(tx, actor))),
  ]);
  const none = { kind: null, from: null, to: null };
  return new Map<string, TakenOf>([
    ...ofRequests.map(({ id, title, ...one }) => [id, { ...one, title: title ?? "" }] as const),
    ...ofDossiers.map(({ id, number, title }) => [id, { ...none, number, title: title ?? "" }] as const),
    ...ofAccounts.map(({ id, organisation, quota, year }) => [id, { ...none, number: null, title: `${organisation} ${quota} ${year}` }] as const),
  ]);
}

function setUp(data: unknown): TakenOf {
  return { number: null, title: textOf(data, "subject") ?? "", kind: null, from: null, to: null };
}
