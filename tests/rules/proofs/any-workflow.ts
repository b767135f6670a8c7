import fc from "fast-check";
import { isProgramme } from "../../../lib/policy/evaluate.ts";
import type { Condition } from "../../../lib/policy/condition.ts";
import { packs } from "../../../lib/policy/registry.ts";
import type { KnownRegimes } from "../../../lib/workflow/check/conditions.ts";
import { workflowProblems } from "../../../lib/workflow/check/definition.ts";
import { type StepDefinition, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { desks, functions, institutions } from "./world.ts";

/* Workflow definitions as the schema lets them be written, kept to those that publishing accepts. */

const regimes: KnownRegimes = new Map(packs.flatMap((pack) => pack.regimes.map((regime) => [regime.id, { kinds: regime.kinds, isProgramme: isProgramme(regime) }])));
const text = (said: string) => ({ en: said, "zh-Hant": said, "zh-Hans": said, pt: said });
/** There once in so many times. */
const seldom = <T>(arb: fc.Arbitrary<T>, times = 5): fc.Arbitrary<T | undefined> => fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: arb });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("int-un3373", "int-dry-ice", "cn-hgr-scope-determination", "cn-special-goods-permit", "cn-cites-cert").map((value) => ({ attr: "findings", op: "contains", value }) as const) },
  fc.constantFrom("here", "away").map((value) => ({ attr: "host", op: "eq", value }) as const),
  fc.constantFrom("some", "none").map((value) => ({ attr: "claimed", op: "eq", value }) as const),
  fc.integer({ min: 1, max: 60 }).map((value) => ({ attr: "sample.quantity", op: "gt", value }) as const),
  fc.constant({ attr: "sample.refrigerant", op: "eq", value: "dry_ice" } as const),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  leaf.map((not) => ({ not })),
);

const join = fc.oneof({ weight: 3, arbitrary: fc.constant("all" as const) }, fc.constant("any" as const), fc.integer({ min: 1, max: 3 }));
const offices = fc.shuffledSubarray(["home", "host", "origin", "destination", "mainland"] as const, { minLength: 1, maxLength: 2 });
const desk = fc.record({ function: fc.constantFrom(...functions), offices });
const vote = fc.record({
  present: fc.oneof(fc.constant("half" as const), fc.integer({ min: 1, max: 4 })),
  carries: fc.oneof(fc.constantFrom("majority" as const, "two-thirds" as const, "unanimous" as const), fc.integer({ min: 1, max: 3 })),
  veto: fc.boolean(),
  casting: fc.boolean(),
});
const mode = fc.oneof({ weight: 5, arbitrary: fc.constant("one" as const) }, fc.constant("all" as const), fc.integer({ min: 1, max: 3 }), vote.map((rule) => ({ vote: rule })));
const clock = fc.record({ workingDays: fc.integer({ min: 1, max: 20 }), pausedWhileReturned: fc.boolean(), onDue: seldom(fc.record({ decides: fc.constantFrom("approved" as const, "rejected" as const), rule: fc.constant("silence") })), escalatesTo: seldom(desk) });
const staffing = fc.record({
  allot: seldom(fc.constantFrom("offer" as const, "round-robin" as const, "shortest-queue" as const, "familiar" as const)),
  keep: seldom(fc.constant(true as const)),
  delegate: seldom(fc.constantFrom("desk" as const, "anybody" as const), 2),
  skip: seldom(fc.constant(true as const), 2),
  reserved: seldom(fc.constant(true as const), 6),
  mutual: seldom(fc.integer({ min: 0, max: 3 })),
});

/** Now and then the desk of a programme, wherever that is. */
const anyDesk = fc.oneof({ weight: 9, arbitrary: desk }, { weight: 1, arbitrary: fc.constant({ function: "programme" as const, offices: ["programme" as const] }) });
/** What a step takes from a quota: what the request says, or one for each request. */
const reserves = fc.record({ quota: fc.constantFrom("plasma", "visits"), unit: fc.constant("mL"), fact: fc.constantFrom("sample.quantity", undefined) });

const shape = fc.record({
  needs: fc.record({ join, among: fc.array(fc.nat(6), { maxLength: 4 }), settles: seldom(fc.constant(true as const)) }),
  per: seldom(fc.constant("line" as const), 8),
  when: seldom(condition, 3).map((asked) => asked ?? null),
  desk: anyDesk,
  reserves: seldom(reserves, 4),
  named: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  mode,
  clock: fc.option(clock, { nil: null, freq: 3 }),
  awaits: seldom(fc.record({ requirements: fc.subarray(["int-un3373", "int-dry-ice", "cn-special-goods-permit"], { minLength: 1 }), keeps: fc.boolean() }), 8),
  may: fc.oneof({ weight: 4, arbitrary: fc.constant(["approve", "approveWithConditions", "return", "reject", "countersign"] as const) }, fc.subarray(["approve", "approveWithConditions", "return", "reject", "countersign"] as const, { minLength: 1 })),
  people: seldom(staffing, 2),
  drop: seldom(fc.subarray(["lead", "requester"] as const, { minLength: 1 }), 4),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function stepOf({ needs: { join: wanted, among, settles }, may, reserves: takes, ...rest }: Shape, at: number): StepDefinition {
  const of = [...new Set(among.filter(() => at > 0).map((n) => idAt(n % Math.max(at, 1))))];
  const id = idAt(at);
  return JSON.parse(JSON.stringify({ id, name: text(id), as: text(id), needs: { join: of.length === 0 ? "all" : typeof wanted === "number" ? Math.min(wanted, of.length) : wanted, of, settles }, may: [...may], ...rest, ...(!rest.awaits && { reserves: takes }) })) as StepDefinition;
}

function idAt(at: number): string {
  return `s${at + 1}`;
}

const outcome = fc.record({ join, among: fc.array(fc.nat(6), { minLength: 2, maxLength: 3 }), settles: seldom(fc.constant(true as const)) });

/** Whatever the schema allows, of this version. */
export const writtenWorkflow = (version: number): fc.Arbitrary<unknown> =>
  fc.record({ steps: fc.array(shape, { minLength: 1, maxLength: 6 }), outcome: seldom(outcome, 2), appeal: seldom(fc.record({ workingDays: fc.integer({ min: 1, max: 30 }) })) }).map(({ steps, outcome: joint, appeal }) => {
    const of = joint && [...new Set(joint.among.map((n) => idAt(n % steps.length)))];
    const together = joint && of && of.length > 1 ? { join: typeof joint.join === "number" ? Math.min(joint.join, of.length) : joint.join, of, ...(joint.settles && { settles: joint.settles }) } : undefined;
    return { id: "generated", version, name: text("Generated"), appliesTo: { attr: "kind", op: "eq", value: "sample" }, steps: steps.map(stepOf), ...(together && { outcome: together }), ...(appeal && { appeal }) };
  });

/** One that would be published here. */
export const anyWorkflow = (version: number): fc.Arbitrary<WorkflowDefinition> =>
  writtenWorkflow(version)
    .filter((body) => workflowProblems(body, regimes, { institutions, desks }).length === 0)
    .map((body) => WorkflowDefinition.parse(body));
