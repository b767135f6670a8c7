import { describe, expect, test } from "vitest";
import { brokenWorkflow, problem } from "../../../lib/workflow/check/problem.ts";
import { canBeApprovedHere, stepNames, type StepDefinition, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";

describe("what is wrong with a workflow", () => {
  const example = { from: "CN", to: "HK", home: "smu", host: "hku" };
  test("is said with nothing that is not known of it", () => {
    expect(problem("malformed", ["steps", 0])).toEqual({ code: "malformed", path: ["steps", 0], step: null, found: "", expected: "", example: null });
    expect(problem("noDesk", ["steps", 0], { step: "ethics", found: "a", expected: "b", example })).toEqual({ code: "noDesk", path: ["steps", 0], step: "ethics", found: "a", expected: "b", example });
  });
  test("refuses whatever would publish it, at its place in there, with the step and the request that show it where there are any", () => {
    expect(brokenWorkflow(problem("malformed", ["steps", 0]))).toStrictEqual({ code: "brokenWorkflow", path: "steps.0", params: { problem: "malformed", place: "steps.0", found: "", expected: "" } });
    expect(brokenWorkflow(problem("noDesk", ["steps", 1, "desk"], { step: "ethics", found: "a", expected: "b", example }), "definition", 2)).toStrictEqual({
      code: "brokenWorkflow", path: "definition.2.steps.1.desk", params: { problem: "noDesk", place: "steps.1.desk", found: "a", expected: "b", step: "ethics", from: "CN", to: "HK", home: "smu", host: "hku" },
    });
    expect(brokenWorkflow(problem("noDesk", [], { example: { ...example, host: null } })).params).toMatchObject({ host: "" });
  });
});

describe("a step can be approved", () => {
  const here = (change: Partial<Pick<StepDefinition, "may" | "mode" | "clock">>) => canBeApprovedHere({ may: ["return"], mode: "one", clock: null, ...change });
  const clock = { workingDays: 5, pausedWhileReturned: true };
  test("by whoever may, with conditions or without, by a vote, or by its time being over, and by nothing else", () => {
    expect([here({ may: ["approve"] }), here({ may: ["reject", "approveWithConditions"] }), here({ mode: { vote: { present: 2, carries: "majority", veto: false, casting: false } } }), here({ clock: { ...clock, onDue: { decides: "approved", rule: "x" } } })]).toEqual([true, true, true, true]);
    expect([here({}), here({ may: ["reject", "return", "countersign"] }), here({ mode: "all" }), here({ mode: 2 }), here({ clock }), here({ clock: { ...clock, onDue: { decides: "rejected", rule: "x" } } })]).toEqual([false, false, false, false, false, false]);
  });
});

describe("a definition", () => {
  const workflow = aWorkflow([aStep("ethics"), aStep("sign-off")]);
  const reads = (change: object, step: object = {}) => WorkflowDefinition.safeParse({ ...workflow, ...change, steps: [{ ...workflow.steps[0], ...step }, workflow.steps[1]] }).success;
  test("calls its steps by their names, and a second look by its own", () => {
    expect(Object.keys(stepNames(workflow))).toEqual(["ethics", "sign-off", "appeal"]);
    expect([stepNames(workflow).ethics?.en, stepNames(workflow).appeal?.en]).toEqual(["ethics", expect.stringMatching(/./)]);
  });
  test("takes as many as is said, and not one more", () => {
    const days = (workingDays: number) => ({ clock: { workingDays, pausedWhileReturned: true } });
    expect([reads({}, days(1000)), reads({}, days(1001)), reads({}, days(0)), reads({ appeal: { workingDays: 366 } }), reads({ appeal: { workingDays: 367 } }), reads({ version: 999_999_999 }), reads({ version: 1_000_000_000 })]).toEqual([true, false, false, true, false, true, false]);
    expect([reads({}, { may: [] }), reads({}, { mode: 0 }), reads({}, { id: "Ethics" }), reads({ outcome: { join: "all", of: ["ethics"] } }), reads({ outcome: { join: "all", of: ["ethics", "sign-off"] } })]).toEqual([false, false, false, false, true]);
  });
  test("that does not fit says what does not, whole, where it stands", () => {
    const [issue] = WorkflowDefinition.safeParse({ ...workflow, steps: workflow.steps.map((step) => ({ ...step, id: "ethics" })) }).error?.issues ?? [];
    expect(issue).toMatchObject({ code: "custom", message: expect.stringMatching(/^\w+ ethics$/), path: ["steps", 1, "id"], params: { misfit: { found: "ethics" } } });
    expect(issue?.message.split(" ")[0]).toBe((issue as unknown as { params: { misfit: { code: string } } }).params.misfit.code);
  });
});
