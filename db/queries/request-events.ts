import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { type AdviserSight, asAdviserReads } from "../../lib/access/adviser-sight.ts";
import { withoutNames } from "../../lib/access/masked-names.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { Language } from "../../lib/language.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { RequestEvent } from "../../lib/request/events.ts";
import { maySee } from "../../lib/request/visibility.ts";
import { sides } from "../../lib/workflow/definition.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { readable, streamOf } from "../log.ts";
import { among, given, prepared } from "../prepared.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { calledNames, officersBehind, officersWho, unnamed } from "./officers-behind.ts";
import { isOwnDraft, onlyAdvises } from "./visible.ts";
import { events, texts } from "../schema/record.ts";
import { requestAccess, requests, steps } from "../schema/requests.ts";

/**
 * An event as a reader may have it: whole, with the words they may read; without the officers of a desk that decides without names, so that its digest is
 * taken on trust like that of one withheld; or only what their copy of the chain needs.
 */
export type ShownEvent =
  | { readonly seq: number; readonly digest: string; readonly hash: string; readonly withheld: true }
  | (Whole & { readonly masked: true })
  | (Whole & { readonly salt: string; readonly masked?: never });
type Whole = { readonly seq: number; readonly type: string; readonly at: string; readonly actor: unknown; readonly data: unknown; readonly digest: string; readonly hash: string; readonly texts: Readonly<Record<string, { readonly salt: string | null; readonly body: string | null }>> };

/** A request's history from a place on; null when the actor does not see the request. A draft has none yet. */
export async function requestEvents(actor: Actor, requestId: string, { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {}): Promise<{ items: ShownEvent[]; next: number | null } | null> {
  return asReader(actor, async (tx) => {
    const [reader, rows] = await Promise.all([readerOf(tx, actor, requestId), eventsAfter(tx, { requestId, stream: streamOf(requestId), after, limit: limit + 1 })]);
    if (!reader) return (await isOwnDraft(tx, actor, requestId)) ? { items: [], next: null } : null;
    const page = rows.slice(0, limit);
    const hidden = await hiddenFrom(tx, reader, requestId, actor.kind === "person" ? actor.language : "en");
    const words = await wordsOf(tx, { requestId, digests: [...new Set(page.flatMap(({ data }) => digestsIn(data)))] });
    const byDigest = new Map(words.map((one) => [one.digest, one]));
    const items = page.map((row): ShownEvent => {
      const { seq, type, at, actor: by, data, salt, digest, hash } = row;
      const event = readable(requestId, row);
      // Nobody's command wrote it, so nobody can say for whom it is: a link of the chain, as for whoever may not read it.
      if (event === null) return { seq, digest, hash, withheld: true };
      const isAuthor = "person" in event.actor && actor.kind === "person" && event.actor.person === actor.id;
      const sight = sightOf(event, { ...reader, isAuthor });
      if (sight === null) return { seq, digest, hash, withheld: true };
      const spoken = digestsIn(sight.data).flatMap((one) => {
        const found = byDigest.get(one);
        return found ? [[one, heard(found, (body) => hidden.read(event, sight.bodyOf(one, body)))] as const] : [];
      });
      const shown = { seq, type, at, digest, hash, texts: Object.fromEntries(spoken.filter(([, words]) => words !== null)) as Whole["texts"] };
      if (sight.isLess) return { ...shown, actor: by, data: sight.data, masked: true };
      const without = isAuthor ? null : withoutOfficers(event, hidden);
      return without ? { ...shown, ...without, masked: true } : { ...shown, actor: by, data, salt };
    });
    return { items, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
  });
}

/** What of an entry is for a reader: all of it, what advisers get, or nothing. */
export function sightOf(event: RequestEvent, reader: Place & { readonly isAuthor: boolean }): AdviserSight | null {
  if (!maySee(event, reader)) return null;
  return reader.advises && !reader.isAuthor ? asAdviserReads(event, reader.kind) : { data: event.data, isLess: false, bodyOf: (_, body) => body };
}

type Words = Whole["texts"][string];

/** Words as a reader gets them; where they are fewer than were sealed, their salt would only let the rest be guessed. */
function heard({ salt, body }: Words, leftOf: (body: string) => string | null): Words | null {
  if (body === null) return { salt, body };
  const left = leftOf(body);
  return left === null ? null : { salt: left === body ? salt : null, body: left };
}

/** The steps whose desks decide without names, and their officers, each with the desk: for whoever is not to read these. */
type Hidden = { readonly steps: ReadonlyMap<string, string>; readonly officers: ReadonlyMap<string, string>; /** What somebody wrote without the officers’ names, unless the people of the request wrote it. */ readonly read: (event: Pick<RequestEvent, "actor">, body: string | null) => string | null };

export async function hiddenFrom(tx: ScopedTx, { auditor, desk, advises, people }: Place, requestId: string, language: Language = "en"): Promise<Hidden> {
  if (auditor || desk || advises) return { steps: new Map(), officers: new Map(), read: (_, body) => body };
  const steps = new Map((await hidingSteps(tx, { requestId })).map((one) => [one.step, one.desk]));
  const hiding = [...new Set(steps.values())];
  // Whoever asks for something is known to those who ask with them, wherever else they work.
  const notTheirs = (found: ReadonlyMap<string, string>) => [...found].filter(([person]) => !people.includes(person));
  const officers = new Map(notTheirs(await officersBehind(hiding)));
  const masked = withoutNames(await unnamed(new Map([...notTheirs(await officersWho(requestId, hiding)), ...officers]), language), await calledNames(hiding.length === 0 ? [] : people));
  return { steps, officers, read: ({ actor }, body) => (body === null || ("person" in actor && people.includes(actor.person)) ? body : masked(body)) };
}

/** What is left of an event without the officers of desks that decide without names; null where it names none. */
export function withoutOfficers({ actor, data, type }: Pick<RequestEvent, "actor" | "data" | "type">, { steps: hiding, officers }: Hidden): { readonly actor: unknown; readonly data: unknown } | null {
  // What an officer does at no step of theirs, a comment say, is done for no desk on record.
  const behind = "person" in actor ? (actor.desk ?? officers.get(actor.person)) : undefined;
  const isHidden = behind !== undefined && [...hiding.values()].includes(behind);
  const { step, ...rest } = data as { readonly step?: string };
  const { from, to, ...others } = rest as { readonly from?: unknown; readonly to?: unknown };
  // Elsewhere these are days, places and desks.
  const isHanded = step !== undefined && hiding.has(step) && type !== "step.escalated" && (from !== undefined || to !== undefined);
  if (!isHidden && !isHanded) return null;
  return { actor: isHidden ? { desk: behind } : actor, data: isHanded ? { step, ...others } : data };
}

const hidingSteps = prepared((on) => on.select({ step: steps.stepId, desk: steps.desk }).from(steps).innerJoin(desks, and(eq(desks.id, steps.desk), eq(desks.hidesOfficers, true))).where(eq(steps.requestId, given("requestId"))));

const eventsAfter = prepared((on) =>
  on
    .select()
    .from(events)
    .where(and(eq(events.requestId, given("requestId")), eq(events.stream, given("stream")), gt(events.seq, given("after"))))
    .orderBy(asc(events.seq))
    .limit(given("limit")),
);
const wordsOf = prepared((on) => on.select({ digest: texts.digest, salt: texts.salt, body: texts.body }).from(texts).where(and(eq(texts.requestId, given("requestId")), among(texts.digest, "digests"))));

type Place = { readonly party: "requester" | "team" | null; readonly auditor: boolean; readonly desk: boolean; readonly desks: readonly string[]; readonly sides: readonly string[]; /** Whose request it is: they are known to each other. */ readonly people: readonly string[]; readonly kind: Kind; /** They see it for their advice alone. */ readonly advises: boolean };

/** The actor's place in the case, or null when they do not see it: the same subjects that its words are readable for. */
export async function readerOf(tx: ScopedTx, actor: Actor, requestId: string): Promise<Place | null> {
  const { all, subjects } = subjectsOfActor(actor);
  // Sent one behind the other without waiting in between.
  const [[request], own, parties, advises] = await Promise.all([
    routeSeen(tx, { requestId, all, subjects }),
    desksOf(tx, { requestId }),
    partiesOf(tx, { requestId }),
    onlyAdvises(tx, actor, requestId),
  ]);
  if (!request) return null;
  const party = actor.kind !== "person" ? null : request.requester === actor.id ? "requester" : request.team.includes(actor.id) ? "team" : null;
  const about = { party, people: [request.requester, ...request.team], kind: request.kind, advises } as const;
  if (all) return { ...about, auditor: true, desk: true, desks: [], sides };
  const staffed = own.filter(({ desk }) => subjects.includes(`desk:${desk}`));
  const audited = parties.filter(({ id }) => subjects.includes(`audit:org:${id}`));
  const watches = (jurisdiction: string) => subjects.includes(`audit:jur:${jurisdiction}`) || audited.some((party) => party.jurisdiction === jurisdiction);
  const [origin, destination] = [watches(request.fromJurisdiction), watches(request.toJurisdiction)];
  return { ...about, auditor: audited.length > 0 || origin || destination, desk: staffed.length > 0, desks: staffed.map(({ desk }) => desk), sides: [...staffed.map(({ side }) => side), ...(origin ? ["origin"] : []), ...(destination ? ["destination"] : [])] };
}

const routeSeen = prepared((on) => {
  const { requestId, requester, team, kind, fromJurisdiction, toJurisdiction } = requests;
  const seen = on.select({ id: requestAccess.requestId }).from(requestAccess).where(among(requestAccess.subject, "subjects"));
  return on
    .select({ requester, team, kind, fromJurisdiction, toJurisdiction })
    .from(requests)
    .where(and(eq(requestId, given("requestId")), or(sql`${given("all")}::boolean`, inArray(requestId, seen))));
});
const desksOf = prepared((on) => on.select({ desk: steps.desk, side: steps.side }).from(steps).where(eq(steps.requestId, given("requestId"))));
const partiesOf = prepared((on) => {
  const parties = sql`(select array[${requests.home}, ${requests.hostOrganisation}] from ${requests} where ${requests.requestId} = ${given("requestId")})`;
  return on.select({ id: organisations.id, jurisdiction: organisations.jurisdiction }).from(organisations).where(sql`${organisations.id} = any (${parties}::text[])`);
});
