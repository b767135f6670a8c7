import { describe, expect, test } from "vitest";
import { factNames, fieldOf } from "../../../lib/kind/catalogue.ts";
import { languages } from "../../../lib/language.ts";
import type { Condition } from "../../../lib/policy/condition.ts";
import { isProgramme } from "../../../lib/policy/evaluate.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { expectedBy } from "../../../lib/server/expected.ts";
import { expectedInWorkflow } from "../../../lib/server/expected-in-workflow.ts";
import type { KnownRegimes } from "../../../lib/workflow/check/conditions.ts";
import { workflowProblems } from "../../../lib/workflow/check/definition.ts";
import type { Offices } from "../../../lib/workflow/check/staffing.ts";
import { deskFunctions, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
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

  test("steps hang together: none waits for itself, for one that stands after it, or for what is no step; each has its own name", () => {
    const of = (...steps: readonly { id: string; needs?: readonly string[]; join?: number }[]) =>
      workflowProblems({ ...aWorkflow([aStep("ethics")]), steps: steps.map(({ id, needs = [], join }) => ({ ...aStep("ethics"), id, needs: { join: join ?? "all", of: needs } })) }, regimes, null).map(({ code, path, found: what }) => `${code} ${path.join(".")} ${what}`);
    expect(of({ id: "a", needs: ["c"] }, { id: "b", needs: ["a"] }, { id: "c", needs: ["b"] })).toEqual(["needsCircle steps.0.needs.of.0 a → c → b → a"]);
    expect(of({ id: "a", needs: ["a"] })).toEqual(["needsCircle steps.0.needs.of.0 a → a"]);
    expect(of({ id: "a", needs: ["b"] }, { id: "b" })).toEqual(["needsLater steps.0.needs.of.0 b"]);
    expect(of({ id: "a", needs: ["nowhere"] }, { id: "a" }, { id: "appeal" })).toEqual(["needsUnknown steps.0.needs.of.0 nowhere", "stepTwice steps.1.id a", "stepReserved steps.2.id appeal"]);
    expect(of({ id: "a" }, { id: "b", needs: ["a"], join: 2 })).toEqual(["joinTooMany steps.1.needs.join 2"]);
    const resting = { ...aWorkflow([aStep("ethics"), aStep("customs")]), outcome: { join: 3, of: ["ethics", "nowhere"] } };
    expect(found(resting)).toEqual(["outcomeUnknown outcome.of.1", "outcomeTooMany outcome.join"]);
  });

  test("10,000 steps are refused before any is read, and so is a condition with more ways than can be tried", () => {
    const workflow = aWorkflow([aStep("ethics")]);
    expect(found({ ...workflow, steps: Array.from({ length: 10_000 }, () => "not even a step") })).toEqual(["tooManySteps steps"]);
    // Each of thirty facts can be so or not, and only all of them together show that none helps.
    const yesNo = factNames.filter((name) => fieldOf(name)?.type.is === "yesno").slice(0, 30).map((name): Condition => ({ any: [{ attr: name, op: "eq", value: true }, { attr: name, op: "eq", value: false }] }));
    expect(yesNo).toHaveLength(30);
    const never: Condition = { all: [...yesNo, { attr: "claimed", op: "eq", value: "some" }, { attr: "claimed", op: "eq", value: "none" }] };
    expect(found({ ...workflow, steps: [{ ...aStep("ethics"), when: never }] })).toEqual(["tooManifold steps.0.when"]);
  });

  test("what cannot be read is said at its place in the reader's language, and a workflow is for the kind that it decides on", () => {
    const workflow = aWorkflow([aStep("ethics")]);
    const astrology = { ...workflow, steps: [{ ...aStep("ethics"), desk: { function: "astrology", offices: ["home"] } }] };
    expect(found(astrology)).toEqual(["malformed steps.0.desk.function"]);
    const expected = (body: unknown) => languages.map((language) => workflowProblems(body, regimes, null, { expectedBy: (issue) => expectedBy(issue, language) }).map((one) => one.expected));
    expect(expected(astrology).map(([first]) => first?.split(/ ?endorsement/u)[0])).toEqual(["expected one of", "應為下列之一：", "应为下列之一：", "esperava-se um destes valores:"]);
    const extra = { ...workflow, colour: "red", size: 3, steps: [{ ...aStep("ethics"), clock: { workingDays: "ten", pausedWhileReturned: true } }] };
    expect(found(extra)).toEqual(["malformed steps.0.clock.workingDays", "malformed colour", "malformed size"]);
    expect(expected(extra)).toEqual([["expected a number", ...Array(2).fill("there is no such name here")], ["應為數字", ...Array(2).fill("此處沒有這個名稱")], ["应为数字", ...Array(2).fill("此处没有这个名称")], ["esperava-se um número", ...Array(2).fill("não existe aqui tal nome")]]);
    expect(workflowProblems(workflow, regimes, null, { kind: "data" })).toMatchObject([{ code: "otherKind", path: ["appliesTo"], found: "sample", expected: "data" }]);
    expect(workflowProblems({ ...workflow, appliesTo: { attr: "kind", op: "eq", value: "unicorn" } }, regimes, null)).toMatchObject([{ code: "wrongValue", path: ["appliesTo", "value"], found: '"unicorn"', expected: kinds.join(", ") }]);
    // No request looks for its workflow by anything else, so it would hold without being held to.
    for (const appliesTo of [{ attr: "sample.quantity", op: "gt", value: 3 }, { attr: "kind", op: "ne", value: "data" }, { not: { attr: "kind", op: "eq", value: "data" } }]) expect(found({ ...workflow, appliesTo })).toEqual(["kindAlone appliesTo"]);
    // What it is called stands on buttons.
    for (const name of [" ", "a".repeat(201)]) expect(found({ ...workflow, name: { ...workflow.name, pt: name } })).toEqual(["malformed name.pt"]);
    const twice = { ...workflow, steps: [aStep("ethics"), aStep("customs", { needs: ["ethics", "ethics"] })], name: { ...workflow.name, pt: "a".repeat(201) } };
    expect(found(twice)).toEqual(["needsTwice steps.1.needs.of.1", "malformed name.pt"]);
    // What was published before is read as long as there is a record.
    expect(WorkflowDefinition.safeParse(twice).success).toBe(true);
    for (const body of [null, 7, "text", [], { steps: null }]) expect(workflowProblems(body, regimes, null).map(({ code }) => code)).toContain("malformed");
  });

  test("what a place takes in several ways, and how ids are written, is said in words, with no pattern and no other document to look it up in", () => {
    const workflow = aWorkflow([aStep("ethics")]);
    const [step, other] = [aStep("ethics"), aStep("customs")];
    const said = (change: object) => languages.flatMap((language) => workflowProblems({ ...workflow, steps: [{ ...step, ...change }, other] }, regimes, null, { expectedBy: (issue) => expectedInWorkflow(issue, language) }).map(({ path, expected }) => `${path.join(".")}: ${expected}`));
    const vote = { present: "many", carries: "most", veto: false, casting: true };
    const wrong = [{ id: "Ethics Review" }, { mode: "some" }, { mode: { vote } }, { needs: { join: "most", of: [] } }, { when: { attr: "kind", op: "eq", value: { is: "sample" } } }, { when: { all: [{ none: [] }] } }, { clock: { workingDays: 3, pausedWhileReturned: true, onDue: { decides: "approved", rule: "Host silent" } } }];
    expect(wrong.map((change) => said(change)[0])).toEqual([
      "steps.0.id: expected a name by which it is told apart: small letters, digits and hyphens, beginning with a letter, at most 41 characters or 61 for a rule",
      expect.stringMatching(/^steps\.0\.mode: expected “one”, “all”, a whole number of people, or a vote/),
      expect.stringMatching(/^steps\.0\.mode/),
      "steps.0.needs.join: expected “all”, “any” or a whole number of the steps named beside it",
      expect.stringMatching(/^steps\.0\.when: expected a condition/),
      expect.stringMatching(/^steps\.0\.when: expected a condition/),
      expect.stringMatching(/^steps\.0\.clock\.onDue\.rule: expected a name by which it is told apart/),
    ]);
    for (const change of wrong) for (const one of said(change)) expect(one).not.toMatch(/OpenAPI|\[a-z0-9|[\^$*]|\{\d/);
    for (const change of wrong) expect(new Set(said(change)).size).toBe(languages.length);
  });

  test("what a step takes from a quota is an answer that is a number", () => {
    const taking = (fact?: string) => found({ ...aWorkflow([aStep("ethics")]), steps: [{ ...aStep("ethics"), reserves: { quota: "plasma", unit: "mL", ...(fact && { fact }) } }] });
    expect(taking()).toEqual([]);
    expect(taking("sample.quantity")).toEqual([]);
    expect(taking("sample.volume")).toEqual(["unknownFact steps.0.reserves.fact"]);
    expect(taking("sample.class")).toEqual(["notANumber steps.0.reserves.fact"]);
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
    expect(with_({ attr: "kind", op: "eq", value: "data" })).toEqual(["neverNeeded steps.0.when"]);
  });

  test("an overdue step goes to another desk, which is there and staffed", () => {
    const to = (does: string, offices: readonly string[]) => aWorkflow([aStep("ethics", { clock: { workingDays: 5, pausedWhileReturned: true, escalatesTo: { function: does as "ethics", offices: [...offices] as ["home"] } } })]);
    const at = "steps.0.clock.escalatesTo smu CN>HK hku";
    expect(found(to("sign-off", ["home"]))).toEqual([]);
    expect(found(to("ethics", ["home"]))).toEqual([`escalatesToItself ${at}`]);
    expect(found(to("sign-off", ["home"]), staffed((id) => (id === "smu.sign-off" ? [] : null)))).toEqual([`notStaffed ${at}`]);
    expect(found(to("sign-off", ["home"]), { ...staffed(), desks: staffed().desks.filter(({ id }) => id !== "smu.sign-off") })).toEqual([`noDesk ${at}`]);
    expect(found(to("programme", ["programme"]))).toEqual([]);
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
  test("where members decide, whoever decided another step has left the count, kept together or not", () => {
    const two = staffed((id) => (id === "smu.ethics" ? ["one", "two"] : null));
    const after = (change: Parameters<typeof aStep>[1]) => found(aWorkflow([aStep("first:ethics"), aStep("second:ethics", { needs: ["first"], people: { keep: true }, ...change })]), two);
    expect(after({ mode: { vote: { present: 2, carries: "majority", veto: false, casting: false } } })).toEqual(["nobodyLeft steps.1.desk smu CN>HK hku"]);
    expect(after({ mode: 2 })).toEqual([]);
  });

  test("one officer suffices for steps that are kept together, and not for one beside them that is not", () => {
    const alone = staffed((id) => (id === "smu.ethics" ? ["one"] : null));
    const steps = [aStep("first:ethics"), aStep("second:ethics", { needs: ["first"], people: { keep: true } })];
    expect(found(aWorkflow(steps), alone)).toEqual([]);
    expect(found(aWorkflow([...steps, aStep("third:ethics", { needs: ["second"] })]), alone)).toEqual(["nobodyLeft steps.2.desk smu CN>HK hku"]);
    expect(found(aWorkflow([aStep("first:ethics"), aStep("second:ethics", { needs: ["first"] })]), alone)).toEqual(["nobodyLeft steps.1.desk smu CN>HK hku"]);
  });
});
