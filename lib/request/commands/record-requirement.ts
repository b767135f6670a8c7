import { z } from "zod";
import { weigh } from "../asked.ts";
import type { Context, Target } from "../context.ts";
import type { Draft } from "../draft.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { isDueLate, requirementsOf } from "../requirement.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { hasEnded, type LiveState, type Requirement } from "../state.ts";
import { acts, asDesk, asParty, Day, Line, needsStatus } from "./shared.ts";

export const RecordRequirement = z.strictObject({
  type: z.literal("recordRequirement"),
  ...acts,
  requirement: z.string().min(1).max(80),
  outcome: z.enum(["filed", "granted", "refused"]),
  reference: Line,
  date: Day,
  validUntil: Day.optional(),
});
type RecordRequirement = z.infer<typeof RecordRequirement>;

/** Records what an outside authority was asked, or answered: filed, granted or refused, with its reference and day. */
export const recordRequirement: CommandRule<typeof RecordRequirement> = {
  schema: RecordRequirement,
  permitted: (target, context) => asParty("requirement.record", target, context) || asDesk("requirement.record", target, context),
  may(target) {
    const state = live(target);
    if (state && hasEnded(state.status)) return state.requirements.some(isDueLate) ? [] : [refusal("wrongStatus", { status: state.status })];
    return needsStatus(target, "draft", "submitted", "in-review", "returned", "approved", "permitted");
  },
  decide(command, target, context) {
    const refusals = [...check(command, requirementsNow(target, context), context), ...afterTheEnd(command, target)];
    if (refusals.length > 0) return refused(...refusals);
    const { requirement, outcome, reference, date, validUntil = null } = command;
    if (target.at === "live") {
      const data = { requirement, reference: said(reference), date, validUntil };
      return { events: [{ type: `requirement.${outcome}` as const, data }] };
    }
    const { draft } = target;
    const recorded = [...draft.recorded.filter((one) => one.requirement !== requirement), { requirement, outcome, reference, date, validUntil }];
    return { draft: { ...draft, recorded, version: draft.version + 1, updatedAt: context.now }, warnings: [] };
  },
};

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

export function draftRequirements(draft: Draft, context: Context): Requirement[] {
  const { evaluation, unconfirmed } = weigh(draft, context);
  const hostHere = context.host === null || "organisation" in context.host;
  return requirementsOf({ findings: evaluation.findings, hostHere, unconfirmed }).map((one) => {
    const known = draft.recorded.find((record) => record.requirement === one.id);
    return known && one.status === "open" ? { ...one, status: known.outcome, date: known.date, validUntil: known.validUntil } : one;
  });
}

/** Once the permit has ended, what should have been there before it or before the crossing is no longer news. */
function afterTheEnd({ requirement }: RecordRequirement, target: Target): Refusal[] {
  const state = live(target);
  const one = state?.requirements.find(({ id }) => id === requirement);
  return state && one && hasEnded(state.status) && !isDueLate(one) ? [refusal("wrongStatus", { status: state.status }, "requirement")] : [];
}

function check({ requirement, outcome, date, validUntil }: RecordRequirement, all: readonly Requirement[], { today }: Context): Refusal[] {
  const one = all.find(({ id }) => id === requirement);
  if (!one) return [refusal("unknownRequirement", { requirement }, "requirement")];
  return [
    ...(one.type === "prohibition" ? [refusal("prohibited", { regime: one.regime }, "requirement")] : []),
    ...(one.status === "waived" || (one.status === "granted" && outcome === "filed") ? [refusal("requirementSettled", { requirement, status: one.status }, "requirement")] : []),
    ...(date > today ? [refusal("dateInFuture", { day: date }, "date")] : []),
    ...(validUntil !== undefined && validUntil < date ? [refusal("validityBeforeDate", {}, "validUntil")] : []),
  ];
}
