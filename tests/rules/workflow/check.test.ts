import { describe, expect, test } from "vitest";
import { isProgramme } from "../../../lib/policy/evaluate.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { packs } from "../../../lib/policy/registry.ts";
import type { KnownRegimes } from "../../../lib/workflow/check/conditions.ts";
import { workflowProblems } from "../../../lib/workflow/check/definition.ts";
import type { Offices } from "../../../lib/workflow/check/staffing.ts";
import { deskFunctions } from "../../../lib/workflow/definition.ts";
import { defaultWorkflows } from "../../../lib/workflow/registry.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";

const regimes: KnownRegimes = new Map(packs.flatMap((pack) => pack.regimes.map((regime) => [regime.id, { kinds: regime.kinds, isProgramme: isProgramme(regime) }])));
const institutions = [{ id: "smu", jurisdiction: "CN" }, { id: "hku", jurisdiction: "HK" }, { id: "um", jurisdiction: "MO" }];
const staffed = (change: (id: string) => readonly string[] | null = () => null): Offices => ({
  institutions,
  desks: institutions.flatMap(({ id: organisation }) => deskFunctions.flatMap((does) => {
    const id = `${organisation}.${does}`;
    return [{ id, organisation, function: does, programmes: [], staff: change(id) ?? [`${id}.1`, `${id}.2`] }];
  })),
});
const found = (body: unknown, offices: Offices | null = staffed()) => workflowProblems(body, regimes, offices).map(({ code, path, example }) => [code, path.join("."), ...(example ? [`${example.home} ${example.from}>${example.to} ${example.host}`] : [])].join(" "));

describe("before a workflow is published", () => {
  test.each(kinds)("the one that %s begins with is without a fault", (kind) => {
    expect(found(defaultWorkflows[kind])).toEqual([]);
  });

  test("a step that needs itself, a later one, or what is no step is told; so are 10,000 steps", () => {
    const workflow = aWorkflow([aStep("ethics"), aStep("sign-off", { needs: ["ethics"] })]);
    const [first, last] = workflow.steps;
    expect(found({ ...workflow, steps: [{ ...first, needs: { join: "all", of: ["sign-off"] } }, last] })).toEqual(["malformed "]);
    expect(workflowProblems({ ...workflow, steps: [{ ...first, needs: { join: "all", of: ["sign-off"] } }, last] }, regimes, null)[0]?.expected).toContain("ethics needs sign-off");
    expect(found({ ...workflow, steps: Array.from({ length: 10_000 }, (_, at) => ({ ...first, id: `s${at}` })) })).toEqual(["malformed steps"]);
    expect(found({ ...workflow, steps: [{ ...first, desk: { function: "astrology", offices: ["home"] } }] })).toEqual(["malformed steps.0.desk.function"]);
  });

  test("a condition reads what there is, and some request makes it true", () => {
    const with_ = (when: unknown) => found({ ...aWorkflow([aStep("ethics")]), steps: [{ ...aStep("ethics"), when }] });
    expect(with_({ attr: "sample.colour", op: "eq", value: "red" })).toEqual(["unknownFact steps.0.when.attr"]);
    expect(with_({ any: [{ attr: "findings", op: "contains", value: "no-such-regime" }] })).toEqual(["unknownRegime steps.0.when.any.0.value"]);
    // A rule about money calls for nothing on a sample.
    expect(with_({ attr: "findings", op: "contains", value: "cn-withholding-tax" })).toEqual(["unknownRegime steps.0.when.value"]);
    expect(with_({ attr: "host", op: "eq", value: "nearby" })).toEqual(["wrongValue steps.0.when.value"]);
    expect(with_({ all: [{ attr: "sample.live_animal", op: "eq", value: true }, { attr: "sample.live_animal", op: "eq", value: false }] })).toEqual(["neverNeeded steps.0.when"]);
    expect(with_({ all: [{ attr: "sample.quantity", op: "gt", value: 5 }, { attr: "sample.quantity", op: "lt", value: 6 }] })).toEqual(["neverNeeded steps.0.when"]);
  });

  test("every step can come out well", () => {
    expect(found(aWorkflow([aStep("ethics", { may: ["return", "reject"] })]))).toEqual(["cannotBeApproved steps.0.may"]);
    expect(found(aWorkflow([aStep("customs", { may: ["return"], awaits: { requirements: ["int-un3373"], keeps: true } })]))).toEqual([]);
  });

  test("every desk is there for every two institutions, has enough officers, and separation leaves somebody", () => {
    const workflow = aWorkflow([aStep("ethics"), aStep("sign-off", { needs: ["ethics"], mode: 2 })]);
    const withoutDesk = { ...staffed(), desks: staffed().desks.filter(({ id }) => id !== "hku.ethics") };
    expect(found(workflow, withoutDesk)).toEqual(["noDesk steps.0.desk hku HK>CN smu"]);
    expect(found(workflow, staffed((id) => (id === "um.ethics" ? [] : null)))).toEqual(["notStaffed steps.0.desk um MO>CN smu"]);
    expect(found(workflow, staffed((id) => (id === "smu.sign-off" ? ["one"] : null)))).toEqual(["tooFewOfficers steps.1.mode smu CN>HK hku"]);
    // Two people staff both desks: whoever decides on ethics is missing at the sign-off, which takes two.
    expect(found(workflow, staffed((id) => (id.startsWith("smu.") ? ["one", "two"] : null)))).toEqual(["nobodyLeft steps.1.desk smu CN>HK hku"]);
  });
});
