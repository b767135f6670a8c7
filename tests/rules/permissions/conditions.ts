import type { CommandType } from "../../../lib/request/command.ts";

/* By what somebody has a command at all, and what must hold besides, in words for whoever checks it. */

type Told = { readonly who: string; readonly if: string };

const party = "requester, team";
const desk = "deciders of the step";
const headThere = "head of the step’s desk";
const head = "head of a desk of the case";
const system = "the system alone";
const recorders = "requester, team, officers of the permit’s control point";
const apart = "four eyes";
const free = "in nobody else’s hands";
const own = "not one’s own or one’s team’s";
const steering = `${own}, and not standing aside at the step`;

export const conditions = {
  saveDraft: { who: party, if: "a draft, on its newest version" },
  deleteDraft: { who: "requester", if: "a draft; no legal hold on everything of its home institution, and none that one lifted oneself" },
  acceptTerms: { who: party, if: "the request has not ended" },
  submit: { who: "requester", if: "everything that it asks for is there; a desk is found for each step; no revocation bars any of its people" },
  withdraw: { who: "requester", if: "before there is a permit" },
  approve: { who: desk, if: `open, not put aside, ${free}; ${apart}; two people approve each other no more often than the step allows; its quota has enough` },
  approveWithConditions: { who: desk, if: "as `approve`, with at least one condition" },
  reject: { who: desk, if: `open, not put aside, ${free}; ${apart}` },
  return: { who: desk, if: "as `reject`; no amendment is being decided" },
  extend: { who: headThere, if: `open, its last day not over; once, by no more days than it had; ${steering}` },
  vote: { who: "deciders of the step who were its members at submission, or were named in the place of one; a stand-in votes as the member who is away", if: `open, not put aside; one vote per member; ${apart}; the casting vote is the head’s alone` },
  closeVote: { who: headThere, if: `the quorum is reached and the vote still open; ${apart}` },
  recuse: { who: desk, if: `open; ${apart}; no vote or decision of one’s own at it` },
  resubmit: { who: party, if: "sent back; the route stays as it was" },
  comment: { who: "requester, team, endorser, desks of the case", if: "once submitted; only desks write to the desks or to one side alone" },
  recordRequirement: { who: "requester, team, desks of the case", if: "the request has not ended; after its end, only what is due at the crossing or later" },
  linkGrant: { who: "requester, team, desks of the case", if: "a draft, or submitted and not ended; a grant for this requirement that holds, of an organisation that takes part, with enough left" },
  planMovement: { who: recorders, if: "as `recordMovement`; no more than is left" },
  recordStage: { who: `${recorders}; an arrival also whoever has it by the record`, if: "a permit that holds, for a departure as `recordMovement`; after its end, what left in time and has not arrived; a stage never goes back" },
  recordEnd: { who: recorders, if: "something is outside, also after the permit’s end" },
  recordMovements: { who: recorders, if: "as `recordMovement` for each of up to 500, after those before it; all or none, and nothing that a discrepancy would be opened for" },
  recordReading: { who: recorders, if: "as `recordMovement`; never below the counter’s last total" },
  recordTrace: { who: recorders, if: "something stands in the ledger, also after the permit’s end; the logger’s file is a paper of the request, and of that movement’s time" },
  takeOver: { who: "whoever writes in the ledger, records movements for an organisation that takes part or one of the two sides, or staffs a desk of the case", if: "shown the code of whoever has it, which counts for ten minutes and once; departed and not arrived; not one’s own code" },
  correctMovement: { who: recorders, if: "an entry that counts; the new one is held to what any entry is held to; no plan that was carried out, and of readings the last" },
  resolveDiscrepancy: { who: "desks of the case", if: `one is open; ${own}` },
  fulfilObligation: { who: party, if: "a permit, and something that a desk asked for is open; with a paper of the request or a reference, a paper where something was destroyed or deleted" },
  waiveObligation: { who: "officers of the desk that asked for it", if: `open; ${own}` },
  erase: { who: "requester, team, desks of the case, whoever may erase for the home institution; the system where that institution lets it", if: "no legal hold, and no hold that one lifted oneself; under a rule of a place that it touches; ended, and every law’s years over, but for what should never have been there; no obligation to keep papers runs; people their own words and papers, desks papers alone and none of whoever decides in person" },
  placeHold: { who: "auditors of an organisation that takes part or of a place that it touches", if: `none stands; ${own}` },
  liftHold: { who: "auditors of an organisation that takes part or of a place that it touches", if: `one stands; ${own}` },
  reportNotArrived: { who: system, if: "a movement that departed has not arrived by its day" },
  recordMovement: { who: recorders, if: "a permit that holds, within its window and limit; all that is due before the crossing is met; of the request’s people those who accepted its terms and whom no revocation bars; what went out may come back at any time, and what departed in time may still cross once the permit has expired" },
  close: { who: "requester, team, head of a desk of the case; where it was sent back or is approved and goes no further, only officers and heads", if: "permitted with no discrepancy open, sent back or approved" },
  revoke: { who: head, if: `permitted; ${own}; whom it bars is of the request` },
  claim: { who: desk, if: `open, ${free}, no vote; not standing aside; ${apart}` },
  release: { who: "whoever has it, their stand-in, the head of its desk, whoever delegated it", if: `open, in somebody’s hands; for the head ${steering}` },
  assign: { who: headThere, if: `open, no vote; to an officer of the desk; ${apart} for that officer; ${steering}` },
  delegate: { who: desk, if: `open, ${free}, no vote; not itself delegated; to an officer who may decide it, of the same desk unless the workflow says otherwise` },
  refer: { who: desk, if: `open, not put aside, ${free}; ${apart}; to somebody who is no party of the request and decides nothing of it` },
  advise: { who: "whoever was asked", if: "the question is open; once for each question" },
  countersign: { who: desk, if: "as `approve`, after another officer’s approval" },
  suspendStep: { who: desk, if: `open, not put aside, ${free}; ${apart}` },
  resumeStep: { who: desk, if: `put aside, ${free}; ${apart}` },
  skip: { who: headThere, if: `the workflow lets it be left out; ${apart}; not standing aside at it` },
  addReviewer: { who: headThere, if: `open, decided by no vote and no outside answer; to another officer of the desk who may decide it; ${steering}` },
  nameSubstitute: { who: headThere, if: `open, for nobody in person, and somebody stands aside or, where members vote, left the count; to an officer of any desk; ${apart} for that officer; ${steering}` },
  allot: { who: system, if: "open, in nobody’s hands, and its desk has a rule" },
  tellClock: { who: system, if: "half, four fifths or all of its working days are used" },
  amend: { who: party, if: "approved or permitted, within its window, one at a time" },
  renew: { who: party, if: "permitted, on its last day at the latest" },
  withdrawAmendment: { who: party, if: "an amendment is being decided" },
  suspend: { who: head, if: `permitted; ${own}` },
  reinstate: { who: head, if: `suspended; ${own}` },
  reissue: { who: head, if: `permitted; ${own}; each number once` },
  transfer: { who: "desks of the case", if: `to somebody of the team who decided nothing; ${own}` },
  correct: { who: "requester, team, endorser, desks of the case", if: "an entry that all sides see; one’s own, or as head of a desk of the case any" },
  appeal: { who: "requester", if: "rejected, within the days to appeal, not upheld before" },
  decideAppeal: { who: "officers of the desk that decides the appeal, whoever was named in the place of one or was handed it", if: `open, not put aside, ${free}; took no part in the request, in any round, and stands in for nobody who did; not standing aside at it` },
  dropStep: { who: "head of the step’s desk; the requester where the workflow says so", if: `not decided yet; the workflow lets it be dropped (unless it says otherwise, a step that not every request needs); ${steering}, unless the workflow lets the requester` },
  move: { who: head, if: `with the desks, no appeal open; ${own}; to a later version, in which every decision has its place` },
  attachDocument: { who: "requester, team, desks of the case", if: "not rejected or withdrawn; a hundred at most" },
  expire: { who: system, if: "the day after the permit’s last day" },
  tellExpiry: { who: system, if: "60, 30 or 7 days before its permit or something that it rests on ends" },
  tellObligations: { who: system, if: "14, 7 or 1 days before the last day of an obligation, or once it is late" },
  followGrant: { who: system, if: "rests on a standing grant that was renewed" },
  issuePermit: { who: system, if: "approved, and nothing holds the permit back any more" },
  goOn: { who: system, if: "a step is over but for its quota, which has enough now" },
  lapse: { who: system, if: "overdue, and the workflow says what follows" },
} as const satisfies Record<CommandType, Told>;
