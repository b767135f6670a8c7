import { describe, expect, test } from "vitest";
import { workflowProblems } from "../../../lib/workflow/check/definition.ts";
import { WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { approve, aStep, aWorkflow, caseOf, lead, officer, on, reject, submit, votes } from "../patterns/play.ts";

const never = { attr: "findings", op: "contains", value: "cn-cites-cert" } as const;
const lines = ["Serum A", "Serum B", "Serum C"].map((material) => ({ material, container: "cryovial-2ml", count: 10, each: "1", unit: "mL" }));
const [first, second, third] = [officer("ethics"), officer("ethics-2"), lead("ethics-3")];
const majority = { present: "half", carries: "majority", veto: false, casting: false } as const;

describe("a case always has somebody who can go on", () => {
  test("where its outcome rests on two steps of which it needs one", () => {
    const joint = aWorkflow([aStep("ethics"), aStep("biosafety", { when: never })], { outcome: { join: "all", of: ["ethics", "biosafety"] } });
    expect(caseOf(joint).play(submit, approve("ethics")).state().status).toBe("approved");
    expect(caseOf(joint).play(submit, reject("ethics")).state().status).toBe("rejected");
  });

  test("one officer reviews every line: that is one step and not several", () => {
    const each = aWorkflow([aStep("ethics", { per: "line" }), aStep("second:ethics")]);
    const so = caseOf(each, { lines }).play(submit, approve("ethics.1", first), approve("ethics.2", first), approve("ethics.3", first));
    expect([so.steps("open"), so.refused(...approve("second", first))]).toEqual([["second"], ["decidedAnotherStep"]]);
  });

  test("the members of a desk vote on every line", () => {
    const so = caseOf(aWorkflow([aStep("ethics", { per: "line", mode: { vote: majority } })]), { lines }).play(submit);
    for (const line of [1, 2, 3]) so.play(votes(`ethics.${line}`, first, "for"), votes(`ethics.${line}`, second, "for"));
    expect(so.state().status).toBe("approved");
  });

  test("where what waits can never open and others wait for that, it ends by the step that was rejected", () => {
    const chain = aWorkflow([aStep("ethics"), aStep("biosafety"), aStep("legal", { needs: ["ethics"], join: "any" }), aStep("sign-off", { needs: ["legal"] })], { outcome: { join: "any", of: ["ethics", "biosafety"] } });
    const so = caseOf(chain).play(submit, approve("biosafety"), reject("ethics"));
    expect([so.state().status, so.events().at(-1)?.data]).toEqual(["rejected", { step: "ethics", round: 1, reasons: [] }]);
  });

  test("a step that only waits for answers which the case asks of nobody is not needed, and hands its needs on", () => {
    const waits = aWorkflow([aStep("ethics"), aStep("customs", { needs: ["ethics"], awaits: { requirements: ["cn-cites-cert"], keeps: true }, may: ["return"] }), aStep("sign-off", { needs: ["customs"] })]);
    const so = caseOf(waits).play(submit);
    expect(so.state().steps.map(({ id, needs }) => [id, needs.of])).toEqual([["ethics", []], ["sign-off", ["ethics"]]]);
  });

  test("an overdue vote that goes to the next desk is decided there by one officer, who is no member of it", () => {
    const clock = { workingDays: 5, pausedWhileReturned: true, escalatesTo: { function: "legal" as const, offices: ["home" as const] } };
    const workflow = aWorkflow([aStep("ethics", { mode: { vote: majority }, clock, may: ["return"] }), aStep("legal", { when: never })]);
    const so = caseOf(workflow).play(submit, votes("ethics", first, "for"), [{ kind: "worker" }, { type: "tellClock", step: "ethics" }, on("2026-12-10")]);
    expect([so.refused(...votes("ethics", second, "for")), so.refused(...votes("ethics", officer("legal"), "for"))]).toEqual([["notPermitted"], ["noVote"]]);
    expect(so.play(approve("ethics", officer("legal"))).state().status).toBe("approved");
  });
});

describe("before a workflow is published", () => {
  const staffed = { institutions: [{ id: "smu", jurisdiction: "CN" }, { id: "hku", jurisdiction: "HK" }], desks: ["smu", "hku"].map((organisation) => ({ id: `${organisation}.ethics`, organisation, function: "ethics" as const, programmes: [], staff: ["one", "two", "three"] })) };
  const found = (steps: Parameters<typeof aWorkflow>[0]) => workflowProblems(aWorkflow(steps), new Map(), staffed).map(({ code, step }) => `${code} ${step}`);

  test("everybody of a desk, or more than half of those who vote, are missing at its other step", () => {
    expect(found([aStep("ethics", { mode: "all" })])).toEqual([]);
    expect(found([aStep("ethics", { mode: "all" }), aStep("again:ethics")])).toEqual(["nobodyLeft again"]);
    expect(found([aStep("ethics", { mode: { vote: majority } }), aStep("again:ethics")])).toEqual([]);
    expect(found([aStep("ethics", { mode: { vote: majority } }), aStep("again:ethics", { mode: 2 })])).toEqual(["nobodyLeft again"]);
  });

  test("where no endorser is named somebody of the desk decides, who is missing at its other step", () => {
    expect(found([aStep("ethics", { named: true }), aStep("again:ethics", { mode: 3 })])).toEqual(["nobodyLeft again"]);
  });

  test("the desk of a programme has the officers for all of its steps together, too", () => {
    const at = { function: "programme" as const, offices: ["programme" as const] };
    const zone = { id: "zone.programme", organisation: "zone", function: "programme" as const, programmes: ["cn-hetao-duty-free"], staff: ["four", "five"] };
    const there = (...steps: Parameters<typeof aWorkflow>[0]) => workflowProblems(aWorkflow([aStep("ethics"), ...steps]), new Map(), { ...staffed, desks: [...staffed.desks, zone] }).map(({ code, step }) => `${code} ${step}`);
    expect(there(aStep("programme", { at }), aStep("again:programme", { at }))).toEqual([]);
    expect(there(aStep("programme", { at, mode: "all" }), aStep("again:programme", { at }))).toEqual(["nobodyLeft again"]);
    expect(there(aStep("programme", { at, mode: 3 }))).toEqual(["tooFewOfficers programme"]);
  });

  test.each([
    ["two steps for the endorser who was named", [aStep("ethics", { named: true }), aStep("again:ethics", { named: true })]],
    ["several officers beside the one who was named", [aStep("ethics", { named: true, mode: 2 })]],
    ["a vote of the one who was named", [aStep("ethics", { named: true, mode: { vote: majority } })]],
    ["a step both for whoever was named and for whoever is asked", [aStep("ethics", { named: true, people: { reserved: true } })]],
  ])("%s cannot be written", (_, steps) => {
    expect(WorkflowDefinition.safeParse({ ...aWorkflow([aStep("ethics")]), steps }).success).toBe(false);
  });
});

test("whoever closes a vote is no member who is used up by it", () => {
  const so = caseOf(aWorkflow([aStep("ethics", { mode: { vote: majority } }), aStep("again:ethics")])).play(submit, votes("ethics", first, "for"), votes("ethics", second, "abstain"), [third, { type: "closeVote", step: "ethics" }]);
  expect(so.play(approve("again", third)).state().status).toBe("approved");
});
