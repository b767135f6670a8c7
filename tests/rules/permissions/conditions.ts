import type { CommandType } from "../../../lib/request/command.ts";

/* By what somebody has a command at all, and what must hold besides, in words for whoever checks it. */

type Told = { readonly who: string; readonly if: string };

const party = "requester, team";
const desk = "deciders of the step";
const headThere = "head of the step’s desk";
const head = "head of a desk of the case";
const system = "the system alone";
const apart = "four eyes";
const own = "not one’s own or one’s team’s";

export const conditions = {
  saveDraft: { who: party, if: "a draft, on its newest version" },
  deleteDraft: { who: "requester", if: "a draft" },
  acceptTerms: { who: party, if: "not over" },
  submit: { who: "requester", if: "nothing that it asks for is missing; a desk for each step" },
  withdraw: { who: "requester", if: "before there is a permit" },
  approve: { who: desk, if: `open, not put aside, in nobody else’s hands; ${apart}; approving each other within the step’s limit; its quota has enough` },
  approveWithConditions: { who: desk, if: "as `approve`, with at least one condition" },
  reject: { who: desk, if: `open, not put aside, in nobody else’s hands; ${apart}` },
  return: { who: desk, if: `as \`reject\`; not while a permit is amended` },
  extend: { who: headThere, if: "open, its clock not over, once, by no more than it had; not one’s own or one’s team’s" },
  vote: { who: "members of the step’s desk; who stands in for one votes as that member", if: `open; one vote a member; ${apart}; a tie is for the head alone` },
  closeVote: { who: headThere, if: "enough members took part" },
  recuse: { who: desk, if: "open, nothing of one’s own decided at it" },
  resubmit: { who: party, if: "sent back; the route stays" },
  comment: { who: "requester, team, endorser, desks of the case", if: "submitted; words for desks or one side only by desks" },
  recordRequirement: { who: "requester, team, desks of the case", if: "not over; after a permit’s end what is due at the crossing or later" },
  recordMovement: { who: "requester, team, officers of the permit’s control point", if: "a permit that holds, within its window and limit; what is out may always come back" },
  close: { who: "requester, team, head of a desk of the case; any officer of the case where it was sent back or goes no further", if: "permitted, sent back or approved" },
  revoke: { who: head, if: `permitted; ${own}` },
  claim: { who: desk, if: "open, in nobody’s hands; as for deciding it" },
  release: { who: "whoever has it, its head, whoever handed it on", if: "in somebody’s hands" },
  assign: { who: headThere, if: "open; to an officer of the desk who may decide it" },
  delegate: { who: desk, if: "open, in one’s own right; to an officer who may decide it, of the same desk unless the workflow says otherwise" },
  refer: { who: desk, if: "as for deciding it; to nobody who has part in it or decided" },
  advise: { who: "whoever was asked", if: "once for each question" },
  countersign: { who: desk, if: "as `approve`, under another’s signature" },
  suspendStep: { who: desk, if: "open; as for deciding it" },
  resumeStep: { who: desk, if: "put aside, in nobody else’s hands" },
  skip: { who: headThere, if: `the workflow lets it be left out; ${apart}` },
  addReviewer: { who: headThere, if: "open, no vote; another officer of the desk who may decide it" },
  allot: { who: system, if: "open, in nobody’s hands, and its desk has a rule" },
  tellClock: { who: system, if: "half, four fifths or all of its days are used" },
  amend: { who: party, if: "approved or permitted, within its window, one at a time" },
  renew: { who: party, if: "permitted, on its last day at the latest" },
  withdrawAmendment: { who: party, if: "an amendment is open" },
  suspend: { who: head, if: `permitted; ${own}` },
  reinstate: { who: head, if: `suspended; ${own}` },
  reissue: { who: head, if: `permitted; ${own}` },
  transfer: { who: "desks of the case", if: `to somebody of the team who decided nothing; ${own}` },
  correct: { who: "requester, team, endorser, desks of the case", if: "one’s own entry; the head of a desk any that all sides see" },
  appeal: { who: "requester", if: "rejected, within the days to appeal, not upheld before" },
  decideAppeal: { who: "the desk that looks again", if: "nobody who had part in it, in any round" },
  dropStep: { who: "head of the step’s desk; the requester where the workflow says so", if: "not yet decided, and under a condition" },
  move: { who: head, if: `with the desks, no appeal open; ${own}; no decision would be lost` },
  attachDocument: { who: "requester, team, desks of the case", if: "not rejected or withdrawn; a hundred at most" },
  expire: { who: system, if: "the day after the permit’s last" },
  issuePermit: { who: system, if: "approved, and nothing is left that holds the permit" },
  lapse: { who: system, if: "overdue, and the workflow says what that comes to" },
} as const satisfies Record<CommandType, Told>;
