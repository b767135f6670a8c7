import { describe, expect, test } from "vitest";
import { hasTooFew, tallyAt, vacancies, votersAt, withEverybody } from "../../../lib/workflow/members.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";

/* Who is counted at a desk that decides together. */

const at = "2026-11-24T02:00:00Z";
const aStep = (change: Partial<CaseStep> = {}): CaseStep => ({ ...freshStep({ id: "ethics", desk: "smu.ethics", side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: null, may: ["approve"] }), status: "open", ...change });
const by = (person: string, step = "biosafety", inPlaceOf?: string) => ({ step, person, ...(inPlaceOf !== undefined && { for: inPlaceOf }) });
const vote = (change: Partial<NonNullable<CaseStep["vote"]>> = {}) => ({ present: "half", carries: "majority", veto: false, casting: false, ...change }) as const;
const decision = (person: string, inPlaceOf?: string) => ({ person, at, outcome: "approved" as const, seq: 1, ...(inPlaceOf !== undefined && { for: inPlaceOf }) });

describe("counted are", () => {
  test("members and who was named in another’s place, without who stands aside", () => {
    expect([votersAt(aStep({ members: ["a", "b"], substitutes: ["c", "d"], recused: ["b", "d"] }), []), votersAt(aStep({ substitutes: ["c"] }), [])]).toEqual([["a", "c"], ["c"]]);
  });
  test("nobody who decided another step, in person or by a stand-in; this step, or another line of it, is none", () => {
    const two = aStep({ members: ["a", "b"] });
    expect([votersAt(two, [by("a")]), votersAt(two, [by("x", "biosafety", "b")]), votersAt(two, [by("a", "ethics")]), votersAt(two, [by("x")])]).toEqual([["b"], ["a"], ["a", "b"], ["a", "b"]]);
    const line = aStep({ id: "ethics.2", line: 2, members: ["a", "b"] });
    expect([votersAt(line, [by("a", "ethics.1")]), votersAt(line, [by("a", "biosafety.1")]), votersAt({ ...two, id: "ethics.2" }, [by("a", "ethics.1")])]).toEqual([["a", "b"], ["b"], ["b"]]);
  });
  test("the votes of those, where its members vote", () => {
    expect([tallyAt(aStep({ members: ["a"] }), []), tallyAt(aStep({ vote: vote(), members: ["a", "b"], ballots: [{ person: "a", vote: "for", at, seq: 1 }] }), [by("a")])]).toMatchObject([null, { members: 1, for: 0 }]);
    expect(tallyAt(aStep({ vote: vote(), members: ["a", "b", "c"], ballots: ["a", "b"].map((person) => ({ person, vote: "for", at, seq: 1 })), voteClosed: true }), [])).toMatchObject({ members: 3, for: 2, outcome: "approved" });
  });
});

test("others can be named for members who left the count, or that a vote has too few of, and for nobody where somebody was chosen", () => {
  const of = (change: Partial<CaseStep>, deciders: Parameters<typeof vacancies>[1] = []) => vacancies(aStep(change), deciders);
  expect([of({ recused: ["a", "b"] }), of({ recused: ["a", "b"], substitutes: ["c"] }), of({ recused: ["a"], assignee: "b" }), of({})]).toEqual([2, 1, 0, 0]);
  expect([of({ members: ["a", "b"] }), of({ members: ["a", "b"], recused: ["a"] }), of({ members: ["a", "b"], recused: ["a"], substitutes: ["c"] }), of({ members: ["a", "b"] }, [by("a")])]).toEqual([0, 1, 0, 1]);
  expect([of({ members: ["a"], vote: vote({ present: 3 }) }), of({ members: ["a", "b", "c", "d"], vote: vote({ present: 3 }), recused: ["a"] })]).toEqual([2, 1]);
});

describe("too few are left", () => {
  const few = (change: Partial<CaseStep>, staff: readonly string[] = ["a", "b"], deciders: Parameters<typeof hasTooFew>[2] = []) => hasTooFew(aStep(change), staff, deciders);
  test("where fewer are counted than decisions are still needed", () => {
    expect([few({}), few({ decisionsNeeded: 2 }), few({ decisionsNeeded: 3 }), few({}, []), few({ recused: ["a", "b"] }), few({ recused: ["a"] }, ["a", "b"], [by("b")])]).toEqual([false, false, true, true, true, true]);
    expect([few({ decisionsNeeded: 2, decisions: [decision("a")] }), few({ decisionsNeeded: 3, decisions: [decision("a")] }), few({ decisionsNeeded: 2, decisions: [decision("x", "a")] }, ["a"]), few({ decisionsNeeded: 2, decisions: [decision("x")] }, ["a"])]).toEqual([false, true, true, false]);
  });
  test("not where somebody was chosen, or may decide it though they decided another, or an authority answers", () => {
    for (const change of [{ assignee: "a" }, { holder: { person: "a", how: "claimed", since: at, from: null } }, { people: { keep: true } }, { people: { reserved: true } }, { awaits: { requirements: ["x"], keeps: true } }] as Partial<CaseStep>[]) expect(few(change, [])).toBe(false);
  });
  test("where a vote has too few for its rule, or nobody at all", () => {
    expect([few({ vote: vote(), members: ["a"] }, []), few({ vote: vote(), members: [] }), few({ vote: vote({ present: 2 }), members: ["a"] }), few({ vote: vote({ present: 2 }), members: ["a", "b"] }), few({ vote: vote({ carries: 3 }), members: ["a", "b"] })]).toEqual([false, true, true, false, true]);
  });
});

test("where everybody decides it takes as many as are counted, at least one, while it is not over", () => {
  const all = (change: Partial<CaseStep>) => withEverybody([aStep({ everybody: true, members: ["a", "b", "c"], recused: ["c"], decisionsNeeded: 9, ...change })], [])[0]?.decisionsNeeded;
  expect([all({}), all({ status: "waiting" }), all({ recused: ["a", "b", "c"] }), all({ status: "done" }), all({ status: "cancelled" })]).toEqual([2, 2, 1, 9, 9]);
  const mixed = [aStep({ decisionsNeeded: 5 }), aStep({ everybody: true, members: ["a"] })];
  expect(withEverybody(mixed, []).map(({ decisionsNeeded }) => decisionsNeeded)).toEqual([5, 1]);
  expect(withEverybody(mixed.slice(0, 1), [])).toEqual(mixed.slice(0, 1));
});
