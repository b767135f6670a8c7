import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { asActor } from "../../db/client.ts";
import { configurationId, keepChange } from "../../db/configure.ts";
import { holdsOn } from "../../db/queries/retention.ts";
import { apiKeys, credentials, passwordResets, people, sessions } from "../../db/schema/people.ts";
import { texts } from "../../db/schema/record.ts";
import { requests } from "../../db/schema/requests.ts";
import type { PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { forgottenAddress, forgottenName } from "../access/forgotten.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { underWay } from "../request/state.ts";
import { groundNamed } from "../retention/grounds.ts";
import { endCalendarLinksOf } from "./calendar-links.ts";
import { type Clock, realClock } from "./clock.ts";
import { publisher } from "./publish.ts";

type Outcome = { readonly refusals: readonly Refusal[] } | { readonly forgotten: string } | { readonly notFound: true };

/**
 * Forgets somebody who has left: a neutral word takes the place of their name, they sign in no more, and what the record of the set-up
 * said of them goes with its salt. What they did stays, under an id that names nobody. Not while a request of theirs is under way.
 */
export async function forgetPerson(actor: PersonActor, person: string, rule: string, clock: Clock = realClock): Promise<Outcome> {
  const at = clock().toISOString();
  const by = { actor: publisher(actor), at };
  const outcome = await asActor({ kind: "system" }, async (tx): Promise<Outcome> => {
    const [row] = await tx.select({ id: people.id, email: people.email, organisation: people.organisation }).from(people).where(eq(people.id, person)).for("update");
    const organisations = row?.organisation ? [row.organisation] : [];
    if (!row || !can(actor, "people.manage", { organisations }) || !can(actor, "record.erase", { organisations })) return { notFound: true };
    const [running] = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.requester, person), inArray(requests.status, [...underWay]))).limit(1);
    const hold = row.organisation === null ? null : await holdsOn(tx, row.organisation);
    const against = [
      ...(groundNamed(rule) ? [] : [refusal("unknownRule", { rule }, "rule")]),
      ...(row.email === forgottenAddress(person) ? [refusal("forgottenAlready")] : []),
      ...(running || person === actor.id ? [refusal("stillActive")] : []),
      ...(hold?.held ? [refusal("underHold")] : hold?.lifters.includes(actor.id) ? [refusal("liftedTheHold")] : []),
    ];
    if (against.length > 0) return { refusals: against };
    const said = await tx.select({ digest: texts.digest }).from(texts).where(and(eq(texts.requestId, configurationId(`person:${person}`)), isNotNull(texts.body)));
    await keepChange(tx, { of: "person", id: person, email: forgottenAddress(person), name: forgottenName, language: "en", organisation: row.organisation, active: false, speaks: [], skills: [] }, { ...by, erased: { rule, digests: said.map(({ digest }) => digest) } });
    await keepChange(tx, { of: "grants", person, grants: [] }, by);
    const keys = await tx.select().from(apiKeys).where(and(eq(apiKeys.personId, person), isNull(apiKeys.revokedAt)));
    for (const { id, name, scopes, hash } of keys) await keepChange(tx, { of: "key", id, person, name, scopes: scopes.filter((one) => one === "read" || one === "write"), hash, revoked: true }, by);
    await tx.delete(sessions).where(eq(sessions.personId, person));
    await tx.delete(credentials).where(eq(credentials.personId, person));
    await endCalendarLinksOf(tx, person);
    return { forgotten: person };
  });
  // Whoever is about to sign in keeps these, and nobody else sees them.
  if ("forgotten" in outcome) await asActor({ kind: "signIn" }, (tx) => tx.delete(passwordResets).where(eq(passwordResets.personId, person)));
  return outcome;
}
