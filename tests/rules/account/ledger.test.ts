import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { blockersOf } from "../../../lib/request/blockers.ts";
import { AccountHappening } from "../../../lib/account/events.ts";
import { type AccountState, evolveAccount } from "../../../lib/account/evolve.ts";
import { type AccountStanding, afterEntry, ledgerOf, leftOf } from "../../../lib/account/ledger.ts";
import { accountId, accountStream } from "../../../lib/account/quota.ts";
import { SetQuota, setQuota } from "../../../lib/account/set-quota.ts";
import { accountVisibility } from "../../../lib/account/visibility.ts";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { type CommandType, ruleFor } from "../../../lib/request/command.ts";
import type { Context } from "../../../lib/request/context.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { approve, aStep, aWorkflow, caseOf, granted, lead, type Move, officer, submit } from "../patterns/play.ts";
import { aContext, aPerson, people, serum } from "../request/builders.ts";

const key = { organisation: "smu", quota: "human-plasma", year: 2026 } as const;
const nothing = { reserved: "0", used: "0" };
const account = (change: Partial<AccountStanding> = {}): AccountStanding => ({ ...key, desk: "smu.ethics", limit: { value: "100", unit: "mL" }, reserved: "0", used: "0", own: nothing, ...change });
const reserves = { quota: "human-plasma", unit: "mL", fact: "sample.quantity" } as const;
/** One request that takes from the account, which follows along with every act. */
function taking(workflow = aWorkflow([aStep("ethics", { reserves }), aStep("sign-off", { needs: ["ethics"] })]), quantity = 30) {
  const so = caseOf(workflow, { facts: { ...serum, "sample.quantity": quantity } });
  let stands = account();
  const act = {
    play(...moves: readonly Move[]) {
      for (const [actor, command, change] of moves) {
        const before = so.entries().length;
        so.play([actor, command, { accounts: [stands], ...change }]);
        stands = so.entries().slice(before).map(({ happening }) => happening).reduce(afterEntry, stands);
      }
      return act;
    },
    own: () => stands.own,
    why: () => so.entries().map(({ happening: { type, data } }) => `${type} ${data.amount.value} ${data.because}`),
    so,
  };
  return act.play(submit);
}
const permits = ["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => granted(id));
const before = ["int-un3373", "int-dry-ice"].map((id) => granted(id));
const moved = (value: string): Move => [people.requester, { type: "recordMovement", direction: "out", quantity: { value, unit: "container" }, at: "2026-11-24T01:00:00Z" }];
const [ethics, signOff] = [approve("ethics"), approve("sign-off")];

describe("what a request takes from a quota", () => {
  test("is set aside by the decision, and let go when it is rejected or withdrawn", () => {
    expect(taking().own()).toEqual(nothing);
    expect(taking().play(ethics).own()).toEqual({ reserved: "30", used: "0" });
    const ends: readonly Move[] = [[lead("sign-off"), { type: "reject", step: "sign-off", reasons: [{ code: "risk", text: "No." }] }], [people.requester, { type: "withdraw", reason: "No." }]];
    for (const end of ends) expect(taking().play(ethics, end).own()).toEqual(nothing);
  });

  test("follows what crosses, and what did not cross is let go at the end", () => {
    const crossed = taking().play(ethics, signOff, ...permits, ...before, moved("12"));
    expect(crossed.own()).toEqual({ reserved: "18", used: "12" });
    const ends: readonly Move[] = [[people.requester, { type: "close" }], [lead("sign-off"), { type: "revoke", reason: "x" }], [{ kind: "worker" }, { type: "expire" }, { today: "2027-02-01", now: "2027-02-01T01:00:00.000Z" }]];
    for (const end of ends) {
      const over = taking().play(ethics, signOff, ...permits, ...before, moved("12"), end);
      expect(over.own()).toEqual({ reserved: "0", used: "12" });
      expect(over.why().at(-1)).toMatch(/^quota\.released 18 /);
    }
  });

  test("is let go while its step is decided anew, because the answer that it follows changed; not because of another", () => {
    const back: Move = [officer("sign-off"), { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }];
    const answer = (facts: object): Move => [people.requester, { type: "resubmit", facts, answers: [] }];
    const only = aWorkflow([aStep("ethics", { reserves, when: { attr: "findings", op: "contains", value: "cn-hgr-scope-determination" } }), aStep("sign-off", { needs: ["ethics"] })]);
    const again = taking(only).play(ethics, back, answer({ "sample.quantity": 12 }));
    expect([again.own(), again.so.steps("open")]).toEqual([nothing, ["ethics"]]);
    expect(again.play(approve("ethics", officer("ethics"))).own()).toEqual({ reserved: "12", used: "0" });
    expect(taking(only).play(ethics, back, answer({ "sample.un": "UN2814" })).own()).toEqual({ reserved: "30", used: "0" });
  });

  test("amended to more takes the difference with the decision, to less lets it go once the amendment is in force, and refused stays as it was", () => {
    const holds = () => taking().play(ethics, signOff, ...permits);
    const amend = (quantity: number): Move => [people.requester, { type: "amend", facts: { "sample.quantity": quantity }, reason: "x" }];
    const more = holds().play(amend(40));
    expect([more.own(), more.play(ethics).own(), more.play(signOff).own()]).toEqual([{ reserved: "30", used: "0" }, { reserved: "40", used: "0" }, { reserved: "40", used: "0" }]);
    const less = holds().play(amend(20), ethics);
    expect([less.own(), less.play(signOff).own()]).toEqual([{ reserved: "30", used: "0" }, { reserved: "20", used: "0" }]);
    expect(holds().play(amend(40), ethics, [lead("sign-off"), { type: "reject", step: "sign-off", reasons: [{ code: "risk", text: "No." }] }]).own()).toEqual({ reserved: "30", used: "0" });
  });

  test("counts a request as one where no answer says how much, and takes nothing where the answer is nought", () => {
    const counted = aWorkflow([aStep("ethics", { reserves: { quota: "human-plasma", unit: "mL" } })]);
    expect(taking(counted).play(ethics).own().reserved).toBe("1");
    expect(taking(aWorkflow([aStep("ethics", { reserves: { ...reserves, fact: "sample.nothing" } })])).play(ethics).own()).toEqual(nothing);
  });

  test("is refused in another unit than the quota's", () => {
    const so = caseOf(aWorkflow([aStep("ethics", { reserves })])).play(submit);
    expect(so.refused(officer("ethics"), { type: "approve", step: "ethics" }, { accounts: [account({ limit: { value: "100", unit: "g" } })] })).toEqual(["wrongUnit"]);
  });

  test("keeps nobody from voting: the step waits until the quota has enough, and closing the vote says that it has not", () => {
    const vote = { type: "vote", step: "ethics", vote: "for", casting: false } as const;
    const [short, enough] = [{ accounts: [account({ used: "71" })] }, { accounts: [account({ used: "70" })] }];
    const voted = () => caseOf(aWorkflow([aStep("ethics", { reserves, mode: { vote: { present: "half", carries: "majority", veto: false, casting: false } } })])).play(submit, [officer("ethics"), vote]);
    const ethicsOf = (so: ReturnType<typeof voted>) => so.state().steps.map(({ status, outcome, ballots }) => [status, outcome, ballots.length]);
    expect(ethicsOf(voted().play([officer("ethics-2"), vote, enough]))).toEqual([["done", "approved", 2]]);
    const waiting = voted().play([officer("ethics-2"), vote, short]);
    expect([ethicsOf(waiting), waiting.entries()]).toEqual([[["open", null, 2]], []]);
    const blocked = (so: typeof waiting) => blockersOf(so.state(), { today: "2026-11-24", waits: [], desks: [] }).filter(({ step }) => step !== undefined);
    expect([blocked(waiting), blocked(voted())]).toEqual([[{ code: "stepOpen", by: "desk", step: "ethics" }, { code: "quotaExceeded", by: "desk", step: "ethics" }], [{ code: "stepOpen", by: "desk", step: "ethics" }]]);
    const told = (so: typeof waiting) => noticesFor(so.events().at(-1) as RequestEvent, replay(so.events().slice(0, -1)), so.state()).map(({ code, to, step }) => [code, to.as, "heads" in to, step]);
    const whoWaits = [["quotaShort", "desk", true, "ethics"], ["quotaShort", "requester", false, "ethics"]];
    expect([told(waiting), told(voted()), told(waiting.play([people.requester, { type: "comment", audience: "requester", text: "When?" }, short])).filter(([code]) => code === "quotaShort")]).toEqual([whoWaits, [], []]);
    const worker = { kind: "worker" } as const;
    expect([waiting.refused(worker, { type: "goOn" }, short), voted().refused(worker, { type: "goOn" }, enough)]).toEqual([["quotaExceeded"], ["nothingChanged"]]);
    expect(waiting.refused(lead("ethics"), { type: "closeVote", step: "ethics" }, short)).toEqual(["quotaExceeded"]);
    const talked = waiting.play([people.requester, { type: "comment", audience: "requester", text: "When?" }, short]);
    expect(ethicsOf(talked)).toEqual([["open", null, 2]]);
    const closed = talked.play([lead("ethics"), { type: "closeVote", step: "ethics" }, enough]);
    expect([ethicsOf(closed), closed.entries().map(({ happening: { type, data } }) => [type, data.amount.value])]).toEqual([[["done", "approved", 2]], [["quota.reserved", "30"]]]);
  });

  const [tooLittle, justEnough] = [{ accounts: [account({ used: "71" })] }, { accounts: [account({ used: "70" })] }];
  test("is told to whoever looks at the step, of what takes from it and of nothing else: not of saying no, of asking back, or of a signature that is not the last", () => {
    const told = (so: ReturnType<typeof caseOf>, type: CommandType, change: Partial<Context>, step = "ethics") => ruleFor(type).may({ at: "live", state: so.state() }, aContext(officer(step), change), step).map(({ code }) => code);
    const so = caseOf(aWorkflow([aStep("ethics", { reserves }), aStep("biosafety", { reserves: { ...reserves, quota: "other" } })])).play(submit);
    for (const type of ["approve", "approveWithConditions"] as const) expect([told(so, type, tooLittle), told(so, type, justEnough), told(so, type, justEnough, "biosafety")]).toEqual([["quotaExceeded"], [], ["noQuota"]]);
    for (const type of ["reject", "return"] as const) expect(told(so, type, tooLittle)).toEqual([]);
    const both = caseOf(aWorkflow([aStep("ethics", { mode: 2, reserves })])).play(submit);
    expect(told(both, "approve", tooLittle)).toEqual([]);
    expect(told(both.play(approve("ethics", officer("ethics-2"))), "approve", tooLittle)).toEqual(["quotaExceeded"]);
    expect(told(so.play([officer("ethics"), { type: "approve", step: "ethics" }, justEnough]), "approve", tooLittle)).not.toContain("quotaExceeded");
  });

  test("is waited for, too, where the last who has not decided stands aside", () => {
    const so = caseOf(aWorkflow([aStep("ethics", { mode: "all", reserves })])).play(submit, [officer("ethics-2"), { type: "approve", step: "ethics" }, justEnough], [lead("ethics-3"), { type: "approve", step: "ethics" }, justEnough], [officer("ethics"), { type: "recuse", step: "ethics", reason: "She is my sister." }, tooLittle]);
    const short = () => blockersOf(so.state(), { today: "2026-11-24", waits: [], desks: [] }).some(({ code, step }) => code === "quotaExceeded" && step === "ethics");
    expect([so.steps("open"), so.entries(), short()]).toEqual([["ethics"], [], true]);
    expect(so.refused({ kind: "worker" }, { type: "goOn" }, tooLittle)).toEqual(["quotaExceeded"]);
    expect(so.refused(people.requester, { type: "goOn" }, justEnough)).toEqual(["notPermitted"]);
    so.play([{ kind: "worker" }, { type: "goOn" }, justEnough]);
    expect([so.steps("open"), so.outcomes().ethics, so.entries().map(({ happening: { type, data } }) => [type, data.amount.value]), short()]).toEqual([[], "approved", [["quota.reserved", "30"]], false]);
  });

  test("keeps no other step waiting: of two votes that are over, the one whose quota has enough goes on, and its vote is closed, while the other waits", () => {
    const vote = { type: "vote", step: "ethics", vote: "for", casting: false } as const;
    const mode = { vote: { present: "half", carries: "majority", veto: false, casting: false } } as const;
    const other = { ...key, quota: "plasma-lots" };
    const both = aWorkflow([aStep("ethics", { reserves, mode }), aStep("biosafety", { reserves: { ...reserves, quota: other.quota }, mode })]);
    const [none, lots] = [account({ ...key, used: "71" }), account({ ...other, desk: "smu.biosafety" })];
    const [neither, one] = [{ accounts: [none, { ...lots, used: "100" }] }, { accounts: [none, lots] }];
    const voted = (change: typeof neither) => caseOf(both).play(submit, ...["ethics", "biosafety"].flatMap((step) => [step, `${step}-2`].map((name): Move => [officer(name), { ...vote, step }, change])));
    const taken = (so: ReturnType<typeof voted>) => so.entries().map(({ key: { quota }, happening: { type } }) => [quota, type]);
    const waiting = voted(neither);
    expect([waiting.steps("open"), taken(waiting), waiting.refused({ kind: "worker" }, { type: "goOn" }, neither)]).toEqual([["ethics", "biosafety"], [], ["quotaExceeded", "quotaExceeded"]]);
    const gone = waiting.play([{ kind: "worker" }, { type: "goOn" }, one]);
    expect([gone.steps("open"), taken(gone)]).toEqual([["ethics"], [["plasma-lots", "quota.reserved"]]]);
    expect(voted(one).steps("open")).toEqual(["ethics"]);
    const closing: Move = [lead("biosafety"), { type: "closeVote", step: "biosafety" }, one];
    expect(waiting.refused(lead("ethics"), { type: "closeVote", step: "ethics" }, one)).toEqual(["quotaExceeded"]);
    expect(voted(neither).play(closing).steps("open")).toEqual(["ethics"]);
  });

  test("is waited for in an amendment as well, whose votes are recorded while the permit holds as it was", () => {
    const mode = { vote: { present: "half", carries: "majority", veto: false, casting: false } } as const;
    const votes = ["ethics", "ethics-2"].map((name): Move => [officer(name), { type: "vote", step: "ethics", vote: "for", casting: false }]);
    const amended = taking(aWorkflow([aStep("ethics", { reserves, mode }), aStep("sign-off", { needs: ["ethics"] })])).play(...votes, signOff, ...permits, [people.requester, { type: "amend", facts: { "sample.quantity": 130 }, reason: "x" }], ...votes);
    expect([amended.own(), amended.so.steps("open"), amended.so.state().status]).toEqual([{ reserved: "30", used: "0" }, ["ethics"], "permitted"]);
    expect(blockersOf(amended.so.state(), { today: "2026-11-24", waits: [], desks: [] })).toContainEqual({ code: "quotaExceeded", by: "desk", step: "ethics" });
  });

  test("is not waited for while the requester has to answer, and nobody acts on a version that has passed", () => {
    const mode = { vote: { present: "half", carries: "majority", veto: false, casting: false } } as const;
    const [short, enough] = [{ accounts: [account({ used: "71" })] }, { accounts: [account({ used: "70" })] }];
    const votes = ["ethics", "ethics-2"].map((name): Move => [officer(name), { type: "vote", step: "ethics", vote: "for", casting: false }, short]);
    const back: Move = [officer("sign-off"), { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }, short];
    const returned = caseOf(aWorkflow([aStep("ethics", { reserves, mode }), aStep("sign-off")])).play(submit, ...votes);
    expect(returned.refused(officer("sign-off"), { type: "approve", step: "sign-off", expectedVersion: 1 }, short)).toEqual(["versionConflict"]);
    expect(blockersOf(returned.play(back).state(), { today: "2026-11-24", waits: [], desks: [] }).filter(({ code }) => code === "quotaExceeded")).toEqual([]);
    expect(returned.refused({ kind: "worker" }, { type: "goOn" }, enough)).toEqual(["nothingChanged"]);
  });

  test("never makes more of a quota taken than there is, and what was used is never less than before", () => {
    const amounts = fc.integer({ min: 1, max: 4000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), (all) => {
        let stands = account();
        for (const quantity of all) {
          const state = caseOf(aWorkflow([aStep("ethics", { reserves }), aStep("sign-off", { needs: ["ethics"] })]), { facts: { ...serum, "sample.quantity": quantity } }).play(submit).state();
          const decided = { ...state, steps: state.steps.map((step) => ({ ...step, status: "done" as const, outcome: "approved" as const })) };
          const { entries, refusals } = ledgerOf(decided, [{ ...stands, own: nothing }], "step.approved");
          if (refusals.length === 0) stands = { ...entries.map(({ happening }) => happening).reduce(afterEntry, stands), own: nothing };
          else expect(refusals).toMatchObject([{ code: "quotaExceeded", params: { left: leftOf(stands) } }]);
          expect(Number(leftOf(stands))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a quota", () => {
  const head = aPerson("head-of-ethics", [["desk-lead", { kind: "desk", id: "smu.ethics" }]]);
  const set = (value: string, change: Partial<SetQuota> = {}): SetQuota => ({ ...SetQuota.parse({ commandId: "01900000-0000-7000-8000-0000000000cc", desk: "smu.ethics", limit: { value, unit: "mL" } }), ...change });
  const held = { status: "set", ...key, id: accountId(key), seq: 3, desk: "smu.ethics", limit: { value: "100", unit: "mL" }, told: [], held: { r: { number: "CW", reserved: "30", used: "12" } }, changedAt: "" } as const;
  const answer = (state: AccountState, command: SetQuota, actor = head, deskOf: string | null = "smu") => {
    const outcome = setQuota(state, { key, command, actor, deskOf, today: "2026-11-24" });
    return "refusals" in outcome ? outcome.refusals.map(({ code }) => code) : outcome.events;
  };

  test("is set and raised by the head of the desk that keeps it, by an event that says how much", () => {
    expect(answer({ status: "none" }, set("100.50"))).toMatchObject([{ type: "quota.set", data: { ...key, desk: "smu.ethics", limit: { value: "100.5", unit: "mL" }, reason: null } }]);
    expect(answer(held, set("120", { reason: "A second source." }))).toMatchObject([{ type: "quota.set", data: { limit: { value: "120" }, reason: { say: "A second source." } } }]);
    for (const actor of [aPerson("officer", [["desk-officer", { kind: "desk", id: "smu.ethics" }]]), people.auditor, people.requester]) expect(answer(held, set("120"), actor)).toEqual(["notPermitted"]);
  });

  test("is not less than what is taken, nor in another unit, nor nought, nor another organisation's", () => {
    expect([answer(held, set("41.9")), answer(held, set("42")).length, answer(held, set("120", { limit: { value: "120", unit: "g" } })), answer(held, set("0")), answer(held, set("100")), answer(held, set("120", { expectedVersion: 2 }))]).toEqual([["quotaBelowTaken"], 1, ["wrongUnit"], ["notPositive"], ["nothingChanged"], ["versionConflict"]]);
    expect([answer({ status: "none" }, set("10"), head, "hku"), answer({ status: "none" }, set("10"), head, null)]).toEqual([["unknownDesk"], ["unknownDesk"]]);
  });

  test("has a chain under an id that follows from its name", () => {
    expect([accountStream(key), accountId(key)]).toEqual(["account:smu:human-plasma:2026", accountId({ ...key })]);
    expect(accountId({ ...key, year: 2027 })).not.toBe(accountId(key));
    const entry = { type: "quota.reserved", data: { request: "01900000-0000-7000-8000-000000000001", number: "CW", amount: { value: "1", unit: "mL" }, because: "step.approved" }, account: accountId(key), seq: 1, at: "", actor: { system: true } } as const;
    expect(() => evolveAccount({ status: "none" }, entry)).toThrow("before quota.set");
  });

  test("says nothing to anybody but those who keep and audit it: every type of entry and every field has that class", () => {
    for (const option of AccountHappening.options) {
      const { event, fields } = accountVisibility[option.shape.type.value];
      expect(Object.keys(fields).toSorted()).toEqual(Object.keys((option.shape.data as z.ZodObject).shape).toSorted());
      expect(new Set([event, ...Object.values(fields)])).toEqual(new Set(["desk"]));
    }
  });
});
