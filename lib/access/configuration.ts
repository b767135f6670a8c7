import { z } from "zod";
import { capacities } from "./capacity.ts";
import { CalendarYear } from "../calendar/calendar-year.ts";
import { Language, Text } from "../language.ts";
import { kinds, Pack } from "../policy/pack.ts";
import { Sealed } from "../request/events.ts";
import { deskFunctions, WorkflowDefinition } from "../workflow/definition.ts";
import { proposalStatuses } from "../workflow/proposal/proposal.ts";
import { allotments } from "../workflow/step-people.ts";
import { permissions } from "./permission.ts";

const Slug = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/);
const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const ScopeRow = z.union([z.strictObject({ kind: z.enum(["organisation", "jurisdiction", "desk"]), id: z.string().min(1) }), z.strictObject({ kind: z.literal("everything") })]);

/** What a key may do of what its person may: read, or read and change. */
export const keyScopes = ["read", "write"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** One pack of an edition: `shipped` came with the project and goes when the project no longer has it. */
export const EditionEntry = z.strictObject({ id: z.string(), version: z.string(), digest: Hex, shipped: z.boolean() });
export type EditionEntry = z.infer<typeof EditionEntry>;

/** What files hold that are taken away: events, a list of requests, cases with their papers, a record that proves itself. */
export const takenKinds = ["events", "requests", "bundle", "record"] as const;

const Approved = z.strictObject({ proposal: z.uuid(), author: z.uuid(), approver: z.uuid(), effectiveFrom: z.iso.date() });

/** One change of how an installation is set up. Each becomes an event of its subject's `config:` stream. */
export const Change = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("organisation"), id: Slug, ror: z.string().nullable(), names: Text, jurisdiction: z.enum(["CN", "HK", "MO", "XX"]), city: z.string(), type: z.string() }),
  z.strictObject({ of: z.literal("desk"), id: Slug, organisation: Slug, function: z.enum(deskFunctions), names: Text, programmes: z.array(z.string()), controlPoints: z.array(z.string()), allot: z.enum(allotments).nullable().optional(), /** Whether requesters read the desk's name and never that of an officer. */ hidesOfficers: z.boolean().optional() }),
  z.strictObject({ of: z.literal("person"), id: z.uuid(), email: z.email().max(254).normalize("NFKC").toLowerCase(), name: z.string().min(1).max(200), language: Language, organisation: Slug.nullable(), active: z.boolean(), speaks: z.array(Language).max(10).optional(), skills: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)).max(50).optional() }),
  z.strictObject({ of: z.literal("role"), id: Slug, permissions: z.array(z.enum(permissions)) }),
  z.strictObject({ of: z.literal("grants"), person: z.uuid(), grants: z.array(z.strictObject({ role: Slug, scope: ScopeRow })) }),
  z.strictObject({ of: z.literal("key"), id: z.uuid(), person: z.uuid(), name: z.string().min(1), scopes: z.array(z.enum(keyScopes)).min(1), hash: Hex, revoked: z.boolean() }),
  z.strictObject({ of: z.literal("stand-in"), id: z.uuid(), for: z.uuid(), by: z.uuid(), from: z.iso.date(), until: z.iso.date(), desks: z.array(Slug), reason: z.string().max(300).nullable(), ended: z.boolean() }),
  /** One request is opened for a while to somebody who otherwise sees none; `ended` is when it was closed before its time. */
  z.strictObject({ of: z.literal("break-glass"), id: z.uuid(), request: z.uuid(), person: z.uuid(), organisations: z.array(Slug), reason: z.string().min(1).max(1000), from: z.iso.datetime(), until: z.iso.datetime(), ended: z.iso.datetime().nullable() }),
  /** Who read whose papers, so many readings at once: the digest is of them all. */
  z.strictObject({ of: z.literal("reads"), id: z.uuid(), count: z.number().int().positive(), from: z.iso.datetime(), to: z.iso.datetime(), digest: Hex }),
  /**
   * A file that somebody took away: what it holds, what was asked for, in which form. An entry stands before its first byte goes out, in which what is only known
   * at the end is null; a second one says how many rows there were and whether all of it went out. Entries from when there were events alone say not what it holds.
   */
  z.strictObject({ of: z.literal("taken-away"), id: z.uuid(), person: z.uuid().nullable(), as: z.enum(capacities).nullable(), what: z.enum(takenKinds).optional(), asked: z.string().max(20_000), format: z.string().max(20), rows: z.number().int().nonnegative().nullable(), withheld: z.number().int().nonnegative().nullable(), isWhole: z.boolean().nullable(), from: z.iso.datetime(), until: z.iso.datetime().nullable() }),
  /** Longer years by rule, and whether what is due is erased by itself; `id` is the organisation. */
  z.strictObject({ of: z.literal("retention"), id: Slug, years: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.number().int().positive().max(200)), automatic: z.boolean() }),
  /** A legal hold on everything of an organisation. */
  z.strictObject({ of: z.literal("hold"), id: z.uuid(), organisation: Slug, authority: z.string().min(1).max(300), reason: z.string().min(1).max(5000), placedBy: z.uuid(), placedAt: z.iso.datetime(), liftedBy: z.uuid().nullable(), liftedAt: z.iso.datetime().nullable(), liftedBecause: z.string().max(5000).nullable() }),
  /** A key that signs permits: its thumbprint and its public half. */
  z.strictObject({ of: z.literal("permit-key"), id: z.string().regex(/^[\w-]{43}$/), x: z.string().regex(/^[\w-]{43}$/) }),
  /** A key that signs seals: its id and name in signed notes, its public half, and the size of the log up to which its seals count, where it came into wrong hands. */
  z.strictObject({ of: z.literal("log-key"), id: z.string().regex(/^[0-9a-f]{8}$/), name: z.string().regex(/^[^\s+]+$/u).max(300), x: z.string().regex(/^[\w-]{43}$/), until: z.number().int().nonnegative().nullable() }),
  /** Whom an institution has the newest seal mailed to, once a day, and in which language; `id` is the organisation. */
  z.strictObject({ of: z.literal("seal-mails"), id: Slug, addresses: z.array(z.string().min(3).max(254)).max(10), language: Language }),
  /** `approved`: by whom and from which day on; what comes with the project counts from when it is published. */
  z.strictObject({ of: z.literal("workflow"), kind: z.enum(kinds), definition: WorkflowDefinition, approved: Approved.optional() }),
  z.strictObject({
    of: z.literal("workflow-proposal"), id: z.uuid(), workflow: z.string(), version: z.number().int().positive(), kind: z.enum(kinds), definition: WorkflowDefinition, effectiveFrom: z.iso.date(), note: z.string().nullable(),
    author: z.uuid(), authorFor: z.array(z.uuid()), proposedAt: z.iso.datetime(), status: z.enum(proposalStatuses), decidedBy: z.uuid().nullable(), decidedAt: z.iso.datetime().nullable(), reason: z.string().nullable(),
  }),
  z.strictObject({ of: z.literal("pack"), pack: Pack }),
  /** The packs that count from now on, in the order in which their regimes are listed. The newest edition is in force. */
  z.strictObject({ of: z.literal("edition"), packs: z.array(EditionEntry) }),
  /** The days off of a year, from a published list; the newest list of a year counts. */
  z.strictObject({ of: z.literal("calendar"), list: CalendarYear }),
]);
export type Change = z.infer<typeof Change>;

/** What is published for everybody to read again: kept whole, by digest, and never changed. */
export type Published = Extract<Change, { of: "workflow" | "pack" | "edition" | "calendar" }>;
/** Everything else: rows that change, and may speak of people. */
export type Kept = Exclude<Change, Published>;

export function isPublished(change: Change): change is Published {
  return change.of === "workflow" || change.of === "pack" || change.of === "edition" || change.of === "calendar";
}

/**
 * What the log holds of a change. Of what is published, the digest of its content; of everything else a salted digest of the
 * whole change, whose words stand beside the log, so that a row can be held to it and a person can be forgotten.
 */
export const ConfigChanged = z.union([
  z.strictObject({ of: z.enum(["organisation", "desk", "person", "role", "grants", "key", "stand-in", "permit-key", "log-key", "retention", "hold", "seal-mails", "taken-away"]), subject: z.string(), change: Sealed, /** The words of earlier changes that went with this one, and under which rule. */ erased: z.strictObject({ rule: z.string(), digests: z.array(Hex) }).optional() }),
  /** A proposal says in the clear what it is about, who made and who decided it; its words stand beside the log. */
  z.strictObject({ of: z.literal("workflow-proposal"), subject: z.string(), change: Sealed, proposal: z.strictObject({ workflow: z.string(), version: z.number().int(), definition: Hex, effectiveFrom: z.iso.date(), author: z.uuid(), status: z.enum(proposalStatuses), decidedBy: z.uuid().nullable() }) }),
  /** Access by break-glass says in the clear to which request, who and until when; the reason stands beside the log. */
  z.strictObject({ of: z.literal("break-glass"), subject: z.string(), change: Sealed, access: z.strictObject({ id: z.uuid(), request: z.uuid(), person: z.uuid(), until: z.iso.datetime(), ended: z.boolean() }) }),
  /** A batch of readings names nobody, and its digest stands in the clear. */
  z.strictObject({ of: z.literal("reads"), subject: z.string(), change: Sealed, batch: z.strictObject({ count: z.number().int(), from: z.iso.datetime(), to: z.iso.datetime(), digest: Hex }) }),
  z.strictObject({ of: z.enum(["workflow", "pack", "edition", "calendar"]), subject: z.string(), version: z.string(), kind: z.enum(kinds).nullable(), content: Hex, approved: Approved.optional() }),
]);
export type ConfigChanged = z.infer<typeof ConfigChanged>;

/** The name of what a change is about: its stream carries it. */
export function subjectOf(change: Change): string {
  switch (change.of) {
    case "grants":
      return `grants:${change.person}`;
    case "workflow":
      return `workflow:${change.definition.id}`;
    case "pack":
      return `pack:${change.pack.id}`;
    case "edition":
      return "edition";
    case "calendar":
      return `calendar:${change.list.calendar}-${change.list.year}`;
    default:
      return `${change.of}:${change.id}`;
  }
}

/** The part of a published change that its digest covers. */
export function contentOf(change: Published): unknown {
  switch (change.of) {
    case "workflow":
      return change.definition;
    case "pack":
      return change.pack;
    case "edition":
      return change.packs;
    case "calendar":
      return change.list;
    default:
      return change satisfies never;
  }
}
