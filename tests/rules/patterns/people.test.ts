import { describe, expect, test } from "vitest";
import type { VoteRule } from "../../../lib/workflow/vote.ts";
import { people } from "../request/builders.ts";
import { approve, aStep, aWorkflow, caseOf, lead, officer, reject, standingInFor, submit, votes } from "./play.ts";
import { type TogetherPattern, togetherPatterns } from "./rows.ts";

const committee = (change: Partial<VoteRule> = {}) => aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: true, ...change } } }), aStep("sign-off", { needs: ["ethics"] })]);
const [first, second, third] = [officer("ethics"), officer("ethics-2"), lead("ethics-3")];
const recuse = { type: "recuse", step: "ethics", reason: "My student." } as const;

/** Each row of the table, played. A row without a play does not compile. */
const plays: Readonly<Record<TogetherPattern, () => void>> = {
  quorum: () => {
    const carried = caseOf(committee()).play(submit, votes("ethics", first, "for"));
    expect(carried.steps("open")).toEqual(["ethics"]);
    // Two of three for: the third vote cannot change it any more.
    carried.play(votes("ethics", second, "for"));
    expect([carried.outcomes().ethics, carried.steps("open"), carried.refused(...votes("ethics", third, "for"))]).toEqual(["approved", ["sign-off"], ["stepNotOpen"]]);

    const abstained = caseOf(committee()).play(submit, votes("ethics", first, "abstain"), votes("ethics", second, "for"));
    expect(abstained.steps("open")).toEqual(["ethics"]);
    expect(abstained.refused(second, { type: "closeVote", step: "ethics" })).toEqual(["headOnly"]);
    abstained.play([third, { type: "closeVote", step: "ethics" }]);
    expect(abstained.outcomes().ethics).toBe("approved");

    const tied = caseOf(committee()).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"), votes("ethics", third, "abstain"));
    expect([tied.steps("open"), tied.refused(...votes("ethics", first, "for", true)), tied.refused(...votes("ethics", third, "abstain", true)), tied.refused(...votes("ethics", third, "for"))]).toEqual([["ethics"], ["tieForHead"], ["castingAbstains"], ["tieForHead"]]);
    tied.play(votes("ethics", third, "for", true));
    expect(tied.outcomes().ethics).toBe("approved");

    const blocked = caseOf(committee({ veto: true })).play(submit, votes("ethics", first, "for"), votes("ethics", second, "against"));
    expect([blocked.state().status, blocked.outcomes().ethics]).toEqual(["rejected", "rejected"]);

    // Who stands aside leaves the count: of the two that are left both are needed for more than half.
    const aside = caseOf(committee()).play(submit, [third, recuse]);
    expect([aside.refused(...votes("ethics", third, "for")), aside.refused(third, recuse)]).toEqual([["recused"], ["recused"]]);
    aside.play(votes("ethics", first, "for"));
    expect(aside.steps("open")).toEqual(["ethics"]);
    aside.play(votes("ethics", second, "for"));
    expect(aside.outcomes().ethics).toBe("approved");

    // Where the rule names a number and fewer are left, nothing comes of it until somebody is named in the place of who stands aside.
    const short = caseOf(committee({ present: 3 })).play(submit, [first, recuse], votes("ethics", second, "for"), votes("ethics", third, "for"));
    expect([short.steps("open"), short.refused(third, { type: "closeVote", step: "ethics" })]).toEqual([["ethics"], ["notQuorate"]]);
    const substitute = officer("security");
    expect(short.play([third, { type: "nameSubstitute", step: "ethics", to: "x", reason: "For the quorum." }, { named: substitute }], votes("ethics", substitute, "for")).outcomes().ethics).toBe("approved");

    // Put aside, it takes no votes until it is taken up again.
    const put = caseOf(committee()).play(submit, [third, { type: "suspendStep", step: "ethics", reason: "Wait for the opinion." }]);
    expect(put.refused(...votes("ethics", first, "for"))).toEqual(["stepSuspended"]);
    expect(put.play([third, { type: "resumeStep", step: "ethics" }]).refused(...votes("ethics", first, "for"))).toEqual([]);

    // A stand-in from outside gives the vote of the member whose place they take: one vote, whichever of the two gives it.
    const locum = standingInFor(officer("legal"), first);
    const placed = caseOf(committee({ present: 3 })).play(submit, votes("ethics", locum, "for"));
    expect(placed.state().steps[0]?.ballots).toMatchObject([{ person: locum.id, for: first.id, vote: "for" }]);
    expect([placed.refused(...votes("ethics", first, "for")), placed.refused(...votes("ethics", locum, "for")), placed.refused(...votes("ethics", officer("legal"), "for"))]).toEqual([["votedAlready"], ["votedAlready"], ["notPermitted"]]);
    expect(placed.play(votes("ethics", second, "for"), votes("ethics", third, "abstain")).outcomes().ethics).toBe("approved");
    // A member who stands in for another has their own vote, and no second one.
    const twice = caseOf(committee({ present: 3 })).play(submit, votes("ethics", standingInFor(second, first), "for"));
    expect([twice.state().steps[0]?.ballots[0]?.for, twice.refused(...votes("ethics", standingInFor(second, first), "for"))]).toEqual([undefined, ["votedAlready"]]);
    // Whoever's place was taken at another step is counted as who decided it.
    const elsewhere = caseOf(aWorkflow([aStep("legal"), ...committee({ present: 1 }).steps])).play(submit, approve("legal", standingInFor(officer("customs"), { ...first, grants: officer("legal").grants })));
    expect(elsewhere.refused(...votes("ethics", first, "for"))).toEqual(["decidedAnotherStep"]);
    expect(elsewhere.play(votes("ethics", second, "for"), votes("ethics", third, "for")).outcomes().ethics).toBe("approved");
    // Nobody hands a vote on to somebody of their choice.
    expect(placed.refused(second, { type: "delegate", step: "ethics", to: "x", reason: "Away." }, { named: third })).toContain("membersVote");

    const few = caseOf(committee({ present: 3 })).play(submit, votes("ethics", first, "for"), votes("ethics", second, "for"));
    expect([few.steps("open"), few.refused(third, { type: "closeVote", step: "ethics" })]).toEqual([["ethics"], ["notQuorate"]]);
    expect([few.refused(...approve("ethics", first)), few.refused(...reject("ethics", first)), few.refused(...votes("ethics", first, "for"))]).toEqual([["membersVote"], ["membersVote"], ["votedAlready"]]);
  },

  "both sides": () => {
    const host = { function: "acceptance", offices: ["host"] } as const;
    const both = (join: "all" | "any") => aWorkflow([aStep("sign-off", { mode: 2 }), aStep("acceptance", { at: { ...host, offices: [...host.offices] } })], { outcome: { join, of: ["sign-off", "acceptance"] } });
    const home = [approve("sign-off"), approve("sign-off", officer("sign-off-2"))] as const;
    const there = officer("hku.acceptance");
    expect(caseOf(both("all")).play(submit, ...home).state().status).toBe("in-review");
    expect(caseOf(both("all")).play(submit, ...home, approve("acceptance", there)).state().status).toBe("approved");
    expect(caseOf(both("all")).play(submit, reject("acceptance", there)).state().status).toBe("rejected");
    expect(caseOf(both("any")).play(submit, reject("acceptance", there), ...home).state().status).toBe("approved");
    expect(caseOf(both("any")).play(submit, reject("acceptance", there), reject("sign-off")).state().status).toBe("rejected");
  },

  "four eyes": () => {
    const chain = ["endorsement", "ethics", "sign-off", "security"];
    const workflow = aWorkflow(chain.map((id, at) => aStep(id, { needs: chain.slice(Math.max(0, at - 1), at) })));
    // One person with a place at every desk, somebody who stands in for them, and somebody for whom they stand in.
    const everywhere = { ...officer("all"), grants: chain.flatMap((id) => officer(id).grants) };
    const theirStandIn = standingInFor(officer("customs"), everywhere);
    for (const [at, step] of chain.entries()) {
      const before = chain.slice(0, at).map((id) => approve(id));
      const so = caseOf(workflow).play(submit, ...before, approve(step, everywhere));
      for (const later of chain.slice(at + 1)) {
        for (const again of [everywhere, theirStandIn]) expect(so.refused(...approve(later, again))).toContain("decidedAnotherStep");
        so.play(approve(later));
      }
      expect([so.state().status, new Set(so.state().deciders.map(({ person }) => person)).size]).toEqual(["approved", chain.length]);
    }
    // The other way round: what a stand-in decided counts as decided by whoever they stood in for.
    expect(caseOf(workflow).play(submit, approve("endorsement", theirStandIn)).refused(...approve("ethics", everywhere))).toEqual(["decidedAnotherStep"]);
    // Handed on, it is the delegate's and the officer's own.
    const handed = caseOf(workflow).play(submit, [everywhere, { type: "delegate", step: "endorsement", to: "x", reason: "Away." }, { named: officer("endorsement") }], approve("endorsement"));
    expect(handed.refused(...approve("ethics", everywhere))).toEqual(["decidedAnotherStep"]);
    // Of the team nobody decides, nor who stands in for one of it.
    const teamed = caseOf(workflow, { team: [everywhere.id] }).play(submit);
    expect([teamed.refused(...approve("endorsement", everywhere)), teamed.refused(...approve("endorsement", theirStandIn))]).toEqual([["teamMember"], ["standsInForParty"]]);

    const mutual = caseOf(aWorkflow([aStep("ethics", { people: { mutual: 2 } })])).play(submit);
    const [by, act] = approve("ethics");
    expect([mutual.refused(by, act, { approvals: { ours: 2, theirs: 3 } }), mutual.refused(by, act, { approvals: { ours: 1, theirs: 3 } })]).toEqual([["mutualApproval"], []]);
  },
};

describe("people", () => {
  test.each(togetherPatterns.map((row) => [`${row.pattern}: ${row.called}`, row.pattern] as const))("%s", (_, pattern) => plays[pattern]());

  test("whoever makes the request is no member of a committee that votes on it", () => {
    const workflow = committee();
    const so = caseOf(workflow, {}, { desks: [{ id: "smu.ethics", organisation: "smu", function: "ethics", programmes: [], staff: [people.requester.id, first.id, second.id] }, { id: "smu.sign-off", organisation: "smu", function: "sign-off", programmes: [], staff: ["x"] }] }).play(submit);
    expect(so.state().steps[0]?.members).toEqual([first.id, second.id]);
  });
});
