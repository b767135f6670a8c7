import { and, eq, exists, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { configurationId, keepChange } from "../../db/configure.ts";
import { decidersAt } from "../../db/queries/addressees.ts";
import { heldOrganisations, holdsOn } from "../../db/queries/retention.ts";
import { apiKeys, credentials, grants, passwordResets, people, sessions, standIns } from "../../db/schema/people.ts";
import { events, texts } from "../../db/schema/record.ts";
import { requestAccess, requests, steps } from "../../db/schema/requests.ts";
import type { PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { forgottenAddress, forgottenKey, forgottenName } from "../access/forgotten.ts";
import type { EventActor } from "../request/events.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { underWay } from "../request/state.ts";
import { groundNamed } from "../retention/grounds.ts";
import type { stepStatuses } from "../workflow/progress.ts";
import { endCalendarLinksOf } from "./calendar-links.ts";
import { type Clock, realClock } from "./clock.ts";
import { publisher } from "./publish.ts";

type Outcome = { readonly refusals: readonly Refusal[] } | { readonly forgotten: string } | { readonly notFound: true };

/**
 * Forgets somebody who has left: a neutral word takes the place of their name, they sign in no more, and what the record of the set-up
 * said of them goes with its salt. What they did stays, under an id that names nobody. What they may do ends in the same act, on record.
 * Not while a request of theirs is under way or a step waits for them alone, nor while a legal hold keeps their organisation or a case that they had a part in.
 */
export async function forgetPerson(actor: PersonActor, person: string, rule: string, clock: Clock = realClock): Promise<Outcome> {
  const at = clock().toISOString();
  const by = { actor: publisher(actor), at };
  const outcome = await asActor({ kind: "system" }, async (tx): Promise<Outcome> => {
    const [row] = await tx.select({ id: people.id, email: people.email, organisation: people.organisation }).from(people).where(eq(people.id, person)).for("update");
    const organisations = row?.organisation ? [row.organisation] : [];
    if (!row || !can(actor, "people.manage", { organisations }) || !can(actor, "record.erase", { organisations })) return { notFound: true };
    const [running] = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.requester, person), inArray(requests.status, [...underWay]))).limit(1);
    const hold = await holdsOn(tx, organisations);
    const against = [
      ...(groundNamed(rule) ? [] : [refusal("unknownRule", { rule }, "rule")]),
      ...(row.email === forgottenAddress(person) ? [refusal("forgottenAlready")] : []),
      ...(running || person === actor.id ? [refusal("stillActive")] : []),
      ...((await isNeeded(tx, person)) ? [refusal("workInHand")] : []),
      ...(hold.held || (await isInHeldCase(tx, person)) ? [refusal("underHold")] : hold.lifters.includes(actor.id) ? [refusal("liftedTheHold")] : []),
    ];
    if (against.length > 0) return { refusals: against };
    await keepChange(tx, { of: "person", id: person, email: forgottenAddress(person), name: forgottenName, language: "en", organisation: row.organisation, active: false, speaks: [], skills: [] }, { ...by, erased: { rule, digests: await saidOf(tx, `person:${person}`) } });
    await keepChange(tx, { of: "grants", person, grants: [] }, by);
    await forgetKeys(tx, person, { ...by, rule });
    await forgetStandIns(tx, person, { ...by, rule });
    await tx.delete(sessions).where(eq(sessions.personId, person));
    await tx.delete(credentials).where(eq(credentials.personId, person));
    await endCalendarLinksOf(tx, person);
    return { forgotten: person };
  });
  // Whoever is about to sign in keeps these, and nobody else sees them.
  if ("forgotten" in outcome) await asActor({ kind: "signIn" }, (tx) => tx.delete(passwordResets).where(eq(passwordResets.personId, person)));
  return outcome;
}

/** Who somebody was is part of a case that a legal hold keeps as it is, be it on the case or on all of its home or host institution. */
async function isInHeldCase(tx: ScopedTx, person: string): Promise<boolean> {
  const acted = tx.select({ seq: events.seq }).from(events).where(and(eq(events.requestId, requests.requestId), sql`${events.actor} ->> 'person' = ${person}`));
  const named = tx.select({ subject: requestAccess.subject }).from(requestAccess).where(and(eq(requestAccess.requestId, requests.requestId), eq(requestAccess.subject, `person:${person}`)));
  const organisations = [...(await heldOrganisations(tx))];
  const kept = or(eq(requests.held, true), inArray(requests.home, organisations), inArray(requests.hostOrganisation, organisations));
  return (await tx.select({ id: requests.requestId }).from(requests).where(and(kept, or(exists(acted), exists(named)))).limit(1)).length > 0;
}

/** Whether an open step is in their hands or given to them, or waits at a desk where nobody else decides. */
async function isNeeded(tx: ScopedTx, person: string): Promise<boolean> {
  const isAny = async (statuses: readonly (typeof stepStatuses)[number][], which: SQL | undefined) => (await tx.select({ step: steps.stepId }).from(steps).innerJoin(requests, eq(requests.requestId, steps.requestId)).where(and(inArray(requests.status, [...underWay]), inArray(steps.status, [...statuses]), which)).limit(1)).length > 0;
  if (await isAny(["open"], or(eq(steps.holder, person), eq(steps.assignee, person)))) return true;
  const desks = await tx.selectDistinct({ desk: grants.scopeId }).from(grants).where(and(eq(grants.personId, person), eq(grants.scopeKind, "desk")));
  const alone = [...(await decidersAt(tx, desks.flatMap(({ desk }) => desk ?? [])))].flatMap(([desk, staff]) => (staff.length === 1 && staff[0] === person ? [desk] : []));
  return alone.length > 0 && isAny(["open", "waiting"], inArray(steps.desk, alone));
}

type Under = { readonly actor: EventActor; readonly at: string; readonly rule: string };

/** Keys end, and what somebody called them goes: of those that had ended before, too. */
async function forgetKeys(tx: ScopedTx, person: string, { rule, ...by }: Under): Promise<void> {
  const keys = await tx.select().from(apiKeys).where(eq(apiKeys.personId, person));
  for (const { id, scopes, hash } of keys) await keepChange(tx, { of: "key", id, person, name: forgottenKey, scopes: scopes.filter((one) => one === "read" || one === "write"), hash, revoked: true }, { ...by, erased: { rule, digests: await saidOf(tx, `key:${id}`) } });
}

/** Why somebody was away is said of them, whoever stood in; and so is why they stood in for another. */
async function forgetStandIns(tx: ScopedTx, person: string, { rule, ...by }: Under): Promise<void> {
  const rows = await tx.select().from(standIns).where(and(or(eq(standIns.personId, person), eq(standIns.standIn, person)), isNotNull(standIns.reason)));
  for (const { id, personId, standIn, fromDay, untilDay, desks, ended } of rows) await keepChange(tx, { of: "stand-in", id, for: personId, by: standIn, from: fromDay, until: untilDay, desks, reason: null, ended }, { ...by, erased: { rule, digests: await saidOf(tx, `stand-in:${id}`) } });
}

/** The words that are still kept of a subject of the set-up. */
async function saidOf(tx: ScopedTx, subject: string): Promise<string[]> {
  const said = await tx.select({ digest: texts.digest }).from(texts).where(and(eq(texts.requestId, configurationId(subject)), isNotNull(texts.body)));
  return said.map(({ digest }) => digest);
}
