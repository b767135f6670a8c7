import { dayOf } from "../calendar/day.ts";
import { consignmentOf } from "../permit/consignments.ts";
import { holderOf } from "../permit/custody.ts";
import { waitingForQuota } from "../request/consequences.ts";
import type { EventType, RequestEvent } from "../request/events.ts";
import { type OpenObligation, openWithDays } from "../request/obligation-reminders.ts";
import { beforePermit } from "../request/requirement.ts";
import type { LiveState, RequestState } from "../request/state.ts";
import { maySee } from "../request/visibility.ts";
import type { Side } from "../workflow/definition.ts";
import { tallyAt } from "../workflow/members.ts";
import type { CaseStep } from "../workflow/progress.ts";

const laterNotices = ["amendmentApproved", "amendmentRefused", "amendmentWithdrawn", "permitAmended", "suspended", "reinstated", "revocationAnnounced", "reissued", "transferred", "corrected", "appealed", "appealUpheld", "appealOverturned", "stepDropped", "replanned"] as const;

/** What a mail about a request can say; the words are `mail.subject.*` and `mail.lead.*`. */
export const noticeCodes = ["yourStep", "returned", "extended", "conditions", "approved", "rejected", "stepRejected", "stopped", "settled", "withdrawn", "closed", "requirementRefused", "requirementQueried", "requirementExpiring", "grantRenewed", "comment", "paper", "permit", "permitExpiring", "revoked", "expired", "crossing", "crossings", "handedOver", "discrepancy", "discrepancySettled", "obligationWaived", "obligationDue", "obligationLate", "asked", "advised", "putAside", "quotaShort", "tied", "reminder", "nearlyDue", "overdue", "dependencyMet", "dependencyEnded", "wordsErased", "paperErased", ...laterNotices] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** Why somebody is told. */
export const reasons = ["requester", "team", "endorser", "officer", "custodian", "desk"] as const;
/** Whom a notice is for: a person of the request, or whoever staffs a desk of it. */
export type Addressee = { readonly as: "requester" | "team" | "endorser" | "officer" | "custodian"; readonly person: string } | { readonly as: "desk"; readonly desk: string; readonly side: Side; /** Its heads alone. */ readonly heads?: true };
/** `awaited` is the number of another request that it is about; `standsInFor` the name of whoever the reader stands in for. */
export type Notice = { readonly code: NoticeCode; readonly to: Addressee; readonly step: string | null; /** What ends, and on which day. */ readonly requirement?: string; readonly day?: string; /** What must still be done. */ readonly obligation?: Pick<OpenObligation, "id" | "kind" | "requirement">; readonly awaited?: string; /** Of how many it tells. */ readonly count?: number; readonly standsInFor?: string };

/**
 * Whom an event is told to, and as what: first whoever's move it now is, then whoever waited for it. Never whoever did it, but for
 * a receipt that both sides keep, and nobody who may not see it.
 */
export function noticesFor(event: RequestEvent, before: RequestState, after: LiveState): Notice[] {
  // The table's row is for this very type; the compiler cannot tell a union's members apart by an index.
  const tell = table[event.type] as Tell<EventType>;
  const author = "person" in event.actor ? event.actor.person : null;
  const told = tell(event as never, after, before).filter(({ to }) => maySee(event, readerOf(to)));
  return [...told, ...tied(after, before), ...shortOfQuota(event, after, before)].filter(({ to }) => !("person" in to && to.person === author && to.as !== "custodian"));
}

/**
 * Whoever waits for a step that is over but for what it would take from a quota, and the heads of its desk, who can raise it. Where the
 * quota has enough the step is settled in the same breath, so whoever sends it looks whether the step waits still. How its members voted it does not say.
 */
function shortOfQuota({ at }: RequestEvent, after: LiveState, before: RequestState): Notice[] {
  const waits = newly((state) => waitingForQuota(state, dayOf(at)), after, before);
  return waits.flatMap((step): Notice[] => [{ code: "quotaShort", to: { ...deskOf(step), heads: true }, step: step.id }, ...parties("quotaShort", after, step.id)]);
}

/** The heads of a desk whose members came to a tie: nobody but they can break it. */
function tied(after: LiveState, before: RequestState): Notice[] {
  const atTie = newly(({ steps, deciders }) => steps.filter((step) => step.status === "open" && tallyAt(step, deciders)?.outcome === "tied"), after, before);
  return atTie.map((step) => ({ code: "tied", to: { ...deskOf(step), heads: true }, step: step.id }));
}

/** The steps of which something holds now, and did not before in this round. */
function newly(holds: (state: LiveState) => readonly CaseStep[], after: LiveState, before: RequestState): CaseStep[] {
  const did = before.status === "none" ? [] : holds(before);
  return holds(after).filter(({ id, round }) => !did.some((one) => one.id === id && one.round === round));
}

type Tell<T extends EventType> = (event: Extract<RequestEvent, { type: T }>, after: LiveState, before: RequestState) => Notice[];

const table = {
  "request.submitted": (_, after, before) => [...opened(after, before)],
  "request.returned": ({ data }, after) => parties("returned", after, data.step),
  "request.resubmitted": (_, after, before) => opened(after, before),
  "amendment.requested": (_, after, before) => opened(after, before),
  // When nothing holds the amended permit it is the news, in the same breath.
  "amendment.approved": (_, after) => (after.amendment?.agreed ? parties("amendmentApproved", after) : []),
  "amendment.refused": ({ data }, after, before) => [...parties("amendmentRefused", after, data.step), ...waiting("amendmentRefused", before, data.step)],
  "amendment.withdrawn": (_, after, before) => [...waiting("amendmentWithdrawn", before), ...parties("amendmentWithdrawn", after)],
  "request.withdrawn": (_, after, before) => [...waiting("withdrawn", before), ...parties("withdrawn", after), ...endorser("withdrawn", after)],
  // When nothing holds the permit it is issued in the same breath, and that is the news.
  "request.approved": ({ at }, after) => (beforePermit(after.requirements, dayOf(at)).length > 0 ? parties("approved", after) : []),
  "request.rejected": ({ data }, after, before) => [...parties("rejected", after, data.step), ...endorser("rejected", after, data.step), ...waiting("stopped", before, data.step)],
  "request.closed": (_, after) => parties("closed", after),
  "request.appealed": ({ data }, after, before) => [...opened(after, before), ...desks("appealed", after.steps.filter(({ id }) => id === data.against))],
  "appeal.decided": ({ data }, after, before) => {
    const code = data.outcome === "upheld" ? "appealUpheld" : "appealOverturned";
    return [...opened(after, before), ...parties(code, after), ...desks(code, after.steps.filter(({ id }) => id === after.appeal?.against))];
  },
  "step.dropped": ({ data }, after, before) => [...opened(after, before), ...parties("stepDropped", after, data.step), ...desks("stepDropped", after.steps.filter(({ id }) => id === data.step))],
  "request.replanned": (_, after, before) => [...opened(after, before), ...parties("replanned", after), ...concerned("replanned", after)],
  "request.transferred": (_, after) => parties("transferred", after),
  "entry.corrected": (_, after) => [...parties("corrected", after), ...concerned("corrected", after)],
  "step.approved": ({ data }, after, before) => [...opened(after, before), ...enough(after, data.step), ...(data.conditions.length > 0 ? parties("conditions", after, data.step) : [])],
  "step.rejected": ({ data }, after, before) => [...opened(after, before), ...parties("stepRejected", after, data.step)],
  // Its members see at the desk how the vote stands; of a tie its heads are told.
  "step.voted": nobody,
  "step.recused": nobody,
  "step.substituteNamed": ({ data }) => [{ code: "yourStep", to: { as: "officer", person: data.to }, step: data.step }],
  "step.voteClosed": nobody,
  "step.settled": ({ data }, after, before) => [...opened(after, before), ...(data.outcome === "settled" ? desks("settled", after.steps.filter(({ id }) => id === data.step)) : [])],
  // Whoever waits for the step is told that it takes longer, and why.
  "step.extended": ({ data }, after) => parties("extended", after, data.step),
  "step.claimed": nobody,
  "step.released": ({ data }, after) => desks("yourStep", after.steps.filter(({ id }) => id === data.step)),
  "step.allotted": ({ data }) => [{ code: "yourStep", to: { as: "officer", person: data.to }, step: data.step }],
  "step.delegated": ({ data }) => [{ code: "yourStep", to: { as: "officer", person: data.to }, step: data.step }],
  "step.referred": ({ data }) => [{ code: "asked", to: { as: "officer", person: data.to }, step: data.step }],
  "step.advised": ({ data }, after) => askers("advised", after, data),
  "step.countersigned": (_, after, before) => opened(after, before),
  "step.suspended": ({ data }, after) => parties("putAside", after, data.step),
  "step.resumed": nobody,
  // At half of its clock whoever has it, at four fifths their head; at its end the next desk, or the head once more.
  "step.reminded": ({ data }, after) => after.steps.filter(({ id }) => id === data.step).map((step) => (data.share === 50 ? { code: "reminder", to: deciderOf(step), step: step.id } : { code: "nearlyDue", to: { ...deskOf(step), heads: true as const }, step: step.id })),
  "step.escalated": ({ data }, after) => after.steps.filter(({ id }) => id === data.step).map((step) => (data.to === null ? { code: "overdue", to: { ...deskOf(step), heads: true as const }, step: step.id } : { code: "yourStep", to: deskOf(step), step: step.id })),
  "step.skipped": (_, after, before) => opened(after, before),
  "step.assigned": ({ data }) => [{ code: "yourStep", to: { as: "officer", person: data.to }, step: data.step }],
  "step.reviewerAdded": ({ data }) => [{ code: "yourStep", to: { as: "officer", person: data.to }, step: data.added }],
  "requirement.filed": nobody,
  "requirement.queried": ({ data: { requirement } }, after) => parties("requirementQueried", after).map((one) => ({ ...one, requirement })),
  "requirement.expiring": ({ data: { requirement, validUntil } }, after) => holdersAndDesks("requirementExpiring", after).map((one) => ({ ...one, requirement, day: validUntil })),
  "requirement.granted": nobody,
  // Whoever links it knows; of a renewal it is the system that goes on.
  "requirement.linked": ({ actor, data: { requirement } }, after) => ("system" in actor ? parties("grantRenewed", after).map((one) => ({ ...one, requirement })) : []),
  "requirement.refused": ({ data: { requirement } }, after) => parties("requirementRefused", after).map((one) => ({ ...one, requirement })),
  "terms.accepted": nobody,
  "comment.added": (_, after) => [...parties("comment", after), ...concerned("comment", after)],
  // Papers that came with the submission are no news of their own.
  "document.attached": ({ at }, after) => (at === after.submittedAt ? [] : [...parties("paper", after), ...concerned("paper", after)]),
  "permit.issued": (_, after) => [...parties("permit", after), ...endorser("permit", after), ...hostDesks("permit", after)],
  "permit.amended": (_, after) => [...parties("permitAmended", after), ...endorser("permitAmended", after), ...hostDesks("permitAmended", after)],
  "permit.suspended": (_, after) => holdersAndDesks("suspended", after),
  "permit.reinstated": (_, after) => holdersAndDesks("reinstated", after),
  "revocation.announced": (_, after) => holdersAndDesks("revocationAnnounced", after),
  "permit.reissued": (_, after) => holdersAndDesks("reissued", after),
  "permit.revoked": (_, after) => holdersAndDesks("revoked", after),
  "permit.expiring": ({ data: { validUntil } }, after) => holdersAndDesks("permitExpiring", after).map((one) => ({ ...one, day: validUntil })),
  "permit.expired": (_, after) => parties("expired", after),
  // Of many that were recorded at once people are told once.
  "movement.recorded": ({ data: { batch } }, after) => {
    if (batch === undefined) return [...parties("crossing", after), ...hostDesks("crossing", after)];
    return batch.row > 1 ? [] : [...parties("crossings", after), ...hostDesks("crossings", after)].map((one) => ({ ...one, count: batch.of }));
  },
  "movement.planned": nobody,
  "movement.departed": nobody,
  "movement.arrived": nobody,
  "movement.ended": nobody,
  "movement.read": (_, after) => [...parties("crossing", after), ...hostDesks("crossing", after)],
  "movement.corrected": nobody,
  "movement.traced": nobody,
  // A receipt for both, and word for whoever had it by the record when another handed it over.
  "movement.handedOver": ({ data: { from, to, movement } }, after, before) => {
    const had = before.status === "none" ? null : holderIn(before, movement);
    const both = [from, to, ...(had === null ? [] : [had])].map((person): Notice => ({ code: "handedOver", to: { as: "custodian", person }, step: null }));
    return [...both, ...parties("handedOver", after)];
  },
  "discrepancy.opened": (_, after) => [...parties("discrepancy", after), ...concerned("discrepancy", after)],
  // It stands on the request; a desk that waits for it looks there.
  "obligation.fulfilled": nobody,
  // Whose desk asked for it is told when it is late, too.
  "obligation.reminded": ({ data: { obligation: id, due, days } }, after) => openWithDays(after).filter((one) => one.id === id).flatMap(({ kind, requirement, step }) => (days === null ? [...parties("obligationLate", after), ...desks("obligationLate", after.steps.filter((one) => one.id === step))] : parties("obligationDue", after)).map((one): Notice => ({ ...one, day: due, obligation: { id, kind, requirement } }))),
  "obligation.waived": (_, after) => parties("obligationWaived", after),
  // Once for all of it; whoever only attached a paper learns of the paper.
  "words.erased": (_, after) => parties("wordsErased", after),
  "document.erased": (_, after) => (after.erased.wholeOn === null ? parties("paperErased", after) : []),
  // Whoever keeps the record sees holds on their own page; a mail would only spread the word.
  "hold.placed": nobody,
  "hold.lifted": nobody,
  "discrepancy.resolved": (_, after) => parties("discrepancySettled", after),
} satisfies { readonly [T in EventType]: Tell<T> };

function holderIn(state: LiveState, movement: string): string | null {
  const one = consignmentOf(state.ledger, movement);
  return one ? holderOf(one, state) : null;
}

function nobody(): Notice[] {
  return [];
}

/** Those whose move it has become: of each step that has opened, the person who was named, or the desk. */
function opened(after: LiveState, before: RequestState): Notice[] {
  const was = before.status === "none" ? [] : before.steps;
  const fresh = after.steps.filter((step) => step.status === "open" && !was.some((one) => one.id === step.id && one.status === "open" && one.round === step.round && one.since === step.since));
  return fresh.map((step) => ({ code: "yourStep", to: deciderOf(step), step: step.id }));
}

function deciderOf(step: CaseStep): Addressee {
  if (step.holder) return { as: "officer", person: step.holder.person };
  return step.assignee === null ? deskOf(step) : { as: "endorser", person: step.assignee };
}

/** Whoever asked for the advice that came. */
function askers(code: NoticeCode, { steps }: LiveState, { step, referral }: { readonly step: string; readonly referral: string }): Notice[] {
  const found = steps.find(({ id }) => id === step)?.referrals.find(({ id }) => id === referral);
  return found ? [{ code, to: { as: "officer", person: found.by }, step }] : [];
}

function deskOf({ desk, side }: CaseStep): Extract<Addressee, { as: "desk" }> {
  return { as: "desk", desk, side };
}

function parties(code: NoticeCode, { requester, team }: LiveState, step: string | null = null): Notice[] {
  return [{ code, to: { as: "requester", person: requester }, step }, ...team.map((person): Notice => ({ code, to: { as: "team", person }, step }))];
}

function holdersAndDesks(code: NoticeCode, after: LiveState): Notice[] {
  return [...parties(code, after), ...endorser(code, after), ...desks(code, after.steps)];
}

function endorser(code: NoticeCode, { endorser: person }: LiveState, step: string | null = null): Notice[] {
  return person === null ? [] : [{ code, to: { as: "endorser", person }, step }];
}

/** Whoever was deciding when it ended, but for the step that ended it. */
function waiting(code: NoticeCode, before: RequestState, except: string | null = null): Notice[] {
  const open = before.status === "none" ? [] : before.steps.filter(({ id, status }) => status === "open" && id !== except);
  return open.map((step) => ({ code, to: deciderOf(step), step: step.id }));
}

/** The desks that a case lies with, or has lain with when it lies with none. */
function concerned(code: NoticeCode, { steps }: LiveState): Notice[] {
  const open = steps.filter(({ status }) => status === "open");
  return desks(code, open.length > 0 ? open : steps.filter(({ status }) => status === "done"));
}

/** The host institution's desks, when it has joined: they receive what crosses. */
function hostDesks(code: NoticeCode, { home, host, corridor, steps }: LiveState): Notice[] {
  const side: Side = home.jurisdiction === corridor.from.jurisdiction ? "destination" : "origin";
  return "ror" in host ? [] : desks(code, steps.filter((step) => step.side === side && step.status === "done"));
}

function desks(code: NoticeCode, steps: readonly CaseStep[]): Notice[] {
  return steps.map((step) => ({ code, to: deskOf(step), step: step.id }));
}

/** Where several officers of a desk decide, the others are told once enough have. */
function enough({ steps }: LiveState, id: string): Notice[] {
  return desks("settled", steps.filter((step) => step.id === id && step.status === "done" && step.decisions.length > 1));
}

function readerOf(to: Addressee) {
  return { auditor: false, isAuthor: false, desk: to.as === "desk" || to.as === "officer", desks: to.as === "desk" ? [to.desk] : [], sides: to.as === "desk" ? [to.side] : [] };
}
