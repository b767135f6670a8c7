import { describe, expect, test } from "vitest";
import type { DeskNow } from "../../../lib/request/context.ts";
import type { StepPeople } from "../../../lib/workflow/step-people.ts";
import { aPerson, after, type Case, codes, endorsed, give, people, stateOf } from "./builders.ts";

const at = (id: string) => ({ kind: "desk", id }) as const;
const worker = { kind: "worker" } as const;
const officer = (name: string) => aPerson(name, [["desk-officer", at("hku.biosafety")]], "hku");
const now = (change: Partial<DeskNow> = {}, ...names: string[]): DeskNow => ({ rule: null, handledLast: null, staff: (names.length > 0 ? names : ["a", "b"]).map((name, load) => ({ person: officer(name), speaks: ["en"], skills: [], load, lastTurn: null, isAway: false })), ...change });
const act = { type: "allot", step: "biosafety" } as const;
/** The case with what a definition says of the people at its steps. */
function said(so: Case, by: Readonly<Record<string, StepPeople>>): Case {
  const state = stateOf(so);
  return { ...so, target: { at: "live", state: { ...state, steps: state.steps.map((step) => ({ ...step, people: by[step.id] })) } } };
}
const last = (so: ReturnType<typeof give>) => ("events" in so ? so.events.at(-1) : so);

describe("a step that opens under a rule", () => {
  test("becomes one officer’s by an event of the system that names the rule and why; the officer has it then", () => {
    const so = give(said(endorsed(), { biosafety: { allot: "shortest-queue" } }), worker, act, { desk: now() });
    expect(last(so)).toMatchObject({ type: "step.allotted", actor: { system: true }, data: { step: "biosafety", round: 1, to: "person-a", rule: "shortest-queue", why: "shortest-queue", preferred: [] } });
    if ("refusals" in so) throw new Error("refused");
    expect(stateOf(so).steps.find(({ id }) => id === "biosafety")?.holder).toMatchObject({ person: "person-a", how: "allotted" });
    expect(codes(give(so, worker, act, { desk: now() }))).toEqual(["heldAlready"]);
  });
  test("follows the desk’s own rule before the definition’s", () => {
    expect(last(give(said(endorsed(), { biosafety: { allot: "offer" } }), worker, act, { desk: now({ rule: "round-robin" }) }))).toMatchObject({ data: { rule: "round-robin" } });
    expect(codes(give(said(endorsed(), { biosafety: { allot: "shortest-queue" } }), worker, act, { desk: now({ rule: "offer" }) }))).toEqual(["nobodyToTake"]);
  });
  test("passes over whoever may not decide it and whoever is away", () => {
    const desk = now();
    const [first, second] = desk.staff;
    if (!first || !second) throw new Error("two officers");
    const asRequester = { ...first, person: { ...first.person, id: people.requester.id } };
    for (const staff of [[asRequester, second], [{ ...first, isAway: true }, second]]) expect(last(give(said(endorsed(), { biosafety: { allot: "shortest-queue" } }), worker, act, { desk: { ...desk, staff } }))).toMatchObject({ data: { to: "person-b" } });
    expect(codes(give(said(endorsed(), { biosafety: { allot: "shortest-queue" } }), worker, act, { desk: { ...desk, staff: [asRequester] } }))).toEqual(["nobodyToTake"]);
  });
  test("goes to whoever had it in the round before, but where it is offered to all", () => {
    const before = (rule: StepPeople) => {
      const so = said(endorsed(), { biosafety: rule });
      const state = stateOf(so);
      return { ...so, target: { at: "live" as const, state: { ...state, steps: state.steps.map((one) => ({ ...one, previously: "person-b" })) } } };
    };
    expect(last(give(before({ allot: "shortest-queue" }), worker, act, { desk: now() }))).toMatchObject({ data: { to: "person-b", why: "had-step" } });
    expect(give(before({ allot: "offer" }), worker, act, { desk: now() })).toEqual({ refusals: [{ code: "nobodyToTake", params: { step: "biosafety" } }] });
  });
  test("is given by nobody but the system", () => expect(codes(give(endorsed(), people.biosafety, act, { desk: now() }))).toEqual(["notPermitted"]));
});

describe("steps that a definition keeps together", () => {
  const kept = { ethics: {}, "sign-off": { keep: true } } as const;
  const start = () => {
    const so = endorsed();
    const state = stateOf(so);
    // Both at one desk, as where an office reviews and then signs.
    const steps = state.steps.map((step) => (step.id === "ethics" ? { ...step, desk: "smu.sign-off" } : step));
    return said({ ...so, target: { at: "live", state: { ...state, steps } } }, kept);
  };
  const clerk = aPerson("clerk", [["desk-officer", at("smu.sign-off")]]);
  const desk = { rule: null, handledLast: null, staff: [people.signOff, clerk].map((person, load) => ({ person, speaks: ["en"], skills: [], load, lastTurn: null, isAway: false })) };
  const ready = () => after(start(), [clerk, { type: "approve", step: "ethics" }], [people.biosafety, { type: "approve", step: "biosafety" }]);

  test("go to the same officer, who may decide both", () => {
    const given = give(ready(), worker, { type: "allot", step: "sign-off" }, { desk });
    expect(last(given)).toMatchObject({ type: "step.allotted", data: { to: clerk.id, why: "had-step", rule: "offer" } });
    if ("refusals" in given) throw new Error("refused");
    expect(codes(give(given, clerk, { type: "approve", step: "sign-off" }))).toEqual([]);
  });
  test("and to nobody by themselves where that officer may not: they stay offered", () => {
    expect(codes(give(ready(), worker, { type: "allot", step: "sign-off" }, { desk: { ...desk, staff: desk.staff.slice(0, 1) } }))).toEqual(["nobodyToTake"]);
  });
  test("steps of one desk that are not kept together still want two people", () => {
    const apart = said(ready(), { "sign-off": {} });
    expect(codes(give(apart, clerk, { type: "approve", step: "sign-off" }))).toEqual(["decidedAnotherStep"]);
  });
});

describe("two people who approve each other’s requests", () => {
  const limited = () => said(endorsed(), { biosafety: { mutual: 2 } });
  const approve = (approvals: { ours: number; theirs: number }) => codes(give(limited(), people.biosafety, { type: "approve", step: "biosafety" }, { approvals }));
  test("may do so as often as the definition says, and then no more in a year", () => {
    expect(approve({ ours: 1, theirs: 5 })).toEqual([]);
    expect(approve({ ours: 2, theirs: 2 })).toEqual([]);
    expect(approve({ ours: 2, theirs: 3 })).toEqual(["mutualApproval"]);
  });
  test("one who approves the other’s, and is never approved by them, is not limited; nor is a rejection", () => {
    expect(approve({ ours: 40, theirs: 0 })).toEqual([]);
    expect(codes(give(limited(), people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "x" }] }, { approvals: { ours: 9, theirs: 9 } }))).toEqual([]);
  });
});
