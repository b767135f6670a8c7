import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeskFunction, deskFunctions, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { plan, type PlanDesk, type PlanInput } from "../../../lib/workflow/plan.ts";
import { allDone, freshStep, progress } from "../../../lib/workflow/progress.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { regimeById } from "../../../lib/policy/registry.ts";
import { readBy } from "../../../lib/kind/questions.ts";
import type { Condition } from "../../../lib/policy/condition.ts";

const smu = { organisation: "smu", jurisdiction: "CN" };
const hku = { organisation: "hku", jurisdiction: "HK" };
const zone: PlanDesk = { id: "hetao.programme", organisation: "hetao", function: "programme", programmes: ["cn-hetao-duty-free"], staff: ["one", "two"] };

function anInput(change: Partial<PlanInput> = {}): PlanInput {
  return { facts: { kind: "sample", "from.jur": "CN", "to.jur": "HK" }, findings: [], claims: [], parties: { home: smu, host: hku, endorser: "person-pi" }, desks: [...desksOf("smu"), ...desksOf("hku"), zone], ...change };
}

const needsOf = (input: PlanInput) => Object.fromEntries(plan(sampleWorkflow, input).steps.map(({ id, needs }) => [id, needs.of]));
const desksIn = (input: PlanInput) => Object.fromEntries(plan(sampleWorkflow, input).steps.map(({ id, desk, side }) => [id, `${desk} ${side}`]));

test("past steps that are not needed each is looked at once, though the ways through them double with every one", () => {
  const [first] = sampleWorkflow.steps;
  const never: Condition = { attr: "findings", op: "contains", value: "nothing-of-the-kind" };
  const ids = Array.from({ length: 100 }, (_, at) => `s${at}`);
  const steps = ids.map((id, at) => ({ ...first, id, named: false, needs: { join: "all", of: ids.slice(0, at) }, when: at === 0 || at === 99 ? null : never }));
  const tangled = WorkflowDefinition.parse({ ...sampleWorkflow, steps });
  expect(plan(tangled, anInput()).steps.map(({ id, needs }) => [id, needs.of])).toEqual([["s0", []], ["s99", ["s0"]]]);
});

describe("the sample workflow", () => {
  test("is a definition like any other", () => {
    expect(WorkflowDefinition.parse(sampleWorkflow)).toEqual(sampleWorkflow);
  });

  test("asks only for regimes and programmes that the packs have", () => {
    const named = sampleWorkflow.steps.flatMap(({ when }) => (when === null ? [] : valuesOf(when)));
    expect(named.filter((id) => id !== "here" && id !== "some" && regimeById(id) === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  test("reads nothing but findings, the host and whether anything is claimed", () => {
    expect(new Set(sampleWorkflow.steps.flatMap(({ when }) => (when === null ? [] : readBy(when))))).toEqual(new Set(["findings", "host", "claimed"]));
  });

  test("without findings goes from the endorser straight to both institutions", () => {
    expect(needsOf(anInput())).toEqual({ endorsement: [], "sign-off": ["endorsement"], acceptance: ["endorsement"] });
  });

  test("calls each review only when findings do, and both institutions wait for all of them", () => {
    expect(needsOf(anInput({ findings: ["int-un3373"] }))).toMatchObject({ biosafety: ["endorsement"], "sign-off": ["endorsement", "biosafety"] });
    const all = needsOf(anInput({ findings: ["int-un3373", "cn-hgr-export-approval", "cn-dual-use-export"] }));
    expect(all).toMatchObject({ ethics: ["endorsement"], "export-control": ["endorsement"], acceptance: ["endorsement", "biosafety", "ethics", "export-control"] });
  });

  test("goes to the programme desk after both institutions when its programme is claimed, and to the joint side", () => {
    const claimed = anInput({ claims: ["cn-hetao-duty-free"] });
    expect(needsOf(claimed)["programme.hetao"]).toEqual(["sign-off", "acceptance"]);
    expect(desksIn(claimed)["programme.hetao"]).toBe("hetao.programme joint");
    expect(plan(sampleWorkflow, anInput({ claims: ["int-cites-scientific-exchange"] })).steps.filter(({ id }) => id.startsWith("programme"))).toEqual([]);
  });

  test("has no acceptance of a host that has not joined", () => {
    expect(Object.keys(needsOf(anInput({ parties: { home: smu, host: null, endorser: null } })))).toEqual(["endorsement", "sign-off"]);
  });

  test("puts biosafety at the receiving side and genetic resources at the Mainland party, whichever way it goes", () => {
    const findings = ["int-un3373", "cn-hgr-export-approval"];
    expect(desksIn(anInput({ findings }))).toMatchObject({ biosafety: "hku.biosafety destination", ethics: "smu.ethics origin", "sign-off": "smu.sign-off origin", acceptance: "hku.acceptance destination" });
    const back = anInput({ findings, facts: { kind: "sample", "from.jur": "HK", "to.jur": "CN" }, parties: { home: hku, host: smu, endorser: null } });
    expect(desksIn(back)).toMatchObject({ biosafety: "smu.biosafety destination", ethics: "smu.ethics destination", "sign-off": "hku.sign-off origin" });
  });

  test("runs each clock on the calendar of the desk's side, and a joint one on both", () => {
    const { steps } = plan(sampleWorkflow, anInput({ findings: ["int-un3373"], claims: ["cn-hetao-duty-free"] }));
    expect(Object.fromEntries(steps.map(({ id, clock }) => [id, clock?.calendars]))).toEqual({ endorsement: ["CN"], biosafety: ["HK"], "sign-off": ["CN"], acceptance: ["HK"], "programme.hetao": ["CN", "HK"] });
  });

  test("falls back to another office, and says so when no desk is there at all", () => {
    const findings = ["int-un3373"];
    const onlyHome = [...desksOf("smu"), ...desksOf("hku", ["acceptance"])];
    expect(desksIn(anInput({ findings, desks: onlyHome })).biosafety).toBe("smu.biosafety origin");
    expect(plan(sampleWorkflow, anInput({ findings, desks: onlyHome.filter((desk) => desk.function !== "biosafety") })).problems).toEqual([{ step: "biosafety", function: "biosafety" }]);
  });
});

describe("progress", () => {
  const findings = fc.subarray(["int-un3373", "cn-hgr-export-approval", "cn-dual-use-export"]);
  const claims = fc.subarray(["cn-hetao-duty-free"]);

  test("never stands still: deciding whatever is open, in any order, ends with every step done", () => {
    fc.assert(
      fc.property(findings, claims, fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }), (found, claimed, choices) => {
        let steps = progress(plan(sampleWorkflow, anInput({ findings: found, claims: claimed })).steps.map(freshStep), "2026-11-24T00:00:00.000Z");
        for (const choice of choices) {
          const open = steps.filter(({ status }) => status === "open");
          if (open.length === 0) break;
          const chosen = open[choice % open.length];
          steps = progress(steps.map((step) => (step === chosen ? { ...step, status: "done" as const } : step)), "2026-11-24T00:00:00.000Z");
        }
        expect(allDone(steps)).toBe(true);
      }),
    );
  });

  test("opens a step by any or by so many of its needs", () => {
    const base = plan(sampleWorkflow, anInput({ findings: ["int-un3373", "cn-hgr-export-approval"] })).steps.map(freshStep);
    const opened = (join: "all" | "any" | number) => {
      const steps = base.map((step) => (step.id === "sign-off" ? { ...step, needs: { ...step.needs, join } } : step.id === "endorsement" ? { ...step, status: "done" as const, outcome: "approved" as const } : step));
      return progress(steps, "2026-11-24T00:00:00.000Z").find(({ id }) => id === "sign-off")?.status;
    };
    expect([opened("all"), opened("any"), opened(1), opened(2)]).toEqual(["waiting", "open", "open", "waiting"]);
  });
});

test("a definition whose step needs a later one, itself or nothing that stands there is refused", () => {
  const [first, ...rest] = sampleWorkflow.steps;
  for (const of of [["biosafety"], ["endorsement"], ["nowhere"]]) {
    const wrong = { ...sampleWorkflow, steps: [{ ...first, needs: { join: "all", of } }, ...rest] };
    expect(WorkflowDefinition.safeParse(wrong).success).toBe(false);
  }
});

function desksOf(organisation: string, functions: readonly DeskFunction[] = deskFunctions.filter((one) => one !== "programme" && one !== "checkpoint")): PlanDesk[] {
  return functions.map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["one", "two"] }));
}

function valuesOf(condition: Condition): string[] {
  if ("attr" in condition) return typeof condition.value === "string" ? [condition.value] : [];
  if ("not" in condition) return valuesOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(valuesOf);
}
