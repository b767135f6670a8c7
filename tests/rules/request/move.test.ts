import { describe, expect, test } from "vitest";
import { replay } from "../../../lib/request/evolve.ts";
import type { WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { differenceOf } from "../../../lib/workflow/difference.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { aStep, aWorkflow, caseOf, lead, officer, submit } from "../patterns/play.ts";
import { after, type Case, changed, codes, endorsed, give, outcomeOf, people, ready, reviewed, stateOf, whyNot } from "./builders.ts";

const move = { type: "move" as const, version: 3, reason: "The new version asks the export desk." };
const version = (change: Partial<WorkflowDefinition>) => ({ workflow: { definition: { ...sampleWorkflow, version: 3, ...change }, digest: "1".repeat(64) } });
const without = (id: string) => sampleWorkflow.steps.filter((step) => step.id !== id).map((step) => ({ ...step, needs: { ...step.needs, of: step.needs.of.filter((one) => one !== id) } }));
/** The export officer is asked whatever was found. */
const more = version({ steps: sampleWorkflow.steps.map((step) => (step.id === "export-control" ? { ...step, when: null } : step)) });
const rounds = (one: Case) => stateOf(one).steps.map(({ id, status, round }) => `${id} ${round} ${status}`);
const moved = (start: Case, change: object): Case => {
  const next = give(start, people.signOff, move, change);
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
};

describe("moving a running case to another version of its workflow", () => {
  test("keeps what was decided, opens what is new, and says what the difference was", () => {
    const one = moved(reviewed(), more);
    expect(rounds(one)).toEqual(["endorsement 1 done", "biosafety 1 done", "ethics 1 done", "export-control 1 open", "sign-off 1 waiting", "acceptance 1 waiting"]);
    expect(one.events.at(-1)).toMatchObject({ type: "request.replanned", data: { workflow: { id: "sample", version: 3 }, fresh: ["export-control"], gone: [], changed: ["sign-off", "acceptance"] } });
    expect(stateOf(one).workflow.version).toBe(3);
    expect(replay(one.events)).toEqual(stateOf(one));
  });

  test("is refused where it would lose a decision; what nobody has decided may go", () => {
    expect(codes(give(reviewed(), people.signOff, move, version({ steps: without("ethics") })))).toEqual(["losesDecision"]);
    expect(rounds(moved(endorsed(), version({ steps: without("ethics") })))).toEqual(["endorsement 1 done", "biosafety 1 open", "sign-off 1 waiting", "acceptance 1 waiting"]);
  });

  test("is for the head of a desk, while it is decided, to a version that was published", () => {
    for (const who of [people.requester, people.biosafety, people.auditor, people.stranger]) expect(codes(give(endorsed(), who, move, more))).toEqual(["notPermitted"]);
    expect(codes(give(ready(), people.signOff, move, more))).toEqual(["wrongStatus"]);
    expect(codes(give(endorsed(), people.signOff, { ...move, version: 9 }, more))).toEqual(["unknownVersion"]);
    expect(codes(give(endorsed(), people.signOff, move, { workflow: null }))).toEqual(["unknownVersion"]);
    expect(codes(give(endorsed(), people.signOff, { ...move, version: 2 }))).toEqual(["nothingChanged"]);
  });

  test("says of what it is refused", () => {
    const against = (so: Case, act: object, change: Parameters<typeof give>[3]) => whyNot(outcomeOf(so, people.signOff, { ...move, ...act }, change));
    expect(against(endorsed(), { version: 1 }, version({ version: 1 }))).toEqual([["olderVersion", "version", { version: 2 }]]);
    expect(against(endorsed(), { version: 9 }, more)).toEqual([["unknownVersion", "version", { version: 9 }]]);
    expect(against(reviewed(), {}, version({ steps: without("ethics") }))).toEqual([["losesDecision", "version", { step: "ethics" }]]);
    expect(whyNot(outcomeOf(endorsed(), { ...people.signOff, id: people.teammate.id }, move, more))).toEqual([["teamMember", undefined, undefined]]);
    expect(against(endorsed(), { version: 2 }, {})).toEqual([["nothingChanged", undefined, undefined]]);
  });

  test("goes to a version that plans the same, and to the same version where the law has moved, and names what stays and goes", () => {
    expect(stateOf(moved(endorsed(), version({}))).workflow.version).toBe(3);
    const lawMoved = changed(endorsed(), ({ findings }) => ({ findings: findings.slice(1) }));
    const outcome = outcomeOf(lawMoved, people.signOff, { ...move, version: 2 }, {});
    expect("events" in outcome && outcome.events[0]?.data).toMatchObject({ kept: ["endorsement", "biosafety", "ethics", "sign-off", "acceptance"], gone: [] });
    expect(moved(endorsed(), version({ steps: without("ethics") })).events.at(-1)?.data).toMatchObject({ gone: ["ethics"] });
  });

  test("never goes back to an older version", () => {
    expect(codes(give(endorsed(), people.signOff, { ...move, version: 1 }, version({ version: 1 })))).toEqual(["olderVersion"]);
  });

  describe("where something has come of a step that is decided in another way", () => {
    const two = (change: Parameters<typeof aStep>[1] = {}, whole: Partial<WorkflowDefinition> = {}) => aWorkflow([aStep("ethics", change), aStep("biosafety")], whole);
    const either = { outcome: { join: "any" as const, of: ["ethics", "biosafety"] } };
    const committee = { mode: { vote: { present: 2, carries: "majority" as const, veto: false, casting: true } } };
    const goesTo = (next: WorkflowDefinition) => [lead("ethics-9"), { ...move, version: 2 }, { workflow: { definition: { ...next, version: 2 }, digest: "1".repeat(64) } }] as const;
    const no = { type: "reject" as const, step: "ethics", reasons: [{ code: "risk" as const, text: "No." }] };
    const yes = (step: string) => ({ type: "approve" as const, step });
    const refused = (so: ReturnType<typeof caseOf>, next: WorkflowDefinition) => so.whyNot(...goesTo(next)).map(([code, , params]) => [code, params]);
    const lost = [["losesDecision", { step: "ethics" }]];

    test("a rejection that was to be outvoted by another step is not lost where every step must agree", () => {
      const so = () => caseOf(two({}, either)).play(submit, [officer("ethics"), no]);
      expect(refused(so(), two())).toEqual(lost);
      expect(refused(so(), two({}, { outcome: { ...either.outcome, settles: true } }))).toEqual([]);
    });

    test("one of two signatures stands, and a rejection then ends the request as the new version says", () => {
      const so = caseOf(two({ mode: 2 }, either)).play(submit, [officer("ethics"), yes("ethics")]);
      so.play(goesTo(two({ mode: 2 })), [officer("biosafety"), yes("biosafety")], [officer("ethics-2"), no]);
      expect([so.state().status, so.state().steps[0]?.joint, so.outcomes()]).toEqual(["rejected", undefined, { ethics: "rejected", biosafety: "approved" }]);
    });

    test("votes that were cast have no place where one officer decides, nor signatures where members vote; what is over stands", () => {
      const voted = () => caseOf(two(committee)).play(submit, [officer("ethics"), { type: "vote", step: "ethics", vote: "for", casting: false }]);
      const signed = () => caseOf(two({ mode: 2 })).play(submit, [officer("ethics"), yes("ethics")]);
      expect([refused(voted(), two()), refused(signed(), two(committee)), refused(voted(), two({ mode: { vote: { ...committee.mode.vote, present: 3 } } }))]).toEqual([lost, lost, []]);
      const over = voted().play([officer("ethics-2"), { type: "vote", step: "ethics", vote: "for", casting: false }]);
      expect(over.play(goesTo(two())).state().steps[0]).toMatchObject({ status: "done", outcome: "approved", ballots: [{ vote: "for" }, { vote: "for" }], vote: committee.mode.vote });
    });
  });

  describe("where a step takes fewer signatures, more, or another vote", () => {
    const two = (change: Parameters<typeof aStep>[1] = {}) => aWorkflow([aStep("ethics", change), aStep("biosafety", { needs: ["ethics"] })]);
    const signed = { mode: 2, may: ["approve", "approveWithConditions", "countersign", "return", "reject"] as const } as Parameters<typeof aStep>[1];
    const voting = (change = {}) => ({ mode: { vote: { present: 2, carries: "majority" as const, veto: false, casting: true, ...change } } });
    const to = (next: WorkflowDefinition) => [lead("ethics-9"), { ...move, version: 2 }, { workflow: { definition: { ...next, version: 2 }, digest: "1".repeat(64) } }] as const;
    const yes = { type: "approve" as const, step: "ethics" };
    const vote = (who: string, given: "for" | "against", casting = false) => [officer(who), { type: "vote" as const, step: "ethics", vote: given, casting }] as const;
    const at = (so: ReturnType<typeof caseOf>, id = "ethics") => so.state().steps.find((step) => step.id === id);
    const replays = (so: ReturnType<typeof caseOf>) => expect(replay(so.events())).toEqual(so.state());

    test("the one signature that was given is enough where one is asked for: the step is over, as it was signed, and the case goes on", () => {
      const so = caseOf(two(signed)).play(submit, [officer("ethics"), yes], to(two()));
      expect(so.events().slice(-2).map(({ type, data }) => [type, "by" in data ? data.by : null])).toEqual([["request.replanned", null], ["step.settled", "signatures"]]);
      expect([at(so)?.status, at(so)?.outcome, at(so)?.decisions.map(({ person }) => person), at(so, "biosafety")?.status]).toEqual(["done", "approved", ["person-ethics"], "open"]);
      expect(so.refused(officer("ethics-2"), yes)).toEqual(["stepNotOpen"]);
      // Who signed has decided a step, and decides no other.
      expect(so.state().deciders.map(({ step, person }) => [step, person])).toEqual([["ethics", "person-ethics"]]);
      replays(so);
    });

    test("conditions of the signature stay with it", () => {
      const so = caseOf(two(signed)).play(submit, [officer("ethics"), { type: "approveWithConditions", step: "ethics", conditions: [{ text: "Twice a year." }] }], to(two()));
      expect([at(so)?.outcome, so.state().conditions.length]).toEqual(["approved-with-conditions", 1]);
    });

    test("where two are asked for instead of one, an open step takes both and one that is over stays over", () => {
      const open = caseOf(two()).play(submit, to(two(signed)), [officer("ethics"), yes]);
      expect([at(open)?.status, open.play([officer("ethics-2"), { type: "countersign", step: "ethics" }]).steps("done")]).toEqual(["open", ["ethics"]]);
      const over = caseOf(two()).play(submit, [officer("ethics"), yes], to(two(signed)));
      expect([at(over)?.status, at(over)?.decisions.length, over.steps("open")]).toEqual(["done", 1, ["biosafety"]]);
      replays(over);
    });

    test("a signature has no place where only an authority’s answer is waited for", () => {
      const so = caseOf(two(signed)).play(submit, [officer("ethics"), yes]);
      expect(so.refused(...to(two({ awaits: { requirements: ["cn-customs-declaration"], keeps: true }, may: ["return"] })))).toEqual(["losesDecision"]);
    });

    const tied = () => caseOf(two(voting({ present: 2 }))).play(submit, vote("ethics", "for"), vote("ethics-2", "against"), [lead("ethics-9"), { type: "closeVote", step: "ethics" }]);

    test("a vote that was closed and is tied stays closed, and its head’s to break", () => {
      const so = tied().play(to(two(voting({ present: 1 }))));
      expect([at(so)?.voteClosed, at(so)?.status, so.refused(...vote("ethics-3", "for"))]).toEqual([true, "open", ["tieForHead"]]);
      so.play([lead("ethics-9"), { type: "vote", step: "ethics", vote: "for", casting: true }]);
      expect([at(so)?.outcome, so.steps("open")]).toEqual(["approved", ["biosafety"]]);
      replays(so);
    });

    test("a vote that was closed with too few for the new version takes the votes that are out, and is over with them", () => {
      const so = tied().play(to(two(voting({ present: 3 }))));
      expect([at(so)?.status, so.refused(lead("ethics-9"), { type: "closeVote", step: "ethics" })]).toEqual(["open", ["notQuorate", "voteClosed"]]);
      so.play(vote("ethics-3", "for"));
      expect([at(so)?.outcome, at(so)?.ballots.length, so.steps("open")]).toEqual(["approved", 3, ["biosafety"]]);
      replays(so);
    });

    test("a tie is no majority where no head breaks it: the move itself then ends the request, which the preview says", () => {
      const so = tied().play(to(two(voting({ casting: false }))));
      expect([at(so)?.outcome, at(so)?.settledBy?.by, so.state().status]).toEqual(["rejected", "vote", "rejected"]);
      replays(so);
    });
  });

  test("the difference names what stays, goes, is new, changes, and would be lost", () => {
    const { steps } = stateOf(reviewed());
    const planned = steps.filter(({ id }) => id !== "ethics").map((step) => (step.id === "acceptance" ? { ...step, desk: "other" } : step));
    expect(differenceOf(steps, planned)).toEqual({ kept: ["endorsement", "biosafety", "sign-off"], changed: ["acceptance"], gone: ["ethics"], fresh: [], lost: ["ethics"] });
    expect(after(reviewed(), [people.signOff, { type: "approve", step: "sign-off" }]).events).toHaveLength(reviewed().events.length + 1);
  });
});
