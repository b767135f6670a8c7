import { describe, expect, test } from "vitest";
import { type AccountStanding, afterEntry, leftOf } from "../../../lib/account/ledger.ts";
import { definitionAt } from "../../../lib/workflow/step-name.ts";
import { people, serum } from "../request/builders.ts";
import { approve, aStep, aWorkflow, caseOf, granted, lead, officer, on, reject, submit } from "./play.ts";
import { type ControlFlow, controlFlow } from "./rows.ts";

const found = (id: string) => ({ attr: "findings", op: "contains", value: id }) as const;
const worker = { kind: "worker" } as const;

/** Each row of the table, played. A row without a play does not compile. */
const plays: Readonly<Record<ControlFlow, () => void>> = {
  "WCP 1–5": () => {
    const personal = { attr: "data.pi_count", op: "gt", value: 0 } as const;
    const workflow = aWorkflow([
      aStep("endorsement"),
      aStep("biosafety", { needs: ["endorsement"] }),
      aStep("ethics", { needs: ["endorsement"] }),
      aStep("data-protection", { needs: ["endorsement"], when: personal }),
      aStep("sign-off", { needs: ["biosafety", "ethics", "data-protection"] }),
    ]);
    const so = caseOf(workflow).play(submit);
    expect(so.steps("open")).toEqual(["endorsement"]);
    so.play(approve("endorsement"));
    expect([so.steps("open"), so.steps("waiting")]).toEqual([["biosafety", "ethics"], ["sign-off"]]);
    so.play(approve("ethics"));
    expect(so.steps("waiting")).toEqual(["sign-off"]);
    so.play(approve("biosafety"));
    expect(so.steps("open")).toEqual(["sign-off"]);
    so.play(approve("sign-off"));
    expect(so.state().status).toBe("approved");
  },

  "WCP 6–8": () => {
    const called = { biosafety: "int-un3373", ethics: "cn-hgr-scope-determination", "export-control": "cn-cites-cert", customs: "cn-temporary-admission", legal: "cn-tech-export", security: "cn-core-data-secret" } as const;
    const reviews = Object.keys(called) as (keyof typeof called)[];
    const workflow = aWorkflow([aStep("endorsement"), ...reviews.map((id) => aStep(id, { needs: ["endorsement"], when: found(called[id]) })), aStep("sign-off", { needs: ["endorsement", ...reviews] })]);
    const so = caseOf(workflow).play(submit, approve("endorsement"));
    expect(so.state().steps.find(({ id }) => id === "sign-off")?.needs.of).toEqual(["endorsement", "biosafety", "ethics"]);
    so.play(approve("biosafety"), approve("ethics"));
    // Merged once: the step after them opened one time, in its first round, however many came in.
    expect(so.state().steps.filter(({ id }) => id === "sign-off").map(({ status, round }) => [status, round])).toEqual([["open", 1]]);
  },

  "WCP 9, 28–32": () => {
    const members = ["first:ethics", "second:biosafety", "third:legal"];
    const workflow = aWorkflow([...members.map((named) => aStep(named)), aStep("sign-off", { needs: ["first", "second", "third"], join: 2, settles: true })]);
    const so = caseOf(workflow).play(submit, approve("first", officer("ethics")));
    expect(so.steps("waiting")).toEqual(["sign-off"]);
    so.play(approve("third", officer("legal")));
    expect([so.steps("open"), so.outcomes().second]).toEqual([["sign-off"], "settled"]);
    expect(so.events().at(-1)).toMatchObject({ type: "step.settled", data: { step: "second", by: "enough", rule: "sign-off" }, actor: { person: "person-legal" } });
    expect(so.refused(...approve("second", officer("biosafety")))).toContain("stepNotOpen");

    const two = caseOf(aWorkflow([aStep("ethics", { mode: 2 }), aStep("sign-off", { needs: ["ethics"] })])).play(submit, approve("ethics"));
    expect(two.steps("open")).toEqual(["ethics"]);
    two.play(approve("ethics", officer("ethics-3")));
    expect(two.steps("open")).toEqual(["sign-off"]);
    expect(two.refused(...approve("ethics", officer("ethics-2")))).toContain("stepNotOpen");
  },

  "WCP 12–15": () => {
    const workflow = aWorkflow([aStep("biosafety", { per: "line" }), aStep("sign-off", { needs: ["biosafety"] })]);
    const line = (material: string) => ({ material, container: "cryovial-2ml", count: 10, each: "1", unit: "mL" });
    const so = caseOf(workflow, { lines: [line("Serum A"), line("Serum B"), line("Serum C")] }).play(submit);
    expect([so.steps("open"), so.steps("waiting")]).toEqual([["biosafety.1", "biosafety.2", "biosafety.3"], ["sign-off"]]);
    so.play(approve("biosafety.2", officer("biosafety")), approve("biosafety.1", officer("biosafety-2")));
    expect(so.steps("waiting")).toEqual(["sign-off"]);
    expect(definitionAt(workflow.steps, "biosafety.3")?.name.en).toBe("biosafety · 3");
    so.play(approve("biosafety.3", officer("biosafety-3")));
    expect(so.steps("open")).toEqual(["sign-off"]);

    const ethics = aWorkflow([aStep("ethics", { people: { keep: true } }), aStep("sign-off", { needs: ["ethics"] })]);
    const [first, second, head] = [officer("ethics"), officer("ethics-2"), lead("ethics-3")];
    const add = { type: "addReviewer", step: "ethics", to: "x", reason: "Two views are wanted." } as const;
    const day = on("2026-11-26");
    const two = caseOf(ethics).play(submit, [first, { type: "claim", step: "ethics" }]);
    expect([two.refused(first, add, { named: second }), two.refused(head, add, { named: first }), two.refused(head, add, { named: people.requester }), two.refused(head, add, { named: officer("sign-off") })]).toEqual([["notPermitted"], ["heldAlready"], ["notOfDesk"], ["notOfDesk"]]);
    two.play([head, add, { named: second, ...day }]);
    expect(two.events().at(-1)).toMatchObject({ type: "step.reviewerAdded", actor: { person: head.id, desk: "smu.ethics" }, data: { step: "ethics", added: "ethics.r2", to: second.id } });
    expect(two.state().steps[1]).toMatchObject({ id: "ethics.r2", status: "open", since: day.now, holder: { person: second.id } });
    expect([definitionAt(ethics.steps, "ethics.r2")?.name.en, two.refused(head, add, { named: second })]).toEqual(["ethics (2)", ["heldAlready"]]);
    // One and the same person is not both, also where steps of the desk are otherwise kept together.
    two.play(approve("ethics", first));
    expect([two.steps("waiting"), two.refused(...approve("ethics.r2", first)), two.refused(...approve("ethics.r2", officer("sign-off")))]).toEqual([["sign-off"], expect.arrayContaining(["decidedAnotherStep"]), ["notPermitted"]]);
    expect(two.play(approve("ethics.r2", second)).steps("open")).toEqual(["sign-off"]);

    // A case that is asked again asks both again, and either of them ends it with a no.
    const back = caseOf(ethics).play(submit, [head, add, { named: second }], [first, { type: "return", step: "ethics", questions: [{ text: "How much?" }] }], [people.requester, { type: "resubmit", facts: { "sample.quantity": 9 }, answers: [] }]);
    expect(back.steps("open")).toEqual(["ethics", "ethics.r2"]);
    expect(back.play(reject("ethics.r2", second)).state().status).toBe("rejected");
    // The head may take a reviewer back as long as they have not decided.
    const taken = caseOf(ethics).play(submit, [head, add, { named: second }], [head, { type: "dropStep", step: "ethics.r2", reason: "One suffices." }], approve("ethics", first));
    expect(taken.steps("open")).toEqual(["sign-off"]);
    const voting = caseOf(aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: false } } })])).play(submit);
    expect(voting.refused(head, add, { named: second })).toEqual(["membersVote"]);
  },

  "WCP 36": () => {
    const workflow = aWorkflow([aStep("ethics"), aStep("sign-off", { needs: ["ethics"], join: "any", settles: true })]);
    const add = { type: "addReviewer", step: "ethics", to: "x", reason: "Whoever comes first." } as const;
    const so = caseOf(workflow).play(submit, [lead("ethics-3"), add, { named: officer("ethics-2") }], approve("ethics.r2", officer("ethics-2")));
    expect([so.steps("open"), so.outcomes().ethics]).toEqual([["sign-off"], "settled"]);
  },

  "WCP 16": () => {
    const clock = { workingDays: 20, pausedWhileReturned: true, onDue: { decides: "approved", rule: "no-answer-in-twenty-days" } } as const;
    const workflow = aWorkflow([aStep("customs", { awaits: { requirements: ["int-un3373"], keeps: true }, clock, may: ["return"] }), aStep("sign-off", { needs: ["customs"] })]);
    const answered = caseOf(workflow).play(submit, granted("int-un3373"));
    expect([answered.outcomes().customs, answered.steps("open")]).toEqual(["approved", ["sign-off"]]);

    const silent = caseOf(workflow).play(submit);
    expect(silent.refused(worker, { type: "lapse", step: "customs" }, on("2026-12-22"))).toEqual(["notLapsed"]);
    silent.play([worker, { type: "lapse", step: "customs" }, on("2026-12-23")]);
    expect(silent.events().at(-1)).toMatchObject({ type: "step.settled", actor: { system: true }, data: { outcome: "approved", by: "clock", rule: "no-answer-in-twenty-days" } });
    expect(silent.steps("open")).toEqual(["sign-off"]);

    // Nothing is ever approved by itself where the definition does not say so.
    const plain = caseOf(aWorkflow([aStep("customs"), aStep("sign-off", { needs: ["customs"] })])).play(submit);
    expect(plain.refused(worker, { type: "lapse", step: "customs" }, on("2027-06-01"))).toEqual(["notLapsed"]);
  },

  "WCP 10, 21": () => {
    const workflow = aWorkflow([
      aStep("endorsement"),
      aStep("biosafety", { needs: ["endorsement"], when: found("int-un3373") }),
      aStep("ethics", { needs: ["endorsement"], when: found("cn-hgr-scope-determination") }),
      aStep("sign-off", { needs: ["endorsement", "biosafety", "ethics"] }),
    ]);
    const so = caseOf(workflow).play(submit, approve("endorsement"), approve("biosafety"), approve("ethics"));
    const back = [officer("sign-off"), { type: "return" as const, step: "sign-off", questions: [{ text: "Sure?" }] }] as const;
    const answer = (facts: object) => [people.requester, { type: "resubmit" as const, facts, answers: [] }] as const;
    for (const quantity of [11, 12, 13]) {
      so.play(back, answer({ "sample.quantity": quantity }));
      expect([so.steps("done"), so.steps("open")]).toEqual([["biosafety", "ethics"], ["endorsement"]]);
      expect(so.state().steps.filter(({ stands }) => stands !== null).map(({ id, round }) => `${id} ${round}`)).toEqual(["biosafety 1", "ethics 1"]);
      so.play(approve("endorsement"));
    }
    so.play(back, answer({ "sample.un": "UN2814" }));
    expect(so.steps("done")).toEqual(["ethics"]);
  },

  "WCP 19, 20, 25–27": () => {
    const leg = { attr: "sample.quantity", op: "gt", value: 0 } as const;
    const workflow = aWorkflow([
      aStep("data-protection", { when: leg, drop: ["lead", "requester"] }),
      aStep("legal", { needs: ["data-protection"], when: leg }),
      aStep("biosafety", { when: found("int-un3373") }),
      aStep("sign-off", { needs: ["legal", "biosafety"] }),
    ]);
    const drop = (step: string) => ({ type: "dropStep" as const, step, reason: "No data go along." });
    const so = caseOf(workflow).play(submit, approve("biosafety"));
    expect([so.refused(officer("biosafety"), drop("data-protection")), so.refused(people.requester, drop("legal")), so.refused(lead("sign-off"), drop("sign-off"))]).toEqual([["notPermitted"], ["notPermitted"], ["stepNeeded"]]);
    so.play([people.requester, drop("data-protection")], [lead("legal"), drop("legal")]);
    expect([so.outcomes(), so.steps("open")]).toEqual([{ "data-protection": "dropped", legal: "dropped", biosafety: "approved", "sign-off": null }, ["sign-off"]]);
    expect(so.play(approve("sign-off")).state().status).toBe("approved");

    const lines = ["Serum A", "Serum B"].map((material) => ({ material, container: "cryovial-2ml", count: 10, each: "1", unit: "mL" }));
    const perLine = caseOf(aWorkflow([aStep("biosafety", { per: "line" }), aStep("sign-off", { needs: ["biosafety"] })]), { lines });
    perLine.play(submit, [lead("biosafety"), drop("biosafety.1")]);
    expect([perLine.steps("cancelled"), perLine.steps("open")]).toEqual([["biosafety.1"], ["biosafety.2"]]);
    expect(caseOf(workflow).play(submit, [people.requester, { type: "withdraw", reason: "Not needed." }]).steps("open", "waiting")).toEqual([]);
  },

  "WCP 17, 39, 40": () => {
    const workflow = aWorkflow([aStep("ethics", { reserves: { quota: "human-plasma", unit: "mL", fact: "sample.quantity" } })]);
    const plasma = (value: string) => caseOf(workflow, { facts: { ...serum, "sample.quantity": Number(value) } }).play(submit);
    const [first, second] = [plasma("5"), plasma("4.5")];
    const stands = (own: AccountStanding["own"]) => ({ accounts: [{ ...account, own }] });
    let account: AccountStanding = { organisation: "smu", quota: "human-plasma", year: 2026, desk: "smu.ethics", limit: { value: "100", unit: "mL" }, reserved: "80", used: "15", own: { reserved: "0", used: "0" } };
    const nothing = { reserved: "0", used: "0" };
    const act = { type: "approve", step: "ethics" } as const;
    const written = (so: typeof first, from: number) => so.entries().slice(from).map(({ happening }) => happening);
    expect([first.refused(officer("ethics"), act, stands(nothing)), second.refused(officer("ethics-2"), act, stands(nothing))]).toEqual([[], []]);
    first.play([officer("ethics"), act, stands(nothing)]);
    expect(first.entries()).toMatchObject([{ key: { organisation: "smu", quota: "human-plasma", year: 2026 }, happening: { type: "quota.reserved", data: { amount: { value: "5", unit: "mL" }, because: "step.approved" } } }]);
    account = written(first, 0).reduce(afterEntry, account);
    expect([leftOf(account), second.refused(officer("ethics-2"), act, stands(nothing))]).toEqual(["0", ["quotaExceeded"]]);

    first.play([people.requester, { type: "withdraw", reason: "Not needed." }, stands(account.own)]);
    account = written(first, 1).reduce(afterEntry, account);
    expect([leftOf(account), second.refused(officer("ethics-2"), act, stands(nothing))]).toEqual(["5", []]);
    // Nothing is taken from a quota that nobody has set.
    expect(second.refused(officer("ethics-2"), act)).toEqual(["noQuota"]);
  },

  "WCP 18": () => {
    const so = caseOf(aWorkflow([aStep("sign-off")])).play(submit, approve("sign-off"));
    expect([so.state().status, so.refused(people.requester, { type: "withdraw", reason: "Not needed." })]).toEqual(["approved", []]);
    so.play(...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => granted(id)));
    expect([so.state().status, so.refused(people.requester, { type: "withdraw", reason: "Not needed." })]).toEqual(["permitted", ["wrongStatus"]]);
  },

  "WCP 23, 24": () => {
    const waitsFor = (keeps: boolean) => aWorkflow([aStep("endorsement"), aStep("customs", { needs: ["endorsement"], awaits: { requirements: ["int-un3373"], keeps }, may: ["return"] }), aStep("sign-off", { needs: ["customs"] })]);
    const [endorser, endorse] = approve("endorsement");
    const kept = caseOf(waitsFor(true)).play(submit, granted("int-un3373"));
    expect(kept.steps("waiting")).toEqual(["customs", "sign-off"]);
    kept.play([endorser, endorse]);
    expect([kept.outcomes().customs, kept.steps("open")]).toEqual(["approved", ["sign-off"]]);

    const lost = caseOf(waitsFor(false)).play(submit, granted("int-un3373"), [endorser, endorse, { now: "2026-11-24T03:00:00.000Z" }]);
    expect(lost.steps("open")).toEqual(["customs"]);
    lost.play(granted("int-un3373", { now: "2026-11-24T05:00:00.000Z" }));
    expect(lost.steps("open")).toEqual(["sign-off"]);
  },

  "WCP 33, 38": () => {
    expect(() => aWorkflow([aStep("ethics", { needs: ["sign-off"] }), aStep("sign-off", { needs: ["ethics"] })])).toThrow("needsCircle");
    const so = caseOf(aWorkflow([aStep("ethics"), aStep("biosafety"), aStep("sign-off", { needs: ["ethics", "biosafety"] })])).play(submit, approve("ethics"));
    so.play([officer("biosafety"), { type: "return", step: "biosafety", questions: [{ text: "How much?" }] }], [people.requester, { type: "resubmit", facts: { "sample.quantity": 12 }, answers: [] }]);
    so.play(approve("ethics", officer("ethics-2")), approve("biosafety"));
    expect(so.state().steps.map(({ id, round, status }) => [id, round, status])).toEqual([["ethics", 2, "done"], ["biosafety", 2, "done"], ["sign-off", 1, "open"]]);
  },

  "WCP 34, 35": () => {
    const lines = ["Serum A", "Serum B", "Serum C"].map((material) => ({ material, container: "cryovial-2ml", count: 10, each: "1", unit: "mL" }));
    const workflow = aWorkflow([aStep("biosafety", { per: "line" }), aStep("sign-off", { needs: ["biosafety"], join: 2, settles: true })]);
    const so = caseOf(workflow, { lines }).play(submit, approve("biosafety.3", officer("biosafety")));
    expect(so.steps("waiting")).toEqual(["sign-off"]);
    so.play(approve("biosafety.1", officer("biosafety-2")));
    expect([so.outcomes()["biosafety.2"], so.steps("open")]).toEqual(["settled", ["sign-off"]]);
    // Of a single line both cannot be had, and one is all there is.
    expect(caseOf(workflow, { lines: lines.slice(0, 1) }).play(submit, approve("biosafety.1", officer("biosafety"))).steps("open")).toEqual(["sign-off"]);
  },

  "WCP 37": () => {
    const reviews = { biosafety: "int-un3373", customs: "cn-temporary-admission" } as const;
    const steps = Object.entries(reviews).map(([id, rule]) => aStep(id, { when: found(rule) }));
    const so = caseOf(aWorkflow([...steps, aStep("sign-off", { needs: Object.keys(reviews) })])).play(submit);
    expect(so.events()[0]).toMatchObject({ type: "request.submitted", data: { steps: [{ id: "biosafety" }, { id: "sign-off", needs: { join: "all", of: ["biosafety"] } }] } });
    expect(so.play(approve("biosafety")).steps("open")).toEqual(["sign-off"]);
  },

  "WCP 41, 42": () => {
    const lines = ["Serum A", "Serum B"].map((material) => ({ material, container: "cryovial-2ml", count: 10, each: "1", unit: "mL" }));
    const so = caseOf(aWorkflow([aStep("biosafety", { per: "line" })]), { lines }).play(submit, approve("biosafety.2", officer("biosafety")));
    expect(so.refused(...approve("biosafety.2", officer("biosafety-2")))).toContain("stepNotOpen");
    expect(so.state().steps.map(({ id, line, decisions }) => [id, line, decisions.map(({ person }) => person)])).toEqual([["biosafety.1", 1, []], ["biosafety.2", 2, ["person-biosafety"]]]);
  },

  "WCP 11, 43": () => {
    const ends = caseOf(aWorkflow([aStep("ethics"), aStep("biosafety"), aStep("sign-off", { needs: ["ethics", "biosafety"] })])).play(submit, reject("ethics"));
    expect([ends.state().status, ends.outcomes()]).toEqual(["rejected", { ethics: "rejected", biosafety: "stopped", "sign-off": "stopped" }]);

    // Both were asked jointly and said no: what waits for one of them can never open, so the case is over and names the last of them.
    const joint = aWorkflow([aStep("ethics"), aStep("biosafety"), aStep("sign-off", { needs: ["ethics", "biosafety"], join: "any" })], { outcome: { join: "any", of: ["ethics", "biosafety"] } });
    const dead = caseOf(joint).play(submit, reject("ethics"));
    expect([dead.state().status, dead.steps("open")]).toEqual(["in-review", ["biosafety"]]);
    dead.play(reject("biosafety"));
    expect(dead.state().status).toBe("rejected");
    expect(dead.events().at(-1)).toMatchObject({ type: "request.rejected", data: { step: "biosafety" } });
  },
};

describe("control flow", () => {
  test.each(controlFlow.map((row) => [`${row.pattern}: ${row.called}`, row.pattern] as const))("%s", (_, pattern) => plays[pattern]());
});
