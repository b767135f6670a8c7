import { z } from "zod";

/** How the members of a desk decide together, as rules of procedure put it. */
export const VoteRule = z.strictObject({
  /** How many must take part, abstentions included: so many, or more than half of those who may. */
  present: z.union([z.literal("half"), z.number().int().positive()]),
  /** What carries: more for than against; two thirds of those for or against; nobody against; so many for. */
  carries: z.union([z.enum(["majority", "two-thirds", "unanimous"]), z.number().int().positive()]),
  /** One vote against blocks, whatever the others say. */
  veto: z.boolean(),
  /** When for and against are equal the head of the desk decides; without it a tie does not carry. */
  casting: z.boolean(),
});
export type VoteRule = z.infer<typeof VoteRule>;

export const votes = ["for", "against", "abstain"] as const;
export type Vote = (typeof votes)[number];
/** `for`: the member in whose place a stand-in gave it. */
export type Ballot = { readonly person: string; readonly for?: string; readonly vote: Vote; readonly at: string; readonly seq: number };

/** Whose vote a ballot is: a member has one, given in person or by who stands in for them. */
export function memberOf(ballot: Pick<Ballot, "person" | "for">): string {
  return ballot.for ?? ballot.person;
}

export type Tally = {
  /** How many may vote: whoever recused themselves has left the count. */
  readonly members: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** How many must take part. */
  readonly quorum: number;
  readonly quorate: boolean;
  /** How many members too few there are for the rule's own numbers: then nothing carries and nothing fails until others are named. */
  readonly missing: number;
  /** Null while the votes that are still out could change it, or too few took part. `tied` waits for the casting vote. */
  readonly outcome: "approved" | "rejected" | "tied" | null;
};

/**
 * Counts a vote. It stands as soon as the votes still out cannot change it; `closed` counts those cast as all there are.
 * A ballot of somebody who is not among `members` does not count.
 */
export function tally(rule: VoteRule, members: readonly string[], ballots: readonly Ballot[], closed = false): Tally {
  const cast = ballots.filter((ballot) => members.includes(memberOf(ballot)));
  const count = (vote: Vote) => cast.filter((one) => one.vote === vote).length;
  const counted = { members: members.length, for: count("for"), against: count("against"), abstain: count("abstain") };
  const quorum = rule.present === "half" ? Math.floor(members.length / 2) + 1 : rule.present;
  const quorate = cast.length >= quorum;
  const missing = Math.max(0, leastMembers(rule) - members.length);
  return { ...counted, quorum, quorate, missing, outcome: outcomeOf(rule, counted, closed ? 0 : members.length - cast.length, quorate && missing === 0) };
}

/** How many members a rule takes at least, by the numbers it names. */
export function leastMembers({ present, carries }: VoteRule): number {
  return Math.max(typeof present === "number" ? present : 1, typeof carries === "number" ? carries : 1);
}

type Counted = Pick<Tally, "for" | "against">;

function outcomeOf(rule: VoteRule, counted: Counted, out: number, quorate: boolean): Tally["outcome"] {
  if (rule.veto && counted.against > 0) return "rejected";
  if (!quorate) return null;
  const worst = { for: counted.for, against: counted.against + out };
  const best = { for: counted.for + out, against: counted.against };
  if (carries(rule, worst) && !(rule.veto && out > 0)) return "approved";
  if (!carries(rule, best) && !(rule.casting && isTie(best))) return "rejected";
  return out === 0 && rule.casting && isTie(counted) ? "tied" : null;
}

function carries({ carries: needed }: VoteRule, { for: yes, against: no }: Counted): boolean {
  if (typeof needed === "number") return yes >= needed;
  if (yes === 0) return false;
  if (needed === "unanimous") return no === 0;
  return needed === "majority" ? yes > no : 3 * yes >= 2 * (yes + no);
}

function isTie({ for: yes, against: no }: Counted): boolean {
  return yes === no;
}
