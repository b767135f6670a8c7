import { z } from "zod";
import { isSameLimit } from "../../permit/balance.ts";
import { changedFacts, limitFrom } from "../answers.ts";
import { askedData, askingRefusals, weigh, type Asking } from "../asked.ts";
import type { Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { requirementsOf } from "../requirement.ts";
import { routeRefusals } from "../route.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { standingAfter } from "../standing.ts";
import type { LiveState } from "../state.ts";
import { dateRefusals, factRefusals, FactsChange, Window } from "./draft-fields.ts";
import { mergeFacts, withoutNulls } from "../merge-facts.ts";
import { acts, asParty, needsStatus, Words } from "./shared.ts";

export const Resubmit = z.strictObject({
  type: z.literal("resubmit"),
  ...acts,
  facts: FactsChange.optional(),
  window: Window.optional(),
  /** `question` is the id that the return gave it, or its place in the list from 1. */
  answers: z.array(z.strictObject({ question: z.string().min(1).max(80), text: Words })).max(50).default([]),
});
type Resubmit = z.infer<typeof Resubmit>;

/** Sends a returned request back to its desks, with replies and changed answers. What applies is weighed anew. */
export const resubmit: CommandRule<typeof Resubmit> = {
  schema: Resubmit,
  permitted: (target, context) => asParty("request.own", target, context),
  may: (target) => needsStatus(target, "returned"),
  decide(command, target, context) {
    const state = live(target);
    if (state?.status !== "returned") return refused(...needsStatus(target, "returned"));
    const given = withoutNulls(command.facts ?? {});
    const asking = askingAgain(command, state, context);
    const weighed = weigh(asking, context);
    const questions = command.answers.map(({ question }) => state.questions.find(({ id }, at) => id === question || String(at + 1) === question)?.id);
    const requirements = requirementsOf({ findings: weighed.evaluation.findings, hostHere: "organisation" in state.host, unconfirmed: weighed.unconfirmed }, state.requirements);
    const refusals = [
      ...factRefusals(state.kind, command.facts ?? {}),
      ...dateRefusals(given, context.answers.facts, context.today),
      ...questions.flatMap((id, at) => (id === undefined ? [refusal("unknownQuestion", { question: command.answers[at]?.question ?? "" }, `answers.${at}.question`)] : [])),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const elsewhere = routeRefusals(weighed.facts, context.answers.facts);
    if (elsewhere.length > 0) return refused(...elsewhere);
    const stillWrong = askingRefusals(asking, weighed, requirements, context);
    if (stillWrong.length > 0) return refused(...stillWrong);
    const replies = command.answers.map(({ text }, at) => ({ question: questions[at] ?? "", text: said(text) }));
    const changed = changedFacts(context.answers.facts, weighed.facts);
    return { events: [{ type: "request.resubmitted", data: { changed, stands: standingAfter(state, asking, weighed, context), replies, ...askedData(asking, weighed, context) } }] };
  },
};

/** The answers as they will stand. When no limit was asked for by itself it follows the answers. */
function askingAgain(command: Resubmit, state: LiveState, { answers }: Context): Asking {
  return {
    kind: state.kind,
    title: answers.title,
    facts: mergeFacts(answers.facts, command.facts ?? {}),
    lines: answers.lines,
    claims: state.claims,
    window: command.window ?? state.window,
    limit: followsAnswers(state, answers) ? null : state.limit,
    requester: state.requester,
    team: state.team,
  };
}

/** A limit that equals what the answers gave was never asked for by itself. */
function followsAnswers({ kind, limit }: LiveState, answers: Context["answers"]): boolean {
  return isSameLimit(limitFrom(kind, answers, null), limit);
}
