import { describe, expect, test } from "vitest";
import type { Facts } from "../../../lib/policy/condition.ts";
import type { StepDefinition, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { calendarsOf, deskAt, sideOf } from "../../../lib/workflow/desk-at.ts";
import { plan, type PlanDesk, type PlanInput, plannedSteps } from "../../../lib/workflow/plan.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";

const smu = { organisation: "smu", jurisdiction: "CN" };
const hku = { organisation: "hku", jurisdiction: "HK" };
const aDesk = (id: string, change: Partial<PlanDesk> = {}): PlanDesk => ({ id, organisation: id.split(".")[0] ?? id, function: "ethics", programmes: [], staff: ["one", "two"], ...change });
const desks = ["smu", "hku"].flatMap((house) => (["ethics", "biosafety", "sign-off"] as const).map((does) => aDesk(`${house}.${does}`, { function: does })));
const facts: Facts = { kind: "sample", "from.jur": "CN", "to.jur": "HK", date: "2026-12-10" };
const anInput = (change: Partial<PlanInput> = {}): PlanInput => ({ facts, findings: [], claims: [], parties: { home: smu, host: hku, endorser: null }, desks, ...change });
const planned = (steps: readonly StepDefinition[], change: Partial<PlanInput> = {}, whole: Partial<WorkflowDefinition> = {}) => plan(aWorkflow(steps, whole), anInput(change));
const one = (step: StepDefinition, change: Partial<PlanInput> = {}) => planned([step], change).steps[0];
const called = (id: string) => ({ attr: "findings", op: "contains", value: id }) as const;

describe("what a step takes from a quota", () => {
  const reserves = { quota: "serum", unit: "mL", fact: "sample.quantity" };
  const takes = (said: Facts[string], date: Facts[string] = "2026-12-10") => one(aStep("ethics", { reserves }), { facts: { ...facts, date, "sample.quantity": said } })?.reserves;

  test("is what the answer says, in the year of the crossing, of its desk's organisation", () => {
    expect(takes(12.5)).toEqual({ organisation: "smu", quota: "serum", year: 2026, amount: { value: "12.5", unit: "mL" } });
    expect(one(aStep("ethics", { reserves: { quota: "visits", unit: "visit" } }))?.reserves?.amount).toEqual({ value: "1", unit: "visit" });
  });

  test("is nothing where the answer is nought, no number, or not there, or nobody knows the year", () => {
    expect([takes(0), takes(-1), takes("12"), takes(undefined as never), takes(5, ""), takes(5, "1999-12-31")]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect([takes(5, "2000-01-01")?.year, one(aStep("ethics"))?.reserves]).toEqual([2000, undefined]);
  });
});

describe("a step for each line", () => {
  const each = aStep("ethics", { per: "line", when: { attr: "line.volume", op: "gt", value: 5 } });
  const lines = [{ volume: 9 }, { volume: 1 }, { volume: 6 }];

  test("stands for the lines that its condition holds of, named by their number, and whoever waits waits for all of them", () => {
    const { steps } = planned([each, aStep("sign-off", { needs: ["ethics"] })], { lines });
    expect(steps.map(({ id, line, needs }) => [id, line, needs.of])).toEqual([["ethics.1", 1, []], ["ethics.3", 3, []], ["sign-off", undefined, ["ethics.1", "ethics.3"]]]);
  });

  test("reads the answers too, and is one step where there is no table", () => {
    const both = aStep("ethics", { per: "line", when: { all: [{ attr: "kind", op: "eq", value: "sample" }, { attr: "line.volume", op: "gt", value: 5 }] } });
    expect(planned([both], { lines }).steps.map(({ id }) => id)).toEqual(["ethics.1", "ethics.3"]);
    expect([planned([aStep("ethics", { per: "line" })]).steps, planned([aStep("ethics", { per: "line" })], { lines: [] }).steps].map((steps) => steps.map(({ id, line }) => [id, line]))).toEqual([[["ethics", undefined]], [["ethics", undefined]]]);
    expect(planned([aStep("ethics", { when: { attr: "line.volume", op: "gt", value: 5 } })], { lines }).steps).toEqual([]);
  });
});

describe("a step that waits for answers", () => {
  const awaits = { requirements: ["x", "y"], keeps: true };

  test("waits for those that this case has; one that nothing else decides is not needed where it has none", () => {
    const only = aStep("ethics", { awaits, may: ["reject"] });
    expect([one(only), one(only, { findings: ["y", "z"] })?.awaits, one(only, { findings: ["x", "y"] })?.awaits]).toEqual([undefined, { requirements: ["y"], keeps: true }, awaits]);
  });

  test("is the only one that can be left out: what nobody can approve and nothing decides is planned as it was published", () => {
    expect(one(aStep("ethics", { may: ["reject"] }))).toMatchObject({ id: "ethics", may: ["reject"] });
  });

  test("stands all the same where somebody can approve it, and then waits for nothing", () => {
    expect(one(aStep("ethics", { awaits }))).toMatchObject({ id: "ethics" });
    expect([one(aStep("ethics", { awaits }))?.awaits, one(aStep("ethics"))?.awaits]).toEqual([undefined, undefined]);
  });
});

describe("how many decide", () => {
  test("is one, so many, or all of the desk but the people of the request, and never nobody", () => {
    const needed = (mode: StepDefinition["mode"], applicants: readonly string[] = []) => one(aStep("ethics", { mode }), { applicants })?.decisionsNeeded;
    expect([needed("one"), needed(2), needed("all"), needed("all", ["one"]), needed("all", ["one", "two"])]).toEqual([1, 2, 2, 1, 1]);
  });

  test("is a vote of its members, who are named for a vote alone", () => {
    const vote = { present: "half", carries: "majority", veto: false, casting: false } as const;
    expect(one(aStep("ethics", { mode: { vote } }), { applicants: ["two"] })).toMatchObject({ vote, members: ["one"], decisionsNeeded: 1 });
    expect(one(aStep("ethics"))).not.toHaveProperty("members");
  });

  test("is of as many steps as are left, where a join or an outcome names more", () => {
    const three = [aStep("a:ethics"), aStep("b:biosafety", { when: called("b") }), aStep("c:ethics", { when: called("c") }), aStep("sign-off", { needs: ["a", "b", "c"], join: 2 })];
    const joins = (findings: readonly string[]) => planned(three, { findings }, { outcome: { join: 2, of: ["a", "b", "c"] } });
    expect([joins([]), joins(["b"]), joins(["b", "c"])].map(({ steps, outcome }) => [steps.at(-1)?.needs.join, outcome?.join, outcome?.of])).toEqual([[1, 1, ["a"]], [2, 2, ["a", "b"]], [2, 2, ["a", "b", "c"]]]);
    expect(planned(three, {}, { outcome: { join: "all", of: ["a", "b"] } }).outcome?.join).toBe("all");
    expect(planned([aStep("a:ethics"), ...three.slice(1, 3)], {}, { outcome: { join: 1, of: ["b", "c"] } }).outcome).toBeNull();
    expect(planned(three).steps.map(({ joint }) => joint)).toEqual([undefined, undefined]);
  });
});

describe("a step finds its desk", () => {
  const at = (offices: StepDefinition["desk"]["offices"], change: Partial<PlanInput> = {}) => deskAt({ function: "ethics", offices }, anInput(change))?.id;
  const back = { facts: { ...facts, "from.jur": "HK", "to.jur": "CN" } };
  const away = { parties: { home: smu, host: null, endorser: null } };
  const runs = (id: string, ...programmes: string[]) => ({ desks: [aDesk("gba.ethics", { programmes: ["other", ...programmes] }), ...desks], claims: [], findings: [id] });

  test("at the office that it names, on the side that it lies for this way", () => {
    expect([at(["home"]), at(["host"]), at(["origin"]), at(["destination"]), at(["mainland"])]).toEqual(["smu.ethics", "hku.ethics", "smu.ethics", "hku.ethics", "smu.ethics"]);
    expect([at(["origin"], back), at(["destination"], back), at(["mainland"], back)]).toEqual(["hku.ethics", "smu.ethics", "smu.ethics"]);
    expect([at(["host"], away), at(["destination"], away), at(["mainland"], { parties: { home: hku, host: null, endorser: null } })]).toEqual([undefined, undefined, undefined]);
  });

  test("at the first of several that has one, and at the desk of a programme or a funder only for what it runs", () => {
    expect([at(["host", "home"], away), at(["programme", "home"])]).toEqual(["smu.ethics", "smu.ethics"]);
    expect([at(["programme", "home"], { ...runs("x", "scheme"), claims: ["scheme"] }), at(["programme", "home"], { ...runs("x", "scheme"), claims: ["another"] })]).toEqual(["gba.ethics", "smu.ethics"]);
    expect([at(["funder"], runs("terms", "terms")), at(["funder"], runs("terms"))]).toEqual(["gba.ethics", undefined]);
  });

  test("at that of the other side only where that lies: whoever sends from a third place has nobody there", () => {
    const third = { facts: { ...facts, "from.jur": "MO" } };
    expect([at(["origin"], third), at(["origin", "home"], third), at(["destination"], third), at(["mainland"], { parties: { home: hku, host: { organisation: "um", jurisdiction: "MO" }, endorser: null } })]).toEqual([undefined, "smu.ethics", "hku.ethics", undefined]);
  });

  test("or is a problem, which is told; the rest is planned all the same", () => {
    const { steps, problems } = planned([aStep("tax"), aStep("ethics")]);
    expect([steps.map(({ id }) => id), problems]).toEqual([["ethics"], [{ step: "tax", function: "tax" }]]);
    expect(plannedSteps(aWorkflow([aStep("tax"), aStep("ethics", { per: "line" }), aStep("sign-off", { when: called("x") })]), anInput({ lines: [{}, {}] }))).toEqual(["ethics"]);
  });
});

describe("a programme's desk", () => {
  const step = aStep("programme", { at: { function: "programme", offices: ["programme"] } });
  const zone = (id: string, ...programmes: string[]) => aDesk(id, { function: "programme", programmes });

  test("is asked once, in the order of the claims, by the name of whose programmes it runs", () => {
    const there = [zone("gba.north.programme", "a", "b"), zone("gba-office", "c"), aDesk("hetao.ethics", { programmes: ["d"] }), zone("idle.programme", "e"), ...desks];
    const { steps, confirms, problems } = planned([step], { desks: there, claims: ["c", "b", "a", "d"] });
    expect([steps.map(({ id, desk }) => `${id} ${desk}`), confirms, problems]).toEqual([["programme.gba-office gba-office", "programme.gba-north gba.north.programme"], ["a", "b", "c"], []]);
  });

  test("is another office's step where one can stand in for it: that one decides it, once", () => {
    const either = aStep("programme", { at: { function: "programme", offices: ["programme", "home"] } });
    const there = [zone("gba.programme", "a"), aDesk("smu.programme", { function: "programme" }), ...desks];
    expect([planned([either], { desks: there, claims: ["a"] }), planned([either], { desks: there })].map(({ steps }) => steps.map(({ id, desk }) => `${id} ${desk}`))).toEqual([["programme gba.programme"], ["programme smu.programme"]]);
  });

  test("is missed by nobody where none runs what is claimed", () => expect(planned([step], { claims: ["a"] })).toMatchObject({ steps: [], problems: [], confirms: [] }));
});

describe("conditions read", () => {
  const needed = (attr: string, value: string, change: Partial<PlanInput> = {}) => planned([aStep("ethics", { when: { attr, op: "eq", value } })], change).steps.length === 1;

  test("whether anything is claimed, and whether the host is here", () => {
    expect([needed("claimed", "none"), needed("claimed", "some"), needed("claimed", "some", { claims: ["a"] }), needed("claimed", "none", { claims: ["a"] })]).toEqual([true, false, true, false]);
    const away = { parties: { home: smu, host: null, endorser: null } };
    expect([needed("host", "here"), needed("host", "away"), needed("host", "away", away), needed("host", "here", away)]).toEqual([true, false, true, false]);
  });
});

describe("a clock", () => {
  const days = (change: Partial<NonNullable<StepDefinition["clock"]>>, input: Partial<PlanInput> = {}) => one(aStep("ethics", { clock: { workingDays: 5, pausedWhileReturned: true, ...change } }), input)?.clock;

  test("runs by the calendars of its desk's side, and there may be none", () => {
    expect([days({}), one(aStep("ethics", { clock: null }))?.clock]).toEqual([{ workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] }, null]);
    expect([calendarsOf("origin", "MO", "CN"), calendarsOf("destination", "MO", "XX"), calendarsOf("joint", "MO", "HK"), calendarsOf("joint", undefined, "CN")]).toEqual([["MO"], [], ["MO", "HK"], ["CN"]]);
  });

  test("names the desk that is asked once it is over, where there is such a desk", () => {
    expect([days({ escalatesTo: { function: "sign-off", offices: ["home"] } }), days({ escalatesTo: { function: "tax", offices: ["home"] } })]).toEqual([{ workingDays: 5, pausedWhileReturned: true, calendars: ["CN"], escalatesTo: "smu.sign-off" }, { workingDays: 5, pausedWhileReturned: true, calendars: ["CN"] }]);
  });

  test("is of the side that the desk's institution is on, whichever way it goes; of neither it is joint", () => {
    const side = (organisation: string, from: string, host: PlanInput["parties"]["host"] = hku) => sideOf(aDesk(`${organisation}.ethics`), { home: smu, host, endorser: null }, { "from.jur": from });
    expect([side("smu", "CN"), side("hku", "CN"), side("smu", "HK"), side("hku", "HK"), side("gba", "CN"), side("hku", "CN", null)]).toEqual(["origin", "destination", "destination", "origin", "joint", "joint"]);
  });
});

test("what answers for the whole nobody drops where nothing is said; what stands under a condition the head of its desk does", () => {
  const drops = (change: Parameters<typeof aStep>[1]) => one(aStep("ethics", change), { findings: ["x"] });
  expect([drops({})?.droppable, drops({ when: called("x") })?.droppable, drops({ drop: ["requester"] })?.droppable, drops({ when: called("x"), drop: [] })?.droppable]).toEqual([undefined, ["lead"], ["requester"], undefined]);
  expect(drops({})).not.toHaveProperty("droppable");
});

test("past a step that is not needed its own needs are waited for, and each only once", () => {
  const steps = [aStep("a:ethics"), aStep("b:biosafety", { needs: ["a"], when: called("b") }), aStep("c:ethics", { needs: ["a"], when: called("c") }), aStep("sign-off", { needs: ["b", "c"] })];
  expect([planned(steps).steps.at(-1)?.needs.of, planned(steps, { findings: ["c"] }).steps.at(-1)?.needs.of]).toEqual([["a"], ["a", "c"]]);
});
