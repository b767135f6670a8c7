import { and, eq, type SQL } from "drizzle-orm";
import { decodeJwt } from "jose";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { organisationByIdOrRor } from "../../db/config.ts";
import { readTexts } from "../../db/log.ts";
import { keepCredential, placesSet, signedCredential, takePlace } from "../../db/permit-credentials.ts";
import { visibleTo } from "../../db/queries/visible.ts";
import { permits } from "../../db/schema/requests.ts";
import type { Actor } from "../access/actor.ts";
import { credentialOf, listAddress, type PermitCredential, type StatusPurpose } from "../permit/credential.ts";
import { readNumber } from "../permit/number.ts";
import { sign } from "../permit/signed.ts";
import { statusListOf } from "../permit/status-list.ts";
import { termsOf, termsWords } from "../permit/terms.ts";
import { permitOf } from "../request/state.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import type { SigningKey } from "./permit-keys.ts";
import { signingKey } from "./publish-permit-key.ts";
import { settings } from "./settings.ts";
import { lockTarget } from "./target.ts";

export type SignedPermit = { readonly request: string; readonly number: string; readonly token: string };

/**
 * A permit's credential for whoever may see its request; null for everybody else, and for a number that is void. It is signed when it is first
 * asked for and kept as it is, so that a key or a word that goes later changes nothing in anybody's hands.
 */
export async function permitCredential(actor: Actor, typed: string, clock: Clock = realClock): Promise<SignedPermit | null> {
  const number = readNumber(typed);
  return number?.startsWith("CWP-") ? signedFor(actor, eq(permits.number, number), clock) : null;
}

/** The same of a request's permit. */
export async function requestCredential(actor: Actor, request: string, clock: Clock = realClock): Promise<SignedPermit | null> {
  return z.uuid().safeParse(request).success ? signedFor(actor, eq(permits.requestId, request), clock) : null;
}

async function signedFor(actor: Actor, which: SQL, clock: Clock): Promise<SignedPermit | null> {
  const found = await asReader(actor, async (tx) => {
    const { requestId, number, edition } = permits;
    const [row] = await tx.select({ requestId, number, edition }).from(permits).where(and(which, visibleTo(tx, actor, requestId)));
    return row && { ...row, token: await signedCredential(tx, row.requestId, row.edition) };
  });
  if (!found) return null;
  if (found.token !== null) return { request: found.requestId, number: found.number, token: found.token };
  // Before the transaction: a first key is made in one of its own.
  const key = await signingKey(clock);
  return asActor({ kind: "system" }, (tx) => issued(tx, found.requestId, key, clock));
}

/** Signs what the request says under its lock, unless another server did so while this one waited. */
async function issued(tx: ScopedTx, requestId: string, { kid, key }: SigningKey, clock: Clock): Promise<SignedPermit | null> {
  const locked = await lockTarget(tx, requestId);
  const state = locked?.target.at === "live" ? locked.target.state : null;
  const permit = state && permitOf(state);
  if (!state || !permit) return null;
  const { number, edition } = permit;
  const known = await signedCredential(tx, requestId, edition);
  if (known !== null) return { request: requestId, number, token: known };
  const [words, home] = await Promise.all([readTexts(tx, requestId, termsWords(state)), organisationByIdOrRor(tx, state.home.organisation)]);
  const { now } = moment(clock);
  const holder = { id: state.home.organisation, ror: home?.ror ?? null, names: home?.names ?? {} };
  const status = await takePlace(tx, requestId, edition);
  const token = await sign(credentialOf({ issuer: settings().PUBLIC_URL, edition, at: now, holder, terms: termsOf(state, permit, words), status }), key, kid);
  await keepCredential(tx, { requestId, edition, token, issuedAt: now });
  return { request: requestId, number, token };
}

/** What a credential of ours says, as JSON. */
export function claimsIn(token: string): PermitCredential {
  return decodeJwt<PermitCredential>(token);
}

/** A status list as it stands now, signed; null when there is no such list. Read from the permits each time, so that every server says the same. */
export async function statusList(list: number, purpose: StatusPurpose, clock: Clock = realClock): Promise<string | null> {
  const { now, today } = moment(clock);
  const set = await asReader({ kind: "system" }, (tx) => placesSet(tx, list, purpose, today));
  if (set === null) return null;
  const { kid, key } = await signingKey(clock);
  const issuer = settings().PUBLIC_URL;
  return sign(await statusListOf({ issuer, address: listAddress(issuer, purpose, list), purpose, set, at: now }), key, kid);
}
