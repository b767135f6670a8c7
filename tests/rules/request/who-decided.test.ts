import { describe, expect, test } from "vitest";
import { approve, aStep, aWorkflow, caseOf, lead, officer, reject, submit } from "../patterns/play.ts";
import { aPerson, people } from "./builders.ts";

describe("an end that follows by itself", () => {
  const answered = aWorkflow([aStep("customs", { awaits: { requirements: ["int-un3373"], keeps: true } }), aStep("sign-off")]);
  const refused = { type: "recordRequirement", requirement: "int-un3373", outcome: "refused", reference: "R/9", date: "2026-11-20" } as const;

  test("is nobody's decision, also where an officer or the requester recorded what it follows from", () => {
    for (const who of [people.requester, officer("sign-off")]) {
      const so = caseOf(answered).play(submit, [who, refused]);
      expect([so.state().status, so.state().deciders]).toEqual(["rejected", []]);
    }
  });

  test("counts once for whoever decided the step that it follows from", () => {
    const joint = aWorkflow([aStep("ethics"), aStep("sign-off")], { outcome: { join: "all", of: ["ethics", "sign-off"] } });
    expect(caseOf(joint).play(submit, reject("ethics")).state().deciders).toEqual([{ step: "ethics", person: "person-ethics" }]);
    expect(caseOf(aWorkflow([aStep("ethics"), aStep("sign-off")])).play(submit, approve("sign-off"), reject("ethics")).state().deciders).toHaveLength(2);
  });
});

test("the head of a desk gives its steps to officers and leaves them out; an administrator of every desk does neither", () => {
  const so = caseOf(aWorkflow([aStep("ethics", { people: { skip: true } })])).play(submit);
  const administrator = aPerson("administrator", [["platform-admin", { kind: "everything" }], ["organisation-admin", { kind: "everything" }]]);
  const assign = { type: "assign", step: "ethics", to: "person-ethics", keepWork: true } as const;
  const skip = { type: "skip", step: "ethics", reason: "Not needed." } as const;
  expect([so.refused(administrator, assign), so.refused(administrator, skip)]).toEqual([["notPermitted"], ["notPermitted"]]);
  expect([so.refused(lead("ethics"), assign, { named: officer("ethics") }), so.refused(lead("ethics"), skip)]).toEqual([[], []]);
});
