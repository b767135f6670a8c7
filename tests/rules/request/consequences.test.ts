import { describe, expect, test } from "vitest";
import { consequence, waitingForQuota } from "../../../lib/request/consequences.ts";
import { type Amendment, type LiveState, type Requirement, type RequestState } from "../../../lib/request/state.ts";
import type { Wait } from "../../../lib/request/waits.ts";
import type { JointOutcome } from "../../../lib/workflow/definition.ts";
import { type CaseStep, freshStep } from "../../../lib/workflow/progress.ts";
import { after, approved, endorsed, move, people, permitted, ready, stateOf, today } from "./builders.ts";

const opened = "2026-11-20T02:00:00Z";
const aStep = (id: string, change: Partial<CaseStep> = {}): CaseStep => ({
  ...freshStep({ id, desk: `smu.${id}`, side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: null, may: ["approve"] }), status: "open", since: opened, ...change,
});
const done = (outcome: "approved" | "rejected", change: Partial<CaseStep> = {}): Partial<CaseStep> => ({ status: "done", outcome, ...change });

/** What follows, as the type of the event and what it is about. */
function follows(state: RequestState, beside: { readonly today?: string; readonly waits?: readonly Wait[] } = {}): string | null {
  const next = consequence(state, { today, fresh: { permitNumber: "P", id: "i" }, waits: [], ...beside });
  if (next === null) return null;
  if (next.type === "step.settled") return ["settled", next.data.step, next.data.outcome, next.data.by, next.data.rule].join(" ");
  return next.type === "request.rejected" ? `rejected ${next.data.step}` : next.type;
}

const withSteps = (...steps: CaseStep[]) => ({ ...stateOf(endorsed()), steps });

describe("from the steps of a case follows", () => {
  test("nothing while one is open, the approval once each is over, and nothing of what is no request yet", () => {
    expect([follows(withSteps(aStep("a", done("approved")), aStep("b"))), follows(withSteps(aStep("a", done("approved")), aStep("b", { status: "cancelled", outcome: "dropped" }))), follows({ status: "none" })]).toEqual([null, "request.approved", null]);
  });

  test("the end by the last that rejected, also where others are open", () => {
    expect(follows(withSteps(aStep("a", done("rejected")), aStep("b", done("rejected")), aStep("c")))).toBe("rejected b");
  });

  test("the end where the step that was rejected, of a join that cannot fire any more, leaves nothing open", () => {
    const joint = { joint: true } as const;
    const last = aStep("last", { status: "waiting", since: null });
    expect([follows(withSteps(aStep("a", done("rejected", joint)), last)), follows(withSteps(aStep("a", done("rejected", joint)), aStep("b"), last)), follows(withSteps(aStep("a", done("approved")), last))]).toEqual(["rejected a", null, null]);
  });

  test("that what is left is settled, one after another, once a step opened that needs no more of them", () => {
    const settling = aStep("next", { needs: { join: 1, of: ["a", "b", "c"], settles: true } });
    const rest = (b: Partial<CaseStep>) => follows(withSteps(aStep("a", done("approved")), aStep("b", b), aStep("c", { status: "waiting" }), settling));
    expect([rest({}), rest(done("approved")), rest({ status: "cancelled" })]).toEqual(["settled b settled enough next", "settled c settled enough next", "settled c settled enough next"]);
    expect(follows(withSteps(aStep("a", done("approved")), aStep("b"), { ...settling, status: "waiting" }))).toBeNull();
  });
});

describe("a joint outcome", () => {
  const joint = { joint: true } as const;
  const outcome = (of: readonly CaseStep[], rule: Partial<JointOutcome> = {}) => follows({ ...withSteps(...of), outcome: { join: 1, of: ["a", "b"], settles: true, ...rule } as JointOutcome });

  test("is lost when too few can still approve, by the last that rejected, and not before", () => {
    expect([outcome([aStep("a", done("rejected", joint)), aStep("b", joint)]), outcome([aStep("a", done("rejected", joint)), aStep("b", done("rejected", joint))]), outcome([aStep("a", done("rejected", joint)), aStep("b", joint)], { join: "all" })]).toEqual([null, "rejected b", "rejected a"]);
  });

  test("is won when enough approved, and settles the rest only where it says so", () => {
    const won = [aStep("a", done("approved", joint)), aStep("b", joint)];
    expect([outcome(won), outcome(won, { settles: undefined }), outcome(won, { join: "all" }), outcome([aStep("a", done("approved", joint)), aStep("b", done("rejected", joint))])]).toEqual(["settled b settled joint ", null, null, "request.approved"]);
  });
});

describe("a vote", () => {
  const board = (votes: readonly ("for" | "against")[], change: Partial<CaseStep> = {}) =>
    follows(withSteps(aStep("board", { members: ["a", "b"], vote: { present: "half", carries: "majority", veto: false, casting: true }, ballots: votes.map((vote, at) => ({ person: ["a", "b"][at] ?? "", vote, at: opened, seq: at })), ...change })));

  test("ends its step as it came out; a tie waits for the head, who breaks it either way", () => {
    expect([board(["for"]), board(["for", "for"]), board(["against", "against"]), board(["for", "against"])]).toEqual([null, "settled board approved vote ", "settled board rejected vote ", null]);
    const casting = (vote: "for" | "against") => board(["for", "against"], { casting: { person: "head", vote, at: opened, seq: 9 } });
    expect([casting("for"), casting("against")]).toEqual(["settled board approved vote ", "settled board rejected vote "]);
    // A casting vote says nothing where there is no tie.
    expect(board(["for"], { casting: { person: "head", vote: "for", at: opened, seq: 9 } })).toBeNull();
  });
});

test("where everybody decides a step is over once all who are left have, and not while nobody did", () => {
  const decided = (outcome: "approved" | "approved-with-conditions") => ({ person: "a", at: opened, outcome, seq: 1 });
  const all = (change: Partial<CaseStep>) => follows(withSteps(aStep("all", { everybody: true, decisionsNeeded: 1, ...change })));
  expect([all({ decisions: [decided("approved")] }), all({ decisions: [decided("approved"), decided("approved-with-conditions")] }), all({ decisions: [decided("approved")], decisionsNeeded: 2 }), all({ decisionsNeeded: 0 })]).toEqual(["settled all approved everybody ", "settled all approved-with-conditions everybody ", null, null]);
  // So it is where its case was moved to a version that asks for no more than had signed.
  expect(follows(withSteps(aStep("one", { decisions: [decided("approved")], decisionsNeeded: 1 })))).toBe("settled one approved signatures ");
});

describe("an authority's answer", () => {
  const paper = (id: string, change: Partial<Requirement> = {}): Requirement => ({ id, regime: id, type: "permit" as Requirement["type"], due: "before-permit", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null, ...change });
  const answer = (requirements: readonly Requirement[], change: Partial<CaseStep> = {}) => follows({ ...withSteps(aStep("authority", { awaits: { requirements: ["x", "y"], keeps: false }, ...change })), requirements });
  const came = (status: Requirement["status"], recordedAt = opened) => ({ status, recordedAt });

  test("approves its step once all are in, and rejects it with the first that is no", () => {
    expect([answer([paper("x", came("granted")), paper("y")]), answer([paper("x", came("granted")), paper("y", came("granted"))]), answer([paper("x", came("refused")), paper("y")]), answer([paper("x", came("granted")), paper("y", { status: "waived" })])]).toEqual([null, "settled authority approved requirement y", "settled authority rejected requirement x", "settled authority approved requirement y"]);
    // Another answer says nothing here, and a licence that is only filed is none yet.
    expect([answer([paper("z", came("refused"))]), answer([paper("x", came("filed")), paper("y", came("granted"))])]).toEqual([null, null]);
  });

  test("counts from when the step opened, at that instant too; what came before only where it is kept", () => {
    const [early, kept] = [opened.replace("T02", "T01"), { awaits: { requirements: ["x"], keeps: true } }];
    const one = (recordedAt: string, change: Partial<CaseStep> = {}) => answer([paper("x", came("granted", recordedAt))], { awaits: { requirements: ["x"], keeps: false }, ...change });
    expect([one(opened), one(early), one(early, kept), one(opened, { since: null }), answer([paper("x", { status: "granted" })])]).toEqual(["settled authority approved requirement x", null, "settled authority approved requirement x", null, null]);
    expect([answer([paper("x", came("refused", early))]), answer([paper("x", came("refused", early))], kept)]).toEqual([null, "settled authority rejected requirement x"]);
  });
});

describe("a permit follows an approval", () => {
  const waiting = (requirements: readonly Requirement[] = [], beside: Parameters<typeof follows>[1] = {}) => follows({ ...stateOf(approved()), requirements }, beside);
  const due = (when: Requirement["due"]): Requirement[] => [{ id: "x", regime: "x", type: "document", due: when, uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null }];
  const wait = (standing: Wait["standing"]): Wait => ({ dossier: "d", request: "r", number: "CW-1", until: "approved", step: null, standing }) as Wait;

  test("once what is due before it is there; what is due later does not hold it", () => {
    expect([waiting(), waiting(due("before-submission")), waiting(due("before-permit")), waiting(due("before-crossing"))]).toEqual(["permit.issued", null, null, "permit.issued"]);
  });

  test("until the last day on which anything may cross, and not while another request is waited for", () => {
    const { to } = stateOf(approved()).window;
    expect([waiting([], { today: to }), waiting([], { today: "2027-01-01" }), waiting([], { waits: [wait("met")] }), waiting([], { waits: [wait("open" as Wait["standing"])] }), waiting([], { waits: [wait("ended")] })]).toEqual(["permit.issued", null, "permit.issued", null, null]);
  });

  test("once: nothing follows from a permit that is there", () => expect(follows(stateOf(permitted()))).toBeNull());
});

describe("an amended permit follows an agreement", () => {
  const agreed = (change: Partial<Amendment> = {}, state: Partial<LiveState> = {}, beside: Parameters<typeof follows>[1] = {}) => {
    const asked = stateOf(after(ready(), [people.requester, { type: "amend", facts: { "sample.quantity": 20 }, reason: "Fewer patients." }]));
    if (!asked.amendment) throw new Error("no amendment");
    return follows({ ...asked, ...state, amendment: { ...asked.amendment, requirements: [], agreed: true, ...change } } as LiveState, beside);
  };
  const open: Requirement = { id: "x", regime: "x", type: "document", due: "before-permit", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null };
  const crossed = (value: string) => ({ movements: stateOf(after(ready(), [people.requester, move(value)])).movements });

  test("once what is due before it is there, until the last day asked for", () => {
    expect([agreed(), agreed({ requirements: [open] }), agreed({ requirements: [{ ...open, due: "before-crossing" }] })]).toEqual(["permit.amended", null, "permit.amended"]);
    const { to } = stateOf(ready()).window;
    expect([agreed({}, {}, { today: to }), agreed({}, {}, { today: "2027-01-01" })]).toEqual(["permit.amended", null]);
  });

  test("unless more has crossed meanwhile than it would allow, to the last of it", () => {
    expect([agreed({}, crossed("19")), agreed({}, crossed("20")), agreed({}, crossed("21"))]).toEqual(["permit.amended", "permit.amended", null]);
  });

  test("not before every desk has agreed, nor for a request without a permit", () => {
    expect(agreed({ agreed: false })).toBeNull();
    expect(agreed({}, { permit: null } as Partial<LiveState>)).toBeNull();
  });
});

describe("what waits for its quota", () => {
  const reserves = { organisation: "smu", quota: "q", year: 2026, amount: { value: "1", unit: "tube" } };
  const over = aStep("authority", { awaits: { requirements: [], keeps: true }, reserves, everybody: true, decisionsNeeded: 1, decisions: [{ person: "a", at: opened, outcome: "approved", seq: 1 }] });
  const waits = (change: Partial<LiveState>, step: Partial<CaseStep> = {}) => waitingForQuota({ ...withSteps({ ...over, ...step }), ...change } as LiveState, today).map(({ id }) => id);
  test("is an open step that is over and takes something, while its request or its amendment is decided", () => {
    expect([waits({ status: "submitted" }), waits({ status: "in-review" }), waits({ status: "approved" }), waits({ status: "in-review" }, { status: "done" })]).toEqual([["authority"], ["authority"], [], []]);
    expect([waits({ status: "permitted", amendment: { agreed: false } } as Partial<LiveState>), waits({ status: "permitted", amendment: { agreed: true } } as Partial<LiveState>)]).toEqual([["authority"], []]);
  });
  test("is nothing while an appeal is looked at, and no rejection, which takes nothing", () => {
    const appeal = (outcome: "upheld" | null) => ({ appeal: { at: "", person: null, reason: { digest: "" }, against: "x", outcome } });
    expect([waits(appeal(null)), waits(appeal("upheld"))]).toEqual([[], ["authority"]]);
    const lost = { everybody: undefined, members: ["a", "b"], vote: { present: "half", carries: "majority", veto: false, casting: false }, ballots: ["a", "b"].map((person) => ({ person, vote: "against", at: opened, seq: 1 })) } as unknown as Partial<CaseStep>;
    expect(waits({}, lost)).toEqual([]);
    expect(consequence({ ...withSteps({ ...over, ...lost }) } as LiveState, { today, fresh: { permitNumber: "P", id: "i" }, waits: [], holdsBack: { but: [] } })).toMatchObject({ type: "step.settled", data: { outcome: "rejected" } });
  });
});
