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
  { pattern: "WCP 9, 28–32", called: "discriminator, partial and cancelling joins", holds: "two of three suffice; the third is told that it is settled", by: "`needs.join: 2` with `settles`; `mode: 2` among the officers of one desk" },
  { pattern: "WCP 10, 21", called: "cycles", holds: "return and resubmit any number of times; only the desks whose facts or findings changed decide again, the others’ decisions stand and say so", by: "`return`, `resubmit`; the event names the steps that stand" },
  { pattern: "WCP 12–15", called: "several instances", holds: "one review for each sample line; the next step waits for all of them", by: "`per: \"line\"`" },
  { pattern: "WCP 16", called: "deferred choice", holds: "the reply, or twenty working days, whichever comes first", by: "`awaits` with `clock.onDue`; the record names the rule" },
  { pattern: "WCP 18", called: "milestone", holds: "withdrawal only before the permit is issued", by: "`withdraw`" },
  { pattern: "WCP 19, 20, 25–27", called: "cancel a step, a case, a region, instances", holds: "the data leg is dropped, the sample reviews stay; a line’s review is dropped, the other lines’ stay; a case is withdrawn", by: "`dropStep` by whom `drop` names; `withdraw`" },
  { pattern: "WCP 23, 24", called: "transient and persistent trigger", holds: "a certificate that arrives early is kept until its step opens; where it must come while the step is open it is not", by: "`awaits.keeps`" },
  { pattern: "WCP 11, 43", called: "termination", holds: "a case ends when nothing can happen any more, and says how", by: "`request.rejected` names the step" },
);
export type ControlFlow = (typeof controlFlow)[number]["pattern"];

export const peoplePatterns = rows(
  { pattern: "quorum", called: "members vote", holds: "members present, for, against, abstain, casting vote, one no blocks; who stands aside leaves the count; the tally is the desk’s own", by: "`mode.vote`; `vote`, `closeVote`, `recuse`" },
  { pattern: "both sides", called: "a decision of each jurisdiction under its own rule", holds: "two signatures at home and one at the host; both must agree, or one suffices, as the definition says", by: "`outcome` over steps, each with its own `mode`" },
);
export type PeoplePattern = (typeof peoplePatterns)[number]["pattern"];
