import { expect, test } from "vitest";
import type { Condition, Leaf } from "../../../lib/policy/condition.ts";
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
  ["that the host is not here", { attr: "host", op: "ne", value: "here" }, null],
  ["a claim", { attr: "claims", op: "contains", value: "cn-hetao-duty-free" }, null],
  ["a claim and its absence", { all: [{ attr: "claims", op: "contains", value: "cn-hetao-duty-free" }, { not: { attr: "claims", op: "contains", value: "cn-hetao-duty-free" } }] }, { code: "neverNeeded", path: [] }],
  ["a claim, and that another is not made", { all: [{ attr: "claims", op: "contains", value: "cn-hetao-duty-free" }, { not: { attr: "claims", op: "contains", value: "cn-hetao-customs-supervision" } }] }, null],
  ["a number that lies between two", { all: [{ attr: "sample.volume_ml", op: "gt", value: 5 }, { attr: "sample.volume_ml", op: "lt", value: 6 }] }, null],
  ["a number that is no whole one", { all: [{ attr: "sample.quantity", op: "gt", value: 5 }, { attr: "sample.quantity", op: "lt", value: 6 }, { attr: "sample.volume_ml", op: "lt", value: 5.5 }] }, { code: "neverNeeded", path: [] }],
  ["nothing at all, which every request makes true", { all: [] }, null],
  ["any of nothing, which none does", { any: [] }, { code: "neverNeeded", path: [] }],
  ["two findings", { all: [{ attr: "findings", op: "contains", value: "int-un3373" }, { not: { attr: "findings", op: "contains", value: "int-dry-ice" } }] }, null],
])("a condition: %s", (_what, when, expected) => {
  expect(told({ when })).toEqual(expected === null ? [] : [fault({ ...expected, path: ["steps", 0, "when", ...expected.path] })]);
});

test("what each line is reviewed by reads the cells of this kind's table, compared in any way that some line can meet", () => {
  const line = (when: Condition) => told({ per: "line", when }).map(({ code, found }) => `${code} ${found}`);
  const of = (attr: string, op: Leaf["op"], value: Leaf["value"]): Condition => ({ attr, op, value });
  for (const when of [of("line.count", "gt", 1), of("line.count", "lt", 2), of("line.count", "lte", 1), of("line.count", "gte", 100_000), of("line.count", "ne", 3), of("line.unit", "in", ["mL", "g"]), of("line.species", "eq", "Panthera tigris"), of("line.species", "ne", "Panthera tigris")]) expect(line(when)).toEqual([]);
  expect(line({ all: [of("line.count", "gt", 5), of("line.count", "lt", 5)] })).toEqual(["neverNeeded "]);
  // No form takes fewer than one container, more than the table has room for, or a part of one.
  for (const when of [of("line.count", "lt", 1), of("line.count", "gt", 100_000), of("line.count", "eq", 1.5), { all: [of("line.count", "gt", 1), of("line.count", "lt", 2)] }]) expect(line(when)).toEqual(["neverNeeded "]);
  expect(line({ all: [of("line.species", "eq", "A"), of("line.species", "eq", "B")] })).toEqual(["neverNeeded "]);
  // No line has an amount that is a text, a unit that nobody offers, or a material that is a number.
  for (const when of [of("line.each", "gt", "5"), of("line.count", "eq", "3"), of("line.unit", "eq", "barrel"), of("line.material", "gt", 5)]) expect(line(when)).toEqual(["neverNeeded "]);
  for (const when of [of("line.each", "gt", 5), of("line.material", "ne", "Serum")]) expect(line(when)).toEqual([]);
  // Data has a cell of that name, samples have none.
  expect([line(of("line.colour", "gt", 1)), line(of("line.records", "gt", 1)), line(of("sample.colour", "gt", 1))]).toEqual([["unknownFact line.colour"], ["unknownFact line.records"], ["unknownFact sample.colour"]]);
});

test("what a step awaits is a requirement of this kind of request, also of one that others have too", () => {
  const awaiting = (...requirements: readonly string[]) => told({ awaits: { requirements: [...requirements], keeps: true } });
  expect(awaiting("int-un3373", "cn-customs-declaration")).toEqual([]);
  const unknown = (at: number, found: string) => fault({ code: "unknownRegime", path: ["steps", 0, "awaits", "requirements", at], found, expected: "sample" });
  expect(awaiting("int-un3373", "cn-withholding-tax", "int-nothing")).toEqual([unknown(1, "cn-withholding-tax"), unknown(2, "int-nothing")]);
});

test("a workflow for several kinds is told with all of them, and is found by its kind alone", () => {
  const whole = (change: object, asking = {}) => workflowProblems({ ...aWorkflow([aStep("ethics")]), ...change }, regimes, null, asking);
  const both = { appliesTo: { attr: "kind", op: "in", value: ["sample", "data"] } };
  expect(whole(both)).toEqual([]);
  expect(whole(both, { kind: "funds" })).toMatchObject([{ code: "otherKind", found: "sample, data", expected: "funds" }]);
  // A cell of one kind's table will do: the lines of the others have none, and are not reviewed.
  expect(whole({ ...both, steps: [{ ...aStep("ethics"), per: "line", when: { attr: "line.records", op: "gt", value: 5 } }] })).toEqual([]);
  expect(whole({ ...both, steps: [{ ...aStep("ethics"), awaits: { requirements: ["int-nothing"], keeps: true } }] })).toMatchObject([{ code: "unknownRegime", expected: "sample, data" }]);
  expect(whole({ ...both, steps: [{ ...aStep("ethics"), when: { attr: "findings", op: "contains", value: "int-nothing" } }] })).toMatchObject([{ code: "unknownRegime", expected: "sample, data" }]);
  for (const appliesTo of [{ attr: "sample.class", op: "eq", value: "sample" }, { attr: "mode", op: "in", value: ["sample"] }]) expect(whole({ appliesTo })).toMatchObject([{ code: "kindAlone" }]);
  expect(whole({ appliesTo: { attr: "kind", op: "in", value: [] } })).toMatchObject([{ code: "wrongValue", found: "[]" }]);
});

test("what stands on a button is a line too", () => {
  const long = "a".repeat(201);
  expect(told({ as: { ...aStep("ethics").as, pt: long } })).toMatchObject([{ code: "malformed", path: ["steps", 0, "as", "pt"] }]);
  expect(told({ name: { ...aStep("ethics").name, en: long } })).toMatchObject([{ code: "malformed", path: ["steps", 0, "name", "en"] }]);
});

test("of what is wrong fifty are told at once, whatever it is, and each says what was expected", () => {
  const many = (change: Partial<StepDefinition>) => workflowProblems({ ...aWorkflow([aStep("ethics")]), steps: Array.from({ length: 60 }, (_, at) => ({ ...aStep("ethics"), id: `s${at}`, ...change })) }, regimes, null);
  for (const change of [{ mode: "two" }, { name: { ...aStep("ethics").name, en: " " } }, { may: ["reject"] }]) expect(many(change as Partial<StepDefinition>)).toHaveLength(50);
  const [unread] = many({ mode: "two" } as object);
  expect([unread?.code, unread?.expected]).toEqual(["malformed", expect.stringMatching(/./)]);
});

test("a step, its quota and the number of steps", () => {
  expect(told({ reserves: { quota: "plasma", unit: "mL", fact: "sample.volume_ml" } })).toEqual([]);
  expect(told({ reserves: { quota: "plasma", unit: "mL", fact: "sample.class" } })).toEqual([fault({ code: "notANumber", path: ["steps", 0, "reserves", "fact"], found: "sample.class" })]);
  expect(told({ may: ["reject"] })).toMatchObject([{ code: "cannotBeApproved", step: "ethics", path: ["steps", 0, "may"] }]);
  const many = (count: number) => workflowProblems({ ...aWorkflow([aStep("ethics")]), steps: Array.from({ length: count }, (_, at) => ({ ...aStep("ethics"), id: `s${at}` })) }, regimes, null);
  expect(many(200)).toEqual([]);
  expect(many(201)).toEqual([{ code: "tooManySteps", path: ["steps"], step: null, found: "201", expected: "200", example: null }]);
});
