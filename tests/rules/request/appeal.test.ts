import { describe, expect, test } from "vitest";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { appealableUntil } from "../../../lib/request/commands/appeal.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { aContext, aPerson, after, type Case, codes, endorsed, give, must, outcomeOf, people, stateOf, whyNot } from "./builders.ts";

const why = { reason: "The cabinet is there." };
const rejected = () => after(endorsed(), [people.ethics, { type: "approve", step: "ethics" }], [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] }]);
const second = aPerson("second", [["desk-officer", { kind: "desk", id: "smu.biosafety" }]]);
const desks = aContext(people.requester).desks.map((desk) => (desk.id === "smu.biosafety" ? { ...desk, staff: [second.id] } : desk));
const appealed = () => must(give(rejected(), people.requester, { type: "appeal", ...why }, { desks }));
const decide = (outcome: "upheld" | "overturned") => ({ type: "decideAppeal" as const, step: "appeal", outcome, reason: "I looked again." });
const rounds = (one: Case) => stateOf(one).steps.map(({ id, status, round, outcome }) => `${id} ${round} ${status}${outcome ? ` ${outcome}` : ""}`);

describe("an appeal", () => {
  test("goes to the same office of the other side, where nobody took part", () => {
    expect(stateOf(appealed())).toMatchObject({ status: "in-review", appeal: { against: "biosafety", outcome: null } });
    expect(stateOf(appealed()).steps.at(-1)).toMatchObject({ id: "appeal", desk: "smu.biosafety", status: "open", round: 1 });
  });

  test("has the time of the side that looks again, by that side's calendar; the joint one's of both", () => {
    const clockAt = (id: string) => {
      const only = desks.map((desk) => ({ ...desk, staff: desk.id === id ? [second.id] : [] }));
      const outcome = outcomeOf(rejected(), people.requester, { type: "appeal", ...why }, { desks: only });
      return "events" in outcome && outcome.events[0]?.type === "request.appealed" ? [outcome.events[0].data.side, outcome.events[0].data.clock.calendars] : whyNot(outcome);
    };
    expect([clockAt("smu.biosafety"), clockAt("hku.biosafety"), clockAt("hku.acceptance"), clockAt("smu.sign-off")]).toEqual([["origin", ["CN"]], ["destination", ["HK"]], ["destination", ["HK"]], ["origin", ["CN"]]]);
    expect(clockAt("nobody")).toEqual([["noAppealDesk", undefined, undefined]]);
  });

  test("overturned, the request goes on where it stopped; the first decision stays in the history", () => {
    const done = must(give(appealed(), second, decide("overturned")));
    expect(rounds(done)).toEqual(["endorsement 1 done approved", "biosafety 1 done approved", "ethics 1 done approved", "sign-off 1 open", "acceptance 1 open", "appeal 1 done overturned"]);
    expect(stateOf(done).steps.find(({ id }) => id === "biosafety")?.decisions.map(({ outcome }) => outcome)).toEqual(["rejected", "overturned"]);
    expect(done.events.filter(({ type }) => type === "request.rejected")).toHaveLength(1);
    expect(stateOf(after(done, [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }])).status).toBe("approved");
    expect(replay(done.events)).toEqual(stateOf(done));
  });

  test("upheld, it stays rejected, and is not looked at again", () => {
    const done = must(give(appealed(), second, decide("upheld")));
    expect([stateOf(done).status, rounds(done).at(-1)]).toEqual(["rejected", "appeal 1 done upheld"]);
    expect(codes(give(done, people.requester, { type: "appeal", ...why }, { desks }))).toEqual(["appealedAlready"]);
  });

  test("nobody who took part decides it: not who rejected, not who approved, not the endorser, the requester or the team, though they staff the desk", () => {
    const desk = ["desk-officer", { kind: "desk", id: "smu.biosafety" }] as const;
    for (const who of [people.biosafety, people.ethics, people.pi, people.requester, people.teammate]) {
      const there = { ...who, grants: [...who.grants, ...aPerson("x", [desk]).grants] };
      expect([who.name, codes(give(appealed(), there, decide("upheld")))]).toEqual([who.name, ["notIndependent"]]);
    }
    for (const who of [people.signOff, people.auditor, people.stranger]) expect(codes(give(appealed(), who, decide("upheld")))).toEqual(["notPermitted"]);
    expect(codes(give(appealed(), second, { type: "approve", step: "appeal" }))).toContain("notAllowedAtStep");
  });

  test("nor who advised on the request, nor who stands in for its requester or for somebody who decided; a desk of nobody else looks at none", () => {
    const asked = must(give(endorsed(), people.biosafety, { type: "refer", step: "biosafety", to: second.id, question: "Is there a cabinet?" }, { named: second }));
    const advised = after(asked, [second, { type: "advise", step: "biosafety", text: "No.", recommends: "no" }], [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] }]);
    const staff = (...ids: string[]) => ({ desks: desks.map((desk) => ({ ...desk, staff: ids })) });
    expect(codes(give(advised, people.requester, { type: "appeal", ...why }, staff(second.id)))).toEqual(["noAppealDesk"]);
    const other = must(give(advised, people.requester, { type: "appeal", ...why }, staff(second.id, "person-third")));
    expect(codes(give(other, second, decide("upheld")))).toEqual(["notIndependent"]);
    for (const { id } of [people.requester, people.biosafety, people.pi]) expect(codes(give(appealed(), { ...second, standsIn: [id] }, decide("upheld")))).toEqual(["notIndependent"]);
    expect(codes(give(appealed(), { ...second, standsIn: [people.stranger.id] }, decide("upheld")))).toEqual([]);
  });

  test("is decided once, by one, while it is open; whoever was asked and has not advised may", () => {
    const over = must(give(appealed(), second, decide("overturned")));
    expect(whyNot(outcomeOf(over, second, decide("upheld")))).toEqual([["stepNotOpen", "step", { step: "appeal", status: "done" }]]);
    expect(whyNot(outcomeOf(must(give(appealed(), second, decide("upheld"))), second, decide("upheld")))).toEqual([["wrongStatus", undefined, { status: "rejected" }]]);
    const head = aPerson("head-2", [["desk-lead", { kind: "desk", id: "smu.biosafety" }]]);
    expect(whyNot(outcomeOf(appealed(), head, { type: "addReviewer", step: "appeal", to: "x", ...why }, { named: second }))).toEqual([["notAllowedAtStep", undefined, { step: "appeal" }]]);
    const asked = after(must(give(endorsed(), people.biosafety, { type: "refer", step: "biosafety", to: second.id, question: "Is there a cabinet?" }, { named: second })), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No." }] }]);
    expect(codes(give(must(give(asked, people.requester, { type: "appeal", ...why }, { desks })), second, decide("upheld")))).toEqual([]);
  });

  test("is not decided by who stands aside at it, nor past a colleague who has it, nor while it is put aside", () => {
    const desk = { kind: "desk", id: "smu.biosafety" } as const;
    const [third, head] = [aPerson("third", [["desk-officer", desk]]), aPerson("head-2", [["desk-lead", desk]])];
    const aside = after(appealed(), [second, { type: "recuse", step: "appeal", reason: "My cousin." }]);
    expect([codes(give(aside, second, decide("upheld"))), codes(give(aside, third, decide("upheld")))]).toEqual([["recused"], []]);
    const held = after(appealed(), [second, { type: "claim", step: "appeal" }]);
    expect([second, third, head].map((who) => codes(give(held, who, decide("upheld"))))).toEqual([[], ["heldByOther"], []]);
    const later = after(held, [second, { type: "suspendStep", step: "appeal", reason: "The file is on its way." }]);
    expect([codes(give(later, second, decide("upheld"))), codes(give(after(later, [second, { type: "resumeStep", step: "appeal" }]), second, decide("upheld")))]).toEqual([["stepSuspended"], []]);
  });

  test("is decided by whom it was handed to, in the place of whoever did, and by the substitute of one who stands aside", () => {
    const desk = { kind: "desk", id: "smu.biosafety" } as const;
    const [third, elsewhere] = [aPerson("third", [["desk-officer", desk]]), aPerson("elsewhere", [["desk-officer", { kind: "desk", id: "smu.legal" }]])];
    const handed = must(give(appealed(), second, { type: "delegate", step: "appeal", to: third.id, ...why }, { named: third }));
    expect(must(give(handed, third, decide("upheld"))).events.at(-1)).toMatchObject({ type: "appeal.decided", actor: { person: third.id, for: second.id } });
    const head = aPerson("head-2", [["desk-lead", desk]]);
    const substituted = must(give(after(appealed(), [second, { type: "recuse", step: "appeal", reason: "My cousin." }]), head, { type: "nameSubstitute", step: "appeal", to: elsewhere.id, ...why }, { named: elsewhere }));
    expect(codes(give(appealed(), elsewhere, decide("upheld")))).toEqual(["notPermitted"]);
    expect(codes(give(substituted, elsewhere, decide("upheld")))).toEqual([]);
  });

  test("has ten working days, which stand while the requester owes an answer, by the calendars of its places", () => {
    const outcome = outcomeOf(rejected(), people.requester, { type: "appeal", ...why }, { desks });
    expect("events" in outcome && outcome.events[0]).toEqual({ type: "request.appealed", data: { reason: { say: why.reason, readers: null }, against: "biosafety", desk: "smu.biosafety", side: "origin", clock: { workingDays: 10, pausedWhileReturned: true, calendars: ["CN"] } } });
    expect(whyNot(outcomeOf(endorsed(), people.teammate, { type: "appeal", ...why }, { desks }))).toEqual([["wrongStatus", undefined, { status: "in-review" }]]);
    const until = (jurisdiction: "CN" | "HK") => appealableUntil({ rejection: { at: "2026-12-22T02:00:00.000Z" }, home: { jurisdiction } } as Parameters<typeof appealableUntil>[0], { workflow: null });
    // Christmas is a holiday in Hong Kong and none on the Mainland.
    expect([until("CN"), until("HK")]).toEqual(["2027-01-12", "2027-01-14"]);
  });

  test("whoever decided it decides no other step", () => {
    const both = { ...second, grants: [...second.grants, ...aPerson("x", [["desk-officer", { kind: "desk", id: "smu.sign-off" }]]).grants] };
    const done = must(give(appealed(), both, decide("overturned")));
    expect(codes(give(done, both, { type: "approve", step: "sign-off" }))).toEqual(["decidedAnotherStep"]);
  });

  test("is the requester's, in fifteen working days or as many as the definition says, of what was rejected", () => {
    for (const who of [people.biosafety, people.auditor]) expect(codes(give(rejected(), who, { type: "appeal", ...why }, { desks }))).toEqual(["notPermitted"]);
    expect(codes(give(rejected(), people.teammate, { type: "appeal", ...why }, { desks }))).toEqual(["notRequester"]);
    expect(codes(give(endorsed(), people.requester, { type: "appeal", ...why }, { desks }))).toEqual(["wrongStatus"]);
    expect(codes(give(rejected(), people.requester, { type: "appeal", ...why }, { desks, today: "2026-12-15" }))).toEqual([]);
    expect(codes(give(rejected(), people.requester, { type: "appeal", ...why }, { desks, today: "2026-12-16" }))).toEqual(["appealTooLate"]);
    const short = { definition: { ...sampleWorkflow, appeal: { workingDays: 3 } }, digest: "0".repeat(64) };
    expect(codes(give(rejected(), people.requester, { type: "appeal", ...why }, { desks, workflow: short, today: "2026-11-30" }))).toEqual(["appealTooLate"]);
  });

  test("is refused where everybody took part", () => {
    const tookPart = aContext(people.requester).desks.map((desk) => ({ ...desk, staff: [people.biosafety.id, people.pi.id] }));
    expect(codes(give(rejected(), people.requester, { type: "appeal", ...why }, { desks: tookPart }))).toEqual(["noAppealDesk"]);
  });
});

describe("WCP 19, 20, 25–27: dropping a step", () => {
  const lead = aPerson("lead", [["desk-lead", { kind: "desk", id: "smu.ethics" }]]);
  const drop = (step: string) => ({ type: "dropStep" as const, step, reason: "Not needed any more." });

  test("ends that step alone: nothing decided is lost, and the rest goes on", () => {
    const one = after(after(endorsed(), [people.biosafety, { type: "approve", step: "biosafety" }]), [lead, drop("ethics")]);
    expect(rounds(one)).toEqual(["endorsement 1 done approved", "biosafety 1 done approved", "ethics 1 cancelled dropped", "sign-off 1 open", "acceptance 1 open"]);
    expect(codes(give(one, people.ethics, { type: "approve", step: "ethics" }))).toEqual(["stepNotOpen"]);
    expect(replay(one.events)).toEqual(stateOf(one));
  });

  test("stays dropped through a return, until what it concerns changes", () => {
    const returned = after(endorsed(), [lead, drop("ethics")], [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]);
    const again = (facts: object) => rounds(after(returned, [people.requester, { type: "resubmit", facts, answers: [] }])).find((row) => row.startsWith("ethics"));
    expect(again({ "sample.quantity": 12 })).toBe("ethics 1 cancelled dropped");
    expect(again({ "sample.hgr_material": "none" })).toBe("ethics 2 waiting");
  });

  test("is not for a head who stands aside at it", () => {
    const aside = after(endorsed(), [lead, { type: "recuse", step: "ethics", reason: "My student." }]);
    expect(codes(give(aside, lead, drop("ethics")))).toEqual(["headAside"]);
  });

  test("is for the head of its desk, and for the requester only where the definition says so; what answers for the whole is never dropped", () => {
    for (const who of [people.ethics, people.requester, people.auditor, people.biosafety]) expect(codes(give(endorsed(), who, drop("ethics")))).toEqual(["notPermitted"]);
    expect(codes(give(endorsed(), people.signOff, drop("sign-off")))).toEqual(["stepNeeded"]);
    expect(codes(give(endorsed(), lead, drop("nothing")))).toEqual(["unknownStep"]);
    const open = stateOf(endorsed());
    const free = { target: { at: "live" as const, state: { ...open, steps: open.steps.map((step) => (step.id === "ethics" ? { ...step, droppable: ["requester" as const] } : step)) } }, events: endorsed().events };
    expect(codes(give(free, people.requester, drop("ethics")))).toEqual([]);
    expect(codes(give(free, people.teammate, drop("ethics")))).toEqual(["notPermitted"]);
  });
});
