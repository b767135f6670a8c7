import { describe, expect, test } from "vitest";
import type { Condition } from "../../../lib/policy/condition.ts";
import type { Finding } from "../../../lib/policy/evaluate.ts";
import { answersForAll, type Difference, standingSteps } from "../../../lib/workflow/concern.ts";
import type { StepDefinition } from "../../../lib/workflow/definition.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";
import { endorsement } from "../../../lib/workflow/steps.ts";

const at = "2026-11-24T02:00:00Z";
const decision = { person: "officer", at, outcome: "approved" as const, seq: 3 };
const decided = (change: Partial<CaseStep> = {}, id = "review"): CaseStep => ({
  ...freshStep({ id, desk: `smu.${id}`, side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: null, may: ["approve"] }), status: "done", outcome: "approved", decisions: [decision], ...change,
});
const finding = (id: string, change: Partial<Finding> = {}): Finding => ({ id, type: "permit", binding: true, because: [], due: "permit", confidence: "high", version: "1", pack: "p", waivedBy: null, ...change }) as Finding;
const asked = (findings: readonly Finding[] = [], claims: readonly string[] = []) => ({ findings, claims });
const because = (attr: string): Condition => ({ attr, op: "eq", value: true });
const called: Condition = { attr: "findings", op: "contains", value: "rule" };

/** Whether the decision of a step under a condition stands. */
function stands(when: Condition | null, change: Partial<Difference>, definition: Partial<StepDefinition> = {}): boolean {
  const difference: Difference = { before: asked(), after: asked(), changed: [], questioned: [], triggersOf: () => [], ...change };
  return standingSteps([decided()], [{ ...endorsement, id: "review", when, ...definition }], difference).includes("review");
}

describe("what was decided stands", () => {
  test("where nothing changed, whatever its condition", () => {
    expect([null, called, because("sample.gmo")].map((when) => stands(when, {}))).toEqual([true, true, true]);
  });

  test("under any change for nobody who answers for the whole, also not where only the host or the kind calls for it", () => {
    expect([null, { attr: "host", op: "eq", value: "here" } as const, { attr: "kind", op: "eq", value: "data" } as const].map((when) => stands(when, { changed: ["window"] }))).toEqual([false, false, false]);
  });

  test("while the facts that its condition reads are the same, however deep it names them", () => {
    const when: Condition = { all: [{ not: because("sample.gmo") }, { any: [because("sample.soil"), called] }] };
    expect(["sample.gmo", "sample.soil", "sample.un"].map((fact) => stands(when, { changed: [fact] }))).toEqual([false, false, true]);
    expect([stands(because("sample.gmo"), { changed: ["sample.un"] }), stands(because("sample.gmo"), { changed: ["sample.un", "sample.gmo"] })]).toEqual([true, false]);
  });

  test("unless what calls for it came, went, or is another than it was", () => {
    const rule = finding("rule");
    const differs = (before: readonly Finding[], after: readonly Finding[]) => stands(called, { before: asked(before), after: asked(after) });
    expect([differs([], [rule]), differs([rule], []), differs([rule], [finding("rule", { version: "2" })]), differs([rule], [finding("rule", { binding: false })]), differs([rule], [finding("rule", { waivedBy: "scheme" })])]).toEqual([false, false, false, false, false]);
    expect([differs([rule], [rule]), differs([rule], [rule, finding("other")])]).toEqual([true, true]);
    // One of several rules is enough, and a claim calls as a finding does.
    const either: Condition = { any: [called, { attr: "claims", op: "contains", value: "scheme" }] };
    const whenEither = (after: readonly Finding[]) => stands(either, { before: asked([rule, finding("scheme")]), after: asked(after) });
    expect([whenEither([rule, finding("scheme", { version: "2" })]), whenEither([finding("scheme")]), whenEither([rule, finding("scheme")])]).toEqual([false, false, true]);
  });

  test("unless a fact changed that made its rule apply, before or after, or that the rule reads at all", () => {
    const rule = finding("rule", { because: ["sample.un"] });
    expect([stands(called, { changed: ["sample.un"], before: asked([rule]), after: asked([rule]) }), stands(called, { changed: ["sample.un"] }), stands(called, { changed: ["sample.un"], before: asked([finding("other", { because: ["sample.un"] })]), after: asked([finding("other", { because: ["sample.un"] })]) })]).toEqual([false, true, true]);
    const triggersOf = (id: string) => (id === "rule" ? [because("sample.soil")] : []);
    expect([stands(called, { changed: ["sample.soil"], before: asked([rule]), after: asked([rule]), triggersOf }), stands(called, { changed: ["sample.soil"], triggersOf })]).toEqual([false, true]);
  });

  test("at a programme's desk while the rules of what is claimed, before or after, are as they were", () => {
    const when: Condition = { attr: "claimed", op: "eq", value: "some" };
    const rule = finding("scheme", { because: ["sample.un"] });
    const change = (before: readonly string[], after: readonly string[], fact: string) => stands(when, { changed: [fact], before: asked([rule], before), after: asked([rule], after) });
    expect([change(["scheme"], ["scheme"], "sample.un"), change(["scheme"], ["scheme"], "sample.soil"), change([], ["scheme"], "sample.un"), change(["scheme"], [], "sample.un")]).toEqual([false, true, false, false]);
    // Nothing is claimed, so nothing says what it is about.
    expect(change([], [], "sample.soil")).toBe(false);
  });

  test("unless it asked about a fact that changed; what another step asked is that step's matter", () => {
    const questioned = (step: string, fact: string) => stands(called, { changed: ["sample.quantity"], questioned: [{ step, fact }] });
    expect([questioned("review", "sample.quantity"), questioned("other", "sample.quantity"), questioned("review", "sample.un")]).toEqual([false, true, true]);
  });

  test("unless what it takes from a quota changed, or the year in which it does", () => {
    const reserves = { quota: "serum", unit: "mL", fact: "sample.quantity" };
    const change = (fact: string, takes: Partial<StepDefinition> = { reserves }) => stands(called, { changed: [fact] }, takes);
    expect([change("sample.quantity"), change("date"), change("sample.un"), change("date", {}), change("sample.quantity", { reserves: { quota: "serum", unit: "mL" } })]).toEqual([false, false, true, true, true]);
    expect(stands(called, { changed: ["sample.un", "sample.quantity"] }, { reserves })).toBe(false);
  });

  test("only where something came of a step: a decision, a vote, an answer, that it was dropped; not what was returned or settled", () => {
    const none = decided({ decisions: [], status: "open", outcome: null });
    const left = (step: CaseStep) => standingSteps([step], [], { before: asked(), after: asked(), changed: [], questioned: [], triggersOf: () => [] }).length === 1;
    const ballot = { person: "officer", vote: "for" as const, at, seq: 3 };
    const settledBy = { by: "requirement" as const, rule: "x", at };
    expect([decided(), none, { ...none, ballots: [ballot] }, { ...none, settledBy }, { ...none, outcome: "dropped" as const }, decided({ outcome: "returned" }), decided({ outcome: "settled", settledBy })].map(left)).toEqual([true, false, true, true, true, false, false]);
  });
});

test("a desk answers for the whole under no condition over answers, and never for single lines", () => {
  const host: Condition = { attr: "host", op: "eq", value: "here" };
  const kind: Condition = { attr: "kind", op: "eq", value: "data" };
  expect([answersForAll({ when: null }), answersForAll({ when: { all: [host, kind] } }), answersForAll({ when: { any: [host, called] } }), answersForAll({ when: { not: because("sample.gmo") } }), answersForAll({ when: null, per: "line" })]).toEqual([true, true, false, false, false]);
});
