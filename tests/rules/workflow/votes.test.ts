import { describe, expect, test } from "vitest";
import { type Ballot, memberOf, tally, type Vote, type VoteRule } from "../../../lib/workflow/vote.ts";

const votes: Readonly<Record<string, Vote>> = { f: "for", a: "against", x: "abstain" };
const members = (count: number) => Array.from({ length: count }, (_, at) => `member-${at}`);
const cast = (letters: string): Ballot[] => [...letters].map((letter, at) => ({ person: `member-${at}`, vote: votes[letter] ?? "abstain", at: "2026-11-24T02:00:00Z", seq: at }));
const rule = (change: Partial<VoteRule> = {}): VoteRule => ({ present: "half", carries: "majority", veto: false, casting: false, ...change });
const outcome = (change: Partial<VoteRule>, count: number, letters: string, closed = false) => tally(rule(change), members(count), cast(letters), closed).outcome;

describe("a vote", () => {
  test("needs more than half of its members, or so many, whoever abstains included", () => {
    expect([2, 3, 4, 5].map((count) => tally(rule(), members(count), []).quorum)).toEqual([2, 2, 3, 3]);
    expect([tally(rule({ present: 2 }), members(9), cast("f")).quorate, tally(rule({ present: 2 }), members(9), cast("fx")).quorate]).toEqual([false, true]);
  });

  test("counts a member once, also by who stands in for them, and nobody who is no member", () => {
    const [first] = cast("f");
    if (!first) throw new Error("no ballot");
    const ballots: Ballot[] = [{ ...first, person: "locum", for: "member-0" }, { ...first, person: "stranger", vote: "against" }];
    expect(ballots.map(memberOf)).toEqual(["member-0", "stranger"]);
    expect(tally(rule({ present: 1 }), members(3), ballots)).toEqual({ members: 3, for: 1, against: 0, abstain: 0, quorum: 1, quorate: true, missing: 0, outcome: null });
    expect(tally(rule(), members(4), cast("faxx"))).toMatchObject({ for: 1, against: 1, abstain: 2 });
  });

  // How many members, what they voted (for, against, abstaining), and what follows while the others are out.
  test.each<[string, Partial<VoteRule>, number, string, ReturnType<typeof outcome>]>([
    ["too few took part", {}, 5, "ff", null],
    ["the votes still out cannot turn it", {}, 5, "fff", "approved"],
    ["they could", {}, 5, "ffa", null],
    ["they could make it a tie, which does not carry", {}, 4, "ffa", null],
    ["they cannot save it", {}, 5, "aaa", "rejected"],
    ["a tie does not carry", {}, 4, "ffaa", "rejected"],
    ["a tie waits for the head", { casting: true }, 4, "ffaa", "tied"],
    ["it could still be a tie, for the head to break", { casting: true }, 4, "axx", null],
    ["it cannot even be a tie", { casting: true }, 4, "aax", "rejected"],
    ["everybody abstains", {}, 3, "xxx", "rejected"],
    ["everybody abstains, and the head has a vote", { casting: true }, 3, "xxx", "tied"],
    ["exactly two thirds", { carries: "two-thirds" }, 6, "ffffaa", "approved"],
    ["a little less than two thirds", { carries: "two-thirds" }, 5, "fffaa", "rejected"],
    ["two thirds of those who did not abstain", { carries: "two-thirds" }, 4, "ffax", "approved"],
    ["two thirds of nobody", { carries: "two-thirds" }, 2, "xx", "rejected"],
    ["nobody against", { carries: "unanimous" }, 3, "fxx", "approved"],
    ["nobody against, and nobody for", { carries: "unanimous" }, 3, "xxx", "rejected"],
    ["one against", { carries: "unanimous" }, 3, "ffa", "rejected"],
    ["so many for, whatever the others say", { carries: 2, present: 2 }, 5, "ff", "approved"],
    ["so many can still come", { carries: 2, present: 2 }, 5, "aaa", null],
    ["so many cannot come any more", { carries: 2, present: 2 }, 5, "aaaa", "rejected"],
    ["one vote blocks, before enough took part", { veto: true }, 5, "a", "rejected"],
    ["one vote could still block", { veto: true }, 3, "ff", null],
    ["none has blocked", { veto: true }, 3, "fff", "approved"],
  ])("%s", (_, change, count, letters, expected) => expect(outcome(change, count, letters)).toBe(expected));

  test("by more people than are left comes to nothing either way, until others are named", () => {
    const short = (change: Partial<VoteRule>, count: number, letters: string) => {
      const { missing, outcome: so } = tally(rule(change), members(count), cast(letters), true);
      return [missing, so];
    };
    expect([short({ carries: 4 }, 3, "fff"), short({ carries: 4 }, 3, "aaa"), short({ carries: 3 }, 3, "fff"), short({ present: 5, carries: 2 }, 3, "fff"), short({ carries: 4, veto: true }, 3, "aff"), short({}, 1, "f")]).toEqual([[1, null], [1, null], [0, "approved"], [2, null], [1, "rejected"], [0, "approved"]]);
  });

  test("that is closed counts the votes cast as all there are, and still needs enough of them", () => {
    expect([outcome({}, 5, "ffa", true), outcome({}, 5, "ff", true), outcome({}, 4, "fax", true), outcome({ casting: true }, 4, "fax", true), outcome({ veto: true }, 3, "ff", true)]).toEqual(["approved", null, "rejected", "tied", "approved"]);
  });
});
