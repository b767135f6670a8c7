import { carried, isDecided } from "../workflow/carry.ts";
import { freshStep, paused, progress, running, stopped, type CaseStep } from "../workflow/progress.ts";
import { withEverybody } from "../workflow/members.ts";
import { withReviewer } from "../workflow/reviewers.ts";
import { aside } from "./evolve-aside.ts";
import { inHands } from "./evolve-hands.ts";
import type { EventType, RequestEvent } from "./events.ts";
import { appealDecided, appealed } from "./evolve-appeal.ts";
import { ledgerAfter } from "./evolve-ledger.ts";
import { settledAfter, withDuty } from "./evolve-obligations.ts";
import { decided, stepsAfter } from "./evolve-steps.ts";
import { amendmentInForce, amendmentRequested, withoutAmendment } from "./evolve-amendment.ts";
import { replanned } from "./evolve-replanned.ts";
import { expiryTold, requirementRecorded } from "./evolve-requirement.ts";
import { endedOnAfter, erasureAfter, nothingErased } from "./evolve-erasure.ts";
import { requirementsOf } from "./requirement.ts";
import { toldByTerms } from "./expiry.ts";
import { type LiveState, type Permit, permitOf, type RequestState, type Submitted } from "./state.ts";

/** The state after one more event. Pure; never reads words; throws only when a stream breaks its own order. */
export function evolve(state: RequestState, event: RequestEvent): RequestState {
  if (event.type === "request.submitted") return begin(state, event);
  if (state.status === "none") throw new Error(`${event.type} before request.submitted`);
  const after = change(state, event);
  const deciders = decidersAfter(state, event);
  return { ...after, steps: withEverybody(after.steps, deciders), seq: event.seq, version: state.version + 1, changedAt: event.at, deciders, advisers: advisersAfter(state, event), endedOn: endedOnAfter(state, after, event.at) };
}

function decidersAfter({ deciders, steps }: LiveState, event: RequestEvent): LiveState["deciders"] {
  if (!isDecision(event) || !("person" in event.actor)) return deciders;
  // An end that follows from a step that was decided already is no decision of whoever brought it about.
  const follows = (event.type === "request.rejected" || event.type === "amendment.refused") && steps.some(({ id, status }) => id === event.data.step && status === "done");
  return follows ? deciders : [...deciders, { step: event.data.step, ...byOf(event) }];
}

function advisersAfter({ advisers }: LiveState, { type, actor }: RequestEvent): LiveState["advisers"] {
  return type === "step.advised" && "person" in actor ? [...advisers, actor.person] : advisers;
}

/** What counts as deciding a step: whoever did it decides no other of the case. */
const decisive = ["step.approved", "step.rejected", "step.voted", "step.countersigned", "step.skipped", "request.returned", "request.rejected", "appeal.decided", "amendment.refused"] as const satisfies readonly EventType[];

function isDecision(event: RequestEvent): event is Extract<RequestEvent, { type: (typeof decisive)[number] }> {
  return (decisive as readonly EventType[]).includes(event.type);
}

/** Who did it, and in whose place. */
function byOf({ actor }: RequestEvent): { person: string; for?: string } {
  return "person" in actor ? { person: actor.person, ...(actor.for !== undefined && { for: actor.for }) } : { person: "" };
}

/** A request's state from its whole stream. */
export function replay(events: readonly RequestEvent[]): RequestState {
  return events.reduce<RequestState>(evolve, { status: "none" });
}

function begin(state: RequestState, event: Extract<RequestEvent, { type: "request.submitted" }>): LiveState {
  if (state.status !== "none") throw new Error("request.submitted stands twice");
  const { data, at, seq } = event;
  const { draftVersion, terms, steps, unconfirmed = [], clocks, ...kept } = data;
  return {
    ...kept,
    id: event.request,
    seq,
    version: draftVersion + seq,
    status: "submitted",
    terms,
    steps: progress(steps.map(freshStep), at),
    outcome: data.outcome ?? null,
    requirements: requirementsOf({ findings: data.findings, hostHere: "organisation" in data.host, unconfirmed, clocks }),
    sinceBegun: data.sinceBegun ?? [],
    answersBefore: null,
    changed: [],
    documents: [],
    conditions: [],
    ledger: [],
    movements: [],
    discrepancies: [],
    traces: [],
    custody: [],
    settledObligations: [],
    remindedObligations: [],
    deciders: [],
    advisers: [],
    questioned: [],
    amendment: null,
    rejection: null,
    appeal: null,
    endedOn: null,
    holds: [],
    erased: nothingErased,
    submittedAt: at,
    submittedBy: data.requester,
    changedAt: at,
  };
}

function change(state: LiveState, event: Exclude<RequestEvent, { type: "request.submitted" }>): LiveState {
  const person = "person" in event.actor ? event.actor.person : null;
  switch (event.type) {
    case "step.approved": {
      const { step, round, conditions, duties } = event.data;
      if (state.status !== "submitted" && state.status !== "in-review" && state.amendment === null) throw new Error("step.approved outside review");
      const outcome = conditions.length > 0 ? "approved-with-conditions" : "approved";
      const steps = state.steps.map((one) => (one.id === step && one.round === round ? decided(one, { ...byOf(event), at: event.at, outcome, seq: event.seq }) : one));
      return { ...underReview(state), steps: progress(steps, event.at), conditions: [...state.conditions, ...conditions.map((text, at) => withDuty({ step, text }, `${event.seq}-${at + 1}`, duties?.[at] ?? null))] };
    }
    case "step.extended": {
      const { step, round, workingDays } = event.data;
      return { ...state, steps: state.steps.map((one) => (one.id === step && one.round === round ? { ...one, extended: workingDays } : one)) };
    }
    case "step.rejected":
    case "step.voted":
    case "step.settled":
    case "step.countersigned":
    case "step.skipped":
      return { ...underReview(state), steps: progress(stepsAfter(state.steps, event, byOf(event)), event.at) };
    case "step.recused":
    case "step.substituteNamed":
    case "step.voteClosed":
      return { ...state, steps: stepsAfter(state.steps, event, byOf(event)) };
    case "step.referred":
    case "step.advised":
    case "step.suspended":
    case "step.resumed":
    case "step.reminded":
    case "step.escalated":
      return { ...state, steps: aside(state.steps, event) };
    case "request.returned": {
      const { step, questions } = event.data;
      const decision = { ...byOf(event), at: event.at, outcome: "returned", seq: event.seq } as const;
      const steps = state.steps.map((one) => paused(one, event.at)).map((one) => (one.id === step ? { ...one, status: "done" as const, outcome: "returned" as const, holder: null, decisions: [...one.decisions, decision] } : one));
      return { ...state, status: "returned", steps, questions: questions.map((question) => ({ ...question, step })), questioned: [...state.questioned, ...questions.flatMap(({ fact }) => (fact === null ? [] : [{ step, fact }]))] };
    }
    case "request.resubmitted": {
      const { changed, replies: _, steps: planned, unconfirmed = [], clocks, stands = [], outcome = null, ...asked } = event.data;
      const edited = changed.length > 0;
      const otherDays = asked.window.from !== state.window.from || asked.window.to !== state.window.to;
      const again = carried(planned, state.steps, { at: event.at, stands, edited: edited || otherDays });
      const steps = progress(again, event.at).map((one) => (one.status === "open" ? running(one, event.at) : one));
      const decidedBefore = steps.some((step) => step.status === "done");
      return {
        ...common(state),
        ...asked,
        outcome,
        status: decidedBefore ? "in-review" : "submitted",
        answersBefore: edited ? state.answers : state.answersBefore,
        changed: edited ? changed : state.changed,
        steps,
        conditions: state.conditions.filter(({ step }) => steps.some((one) => one.id === step && isDecided(one))),
        requirements: requirementsOf({ findings: asked.findings, hostHere: "organisation" in state.host, unconfirmed, clocks }, state.requirements),
      };
    }
    case "request.rejected": {
      // A vote, a joint outcome or a clock has rejected its step before it ends the request.
      const steps = state.steps.map((one) => (one.id === event.data.step && one.status !== "done" ? decided({ ...one, decisionsNeeded: one.decisions.length + 1 }, { ...byOf(event), at: event.at, outcome: "rejected", seq: event.seq }) : one));
      const rejection = { step: event.data.step, round: event.data.round, at: event.at, before: state.steps };
      return { ...common(state), status: "rejected", rejection, steps: cancelled(steps, event.at) };
    }
    case "request.appealed":
      return appealed(common(state), event);
    case "appeal.decided":
      return appealDecided(state, event, byOf(event));
    case "step.dropped":
      return { ...state, steps: progress(state.steps.map((one) => (one.id === event.data.step ? { ...stopped(one, event.at), status: "cancelled", outcome: "dropped", holder: null } : one)), event.at) };
    case "amendment.requested":
      return amendmentRequested(state, event);
    case "amendment.approved": {
      if (state.amendment === null) throw new Error("amendment.approved before amendment.requested");
      return permitOf(state) === null ? amendmentInForce(state, event.at) : { ...state, amendment: { ...state.amendment, agreed: true } };
    }
    case "amendment.refused":
    case "amendment.withdrawn":
      return withoutAmendment(state);
    case "request.withdrawn":
      return { ...common(state), status: "withdrawn", amendment: null, steps: cancelled(state.steps, event.at) };
    case "request.approved":
      return { ...common(state), status: "approved" };
    case "request.closed":
      return { ...common(withoutAmendment(state)), status: "closed", permit: permitOf(state), steps: cancelled(withoutAmendment(state).steps, event.at) };
    case "request.replanned":
      return replanned(common(state), event);
    case "request.transferred": {
      const { from, to } = event.data;
      return { ...state, requester: to, team: [...state.team.filter((one) => one !== to), from] };
    }
    case "step.reviewerAdded": {
      const { step: base, added: id, to } = event.data;
      return { ...state, steps: withReviewer(state.steps, { base, id, person: to, at: event.at }) };
    }
    case "step.claimed":
    case "step.released":
    case "step.assigned":
    case "step.allotted":
    case "step.delegated":
      return { ...state, steps: inHands(state.steps, event) };
    case "requirement.filed":
    case "requirement.queried":
    case "requirement.granted":
    case "requirement.linked":
    case "requirement.refused":
      return { ...state, ...requirementRecorded(state, event) };
    case "requirement.expiring":
      return { ...state, ...expiryTold(state, event.data) };
    case "terms.accepted": {
      const fresh = event.data.terms.filter((term) => !state.terms.some((one) => one.id === term.id && one.version === term.version && one.person === person));
      return { ...state, terms: [...state.terms, ...fresh.map((term) => ({ ...term, person: person ?? "", at: event.at }))] };
    }
    case "comment.added":
    case "entry.corrected":
      return state;
    case "document.attached": {
      const { document, ...about } = event.data;
      return { ...state, documents: [...state.documents, { id: document, ...about, person, at: event.at, erased: null }] };
    }
    case "permit.issued":
      return { ...common(state), status: "permitted", permit: { ...event.data, issuedAt: event.at, suspended: null, revokedFrom: null, earlier: [], edition: event.seq, told: toldByTerms(event.data, event.at) } };
    case "permit.amended":
      return { ...common(amendmentInForce(state, event.at)), status: "permitted", permit: { ...permitIn(state), ...event.data, edition: event.seq, told: toldByTerms(event.data, event.at) } };
    case "permit.suspended":
      return withPermit(state, { suspended: event.at });
    case "permit.reinstated":
      return withPermit(state, { suspended: null });
    case "revocation.announced":
      return withPermit(state, { revokedFrom: event.data.from, ...(event.data.bars && { bars: event.data.bars }) });
    case "permit.reissued":
      return withPermit(state, { number: event.data.number, earlier: [...permitIn(state).earlier, event.data.replaces], edition: event.seq });
    case "permit.revoked":
      return { ...withoutAmendment(state), status: "revoked", permit: { ...permitIn(state), ...(event.data.bars && { bars: event.data.bars }) } };
    case "permit.expiring":
      return withPermit(state, { told: [...(permitIn(state).told ?? []), event.data.days] });
    case "permit.expired":
      // What was asked for in time is still decided.
      return { ...state, status: "expired", permit: permitIn(state) };
    case "movement.recorded":
    case "movement.planned":
    case "movement.departed":
    case "movement.arrived":
    case "movement.ended":
    case "movement.read":
    case "movement.corrected":
    case "movement.traced":
    case "movement.handedOver":
    case "discrepancy.opened":
    case "discrepancy.resolved":
      return { ...state, ...ledgerAfter(state, event, person) };
    case "words.erased":
    case "document.erased":
    case "hold.placed":
    case "hold.lifted":
      return { ...state, ...erasureAfter(state, event) };
    case "obligation.reminded":
      return { ...state, remindedObligations: [...state.remindedObligations, event.data] };
    case "obligation.fulfilled":
    case "obligation.waived":
      return { ...state, settledObligations: settledAfter(state.settledObligations, event, person) };
    default:
      return event satisfies never;
  }
}

/** In review, unless it is its amendment that is. */
function underReview(state: LiveState): LiveState {
  return state.amendment === null ? { ...common(state), status: "in-review" } : state;
}

function cancelled(steps: readonly CaseStep[], at: string): CaseStep[] {
  return steps.map((step) => (step.status === "done" ? step : { ...stopped(step, at), status: "cancelled", outcome: "stopped", holder: null }));
}

function permitIn(state: LiveState): Permit {
  if ("permit" in state && state.permit !== null) return state.permit;
  throw new Error("a permit is spoken of before it was issued");
}

function withPermit(state: LiveState, change: Partial<Permit>): LiveState {
  if (state.status !== "permitted") throw new Error("a permit changes only while it holds");
  return { ...state, permit: { ...state.permit, ...change } };
}

/** What a request has whatever its status; the caller says the new status and what comes with it. */
function common(state: LiveState): Submitted {
  const { status: _status, questions: _questions, permit: _permit, ...rest } = { questions: undefined, permit: undefined, ...state };
  return rest;
}
