import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { addRows } from "../../db/outbox.ts";
import { lockBreakGlass, openTo } from "../../db/queries/break-glass.ts";
import { people } from "../../db/schema/people.ts";
import { requestAccess, requests } from "../../db/schema/requests.ts";
import type { PersonActor } from "../access/actor.ts";
import { glassRefusals, isOpen, usualGlassHours } from "../access/break-glass.ts";
import { holdsAnywhere } from "../access/can.ts";
import { subjectsOfActor } from "../access/subjects.ts";
import { Words } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, realClock } from "./clock.ts";
import { brokenGlassTopic } from "./notify-break-glass.ts";
import { publisher } from "./publish.ts";

/** Why, and for how many hours. */
export const BreakGlassForm = z.strictObject({ reason: z.union([Words.max(1000), z.literal("")]).default(""), hours: z.number().int().min(-999).max(9999).default(usualGlassHours) });
export type BreakGlassForm = z.infer<typeof BreakGlassForm>;

type Opened = { readonly id: string; readonly request: string; readonly until: string };
type Outcome = Opened | { readonly refusals: readonly Refusal[] } | { readonly notFound: true };

/**
 * Opens one submitted request, named by id or number, to somebody who sees none, for a time and with a reason. It is an entry of the set-up, its organisations
 * are told in the same transaction, and the database lets exactly that through. Drafts are nobody's but their people's and are not opened.
 */
export async function breakTheGlass(actor: PersonActor, named: string, { reason, hours }: BreakGlassForm, clock: Clock = realClock): Promise<Outcome> {
  // Whoever may open nothing learns from the answer not even whether there is such a request.
  if (!holdsAnywhere(actor, "request.breakGlass")) return { refusals: [refusal("notPermitted")] };
  const now = clock().toISOString();
  return asActor({ kind: "system" }, async (tx) => {
    // Two at once wait for each other.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("update");
    const isId = z.uuid().safeParse(named).success;
    const { requestId, home, hostOrganisation, fromJurisdiction, toJurisdiction } = requests;
    const [found] = await tx.select({ requestId, home, hostOrganisation, fromJurisdiction, toJurisdiction }).from(requests).where(isId ? eq(requestId, named) : eq(requests.number, named.trim().toUpperCase()));
    if (!found) return { notFound: true };
    const organisations = [...new Set([found.home, ...(found.hostOrganisation === null ? [] : [found.hostOrganisation])])];
    const access = await tx.select({ subject: requestAccess.subject }).from(requestAccess).where(eq(requestAccess.requestId, found.requestId));
    const { all, subjects } = subjectsOfActor({ ...actor, opened: [] });
    const before = await openTo(tx, { person: actor.id, request: found.requestId, now });
    const refusals = glassRefusals({ reason, hours }, { actor, organisations, jurisdictions: [found.fromJurisdiction, found.toJurisdiction], sees: all || access.some(({ subject }) => subjects.includes(subject)), openUntil: before?.until ?? null });
    if (refusals.length > 0) return { refusals };
    const [id, until] = [newId(), new Date(Date.parse(now) + hours * 3_600_000).toISOString()];
    await keepChange(tx, { of: "break-glass", id, request: found.requestId, person: actor.id, organisations, reason: reason.trim(), from: now, until, ended: null }, { actor: publisher(actor), at: now });
    await addRows(tx, brokenGlassTopic, [{ requestId: found.requestId, id: newId(), payload: { access: id }, at: now }]);
    return { id, request: found.requestId, until };
  });
}

/** Closes an access before its time, by whoever opened it. One that is over stays as it was. */
export async function mendGlass(actor: PersonActor, id: string, clock: Clock = realClock): Promise<Outcome> {
  const now = clock().toISOString();
  return asActor({ kind: "system" }, async (tx) => {
    const known = await lockBreakGlass(tx, id);
    if (!known || known.person !== actor.id || !isOpen(known, now)) return { notFound: true };
    await keepChange(tx, { of: "break-glass", ...known, organisations: [...known.organisations], ended: now }, { actor: publisher(actor), at: now });
    return { id, request: known.request, until: now };
  });
}
