import type { Sealed } from "../request/events.ts";
import type { StratumBy } from "../audit/sampling/asked.ts";
import type { Share } from "../audit/sampling/allocate.ts";
import type { Reminder } from "./reminder.ts";
import type { Population } from "../audit/sampling/population.ts";

export const paperStatuses = ["open", "signed"] as const;
export type PaperStatus = (typeof paperStatuses)[number];
/** What a test of one case came to. */
export const results = ["passed", "exception", "notApplicable"] as const;
export type Result = (typeof results)[number];
export const severities = ["low", "medium", "high"] as const;
export type Severity = (typeof severities)[number];
/** How a desk takes a finding. */
export const stances = ["accepted", "partly", "contested"] as const;
export type Stance = (typeof stances)[number];
export const findingStatuses = ["asked", "replied", "closed"] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** One thing that each case is tested for, as the auditor put it. */
export type Attribute = { readonly id: string; readonly name: Sealed };
export type Mark = { readonly attribute: string; readonly result: Result };
/** How the cases were drawn: all that is needed to draw them again, but the question, which stands beside the log. */
export type Sampling = { readonly seed: string; readonly size: number; readonly by: readonly StratumBy[]; readonly atLeastOne: boolean; readonly population: Population; readonly strata: readonly Share[] };
export type PaperCase = { readonly request: string; readonly number: string; readonly stratum: string | null; readonly marks: readonly Mark[]; readonly note: Sealed | null; readonly testedBy: string | null; readonly testedAt: string | null };
/** An event that a finding rests on, by the hash that it had: so the finding names exactly what it saw. */
export type SeenEvent = { readonly stream: string; readonly seq: number; readonly hash: string };
export type Reply = { readonly by: string; readonly at: string; readonly stance: Stance; readonly text: Sealed };

export type AuditFinding = {
  readonly finding: number;
  readonly request: string;
  readonly severity: Severity;
  readonly text: Sealed;
  readonly events: readonly SeenEvent[];
  /** Who is asked to reply, and by when: a desk, or an organisation; the other is null. */
  readonly desk: string | null;
  readonly organisation: string | null;
  readonly replyBy: string;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly replies: readonly Reply[];
  readonly followUp: { readonly text: Sealed; readonly due: string } | null;
  readonly closed: { readonly by: string; readonly at: string; readonly reason: Sealed | null } | null;
  /** Of what whoever is asked was reminded. */
  readonly told: readonly Reminder[];
};

export type WorkingPaper = {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly title: Sealed;
  /** Whose it is: `all`, or the auditors of an organisation or a jurisdiction. */
  readonly scope: string;
  readonly question: Sealed;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly sampling: Sampling;
  readonly attributes: readonly Attribute[];
  readonly cases: readonly PaperCase[];
  readonly findings: readonly AuditFinding[];
  readonly status: PaperStatus;
  readonly opener: string;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly signed: { readonly by: string; readonly at: string; readonly conclusion: Sealed } | null;
};
export type PaperState = { readonly status: "none" } | WorkingPaper;

export function findingStatus({ replies, closed }: Pick<AuditFinding, "replies" | "closed">): FindingStatus {
  return closed ? "closed" : replies.length > 0 ? "replied" : "asked";
}

/** A case is tested once every test came to something. */
export function isTested({ marks }: Pick<PaperCase, "marks">, attributes: readonly Attribute[]): boolean {
  return attributes.every(({ id }) => marks.some(({ attribute }) => attribute === id));
}
