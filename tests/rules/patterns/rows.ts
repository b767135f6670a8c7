/* The patterns that the engine is held to: van der Aalst's, as human approvals meet them. docs/patterns.md is printed from here. */

type Row<P extends string = string> = {
  readonly pattern: P;
  readonly called: string;
  /** The example that its test plays. */
  readonly holds: string;
  /** By what of a definition, or which command, it is had. */
  readonly by: string;
};

function rows<const P extends string>(...all: readonly Row<P>[]): readonly Row<P>[] {
  return all;
}

export const controlFlow = rows(
  { pattern: "WCP 1–5", called: "sequence, parallel split, synchronisation, exclusive choice, simple merge", holds: "endorsement, then biosafety and ethics side by side, then sign-off; the data desk only when personal data are in it", by: "`needs` with join `all`; `when` over facts" },
  { pattern: "WCP 6–8", called: "multi-choice, structured merge; multi-merge refused", holds: "which of six reviews are needed comes from findings; the next step waits for exactly those, and opens once", by: "`when` over findings; a step that is not needed hands its needs on; no step opens twice in a round" },
  { pattern: "WCP 9, 28–32", called: "discriminator, partial and cancelling joins", holds: "two of three suffice; the third is settled, and its desk is told so", by: "`needs.join: 2` with `settles`; `mode: 2` among the officers of one desk" },
  { pattern: "WCP 10, 21", called: "cycles", holds: "return and resubmit any number of times; only the desks whose facts or findings changed decide again, the others’ decisions stand and say so", by: "`return`, `resubmit`; the event names the steps that stand" },
  { pattern: "WCP 12–15", called: "several instances", holds: "one review for each sample line; a second reviewer is added on day three; the next step waits for all of them", by: "`per: \"line\"`; `addReviewer`, a step of its own beside the first" },
  { pattern: "WCP 16", called: "deferred choice", holds: "the reply, or twenty working days, whichever comes first", by: "`awaits` with `clock.onDue`; the record names the rule" },
  { pattern: "WCP 17, 39, 40", called: "interleaving, critical section", holds: "two officers take the last 5 mL of a quota: one gets it, the other is told what is left; what is withdrawn can be taken again", by: "`reserves`; an account with a chain of its own, written under its lock in the decision’s transaction" },
  { pattern: "WCP 18", called: "milestone", holds: "a request is withdrawn only before its permit is issued", by: "`withdraw`" },
  { pattern: "WCP 19, 20, 25–27", called: "cancel a step, a case, a region, instances", holds: "the data leg is dropped, the sample reviews stay; a line’s review is dropped, the other lines’ stay; a case is withdrawn", by: "`dropStep`, by whomever `drop` names; `withdraw`" },
  { pattern: "WCP 23, 24", called: "transient and persistent trigger", holds: "a certificate that arrives before its step opens is kept for it; where the definition wants it to come while the step is open, an early one does not count", by: "`awaits.keeps`" },
  { pattern: "WCP 33, 38", called: "generalised AND-join and synchronising merge", holds: "not needed: no step needs a later one, so nothing arrives twice in a round; what is decided again is decided in a new round, and what waits for it opens once", by: "`needs` names earlier steps only; a circle is refused; `round`" },
  { pattern: "WCP 34, 35", called: "static and cancelling partial join for several instances", holds: "two of the reviews of three lines suffice, the third is settled; two of three officers suffice", by: "`per: \"line\"` with `needs.join: 2` and `settles`; `mode: 2`" },
  { pattern: "WCP 36", called: "dynamic partial join for several instances", holds: "a reviewer is added while others decide, and as many as the join says still suffice", by: "`addReviewer` with `needs.join`" },
  { pattern: "WCP 37", called: "local synchronising merge", holds: "had by planning: which branches there are is known once the request is submitted, and the join waits for exactly those", by: "the plan in `request.submitted`" },
  { pattern: "WCP 41, 42", called: "thread merge and split", holds: "not needed: no work is an anonymous token. A line’s review is a step with an id, an officer and a decision of its own, so none is merged into another or counted as one of many", by: "`per: \"line\"`; ids of steps" },
  { pattern: "WCP 11, 43", called: "termination", holds: "a case ends when nothing can happen any more, and says how", by: "`request.rejected` names the step" },
);
export type ControlFlow = (typeof controlFlow)[number]["pattern"];

/** How work finds people, and what they do with it. */
export const resourcePatterns = rows(
  { pattern: "R 1–4", called: "direct, role-based and deferred allocation, authorisation", holds: "the endorser whom the requester names decides in person; other steps go to any officer of the desk that follows from the request, never to somebody of another desk or in another role", by: "`named`; `desk`; permissions of roles" },
  { pattern: "R 5", called: "separation of duties", holds: "nobody decides a request of their own or of their team, or two steps of one request", by: "always on; `allowed` gives the reasons" },
  { pattern: "R 6", called: "case handling", holds: "where the definition says so, the officer who reviewed a case also decides its later step at the same desk; elsewhere two people are needed", by: "`people.keep`" },
  { pattern: "R 7", called: "retain familiar", holds: "a step goes to the officer who handled this requester’s last request at the desk", by: "`people.allot: \"familiar\"`" },
  { pattern: "R 8–11", called: "by capability, history or organisation; by offer or allotment", holds: "an officer who speaks Portuguese comes first, else anybody of the desk, never of another; offered to all where the definition says so", by: "`people.prefers`, `people.allot`" },
  { pattern: "R 16–17", called: "round robin, shortest queue", holds: "as the desk chooses: its own rule comes before the definition’s; whoever is away is passed over", by: "the desk’s `allot`; `people.allot`" },
  { pattern: "R 21–26, 29–32", called: "claim, start, return to the queue, delegate, reassign with or without what was begun, suspend, skip", holds: "each is an event that says who, for whom and why; a delegate hands the step on no further", by: "`claim`, `release`, `delegate`, `assign`, `suspendStep`, `resumeStep`, `skip`" },
  { pattern: "R 27–28", called: "delegation, escalation", holds: "a stand-in decides in the place of whoever is away; at 50, 80 and 100 % of the clock the officer is reminded, the head told, the step escalated to the next desk; an overdue step is never approved by itself unless the definition says so, and the record names the rule", by: "stand-ins; `clock.escalatesTo`; `clock.onDue`" },
  { pattern: "R 36–43", called: "batch, chained, own queue settings", holds: "twenty are decided at once, with a result and an event for each; a next step that is kept together comes to the same officer by itself; a desk sets how its queue is dealt out", by: "`POST /inbox/decisions`, each decision a command of its own; `people.keep`; the desk’s `allot`" },
);
export type ResourcePattern = (typeof resourcePatterns)[number]["pattern"];

/** How several people decide one thing. */
export const togetherPatterns = rows(
  { pattern: "quorum", called: "members vote", holds: "quorum, for, against, abstention, casting vote, a single no that blocks; whoever stands aside leaves the count, and a substitute is named where too few are left; a stand-in votes as the member whose place they take, never beside them; only the desk and auditors read the tally", by: "`mode.vote`; `vote`, `closeVote`, `recuse`, `nameSubstitute`" },
  { pattern: "both sides", called: "a decision of each jurisdiction under its own rule", holds: "two signatures at home and one at the host; both must agree, or one suffices, as the definition says", by: "`outcome` over steps, each with its own `mode`" },
  { pattern: "four eyes", called: "endorser, reviewer, decider and releaser differ", holds: "the four are different people, through teams, delegation and stand-ins too; two people approve each other’s requests only so often in a year", by: "always on; `people.mutual`" },
);
export type TogetherPattern = (typeof togetherPatterns)[number]["pattern"];
