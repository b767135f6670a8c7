import { asReader } from "../../db/client.ts";
import type { LateObligation } from "../../db/queries/late-obligations.ts";
import { onlyAdvises } from "../../db/queries/visible.ts";
import { isId } from "../id.ts";
import type { Obligation, Settled } from "../request/obligations.ts";
import type { AccountStanding } from "../account/ledger.ts";
import type { Actor } from "../access/actor.ts";
import type { ClockState } from "../calendar/clock.ts";
import type { Text } from "../language.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import type { HandOver } from "../permit/custody.ts";
import type { Discrepancy } from "../permit/discrepancy.ts";
import type { Point, Trace } from "../permit/excursions.ts";
import type { Written } from "../permit/entry.ts";
import type { Facts } from "../policy/condition.ts";
import type { Finding } from "../policy/evaluate.ts";
import type { Regime } from "../policy/pack.ts";
import type { Hold } from "../request/evolve-erasure.ts";
import type { Allowed } from "../request/allowed.ts";
import type { SinceBegun } from "../request/began.ts";
import type { Blocker } from "../request/blockers.ts";
import type { Target } from "../request/context.ts";
import type { Warning } from "../request/draft.ts";
import type { LiveState, Grant, PermitStatus, Requirement } from "../request/state.ts";
import type { Wait } from "../request/waits.ts";
import type { StepNames } from "../workflow/definition.ts";
import type { CaseStep } from "../workflow/progress.ts";
import type { Referral } from "../workflow/referral.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { forAdviser } from "./detail/for-adviser.ts";
import { ofDraft } from "./detail/of-draft.ts";
import { ofLive } from "./detail/of-live.ts";
import type { Standing } from "./detail/tally.ts";
import { readCase } from "./target.ts";
import { witnessGlass } from "./witness-read.ts";

/** Advice as a reader may have it: whoever may read the question. */
export type DetailAdvice = Omit<Referral, "question" | "text"> & { readonly question: string; readonly text: string | null };
export type DetailStep = Omit<CaseStep, "referrals"> & { /** How the account stands that it takes from, for its desk and auditors; null where none was set, or it takes nothing. */ readonly account: AccountStanding | null;  readonly advice: readonly DetailAdvice[];  readonly name: Text; readonly as: Text; readonly deskNames: Text | null; readonly organisation: string | null; readonly dueOn: string | null; readonly time: ClockState | null; readonly conditions: readonly string[]; /** Null where members do not vote, and for whoever is not of its desk. */ readonly standing: Standing | null };
export type DetailEntry = Written & { readonly carrier: string | null; readonly condition: string | null; /** What its kind asks besides. */ readonly details: Readonly<Record<string, string>>; /** Why it corrects another. */ readonly reason: string | null };
export type DetailDiscrepancy = Omit<Discrepancy, "resolved"> & { readonly resolved: (Omit<NonNullable<Discrepancy["resolved"]>, "reason"> & { readonly reason: string }) | null };
export type DetailHandOver = Omit<HandOver, "about"> & { readonly place: string | null; readonly condition: string | null };
export type DetailTrace = Omit<Trace, "series"> & { readonly series: readonly Point[] };
/** An obligation with the words that were said of it; empty where they were erased. */
export type DetailObligation = Omit<Obligation, "text" | "settled"> & { readonly text: string | null; readonly settled: (Omit<Settled, "reference" | "reason"> & { readonly reference: string | null; readonly reason: string | null }) | null };
export type DetailGrant = Omit<Grant, "reference"> & { readonly reference: string | null };
export type DetailRequirement = Omit<Requirement, "reference" | "question" | "reason" | "earlier"> & { readonly reference: string | null; /** What the authority asks, and why it refused. */ readonly question?: string; readonly reason?: string; readonly earlier?: readonly DetailGrant[] };
export type TalkEntry = { readonly seq: number; readonly at: string; readonly person: string | null; readonly audience: "requester" | "desks" | "side"; readonly side: string | null; readonly text: string };

/** Everything that an actor may know of one request: one shape for the page and the API. */
export type RequestDetail = {
  readonly target: Target;
  readonly id: string;
  readonly number: string;
  readonly kind: LiveState["kind"];
  readonly title: string;
  readonly status: "draft" | LiveState["status"];
  readonly version: number;
  readonly requester: string;
  readonly team: readonly string[];
  readonly facts: Facts;
  /** The imported rates by which its money is weighed; none when those that come with Causeway were taken. */
  readonly rates: readonly Rate[];
  readonly factsBefore: Facts | null;
  readonly changed: readonly string[];
  readonly lines: readonly unknown[];
  /** What of a draft should be looked at again before it is submitted. */
  readonly warnings: readonly Warning[];
  readonly claims: readonly string[];
  readonly home: string;
  readonly host: { readonly organisation: string } | { readonly ror: string } | null;
  readonly endorser: string | null;
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly limit: { readonly value: string; readonly unit: string } | null;
  readonly findings: readonly Finding[];
  /** The regimes that findings and requirements name, as the packs say that count for this request: those it pinned, once submitted. */
  readonly regimes: Readonly<Record<string, Regime>>;
  readonly requirements: readonly DetailRequirement[];
  readonly steps: readonly DetailStep[];
  /** A change of what was approved that is being decided, or waits for something outside: what would hold. */
  readonly amendment: { readonly as: "amendment" | "renewal"; readonly at: string; readonly reason: string; readonly changed: readonly string[]; readonly agreed: boolean; readonly facts: Facts; readonly claims: readonly string[]; readonly window: { readonly from: string; readonly to: string }; readonly limit: { readonly value: string; readonly unit: string } } | null;
  readonly blockers: readonly Blocker[];
  /** The requests of its dossier that it waits for, as long as it has no permit. */
  readonly waits: readonly Wait[];
  readonly permit: { readonly number: string; readonly status: PermitStatus; readonly limit: { value: string; unit: string }; readonly used: string; readonly remaining: string; readonly outside: string; readonly validFrom: string; readonly validUntil: string; readonly controlPoint: string | null; readonly revokedFrom: string | null; readonly earlier: readonly string[] } | null;
  readonly movements: LiveState["movements"];
  readonly ledger: readonly DetailEntry[];
  readonly traces: readonly DetailTrace[];
  /** Who took its movements over from whom. */
  readonly custody: readonly DetailHandOver[];
  readonly discrepancies: readonly DetailDiscrepancy[];
  readonly obligations: readonly DetailObligation[];
  /** What its requester has left late on other requests, as far as the reader is to know; none once it was decided. */
  readonly lateObligations: readonly LateObligation[];
  readonly documents: readonly { readonly id: string; readonly name: string; readonly paper: string | null; readonly mediaType: string; readonly size: number; readonly sha256: string; readonly at: string | null; readonly person?: string | null; /** Its content went. */ readonly erased: { readonly at: string; readonly rule: string } | null }[];
  /** The day on which it ended, and on which all that was said of it was erased. */
  readonly endedOn: string | null;
  readonly erasedOn: string | null;
  /** Legal holds, lifted ones too; for desks of the case and auditors. */
  readonly holds: readonly Hold[];
  readonly terms: readonly { readonly id: string; readonly version: number; readonly title: Text; readonly body: Text; readonly accepted: boolean }[];
  readonly questions: readonly { readonly id: string; readonly step: string; readonly fact: string | null; readonly text: string }[];
  readonly sinceBegun: readonly SinceBegun[];
  readonly talk: readonly TalkEntry[];
  readonly allowed: readonly Allowed[];
  readonly names: { readonly people: Readonly<Record<string, string>>; readonly organisations: Readonly<Record<string, Text>>; readonly steps: StepNames };
  readonly submittedAt: string | null;
  /** The requester of that day. */
  readonly submittedBy: string | null;
  readonly changedAt: string;
};

/** One request as this actor may see it; null when they may not, or there is none. */
export async function requestDetail(actor: Actor, id: string, clock: Clock = realClock): Promise<RequestDetail | null> {
  if (!isId(id)) return null;
  await witnessGlass(actor, id, clock);
  return asReader(actor, async (tx) => {
    const read = await readCase(tx, id);
    if (!read) return null;
    const { target, events } = read;
    const now = moment(clock);
    const context = contextFor(tx, actor, target, null, now);
    if (target.at === "draft") return ofDraft(tx, target, await context);
    const [detail, advises] = await Promise.all([ofLive(tx, { actor, target, events, today: now.today, context }), onlyAdvises(tx, actor, id)]);
    return advises ? forAdviser(detail) : detail;
  });
}
