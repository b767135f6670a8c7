import type { GrantLink } from "../account/standing-grant.ts";
import type { HandOver } from "../permit/custody.ts";
import type { Discrepancy } from "../permit/discrepancy.ts";
import type { Trace } from "../permit/excursions.ts";
import type { LedgerEntry } from "../permit/entry.ts";
import type { Finding } from "../policy/evaluate.ts";
import type { Clock, Due, Kind, Regime } from "../policy/pack.ts";
import type { JointOutcome } from "../workflow/definition.ts";
import type { CaseStep } from "../workflow/progress.ts";
import type { SinceBegun } from "./began.ts";
import type { Duty } from "./duty.ts";
import type { Bars, Corridor, DataOf, Quantity, Sealed } from "./events.ts";
import type { Erasure, Hold } from "./evolve-erasure.ts";
import type { Settled } from "./obligations.ts";

export const requestStatuses = ["draft", "submitted", "in-review", "returned", "approved", "permitted", "closed", "rejected", "withdrawn", "expired", "revoked"] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** While something can still come of a request. */
export const underWay = ["submitted", "in-review", "returned", "approved", "permitted"] as const satisfies readonly RequestStatus[];
/** A permit that ended: nothing more leaves under it, but what is late may still come in. */
export const endedStatuses = ["closed", "expired", "revoked"] as const satisfies readonly RequestStatus[];

export function hasEnded(status: RequestStatus): boolean {
  return (endedStatuses as readonly RequestStatus[]).includes(status);
}

export const requirementStatuses = ["open", "filed", "queried", "granted", "refused", "waived"] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

/** What a finding asks for on this request. Its id is the regime's, or `host-letter` for a host that has not joined. */
export type Requirement = {
  readonly id: string;
  readonly regime: string;
  readonly type: Regime["type"];
  readonly due: Due;
  readonly uncertain: boolean;
  readonly status: RequirementStatus;
  readonly reference: Sealed | null;
  readonly date: string | null;
  readonly validUntil: string | null;
  readonly waivedBy: string | null;
  /** Of what is due after a crossing: how long it may take. */
  readonly clock?: Clock;
  /** When it was last recorded here, and by which entry of the history. */
  readonly recordedAt?: string;
  readonly entry?: number;
  /** What the authority asks, while it waits for an answer. */
  readonly question?: Sealed;
  /** Why it was refused. */
  readonly reason?: Sealed;
  /** Of a grant: the first day of it, what it is for, and the paper that says so. */
  readonly validFrom?: string;
  readonly limit?: Quantity;
  readonly paper?: string;
  /** The standing grant of an organisation that it rests on. */
  readonly grant?: GrantLink;
  /** How many days before its end people were told of it. */
  readonly told?: readonly number[];
  /** Grants that it had before, the last one at the end. */
  readonly earlier?: readonly Grant[];
};

/** What an authority granted, as it was recorded. */
export type Grant = Pick<Requirement, "reference" | "date" | "validUntil" | "validFrom" | "limit" | "paper" | "grant" | "entry">;

export type Question = { readonly id: string; readonly step: string; readonly fact: string | null; readonly text: Sealed };
export type Permit = { readonly number: string; readonly limit: Quantity; readonly validFrom: string; readonly validUntil: string; readonly controlPoint: string | null; readonly issuedAt: string } & {
  /** Since when nothing may cross under it for now. */
  readonly suspended: string | null;
  /** The first day on which it will not hold any more, once its revocation was announced. */
  readonly revokedFrom: string | null;
  /** Numbers that it had before, which are void, the last one at the end. */
  readonly earlier: readonly string[];
  /** The number of the event that gave it its number and terms: each edition has a credential of its own. */
  readonly edition: number;
  /** How many days before its end people were told of it, or needed not be. */
  readonly told?: readonly number[];
  /** Whom its revocation keeps, until which day, from making such requests and from taking anything across under others. */
  readonly bars?: Bars;
};
export type CaseDocument = { readonly id: string; readonly name: Sealed; readonly paper: string | null; readonly mediaType: string; readonly size: number; readonly sha256: string; readonly person: string | null; readonly at: string; /** When its content went, and under which rule. */ readonly erased: { readonly at: string; readonly rule: string; readonly person: string | null } | null };
/** `duty` is what of it is to be done by when, and `id` the obligation that it makes. */
export type Condition = { readonly step: string; readonly text: Sealed; readonly id?: string; readonly duty?: Duty };

/** A change of what was approved that its desks have not all agreed to, or whose new terms wait for something outside. */
export type Amendment = {
  readonly as: "amendment" | "renewal";
  readonly at: string;
  readonly person: string | null;
  readonly reason: Sealed;
  /** The names of what would change: facts, and `window`, `limit`, `claims`. */
  readonly changed: readonly string[];
  /** What would hold. */
  readonly asked: Pick<Submitted, "title" | "answers" | "facts" | "claims" | "corridor" | "crossing" | "window" | "limit" | "packs" | "findings" | "outcome">;
  readonly requirements: readonly Requirement[];
  /** Every desk has agreed; the amended permit waits for what is due before it. */
  readonly agreed: boolean;
  /** What stood when it was asked for, and stands again if it comes to nothing. */
  readonly before: { readonly steps: readonly CaseStep[]; readonly conditions: readonly Condition[] };
};

/** What every request that was once submitted has. */
export type Submitted = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly number: string;
  readonly kind: Kind;
  readonly workflow: { readonly id: string; readonly version: number };
  readonly requester: string;
  readonly team: readonly string[];
  readonly endorser: string | null;
  readonly home: { readonly organisation: string; readonly jurisdiction: string };
  readonly host: { readonly organisation: string; readonly jurisdiction: string } | { readonly ror: string };
  readonly title: Sealed;
  readonly answers: Sealed;
  readonly answersBefore: Sealed | null;
  readonly changed: readonly string[];
  readonly facts: readonly string[];
  readonly claims: readonly string[];
  readonly corridor: Corridor;
  readonly crossing: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly limit: Quantity;
  /** The rule packs that the findings come from: what was in force when it was submitted. */
  readonly packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
  readonly findings: readonly Finding[];
  readonly steps: readonly CaseStep[];
  /** Null where each step ends the request that it rejects. */
  readonly outcome: JointOutcome | null;
  readonly requirements: readonly Requirement[];
  readonly terms: readonly { readonly id: string; readonly version: number; readonly person: string; readonly at: string }[];
  /** What had changed when the draft was submitted; every desk is told. */
  readonly sinceBegun: readonly SinceBegun[];
  readonly documents: readonly CaseDocument[];
  readonly conditions: readonly Condition[];
  /** Every entry of the permit's ledger, as it was written. */
  readonly ledger: readonly LedgerEntry[];
  /** Of them what crossed, as it now stands. */
  readonly movements: readonly LedgerEntry[];
  /** How warm its movements were, by loggers' files. */
  readonly traces: readonly Trace[];
  /** Who took its movements over from whom. */
  readonly custody: readonly HandOver[];
  /** What of it does not agree, settled or not. */
  readonly discrepancies: readonly Discrepancy[];
  /** The obligations that are over. */
  readonly settledObligations: readonly Settled[];
  /** The reminders of obligations that were given. */
  readonly remindedObligations: readonly DataOf<"obligation.reminded">[];
  /** Who decided which step, in any round: nobody decides two. */
  readonly deciders: readonly { readonly step: string; readonly person: string; /** In whose place. */ readonly for?: string }[];
  /** Who advised on it, in any round: they decide nothing of it. */
  readonly advisers: readonly string[];
  /** The facts that desks asked about, in any round: a change of one concerns the desk that asked. */
  readonly questioned: readonly { readonly step: string; readonly fact: string }[];
  readonly amendment: Amendment | null;
  /** The rejection that ended it, with the steps as they were before. */
  readonly rejection: { readonly step: string; readonly round: number; readonly at: string; readonly before: readonly CaseStep[] } | null;
  /** The last appeal against a rejection; without an outcome as long as it is being looked at. */
  readonly appeal: { readonly at: string; readonly person: string | null; readonly reason: Sealed; readonly against: string; readonly outcome: "upheld" | "overturned" | null } | null;
  /** The day on which it ended; null while it is under way. */
  readonly endedOn: string | null;
  /** Legal holds, lifted ones too. */
  readonly holds: readonly Hold[];
  /** What of its words and papers is gone. */
  readonly erased: Erasure;
  readonly submittedAt: string;
  /** The requester of that day; a transfer can have made somebody else the requester since. */
  readonly submittedBy: string;
  readonly changedAt: string;
};

/** A request after submission: what can be true of it depends on its status. */
export type LiveState = Submitted &
  (
    | { readonly status: "submitted" | "in-review" }
    | { readonly status: "returned"; readonly questions: readonly Question[] }
    | { readonly status: "approved" | "rejected" | "withdrawn" }
    | { readonly status: "permitted" | "expired" | "revoked"; readonly permit: Permit }
    /** One that went no further was closed without ever having had a permit. */
    | { readonly status: "closed"; readonly permit: Permit | null }
  );

/** Before submission nothing is in the log: a draft lives in its own table. */
export type RequestState = { readonly status: "none" } | LiveState;

export function permitOf(state: LiveState): Permit | null {
  return "permit" in state ? state.permit : null;
}

/** How a permit stands, beside what its days say. */
export const permitStatuses = ["valid", "suspended", "closed", "expired", "revoked"] as const;
export type PermitStatus = (typeof permitStatuses)[number];

export function permitStatus({ status }: LiveState, permit: Permit): PermitStatus {
  if (status === "closed" || status === "expired" || status === "revoked") return status;
  return permit.suspended === null ? "valid" : "suspended";
}

/** Organisations that take part: the home institution and the host, when it has joined. */
export function organisationsOf({ home, host }: Pick<Submitted, "home" | "host">): string[] {
  return "organisation" in host ? [home.organisation, host.organisation] : [home.organisation];
}
