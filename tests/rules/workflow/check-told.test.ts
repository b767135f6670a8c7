import { expect, test } from "vitest";
import type { Condition } from "../../../lib/policy/condition.ts";
import { isProgramme } from "../../../lib/policy/evaluate.ts";
import { packs } from "../../../lib/policy/registry.ts";
import type { KnownRegimes } from "../../../lib/workflow/check/conditions.ts";
import { workflowProblems } from "../../../lib/workflow/check/definition.ts";
import type { StepDefinition } from "../../../lib/workflow/definition.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";

/* All that a fault of a workflow says: where, in which step, what stands there and what was expected. */

const regimes: KnownRegimes = new Map(packs.flatMap((pack) => pack.regimes.map((regime) => [regime.id, { kinds: regime.kinds, isProgramme: isProgramme(regime) }])));
const told = (change: Partial<StepDefinition>) => workflowProblems({ ...aWorkflow([aStep("ethics")]), steps: [{ ...aStep("ethics"), ...change }] }, regimes, null);
const fault = (said: { readonly code: string; readonly path: readonly (string | number)[]; readonly found?: string; readonly expected?: string }) => ({ step: "ethics", found: "", expected: "", example: null, ...said });
const never: Condition = { not: { any: [{ attr: "claimed", op: "eq", value: "some" }, { attr: "claimed", op: "eq", value: "none" }] } };

test.each<readonly [string, Condition, Parameters<typeof fault>[0] | null]>([
  ["no fact, under what must not hold", { not: { attr: "sample.colour", op: "eq", value: "red" } }, { code: "unknownFact", path: ["not", "attr"], found: "sample.colour" }],
  ["no fact, among what must hold", { all: [{ attr: "claimed", op: "eq", value: "some" }, { attr: "sample.colour", op: "eq", value: "red" }] }, { code: "unknownFact", path: ["all", 1, "attr"], found: "sample.colour" }],
  ["no value of what stands beside facts", { any: [{ attr: "host", op: "eq", value: "far" }] }, { code: "wrongValue", path: ["any", 0, "value"], found: '"far"', expected: "here, away" }],
  ["what stands beside facts, compared as numbers are", { attr: "claimed", op: "gt", value: "some" }, { code: "wrongValue", path: ["value"], found: '"some"', expected: "some, none" }],
  ["findings, compared as one value", { attr: "findings", op: "eq", value: "int-un3373" }, { code: "wrongComparison", path: ["op"], found: "eq", expected: "contains" }],
  ["a finding that no pack has", { attr: "findings", op: "contains", value: "int-nothing" }, { code: "unknownRegime", path: ["value"], found: '"int-nothing"', expected: "sample" }],
  ["a finding that is a number", { attr: "findings", op: "contains", value: 7 }, { code: "unknownRegime", path: ["value"], found: "7", expected: "sample" }],
  ["a claim that is no programme", { attr: "claims", op: "contains", value: "int-un3373" }, { code: "unknownRegime", path: ["value"], found: '"int-un3373"', expected: "sample" }],
  ["what a line says, where there is one review for all", { attr: "line.count", op: "gt", value: 1 }, { code: "unknownFact", path: ["attr"], found: "line.count" }],
  ["what no request makes true", never, { code: "neverNeeded", path: [] }],
  ["what every request makes true", { not: never }, null],
  ["a finding and its absence", { all: [{ attr: "findings", op: "contains", value: "int-un3373" }, { not: { attr: "findings", op: "contains", value: "int-un3373" } }] }, { code: "neverNeeded", path: [] }],
  ["two findings", { all: [{ attr: "findings", op: "contains", value: "int-un3373" }, { not: { attr: "findings", op: "contains", value: "int-dry-ice" } }] }, null],
])("a condition: %s", (_what, when, expected) => {
  expect(told({ when })).toEqual(expected === null ? [] : [fault({ ...expected, path: ["steps", 0, "when", ...expected.path] })]);
});

test("a step, its quota and the number of steps", () => {
  expect(told({ reserves: { quota: "plasma", unit: "mL", fact: "sample.class" } })).toEqual([fault({ code: "notANumber", path: ["steps", 0, "reserves", "fact"], found: "sample.class" })]);
  expect(told({ may: ["reject"] })).toMatchObject([{ code: "cannotBeApproved", step: "ethics", path: ["steps", 0, "may"] }]);
  const many = (count: number) => workflowProblems({ ...aWorkflow([aStep("ethics")]), steps: Array.from({ length: count }, (_, at) => ({ ...aStep("ethics"), id: `s${at}` })) }, regimes, null);
  expect(many(200)).toEqual([]);
  expect(many(201)).toEqual([{ code: "tooManySteps", path: ["steps"], step: null, found: "201", expected: "200", example: null }]);
});
