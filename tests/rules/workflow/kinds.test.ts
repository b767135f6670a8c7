import { describe, expect, it } from "vitest";
import { readBy } from "../../../lib/kind/questions.ts";
import type { Condition } from "../../../lib/policy/condition.ts";
import { regimeById } from "../../../lib/policy/registry.ts";
import { deskFunctions, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { plan, type PlanDesk, type PlanInput } from "../../../lib/workflow/plan.ts";
import { defaultWorkflows } from "../../../lib/workflow/registry.ts";

const szu = { organisation: "szu", jurisdiction: "CN" };
const hku = { organisation: "hku", jurisdiction: "HK" };
const park: PlanDesk = { id: "hetao.programme", organisation: "hetao", function: "programme", programmes: ["hetao-no1-channel", "cn-kehuitong"], staff: ["one"] };
const itc: PlanDesk = { id: "itc.grants", organisation: "itc", function: "grants", programmes: ["hk-itf-tcfs"], staff: ["one"] };

describe.each(Object.entries(defaultWorkflows))("the default workflow of kind %s", (kind, workflow) => {
  it("is a definition like any other, for its own kind", () => {
    expect(WorkflowDefinition.parse(workflow)).toEqual(workflow);
    expect([workflow.id, workflow.appliesTo]).toEqual([kind, { attr: "kind", op: "eq", value: kind }]);
  });

  it("reads nothing but findings, claims and the host, and names only what the packs have about its kind", () => {
    const conditions = workflow.steps.flatMap(({ when }) => (when === null ? [] : [when]));
    expect(["findings", "host", "claims", "claimed"]).toEqual(expect.arrayContaining(conditions.flatMap(readBy)));
    const named = conditions.flatMap(valuesOf).filter((id) => !["here", "away", "some"].includes(id));
    expect(named.filter((id) => !regimeById(id)?.kinds.some((one) => one === kind))).toEqual([]);
  });
});

describe("people", () => {
  it("without findings go from the endorser straight to both institutions", () => {
    expect(steps("person")).toEqual({ endorsement: "szu.endorsement origin", "sign-off": "szu.sign-off origin", acceptance: "hku.acceptance destination" });
  });
  it("who need a permit or a visa go to the immigration desk of the place they enter", () => {
    expect(steps("person", { findings: ["cn-eep-hkmo"] }).immigration).toBe("hku.immigration destination");
    expect(steps("person", { findings: ["cn-visa-f"], facts: { "from.jur": "HK", "to.jur": "CN" } }).immigration).toBe("szu.immigration destination");
  });
  it("who are registered need their own personnel office", () => {
    expect(steps("person", { findings: ["cn-state-functionary-clearance"] }).personnel).toBe("szu.personnel origin");
  });
  it("who claim a zone’s programme go to its desk last; other claims are the immigration desk’s", () => {
    expect(steps("person", { claims: ["hetao-no1-channel"] })["programme.hetao"]).toBe("hetao.programme joint");
    expect(Object.keys(steps("person", { claims: ["hk-stas"] }))).toEqual(["endorsement", "immigration", "sign-off", "acceptance"]);
  });
});

describe("money", () => {
  it("is accounted for on both sides, and on one when the other has not joined", () => {
    expect(steps("funds")).toEqual({ endorsement: "szu.endorsement origin", "finance-home": "szu.finance origin", "finance-host": "hku.finance destination", "sign-off": "szu.sign-off origin" });
    expect(Object.keys(steps("funds", { parties: { home: szu, host: null, endorser: null } }))).toEqual(["endorsement", "finance-home", "sign-off"]);
  });
  it("with a funder’s terms goes to the funder, or to the grants office of the home institution when the funder has not joined", () => {
    expect(steps("funds", { findings: ["hk-itf-tcfs"] }).funder).toBe("itc.grants joint");
    expect(steps("funds", { findings: ["hk-nsfc-rgc"] }).funder).toBe("szu.grants origin");
  });
  it("that the tax office asks about goes to the tax desk of the Mainland party", () => {
    expect(steps("funds", { findings: ["cn-withholding-tax"], parties: { home: hku, host: szu, endorser: null } }).tax).toBe("szu.tax origin");
  });
  it("that needs screening goes to the lawyers, and a claim of Kehuitong to the park", () => {
    expect(steps("funds", { findings: ["aml-screening"] }).legal).toBe("szu.legal origin");
    expect(steps("funds", { claims: ["cn-kehuitong"] })["programme.hetao"]).toBe("hetao.programme joint");
  });
});

function steps(kind: "person" | "funds", change: Partial<PlanInput> = {}): Record<string, string> {
  const workflow = defaultWorkflows[kind];
  if (!workflow) throw new Error(`no workflow for ${kind}`);
  const desks = [...["szu", "hku"].flatMap((organisation) => deskFunctions.map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["one"] }))), park, itc];
  const input: PlanInput = { findings: [], claims: [], parties: { home: szu, host: hku, endorser: null }, desks, ...change, facts: { kind, "from.jur": "CN", "to.jur": "HK", ...change.facts } };
  const planned = plan(workflow, input);
  expect(planned.problems).toEqual([]);
  return Object.fromEntries(planned.steps.map(({ id, desk, side }) => [id, `${desk} ${side}`]));
}

function valuesOf(condition: Condition): string[] {
  if ("attr" in condition) return [condition.value].flat().map(String);
  if ("not" in condition) return valuesOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(valuesOf);
}
