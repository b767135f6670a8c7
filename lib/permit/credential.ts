import * as z from "zod/mini";

/* A permit as a credential: W3C Verifiable Credentials Data Model 2.0. It names no person: its holder is an organisation. Read in browsers too, hence the small zod. */

const DecimalText = z.string().check(z.regex(/^\d+(\.\d+)?$/));
const Quantity = z.object({ value: DecimalText, unit: z.string() });
const Place = z.object({ jurisdiction: z.string(), city: z.nullable(z.string()), zone: z.nullable(z.string()) });

/** One line of what may cross. What identifies a person (a traveller's code, a payee) is not among its fields. */
const Item = z.object({
  name: z.optional(z.string()),
  /** What a traveller is to the project, or the class of a data set's fields. */
  role: z.optional(z.string()),
  fields: z.optional(z.string()),
  quantity: Quantity,
  container: z.optional(z.string()),
  each: z.optional(Quantity),
  cas: z.optional(z.string()),
  un: z.optional(z.string()),
  hs: z.optional(z.string()),
  due: z.optional(z.string()),
});
export type PermitItem = z.infer<typeof Item>;

/** The terms of a permit. `window` are days at the boundary (UTC+8), the last one included. */
export const PermitTerms = z.object({
  number: z.string(),
  kind: z.string(),
  corridor: z.object({ from: Place, to: Place, mode: z.nullable(z.string()) }),
  controlPoints: z.array(z.string()),
  limit: Quantity,
  /** How many crossings, where crossings are what is limited. */
  crossings: z.optional(DecimalText),
  items: z.array(Item),
  window: z.object({ from: z.iso.date(), to: z.iso.date() }),
  conditions: z.array(z.string()),
  /** What of outside authorities it rests on: the rule, and the number of their paper unless it could tell of a person. */
  requirements: z.array(z.object({ regime: z.string(), reference: z.optional(z.string()), validUntil: z.optional(z.string()) })),
});
export type PermitTerms = z.infer<typeof PermitTerms>;

/** What a status list speaks of. `message` says whether something is left of the permit. */
export const statusPurposes = ["revocation", "suspension", "message"] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

const StatusEntry = z.object({ id: z.string(), type: z.literal("BitstringStatusListEntry"), statusPurpose: z.string(), statusListIndex: z.string().check(z.regex(/^\d{1,9}$/)), statusListCredential: z.string() });

export const PermitCredential = z.object({
  "@context": z.tuple([z.literal("https://www.w3.org/ns/credentials/v2")], z.unknown()),
  id: z.string(),
  type: z.array(z.string()).check(z.refine((types) => types.includes("VerifiableCredential") && types.includes("CausewayPermit"))),
  issuer: z.string(),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }),
  /** When it was signed, in seconds since 1970. */
  iat: z.int(),
  credentialSubject: z.object({ id: z.string(), type: z.literal("Organization"), name: z.array(z.object({ "@value": z.string(), "@language": z.string() })), permit: PermitTerms }),
  credentialStatus: z.array(StatusEntry),
});
export type PermitCredential = z.infer<typeof PermitCredential>;

/** What a credential is made from. `edition` tells the credentials of one permit apart: its number and terms may change. */
export type Issuance = {
  readonly issuer: string;
  readonly edition: number;
  readonly at: string;
  readonly holder: { readonly id: string; readonly ror: string | null; readonly names: Readonly<Record<string, string>> };
  readonly terms: PermitTerms;
  readonly status: { readonly list: number; readonly index: number };
};

/**
 * The claims of a permit's credential, to be signed as they are (VC-JOSE-COSE). There is no `exp` and no `nbf`: they speak of the signature,
 * and a permit for next month is signed today.
 */
export function credentialOf({ issuer, edition, at, holder, terms, status }: Issuance): PermitCredential & { readonly iss: string; readonly jti: string } {
  const id = `${issuer}/permits/${terms.number}#${edition}`;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", { "@vocab": "urn:causeway:permit#" }],
    id,
    type: ["VerifiableCredential", "CausewayPermit"],
    issuer,
    validFrom: `${terms.window.from}T00:00:00+08:00`,
    validUntil: `${terms.window.to}T23:59:59+08:00`,
    credentialSubject: {
      id: holder.ror === null ? `urn:causeway:organisation:${holder.id}` : `https://ror.org/${holder.ror}`,
      type: "Organization",
      name: Object.entries(holder.names).map(([language, name]) => ({ "@value": name, "@language": language })),
      permit: terms,
    },
    credentialStatus: statusPurposes.map((purpose) => entryOf(listAddress(issuer, purpose, status.list), purpose, status.index)),
    iss: issuer,
    jti: id,
    iat: Math.floor(Date.parse(at) / 1000),
  };
}

/** Where a status list is published. */
export function listAddress(issuer: string, purpose: StatusPurpose, list: number): string {
  return `${issuer}/api/v1/status/${purpose}-${list}`;
}

/** The list and the place in it that a credential of ours names; null where they cannot be read, or differ from one purpose to the next. */
export function listAndPlace({ credentialStatus }: Pick<PermitCredential, "credentialStatus">): { readonly list: number; readonly place: number } | null {
  const named = credentialStatus.map(({ statusListCredential, statusListIndex }) => ({ list: Number(/-(\d{1,9})$/.exec(statusListCredential)?.[1] ?? Number.NaN), place: Number(statusListIndex) }));
  const [first] = named;
  return first && named.every(({ list, place }) => list === first.list && place === first.place) ? first : null;
}

function entryOf(list: string, statusPurpose: StatusPurpose, index: number) {
  const messages = { statusSize: 1, statusMessage: [{ status: "0x0", message: "something is left" }, { status: "0x1", message: "used up" }] };
  return { id: `${list}#${index}`, type: "BitstringStatusListEntry" as const, statusPurpose, statusListIndex: String(index), statusListCredential: list, ...(statusPurpose === "message" && messages) };
}
