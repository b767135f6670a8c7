import { z } from "zod";
import { weigh } from "../asked.ts";
import type { Context, Target } from "../context.ts";
import { isPositive } from "../../permit/balance.ts";
import { kindDefinitions } from "../../kind/registry.ts";
import type { Draft, DraftRecord } from "../draft.ts";
import { recordedEvent } from "../recorded.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { hasExpired, isDueLate, requirementsOf } from "../requirement.ts";
import { live, refused, type CommandRule } from "../rule.ts";
import { hasEnded, type LiveState, type Requirement, underWay } from "../state.ts";
import { acts, Amount, asDesk, asParty, Day, Id, Line, needsStatus, Words } from "./shared.ts";

export const RecordRequirement = z.strictObject({
  type: z.literal("recordRequirement"),
  ...acts,
  requirement: z.string().min(1).max(80),
  outcome: z.enum(["filed", "queried", "granted", "refused"]),
  /** The number under which it was filed, asked, granted or refused, and of which day that is: of a grant the day of its issue. */
  reference: Line,
  date: Day,
  /** What the authority asks. */
  question: Words.optional(),
  /** Why it refuses. */
  reason: Words.optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  /** What a grant is for, where it says how much. */
  limit: Amount.optional(),
  /** The document of the request that says so. */
  paper: Id.optional(),
});
type RecordRequirement = z.infer<typeof RecordRequirement>;

/**
 * Records what an outside authority was sent, asks, grants or refuses, with its reference and day. What it asks is answered by filing
 * again, and so is what it refused or what has expired; a grant in place of another names it, and the other stays in the history.
 */
export const recordRequirement: CommandRule<typeof RecordRequirement> = {
  schema: RecordRequirement,
  permitted: (target, context) => asParty("requirement.record", target, context) || asDesk("requirement.record", target, context),
  may(target) {
    const state = live(target);
    if (state && hasEnded(state.status)) return state.requirements.some(isDueLate) ? [] : [refusal("wrongStatus", { status: state.status })];
    return needsStatus(target, "draft", ...underWay);
  },
  decide(command, target, context) {
    const all = requirementsNow(target, context);
    const refusals = [...check(command, all, context), ...saysOther(command), ...paperRefusals(command, target, context), ...afterTheEnd(command, target)];
    if (refusals.length > 0) return refused(...refusals);
    const { type: _, commandId: __, expectedVersion: ___, validUntil = null, ...about } = command;
    const record = { ...about, validUntil };
    const replaced = all.find(({ id, status }) => id === command.requirement && status === "granted");
    if (target.at === "live") return { events: [recordedEvent(record, replaced?.entry)] };
    return { draft: withRecord(target.draft, record, context), warnings: [] };
  },
};

/** A draft with what was recorded last of a requirement. */
export function withRecord(draft: Draft, record: DraftRecord, { now }: Pick<Context, "now">): Draft {
  const recorded = [...draft.recorded.filter(({ requirement }) => requirement !== record.requirement), record];
  return { ...draft, recorded, version: draft.version + 1, updatedAt: now };
}

/** The requirements as they stand; those of a draft come from its answers so far. */
export function requirementsNow(target: Target, context: Context): readonly Requirement[] {
  if (target.at === "live") return allRequirements(target.state);
  return draftRequirements(target.draft, context);
}

/** Those of what holds, and those that an amendment would bring. */
function allRequirements({ requirements, amendment }: LiveState): readonly Requirement[] {
  const coming = amendment?.requirements.filter(({ id }) => !requirements.some((one) => one.id === id)) ?? [];
  return [...requirements, ...coming];
}

/** What a draft has to meet; the words about it, and its history, are the draft's own. */
export function draftRequirements(draft: Draft, context: Context): Omit<Requirement, "question" | "reason" | "earlier">[] {
  const { evaluation, unconfirmed } = weigh(draft, context);
  const hostHere = context.host === null || "organisation" in context.host;
  return requirementsOf({ findings: evaluation.findings, hostHere, unconfirmed }).map((one) => {
    const known = draft.recorded.find((record) => record.requirement === one.id);
    return known && one.status === "open" ? { ...one, ...standingOf(known) } : one;
  });
}

/** How a requirement stands by what was recorded of it; its words are the draft's own. */
function standingOf({ outcome, date, validUntil, validFrom, limit, paper, grant }: DraftRecord): Pick<Requirement, "status" | "date" | "validUntil" | "validFrom" | "limit" | "paper" | "grant"> {
  return { status: outcome, date, validUntil, ...(validFrom !== undefined && { validFrom }), ...(limit && { limit }), ...(paper !== undefined && { paper }), ...(grant && { grant }) };
}

/** Once the permit has ended, what should have been there before it or before the crossing is no longer news. */
function afterTheEnd({ requirement }: RecordRequirement, target: Target): Refusal[] {
  const state = live(target);
  const one = state?.requirements.find(({ id }) => id === requirement);
  return state && one && hasEnded(state.status) && !isDueLate(one) ? [refusal("wrongStatus", { status: state.status }, "requirement")] : [];
}

function check({ requirement, outcome, date, validFrom, validUntil }: RecordRequirement, all: readonly Requirement[], { today }: Context): Refusal[] {
  const one = all.find(({ id }) => id === requirement);
  if (!one) return [refusal("unknownRequirement", { requirement }, "requirement")];
  return [
    ...(one.type === "prohibition" ? [refusal("prohibited", { regime: one.regime }, "requirement")] : []),
    ...(one.status === "waived" || (one.status === "granted" && !hasExpired(one, today) && (outcome === "filed" || outcome === "queried")) ? [refusal("requirementSettled", { requirement, status: one.status }, "requirement")] : []),
    ...(outcome === "queried" && (one.status === "open" || one.status === "refused" || hasExpired(one, today)) ? [refusal("requirementNotFiled", { requirement }, "requirement")] : []),
    ...(date > today ? [refusal("dateInFuture", { day: date }, "date")] : []),
    ...(validUntil !== undefined && validUntil < (validFrom ?? date) ? [refusal("validityBeforeDate", {}, "validUntil")] : []),
  ];
}

/** An authority may count otherwise than the permit does. */
const units = kindDefinitions.flatMap((kind) => kind.units);

/** A query says what is asked; and only what an outcome has can be said of it. */
function saysOther({ outcome, question, reason, validFrom, limit }: RecordRequirement): Refusal[] {
  const never = (given: unknown, of: RecordRequirement["outcome"], path: string) => (given !== undefined && outcome !== of ? [refusal("notOfOutcome", { outcome }, path)] : []);
  return [
    ...(outcome === "queried" && question === undefined ? [refusal("questionMissing", {}, "question")] : []),
    ...never(question, "queried", "question"),
    ...never(reason, "refused", "reason"),
    ...never(validFrom, "granted", "validFrom"),
    ...never(limit, "granted", "limit.value"),
    ...(limit && !isPositive(limit.value) ? [refusal("notPositive", {}, "limit.value")] : []),
    ...(limit && !units.includes(limit.unit) ? [refusal("wrongUnit", { unit: units.join(", ") }, "limit.unit")] : []),
  ];
}

function paperRefusals({ paper }: RecordRequirement, target: Target, { draftDocuments }: Context): Refusal[] {
  const papers = target.at === "live" ? target.state.documents : draftDocuments;
  return paper === undefined || papers.some(({ id }) => id === paper) ? [] : [refusal("unknownDocument", {}, "paper")];
}
