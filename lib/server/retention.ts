import { eq, inArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { loadEvents } from "../../db/log.ts";
import { allTerms, dueCount as countDue, dueRequests, type EndedRequest, heldCount, heldOrganisations, heldRequests, organisationHoldCount, organisationHoldsOf, termsOf } from "../../db/queries/retention.ts";
import type { Counted } from "../../db/queries/counted.ts";
import { organisations } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import { requests } from "../../db/schema/requests.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import type { Permission } from "../access/permission.ts";
import { isId } from "../id.ts";
import { erasableEntries } from "../request/erasable.ts";
import { replay } from "../request/evolve.ts";
import { placesOf } from "../request/evolve-erasure.ts";
import { type LiveState, organisationsOf } from "../request/state.ts";
import type { DuePlace } from "../retention/due-cursor.ts";
import { dueUnder, type Kept, keptBy, noTerms, type Terms } from "../retention/due.ts";
import type { Ground } from "../retention/grounds.ts";
import type { KeepingRule } from "../retention/keeping.ts";
import { isAccepted } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { emailAddress } from "../access/email-address.ts";
import { execute } from "./execute.ts";

const system = { kind: "system" } as const;

/** A request whose years are over: under which rule it goes, which kept it longest and until when; and what stops it all the same. */
export type DueRequest = EndedRequest & { readonly ground: Ground; readonly kept: KeepingRule; readonly until: string; readonly stoppedBy: "hold" | "organisationHold" | "keepPapers" | null; readonly automatic: boolean };

/** Every request of these organisations that is due for erasure, the longest ended first, in batches; `homes` null is of all. */
export async function* dueForErasure(homes: readonly string[] | null, clock: Clock = realClock): AsyncGenerator<readonly DueRequest[]> {
  for (let after: DuePlace | undefined, more = true; more; ) {
    const batch = await dueFrom(homes, { after, limit: 200 }, clock);
    yield batch;
    after = batch.at(-1);
    more = batch.length === 200;
  }
}

/** A page of it. */
export async function duePage(homes: readonly string[] | null, { after, limit }: { readonly after?: DuePlace | undefined; readonly limit: number }, clock: Clock = realClock): Promise<{ readonly items: readonly DueRequest[]; readonly next: DuePlace | null }> {
  const found = await dueFrom(homes, { after, limit: limit + 1 }, clock);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? { endedOn: last.endedOn, id: last.id } : null };
}

/** How many they are; past `most` it is not counted on. */
export async function dueCount(homes: readonly string[] | null, most = 1000, clock: Clock = realClock): Promise<Counted> {
  const { today } = moment(clock);
  return asReader(system, (tx) => countDue(tx, homes, { today, most }));
}

async function dueFrom(homes: readonly string[] | null, { after, limit }: { readonly after: DuePlace | undefined; readonly limit: number }, clock: Clock): Promise<DueRequest[]> {
  const { today } = moment(clock);
  return asReader(system, async (tx) => {
    const [ended, terms, held] = [await dueRequests(tx, homes, { today, after, limit }), await allTerms(tx), await heldOrganisations(tx)];
    return ended.flatMap((one): DueRequest[] => {
      const own = terms.get(one.home) ?? noTerms;
      const due = dueUnder(one, own, today);
      // Its institution lengthened its years between the two reads.
      if (due === null) return [];
      return [{ ...one, ground: due.ground, kept: due.last.rule, until: due.last.until, stoppedBy: one.held ? "hold" : [one.home, one.host].some((id) => id !== null && held.has(id)) ? "organisationHold" : one.papersUntil !== null ? "keepPapers" : null, automatic: own.automatic }];
    });
  });
}

/** The organisations for which somebody holds a permission: their own, those of a jurisdiction, or null for all. */
export async function organisationsFor(actor: Actor, permission: Permission): Promise<readonly string[] | null> {
  const scopes = actor.kind === "person" ? actor.grants.filter(({ permissions }) => permissions.includes(permission)).map(({ scope }) => scope) : [];
  if (actor.kind === "system" || scopes.some(({ kind }) => kind === "everything")) return null;
  const places = scopes.flatMap((scope) => (scope.kind === "jurisdiction" ? [scope.id] : []));
  const there = places.length === 0 ? [] : await asReader(system, (tx: ScopedTx) => tx.select({ id: organisations.id }).from(organisations).where(inArray(organisations.jurisdiction, places)));
  return [...scopes.flatMap((scope) => (scope.kind === "organisation" ? [scope.id] : [])), ...there.map(({ id }) => id)];
}

/** What legal holds keep: a page of the requests and one of the holds on whole organisations, each from the last one before it, and how many both are. */
export function holdsOf(homes: readonly string[] | null, { after, afterHold, limit = 50 }: { readonly after?: string | undefined; readonly afterHold?: string | undefined; readonly limit?: number | undefined } = {}) {
  return asReader(system, async (tx) => {
    const [found, counts] = [await heldRequests(tx, homes, { after, limit: limit + 1 }), await heldCount(tx, homes)];
    const [whole, wholeCounts] = [await organisationHoldsOf(tx, homes, { after: afterHold, limit: limit + 1 }), await organisationHoldCount(tx, homes)];
    return { requests: pageOf(found, limit), counts, organisations: pageOf(whole, limit), organisationCounts: wholeCounts };
  });
}

/** Of one more than a page at most that were found. */
function pageOf<Row extends { readonly id: string }>(found: readonly Row[], limit: number): { readonly items: readonly Row[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Erases what is due and nothing stops, of organisations that let it; each through the same command as anybody's. Answers how many. */
export async function eraseDue(clock: Clock = realClock, most = 50): Promise<number> {
  const letting = await asReader(system, allTerms);
  const homes = [...letting].flatMap(([id, { automatic }]) => (automatic ? [id] : []));
  let erased = 0;
  if (homes.length === 0) return erased;
  for await (const batch of dueForErasure(homes, clock)) {
    for (const { id, ground } of batch.filter(({ stoppedBy }) => stoppedBy === null)) {
      if (erased >= most) return erased;
      if (isAccepted(await execute({ kind: "worker" }, id, { type: "erase", commandId: newId(), rule: ground.id, whole: true }, clock))) erased += 1;
    }
  }
  return erased;
}

/** The id behind the address of an account, whether or not it is still in use, of an institution whose people somebody manages; null for every other. */
export async function personNamedBy(actor: Actor, email: string): Promise<string | null> {
  const address = emailAddress(email);
  const homes = await organisationsFor(actor, "people.manage");
  if (!address) return null;
  const [row] = await asReader(system, (tx: ScopedTx) => tx.select({ id: people.id, organisation: people.organisation }).from(people).where(eq(people.email, address)));
  return row && (homes === null || (row.organisation !== null && homes.includes(row.organisation))) ? row.id : null;
}

/** What is kept of a request, without a word of it: for whoever keeps its institution's record, or may hold it. */
export type KeptRequest = {
  readonly state: LiveState;
  readonly kept: readonly Kept[];
  readonly entries: readonly { readonly seq: number; readonly type: string; readonly at: string; readonly words: number }[];
  readonly mayErase: boolean;
  readonly mayHold: boolean;
};

export async function keptRequest(actor: Actor, id: string): Promise<KeptRequest | null> {
  if (!isId(id)) return null;
  return asReader(system, async (tx) => {
    const events = await loadEvents(tx, id);
    const state = replay(events);
    if (state.status === "none") return null;
    const mayErase = can(actor, "record.erase", { organisations: [state.home.organisation] });
    const mayHold = can(actor, "record.hold", { organisations: organisationsOf(state), jurisdictions: placesOf(state) });
    if (!mayErase && !mayHold) return null;
    const kept = state.endedOn === null ? [] : keptBy({ kind: state.kind, jurisdictions: placesOf(state), endedOn: state.endedOn }, await termsOf(tx, state.home.organisation));
    const entries = erasableEntries(events, state).flatMap(({ seq, digests }) => (digests.length === 0 ? [] : [{ seq, type: events[seq - 1]?.type ?? "", at: events[seq - 1]?.at ?? "", words: digests.length }]));
    return { state, kept, entries, mayErase, mayHold };
  });
}

/** The request of a number, of those that somebody may erase of or hold. */
export async function requestNumbered(actor: Actor, number: string): Promise<string | null> {
  const rows = await asReader(system, (tx: ScopedTx) => tx.select({ id: requests.requestId }).from(requests).where(eq(requests.number, number)));
  for (const { id } of rows) if (await keptRequest(actor, id)) return id;
  return null;
}

/** What every institution says of keeping, by its id. */
export function termsByOrganisation(): Promise<ReadonlyMap<string, Terms>> {
  return asReader(system, allTerms);
}
