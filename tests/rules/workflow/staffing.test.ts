import { describe, expect, test } from "vitest";
import { type Offices, staffingProblems } from "../../../lib/workflow/check/staffing.ts";
import type { DeskSelector, StepDefinition } from "../../../lib/workflow/definition.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";

/* Whether the desks of an installation can take the steps of a workflow, and by which request it shows where they cannot. */

const places: Readonly<Record<string, string>> = { smu: "CN", hku: "HK", um: "MO" };
const desk = (id: string, staff: readonly string[] = [`${id}.1`, `${id}.2`], change: Partial<PlanDesk> = {}): PlanDesk => ({ id, organisation: id.split(".")[0] ?? id, function: id.split(".")[1] as PlanDesk["function"], programmes: [], staff, ...change });
const at = (joined: readonly string[], desks: readonly PlanDesk[]): Offices => ({ institutions: joined.map((id) => ({ id, jurisdiction: places[id] ?? "XX" })), desks });
const both = ["smu", "hku"];
const of = (does: DeskSelector["function"], ...offices: DeskSelector["offices"]): DeskSelector => ({ function: does, offices });
const told = (steps: readonly StepDefinition[], offices: Offices) =>
  staffingProblems(aWorkflow(steps), offices).map(({ code, path, step, found, expected, example }) => [code, path.join("."), step, found, expected, example && `${example.home} ${example.from}>${example.to} ${example.host}`].filter((part) => part !== "").join(" | "));

describe("a desk is missed by the first request that would need it", () => {
  test("of two institutions, both ways between them", () => {
    const only = (id: string) => at(both, [desk(id)]);
    expect(told([aStep("ethics", { at: of("ethics", "origin") })], only("smu.ethics"))).toEqual(["noDesk | steps.0.desk | ethics | ethics | origin | smu HK>CN hku"]);
    expect(told([aStep("ethics", { at: of("ethics", "destination", "mainland") })], only("hku.ethics"))).toEqual(["noDesk | steps.0.desk | ethics | ethics | destination, mainland | smu HK>CN hku"]);
    expect(told([aStep("ethics", { at: of("ethics", "origin", "destination") })], only("smu.ethics"))).toEqual(["noDesk | steps.0.desk | ethics | ethics | origin, destination | hku HK>CN null"]);
  });

  test("of one institution to a host elsewhere that has not joined; between two of one place there is nothing to cross", () => {
    expect(told([aStep("ethics")], at(["smu"], []))).toEqual(["noDesk | steps.0.desk | ethics | ethics | home | smu CN>HK null"]);
    expect(told([aStep("ethics")], at(["hku"], []))).toEqual(["noDesk | steps.0.desk | ethics | ethics | home | hku HK>CN null"]);
    const twins: Offices = { institutions: ["smu", "szu"].map((id) => ({ id, jurisdiction: "CN" })), desks: [desk("smu.ethics"), desk("szu.ethics")] };
    expect(told([aStep("ethics", { at: of("ethics", "home") })], twins)).toEqual([]);
    expect(told([aStep("ethics", { at: of("ethics", "host") })], twins)).toEqual(["noDesk | steps.0.desk | ethics | ethics | host | smu CN>HK null"]);
  });

  test("nowhere where nobody has joined", () => expect(told([aStep("ethics"), aStep("grants", { at: of("grants", "funder") })], at([], [desk("nsfc.grants", [], { programmes: ["terms"] })]))).toEqual([]));
});

describe("a step for a host that is here", () => {
  const host = (value: string) => aStep("acceptance", { when: { attr: "host", op: "eq", value }, at: of("acceptance", "host") });
  test("is not missed where the host has not joined, and is where it has", () => {
    expect(told([host("here")], at(both, [desk("smu.acceptance"), desk("hku.acceptance")]))).toEqual([]);
    expect(told([host("here")], at(both, [desk("smu.acceptance")]))).toEqual(["noDesk | steps.0.desk | acceptance | acceptance | host | smu CN>HK hku"]);
  });
  test("and one for a host that is away the other way round", () => {
    const away = aStep("legal", { when: { attr: "host", op: "eq", value: "away" } });
    expect(told([away], at(both, [desk("smu.legal")]))).toEqual(["noDesk | steps.0.desk | legal | legal | home | hku HK>CN null"]);
  });
});

describe("the desk of a programme or a funder", () => {
  const programme = aStep("programme", { at: of("programme", "programme") });
  const funder = aStep("grants", { at: of("grants", "funder") });
  const zone = (staff: readonly string[], change: Partial<PlanDesk> = {}) => desk("hetao.programme", staff, { programmes: ["duty-free"], ...change });

  test("is not missed where there is none, and has officers where there is one", () => {
    expect(told([programme, funder], at(both, []))).toEqual([]);
    expect(told([programme], at(both, [zone([])]))).toEqual(["notStaffed | steps.0.desk | programme | hetao.programme | smu CN>HK hku"]);
    expect(told([funder], at(both, [desk("nsfc.grants", [], { programmes: ["terms"] })]))).toEqual(["notStaffed | steps.0.desk | grants | nsfc.grants | smu CN>HK hku"]);
    expect(told([programme], at(both, [zone(["one"])]))).toEqual([]);
  });

  test("is looked at for its own work alone: not a desk that runs none, nor one of another office", () => {
    expect(told([programme], at(both, [zone([], { programmes: [] }), zone([], { function: "customs" })]))).toEqual([]);
    const step = aStep("ethics", { at: of("programme", "home") });
    expect(told([step], at(both, [desk("smu.programme"), desk("hku.programme"), zone([])]))).toEqual([]);
  });

  test("is missed where another office would have to take its place", () => {
    expect(told([aStep("ethics", { at: of("ethics", "programme", "home") })], at(["smu"], []))).toEqual(["noDesk | steps.0.desk | ethics | ethics | programme, home | smu CN>HK null"]);
  });

  test("has enough officers for all of its steps together", () => {
    const steps = [programme, aStep("again", { needs: ["programme"], at: of("programme", "programme") })];
    expect([told(steps, at(both, [zone(["one"])])), told(steps, at(both, [zone(["one", "two"])]))]).toEqual([["nobodyLeft | steps.1.desk | again | hetao.programme | smu CN>HK hku"], []]);
  });
});

describe("an overdue step goes on", () => {
  const to = (next?: DeskSelector) => aStep("ethics", { clock: { workingDays: 5, pausedWhileReturned: true, ...(next && { escalatesTo: next }) } });
  test("to a desk that is there, which is told beside its own that is not", () => {
    expect(told([to(of("sign-off", "home", "host"))], at(["smu"], []))).toEqual(["noDesk | steps.0.desk | ethics | ethics | home | smu CN>HK null", "noDesk | steps.0.clock.escalatesTo | ethics | sign-off | home, host | smu CN>HK null"]);
    expect(told([to(of("sign-off", "home"))], at(["smu"], [desk("smu.sign-off")]))).toEqual(["noDesk | steps.0.desk | ethics | ethics | home | smu CN>HK null"]);
  });
  test("nowhere where it names no desk, or has no clock", () => {
    const there = at(["smu"], [desk("smu.ethics")]);
    expect([told([to()], there), told([aStep("ethics", { clock: null })], there)]).toEqual([[], []]);
  });
});

describe("a desk has as many officers as a step takes", () => {
  const vote = (present: "half" | number, carries: "majority" | number) => ({ vote: { present, carries, veto: false, casting: false } });
  const few = (mode: StepDefinition["mode"], officers: number) => told([aStep("ethics", { mode })], at(["smu"], [desk("smu.ethics", Array.from({ length: officers }, (_, n) => `officer ${n}`))]));
  const short = (has: number, takes: number) => [`tooFewOfficers | steps.0.mode | ethics | smu.ethics: ${has} | ${takes} | smu CN>HK null`];

  test("so many, one, or whoever there is", () => {
    expect([few(3, 2), few(3, 3), few("one", 1), few("all", 1)]).toEqual([short(2, 3), [], [], []]);
  });
  test("for a vote those who must be present, and those whose votes must carry it", () => {
    expect([few(vote(3, "majority"), 2), few(vote(3, "majority"), 3), few(vote("half", 4), 3), few(vote(2, 4), 3), few(vote("half", 4), 4), few(vote("half", "majority"), 1)]).toEqual([short(2, 3), [], short(3, 4), short(3, 4), [], []]);
  });
  test("for a vote of half more than half of them, who then have decided nothing else", () => {
    const steps = [aStep("first:ethics"), aStep("board:ethics", { needs: ["first"], mode: vote("half", "majority") })];
    const with_ = (...staff: readonly string[]) => told(steps, at(["smu"], [desk("smu.ethics", staff)]));
    expect([with_("a", "b"), with_("a", "b", "c")]).toEqual([["nobodyLeft | steps.1.desk | board | smu.ethics | smu CN>HK null"], []]);
  });
});

describe("steps that one officer may decide all of", () => {
  const kept = (id: string, change: Parameters<typeof aStep>[1] = {}) => aStep(id, { people: { keep: true }, ...change });
  const one = at(["smu"], [desk("smu.ethics", ["one"]), desk("smu.customs", ["one"])]);
  const two = at(["smu"], [desk("smu.ethics", ["one", "two"]), desk("smu.customs", ["one", "two"])]);
  const left = (step: number, id: string, does = "ethics") => [`nobodyLeft | steps.${step}.desk | ${id} | smu.${does} | smu CN>HK null`];

  test("are steps of one desk: at two desks the same person decides but one", () => {
    expect([told([kept("ethics"), kept("again:ethics")], one), told([kept("ethics"), kept("customs")], one)]).toEqual([[], left(1, "customs", "customs")]);
  });
  test("are not those where everybody is counted, who leave the count once they decided another", () => {
    expect(told([kept("ethics"), kept("all:ethics", { mode: "all" })], one)).toEqual(left(1, "all"));
    expect(told([kept("all:ethics", { mode: "all" }), kept("ethics")], one)).toEqual(left(1, "ethics"));
  });
  test("take as many as the one of them that takes most, whichever comes first", () => {
    expect(told([kept("a:ethics"), kept("b:ethics", { mode: 2 }), aStep("customs")], two)).toEqual(left(2, "customs", "customs"));
    expect(told([kept("b:ethics", { mode: 2 }), kept("a:ethics"), aStep("customs")], two)).toEqual(left(2, "customs", "customs"));
    expect(told([kept("a:ethics"), kept("b:ethics"), aStep("customs")], two)).toEqual([]);
  });
  test("are told as the first of them where nobody is left for any", () => {
    expect(told([aStep("customs"), kept("a:ethics"), kept("b:ethics")], one)).toEqual(left(1, "a"));
  });
});
