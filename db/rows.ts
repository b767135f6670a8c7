import { accountId } from "../lib/account/quota.ts";
import { balance } from "../lib/permit/balance.ts";
import { notArrived, openDiscrepancies } from "../lib/permit/discrepancy.ts";
import { subjectsOf } from "../lib/access/subjects.ts";
import type { Answers } from "../lib/request/answers.ts";
import { keptOutOf } from "../lib/request/kept-out.ts";
import { permitOf, permitStatus, type LiveState } from "../lib/request/state.ts";
import { isForAdvisers } from "../lib/policy/papers.ts";
import { dayOf } from "../lib/calendar/day.ts";
import { waitingForQuota } from "../lib/request/consequences.ts";
import { isHeld } from "../lib/request/evolve-erasure.ts";
import { openWithDays } from "../lib/request/obligation-reminders.ts";
import { expiryTellDay, permitTellDay } from "../lib/request/expiry.ts";
import { votesOut } from "../lib/workflow/members.ts";
import { tellDay } from "../lib/workflow/reminders.ts";
import { dueOf } from "../lib/workflow/step-clock.ts";
import type { documents, movements, obligations, permits, referrals, requestAccess, requests, requirements, steps } from "./schema/requests.ts";

/** Everything that the read tables say of one request. */
export type Rows = {
  readonly requests: (typeof requests.$inferInsert)[];
  readonly steps: (typeof steps.$inferInsert)[];
  readonly referrals: (typeof referrals.$inferInsert)[];
  readonly requirements: (typeof requirements.$inferInsert)[];
  readonly obligations: (typeof obligations.$inferInsert)[];
  readonly permits: (typeof permits.$inferInsert)[];
  readonly movements: (typeof movements.$inferInsert)[];
  readonly documents: (typeof documents.$inferInsert)[];
  readonly requestAccess: (typeof requestAccess.$inferInsert)[];
};

/** The rows of a request: a pure function of its state and of the words that are still kept. */
export function rowsOf(state: LiveState, words: ReadonlyMap<string, string>): Rows {
  const requestId = state.id;
  const { corridor, window, limit } = state;
  const permit = permitOf(state);
  const short = waitingForQuota(state, dayOf(state.changedAt));
  const bars = state.status === "revoked" ? permit?.bars : undefined;
  return {
    requests: [
      {
        requestId,
        number: state.number,
        kind: state.kind,
        title: words.get(state.title.digest) ?? null,
        answers: answersIn(words.get(state.answers.digest)),
        status: state.status,
        version: state.version,
        requester: state.requester,
        team: [...state.team],
        home: state.home.organisation,
        hostOrganisation: "organisation" in state.host ? state.host.organisation : null,
        hostRor: "ror" in state.host ? state.host.ror : null,
        fromJurisdiction: corridor.from.jurisdiction,
        fromCity: corridor.from.city,
        toJurisdiction: corridor.to.jurisdiction,
        toCity: corridor.to.city,
        controlPoint: corridor.controlPoint,
        mode: corridor.mode,
        crossing: state.crossing,
        windowFrom: window.from,
        windowTo: window.to,
        limitValue: limit.value,
        limitUnit: limit.unit,
        workflowId: state.workflow.id,
        workflowVersion: state.workflow.version,
        barred: [...(bars?.people ?? [])],
        barredUntil: bars?.until ?? null,
        submittedAt: state.submittedAt,
        changedAt: state.changedAt,
        endedOn: state.endedOn,
        erasedOn: state.erased.wholeOn,
        held: isHeld(state),
      },
    ],
    steps: state.steps.map((step) => ({
      requestId,
      stepId: step.id,
      desk: step.desk,
      side: step.side,
      assignee: step.assignee,
      status: step.status,
      outcome: step.outcome,
      round: step.round,
      since: step.since,
      dueOn: dueOf(step),
      ran: step.ran,
      extended: step.extended,
      decidedBy: step.decisions.at(-1)?.person ?? null,
      decidedAt: step.decisions.at(-1)?.at ?? null,
      previously: step.previously,
      holder: step.holder?.person ?? null,
      allot: step.people?.allot ?? null,
      keeps: step.people?.keep ?? false,
      byVote: step.vote !== undefined,
      substitutes: [...step.substitutes],
      ...keptOutRow(step, state),
      suspended: step.suspended !== null,
      votesOut: votesOut(step, state.deciders),
      account: step.reserves ? accountId(step.reserves) : null,
      waitsForQuota: short.includes(step),
      tellOn: tellDay(step),
    })),
    referrals: state.steps.flatMap((step) => step.referrals.map(({ id, person, by, at, due, status }) => ({ requestId, referralId: id, stepId: step.id, person, by, at, due, status }))),
    requirements: state.requirements.map((one) => ({ requestId, requirementId: one.id, regime: one.regime, type: one.type, due: one.due, uncertain: one.uncertain, status: one.status, date: one.date, validUntil: one.validUntil, waivedBy: one.waivedBy, tellOn: expiryTellDay(one) })),
    obligations: openWithDays(state).map(({ id, kind, step, requirement, due, remindOn }) => ({ requestId, obligationId: id, kind, stepId: step, requirementId: requirement, dueOn: due, tellOn: remindOn })),
    permits: permit
      ? [
          {
            requestId,
            number: permit.number,
            kind: state.kind,
            status: permitStatus(state, permit),
            limitValue: permit.limit.value,
            limitUnit: permit.limit.unit,
            used: balance(permit.limit, state.movements).used,
            validFrom: permit.validFrom,
            validUntil: permit.validUntil,
            fromJurisdiction: corridor.from.jurisdiction,
            toJurisdiction: corridor.to.jurisdiction,
            controlPoint: permit.controlPoint,
            revokedFrom: permit.revokedFrom,
            earlier: [...permit.earlier],
            edition: permit.edition,
            discrepancies: openDiscrepancies(state.discrepancies).length,
            tellOn: permitTellDay(state),
            arrivalDue: notArrived(state).map(({ due }) => due).toSorted()[0] ?? null,
            issuedAt: permit.issuedAt,
            changedAt: state.changedAt,
          },
        ]
      : [],
    movements: state.ledger.map(({ id, stage, direction, quantity, controlPoint, at, recordedAt, person, corrects }) => ({ requestId, movementId: id, stage, direction, value: quantity.value, unit: quantity.unit, controlPoint, at, recordedAt, person, corrects })),
    documents: state.documents.map(({ id, name, paper, mediaType, size, sha256, person, at, erased }) => ({ requestId, documentId: id, name: words.get(name.digest) ?? null, paper, forAdvisers: isForAdvisers(paper), mediaType, size, sha256, person, at, erasedAt: erased?.at ?? null, erasedRule: erased?.rule ?? null })),
    requestAccess: subjectsOf(state).map((subject) => ({ requestId, subject })),
  };
}

function keptOutRow(...of: Parameters<typeof keptOutOf>) {
  const { recused, decided, advised } = keptOutOf(...of);
  return { recused: [...recused], decided, advised: [...advised] };
}

/** What was sealed as one text, our own JSON; where it is none somebody changed it, which `verify` says of the words. */
function answersIn(body: string | undefined): Answers | null {
  try {
    return body === undefined ? null : (JSON.parse(body) as Answers);
  } catch {
    return null;
  }
}
