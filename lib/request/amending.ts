import { balance, exceeds, isSameLimit } from "../permit/balance.ts";
import { limitFrom } from "./answers.ts";
import { askedData, askingRefusals, type Asking, weigh, type Weighed } from "./asked.ts";
import { changesOf, standingAfter } from "./standing.ts";
import { type FactsChange, dateRefusals, factRefusals, limitRefusals, type Window } from "./commands/draft-fields.ts";
import type { Amount } from "./commands/shared.ts";
import type { Context } from "./context.ts";
import { mergeFacts, withoutNulls } from "./merge-facts.ts";
import { refusal, type Refusal } from "./refusal.ts";
import { requirementsOf } from "./requirement.ts";
import { refused, said, type Outcome } from "./rule.ts";
import { routeRefusals } from "./route.ts";
import { type LiveState, permitOf } from "./state.ts";
import type { z } from "zod";

/** What somebody wants to be otherwise; what is not named stays. */
export type Wanted = {
  readonly facts?: z.infer<typeof FactsChange>;
  readonly window?: z.infer<typeof Window>;
  readonly limit?: z.infer<typeof Amount>;
  readonly claims?: readonly string[];
  readonly reason: string;
};

/** An amendment by difference: the request as it would be, what applies then, and who is asked. Refused where it changes nothing, or what it may not. */
export function amended(as: "amendment" | "renewal", wanted: Wanted, state: LiveState, context: Context): Outcome {
  const wrong = [...factRefusals(state.kind, wanted.facts ?? {}), ...dateRefusals(withoutNulls(wanted.facts ?? {}), context.answers.facts, context.today), ...limitRefusals(state.kind, wanted.limit)];
  if (wrong.length > 0) return refused(...wrong);
  const asking = askingAmended(wanted, state, context);
  const weighed = weigh(asking, context);
  const elsewhere = routeRefusals(weighed.facts, context.answers.facts);
  if (elsewhere.length > 0) return refused(...elsewhere);
  const against = refusalsAgainst(asking, weighed, state, context);
  if (against.length > 0) return refused(...against);
  const changed = changesOf(state, asking, weighed, context);
  if (changed.length === 0) return refused(refusal("nothingChanged"));
  return { events: [{ type: "amendment.requested", data: { as, reason: said(wanted.reason), changed, stands: standingAfter(state, asking, weighed, context), ...askedData(asking, weighed, context) } }] };
}

/** The request as it would be. A planned crossing that another window leaves outside moves to its first day that is still to come. */
function askingAmended({ facts = {}, window, limit, claims }: Wanted, state: LiveState, { answers, today }: Context): Asking {
  const within = window ?? state.window;
  const merged = mergeFacts(answers.facts, facts);
  const planned = typeof merged.date === "string" ? merged.date : null;
  const outside = window !== undefined && facts.date === undefined && planned !== null && (planned < within.from || planned > within.to);
  const moved = outside ? { ...merged, date: within.from > today ? within.from : today } : merged;
  const follows = isSameLimit(limitFrom(state.kind, answers, null), state.limit);
  const asked = limit ?? (follows ? limitFrom(state.kind, { facts: moved, lines: answers.lines }, null) : state.limit);
  return { kind: state.kind, title: answers.title, facts: moved, lines: answers.lines, claims: claims ?? state.claims, window: within, limit: asked, requester: state.requester, team: state.team };
}

/** What is due to an outside authority holds the amended permit, not the asking, whatever came of it so far; a prohibition stops it. A crossing that was planned for a day gone by is no reason either; to a day gone by nobody got here with it. */
function refusalsAgainst(asking: Asking, weighed: Weighed, state: LiveState, context: Context): Refusal[] {
  const forbidden = requirementsOf({ findings: weighed.evaluation.findings, hostHere: true, unconfirmed: [] }).filter(({ type }) => type === "prohibition");
  return [
    ...askingRefusals(asking, weighed, forbidden, context).filter(({ code, path }) => !(code === "dateInPast" && path === "facts.date")),
    ...limitAgainst(asking, state),
  ];
}

/** What has crossed already is not undone by a smaller limit. */
function limitAgainst({ limit }: Asking, state: LiveState): Refusal[] {
  const permit = permitOf(state);
  if (limit === null || permit === null || state.ledger.length === 0) return [];
  if (limit.unit !== permit.limit.unit) return [refusal("wrongUnit", { unit: permit.limit.unit }, "limit.unit")];
  const { used } = balance(permit.limit, state.movements);
  return exceeds(used, limit.value) ? [refusal("limitBelowUsed", { used, unit: limit.unit }, "limit.value")] : [];
}

/** Why a request cannot be amended now, whatever the change: it must be approved, within its window, and not be amended already. */
export function amendmentAgainst(target: { readonly at: string; readonly state?: LiveState }, { today }: Context): Refusal[] {
  const state = target.state;
  if (!state) return [refusal("wrongStatus", { status: "draft" })];
  if (state.status !== "approved" && state.status !== "permitted") return [refusal("wrongStatus", { status: state.status })];
  const { from, to } = state.window;
  return [
    ...(state.amendment === null ? [] : [refusal("amendmentOpen")]),
    ...(to < today ? [refusal("outsideWindow", { from, to })] : []),
  ];
}
