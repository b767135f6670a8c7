import { describe, expect, it } from "vitest";
import { hasForm } from "../../../lib/kind/registry.ts";
import { readBy } from "../../../lib/kind/questions.ts";
import type { Condition } from "../../../lib/policy/condition.ts";
import { regimeById } from "../../../lib/policy/registry.ts";
import { deskFunctions, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { plan, type PlanDesk, type PlanInput } from "../../../lib/workflow/plan.ts";
import { defaultWorkflows } from "../../../lib/workflow/registry.ts";
import { dataWorkflow } from "../../../lib/workflow/data.ts";
import { reagentWorkflow } from "../../../lib/workflow/reagent.ts";

const workflows = Object.entries(defaultWorkflows);
const sysu = { organisation: "sysu", jurisdiction: "CN" };
const hku = { organisation: "hku", jurisdiction: "HK" };

describe.each(workflows)("the default workflow of kind %s", (kind, workflow) => {
  it("is a definition like any other, for its own kind", () => {
    expect(WorkflowDefinition.parse(workflow)).toEqual(workflow);
    expect(workflow).toMatchObject({ id: kind, appliesTo: { attr: "kind", op: "eq", value: kind } });
  });

  it("asks only for regimes and programmes of its kind that the packs have", () => {
    const named = workflow.steps.flatMap(({ when }) => (when === null ? [] : valuesOf(when))).filter((id) => id !== "here" && id !== "some");
    expect(named.filter((id) => !regimeById(id)?.kinds.some((one) => one === kind))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  it("reads nothing but findings, claims and the host", () => {
    expect(["findings", "host", "claims", "claimed"]).toEqual(expect.arrayContaining(workflow.steps.flatMap(({ when }) => (when === null ? [] : readBy(when)))));
  });

  it("is there for every kind that has a form", () => {
    expect(hasForm(kind)).toBe(true);
  });
});

describe("the workflow of reagents and equipment", () => {
  const needs = needsOf(reagentWorkflow);

  it("without findings goes from the endorser straight to both institutions", () => {
    expect(needs({})).toEqual({ endorsement: [], "sign-off": ["endorsement"], acceptance: ["endorsement"] });
  });

  it("calls chemical safety, export control and customs side by side, each only when findings do", () => {
    expect(needs({ findings: ["cn-hazchem-customs-inspection", "cn-dual-use-export", "cn-temporary-admission"] })).toMatchObject({
      "chemical-safety": ["endorsement"],
      "export-control": ["endorsement"],
      customs: ["endorsement"],
      acceptance: ["endorsement", "chemical-safety", "export-control", "customs"],
    });
    expect(Object.keys(needs({ findings: ["cn-customs-declaration", "hk-tdec"] }))).toEqual(["endorsement", "sign-off", "acceptance"]);
  });

  it("ends at the programme's desk when one that an office runs is claimed", () => {
    expect(needs({ claims: ["cn-hetao-duty-free"] })["programme.office"]).toEqual(["sign-off", "acceptance"]);
    expect(Object.keys(needs({ claims: ["int-ata-carnet"] })).filter((id) => id.startsWith("programme"))).toEqual([]);
  });
});

describe("the workflow of data", () => {
  const needs = needsOf(dataWorkflow);

  it("without findings goes from the endorser to the data stewards of both sides", () => {
    expect(needs({})).toEqual({ endorsement: [], "steward-home": ["endorsement"], "steward-host": ["endorsement"] });
    expect(plan(dataWorkflow, anInput({})).steps.map(({ id, desk, side }) => `${id} ${desk} ${side}`)).toEqual([
      "endorsement sysu.endorsement origin",
      "steward-home sysu.data-steward origin",
      "steward-host hku.data-steward destination",
    ]);
  });

  it("asks data protection, legal and security side by side, each only when findings do", () => {
    expect(needs({ findings: ["cn-data-security-assessment"] })).toMatchObject({
      "data-protection": ["endorsement"],
      legal: ["endorsement"],
      security: ["endorsement"],
      "steward-host": ["endorsement", "data-protection", "legal", "security"],
    });
    expect(Object.keys(needs({ findings: ["cn-data-exempt-volume"] }))).toEqual(["endorsement", "data-protection", "steward-home", "steward-host"]);
    expect(Object.keys(needs({ findings: ["cn-scientific-data"] }))).toEqual(["endorsement", "security", "steward-home", "steward-host"]);
  });

  it("waits for the office that files the contract of the Greater Bay Area when it is claimed", () => {
    expect(needs({ claims: ["gba-sc-hk"] })["programme.office"]).toEqual(["steward-home", "steward-host"]);
  });

  it("with a host that has not joined needs no steward there", () => {
    expect(plan(dataWorkflow, { ...anInput({}), parties: { home: sysu, host: null, endorser: null } }).steps.map(({ id }) => id)).toEqual(["endorsement", "steward-home"]);
  });
});

function needsOf(workflow: WorkflowDefinition) {
  return (change: Partial<PlanInput>) => {
    const { steps, problems } = plan(workflow, anInput(change));
    expect(problems).toEqual([]);
    return Object.fromEntries(steps.map(({ id, needs }) => [id, needs.of]));
  };
}

function anInput(change: Partial<PlanInput>): PlanInput {
  const desks = [sysu, hku].flatMap(({ organisation }) => deskFunctions.map((does): PlanDesk => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["one"] })));
  const office: PlanDesk = { id: "office.programme", organisation: "office", function: "programme", programmes: ["cn-hetao-duty-free", "gba-sc-hk"], staff: ["one"] };
  return { facts: { "from.jur": "CN", "to.jur": "HK" }, findings: [], claims: [], parties: { home: sysu, host: hku, endorser: "person-pi" }, desks: [...desks, office], ...change };
}

function valuesOf(condition: Condition): string[] {
  if ("attr" in condition) return [String(condition.value)];
  if ("not" in condition) return valuesOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(valuesOf);
}
