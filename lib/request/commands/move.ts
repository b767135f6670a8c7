import { z } from "zod";
import { appealStep } from "../../workflow/appeal.ts";
import { mostVersion } from "../../workflow/definition.ts";
import { differenceOf, isSame } from "../../workflow/difference.ts";
import { askedData, type Asking, weigh } from "../asked.ts";
import type { Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { standingAfter } from "../standing.ts";
import type { LiveState } from "../state.ts";
import { ownAffair } from "./own-affair.ts";
import { acts, always, asHead, needsStatus, Words } from "./shared.ts";

export const Move = z.strictObject({ type: z.literal("move"), ...acts, version: z.number().int().positive().max(mostVersion), reason: Words });

/**
 * Plans a running case by a later published version of its workflow, or by its own anew when the law has moved: an explicit act with a
 * reason. What was decided stands, unless a finding that it concerns is another now; a version in which a decision would have no place is refused.
 */
export const move: CommandRule<typeof Move> = {
  schema: Move,
  permitted: (target, context) => asHead(target, context),
  byHead: always,
  may(target, context) {
    const wrong = needsStatus(target, "submitted", "in-review");
    const state = live(target);
    if (!state || wrong.length > 0) return wrong;
    return [...ownAffair(target, context), ...(state.appeal?.outcome === null ? [refusal("appealOpen")] : [])];
  },
  decide(command, target, context) {
    const state = live(target);
    const { workflow } = context;
    if (!state) return refused(...needsStatus(target, "submitted"));
    if (command.version < state.workflow.version) return refused(refusal("olderVersion", { version: state.workflow.version }, "version"));
    if (workflow === null || workflow.definition.version !== command.version) return refused(refusal("unknownVersion", { version: command.version }, "version"));
    const anew = plannedAnew(state, context);
    if (anew === null) return refused(refusal("unknownVersion", { version: command.version }, "version"));
    const { asking, weighed, problems, difference } = anew;
    if (problems.length > 0) return refused(...problems.map(({ step, function: does }) => refusal("noDesk", { step, function: does })));
    if (difference.lost.length > 0) return refused(...difference.lost.map((step) => refusal("losesDecision", { step }, "version")));
    const sameLaw = JSON.stringify(weighed.evaluation.findings) === JSON.stringify(state.findings);
    if (isSame(difference) && sameLaw && workflow.definition.version === state.workflow.version) return refused(refusal("nothingChanged"));
    const { kept, gone, fresh, changed } = difference;
    const { definition, digest } = workflow;
    return {
      events: [{ type: "request.replanned", data: { reason: said(command.reason), workflow: { id: definition.id, version: definition.version, digest }, kept: [...kept], gone: [...gone], fresh: [...fresh], changed: [...changed], stands: standingAfter(state, asking, weighed, context), ...askedData(asking, weighed, context) } }],
    };
  },
};

/** The case as the version at hand would plan it today, and what that would do to its steps; a second look that is over is no step of any version. */
export function plannedAnew(state: LiveState, context: Context) {
  const asking = askingAsBefore(state, context);
  const weighed = weigh(asking, context);
  return weighed.plan && { asking, weighed, problems: weighed.plan.problems, difference: differenceOf(state.steps.filter(({ id }) => id !== appealStep), weighed.plan.steps) };
}

/** The request as it stands. */
function askingAsBefore(state: LiveState, { answers }: Context): Asking {
  return { requester: state.requester, team: state.team, kind: state.kind, title: answers.title, facts: answers.facts, lines: answers.lines, claims: state.claims, window: state.window, limit: state.limit };
}
