import { PermitCredential, type PermitTerms, type StatusPurpose, statusPurposes } from "./credential.ts";
import { readNumber } from "./number.ts";
import { type PublicKey, readSigned, type SignatureReason } from "./signed.ts";
import { bitAt, StatusListCredential } from "./status-list.ts";

export const credentialStatuses = ["valid", "notYet", "usedUp", "suspended", "revoked", "expired", "unknown", "invalid"] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];
export type CheckReason = SignatureReason | "notAPermit" | "clockBehind" | "statusNotTrusted" | "revoked" | "expired" | "suspended" | "notYet" | "usedUp";

/** What a permit's credential comes to. `invalid` is no permit of these keys; `unknown` is one of which this cannot be said. */
export type CredentialCheck = {
  readonly ok: boolean;
  readonly status: CredentialStatus;
  readonly number: string | null;
  readonly reasons: readonly { readonly code: CheckReason }[];
  /** When what is known of suspension, revocation and use was signed, the oldest of them; null when nothing is known. */
  readonly statusAsOf: string | null;
  /** What no list was given for. */
  readonly notChecked: readonly StatusPurpose[];
  readonly issuer: string | null;
  readonly kid: string | null;
  readonly terms: PermitTerms | null;
};

export type CheckedWith = { readonly keys: readonly PublicKey[]; /** Credentials of status lists; those of other permits are passed over. */ readonly lists: readonly string[]; readonly now: Date };

/**
 * Clocks may differ by this much, in milliseconds. What was signed later than that after now shows that the clock here is behind, and then
 * neither "not yet" nor "valid" can be said. A clock that is ahead cannot be told from here.
 */
export const clockTolerance = 300_000;

/** Whether a permit holds, by its credential alone: nothing is fetched. */
export async function checkCredential(token: string, { keys, lists, now }: CheckedWith): Promise<CredentialCheck> {
  const read = await readSigned(token.trim(), keys);
  if ("reasons" in read) return { ...nothing, reasons: read.reasons.map((code) => ({ code })) };
  const parsed = PermitCredential.safeParse(read.payload);
  if (!parsed.success || readNumber(parsed.data.credentialSubject.permit.number) === null) return { ...nothing, kid: read.kid, reasons: [{ code: "notAPermit" }] };
  const { data } = parsed;
  const known = await statusIn(data, keys, lists);
  const isBehind = [data.iat, ...known.signed].some((at) => at * 1000 > now.getTime() + clockTolerance);
  const holds: Record<Exclude<CheckReason, SignatureReason | "notAPermit">, boolean> = {
    clockBehind: isBehind,
    statusNotTrusted: known.wrong,
    revoked: known.set.has("revocation"),
    expired: now.getTime() > Date.parse(data.validUntil),
    suspended: known.set.has("suspension"),
    notYet: now.getTime() < Date.parse(data.validFrom),
    usedUp: known.set.has("message"),
  };
  const reasons = order.filter((code) => holds[code]);
  const [first] = reasons;
  const status = first === undefined ? "valid" : first === "clockBehind" || first === "statusNotTrusted" ? "unknown" : first;
  const asOf = known.signed.length === 0 ? null : new Date(Math.min(...known.signed) * 1000).toISOString();
  return { ok: status === "valid", status, number: data.credentialSubject.permit.number, reasons: reasons.map((code) => ({ code })), statusAsOf: asOf, notChecked: statusPurposes.filter((purpose) => !known.of.has(purpose)), issuer: data.issuer, kid: read.kid, terms: data.credentialSubject.permit };
}

/** The graver first: it is what the check comes to. A revocation stands whatever the clock says. */
const order = ["revoked", "statusNotTrusted", "clockBehind", "expired", "suspended", "notYet", "usedUp"] as const;

const nothing: CredentialCheck = { ok: false, status: "invalid", number: null, reasons: [], statusAsOf: null, notChecked: statusPurposes, issuer: null, kid: null, terms: null };

type Known = { readonly of: ReadonlySet<string>; readonly set: ReadonlySet<string>; readonly signed: readonly number[]; readonly wrong: boolean };

/** What the lists say of this permit. A list that is not ours, or cannot be read, is not passed over: somebody gave it to be believed. */
async function statusIn({ credentialStatus }: PermitCredential, keys: readonly PublicKey[], tokens: readonly string[]): Promise<Known> {
  const read = await Promise.all(tokens.map((token) => readSigned(token.trim(), keys)));
  const lists = read.map((one) => ("payload" in one ? StatusListCredential.safeParse(one.payload).data : undefined));
  const [of, set] = [new Set<string>(), new Set<string>()];
  const signed: number[] = [];
  let wrong = lists.some((list) => list === undefined);
  for (const { statusPurpose, statusListIndex, statusListCredential } of credentialStatus) {
    // By path: an installation that moved to another name still signs with the keys that it was known by.
    const own = lists.filter((list) => list !== undefined && pathOf(list.id) === pathOf(statusListCredential)).toSorted((a, b) => (b?.iat ?? 0) - (a?.iat ?? 0))[0];
    if (!own) continue;
    const bit = own.credentialSubject.statusPurpose === statusPurpose ? await bitAt(own.credentialSubject.encodedList, Number(statusListIndex)) : null;
    if (bit === null) {
      wrong = true;
      continue;
    }
    of.add(statusPurpose);
    signed.push(own.iat);
    if (bit) set.add(statusPurpose);
  }
  return { of, set, signed, wrong };
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address;
}
