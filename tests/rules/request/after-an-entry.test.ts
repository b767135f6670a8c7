import { describe, expect, test } from "vitest";
import { erasableEntries } from "../../../lib/request/erasable.ts";
import { carried } from "../../../lib/workflow/carry.ts";
import { evolve, replay } from "../../../lib/request/evolve.ts";
import type { Happening, RequestEvent } from "../../../lib/request/events.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { aStep, aWorkflow, caseOf, lead, type Move, officer, submit, votes } from "../patterns/play.ts";
import { aContext, aPerson, after, type Case, endorsed, give, must, people, permitted, requestId, stateOf, submitted } from "./builders.ts";

const words = { digest: "0".repeat(64) };
const entry = (happening: Happening): RequestEvent => ({ ...happening, request: requestId, seq: 99, at: "2026-11-25T02:00:00.000Z", actor: { person: "officer", desk: "smu.ethics" } });
const then = (so: Case, happening: Happening) => evolve(stateOf(so), entry(happening)) as LiveState;
const second = aPerson("second", [["desk-officer", { kind: "desk", id: "smu.biosafety" }]]);
const desks = aContext(people.requester).desks.map((desk) => (desk.id === "smu.biosafety" ? { ...desk, staff: [second.id] } : desk));
const reject = (step: string) => ({ type: "reject", step, reasons: [{ code: "risk", text: "No." }] }) as const;
const ask = (step: string, ...questions: object[]) => ({ type: "return", step, questions: questions.length > 0 ? questions : [{ text: "How many?" }] }) as const;
const rejected = () => after(endorsed(), [people.biosafety, reject("biosafety")]);
const appealed = () => must(give(rejected(), people.requester, { type: "appeal", reason: "Look." }, { desks }));
const looked = (outcome: string, so = appealed()) => after(so, [second, { type: "decideAppeal", step: "appeal", outcome, reason: "I looked." }]);
const overturned = () => looked("overturned");
describe("what an entry makes of a case", () => {
  const again = (more: object = {}) => ({ type: "resubmit", answers: [], ...more }) as const;
  const cold = (step: string) => ({ type: "approveWithConditions", step, conditions: [{ text: "Cold." }] }) as const;
  const step = (so: Case, id: string) => stateOf(so).steps.find((one) => one.id === id);
  const letters = (so: Case) => stateOf(so).requirements.filter(({ id }) => id === "host-letter").length;

  test("submitted, it has nothing behind it yet, and is as many versions on as there are entries", () => {
    const data = submitted().events[0]?.data as Extract<Happening, { type: "request.submitted" }>["data"];
    const begun = evolve({ status: "none" }, { ...entry({ type: "request.submitted", data: { ...data, sinceBegun: [{ code: "packChanged", id: "cn", was: "1", now: "2" }] } }), seq: 2 }) as LiveState;
    expect(begun).toMatchObject({ version: 5, seq: 2, settledObligations: [], remindedObligations: [], holds: [], documents: [], conditions: [], deciders: [], questioned: [], sinceBegun: [{ code: "packChanged", id: "cn", was: "1", now: "2" }] });
    expect([stateOf(submitted()).sinceBegun, stateOf(submitted()).version]).toEqual([[], 3 + stateOf(submitted()).seq]);
  });

  test("more time is that step’s alone, and so is what it is asked", () => {
    const longer = then(endorsed(), { type: "step.extended", data: { step: "ethics", round: 1, workingDays: 3, reason: words } }).steps;
    expect(longer.filter(({ extended }) => extended !== null).map(({ id }) => id)).toEqual(["ethics"]);
    expect(stateOf(after(endorsed(), [people.ethics, ask("ethics", { text: "Why?" }, { text: "How many?", fact: "sample.quantity" })])).questioned).toEqual([{ step: "ethics", fact: "sample.quantity" }]);
  });

  test("asked again, conditions stand where the decision does that set them, and the host is where it was", () => {
    const both = after(endorsed(), [people.biosafety, cold("biosafety")], [people.ethics, cold("ethics")], [people.signOff, ask("sign-off")]);
    const set = (so: Case) => stateOf(so).conditions.map((one) => one.step);
    expect([set(after(both, [people.requester, again()])), set(after(both, [people.requester, again({ facts: { "sample.un": "UN2814" } })]))]).toEqual([["biosafety", "ethics"], ["ethics"]]);
    expect(letters(after(both, [people.requester, again()]))).toBe(0);
    const window = { from: "2026-11-25", to: stateOf(both).window.to };
    expect(stateOf(after(both, [people.requester, again({ window })])).steps.filter(({ round }) => round === 2).map(({ id }) => id)).toEqual(["endorsement", "sign-off"]);
  });

  test("planned anew, conditions stand where the decision does that set them, and the host is where it was", () => {
    const workflow = { definition: { ...sampleWorkflow, version: 3 }, digest: "3".repeat(64) };
    const so = must(give(after(endorsed(), [people.biosafety, cold("biosafety")], [people.ethics, cold("ethics")]), people.signOff, { type: "move", version: 3, reason: "New." }, { workflow: { ...workflow, definition: { ...workflow.definition, steps: sampleWorkflow.steps.map((one) => (one.id === "export-control" ? { ...one, when: null } : one)) } } }));
    const event = so.events.at(-1);
    if (event?.type !== "request.replanned") throw new Error("not moved");
    const standing = (...stands: string[]) => (replay([...so.events.slice(0, -1), { ...event, data: { ...event.data, stands } }]) as LiveState).conditions.map((one) => one.step);
    expect([standing("endorsement", "biosafety", "ethics"), standing("endorsement", "ethics"), standing()]).toEqual([["biosafety", "ethics"], ["ethics"], []]);
    expect([letters(so), step(so, "export-control")?.ran.length, step(so, "endorsement")?.ran]).toEqual([0, 1, step(endorsed(), "endorsement")?.ran]);
  });

  test("corrected, nothing is added to it", () => {
    const so = stateOf(endorsed());
    const { seq: _, version: _v, changedAt: _at, ...corrected } = then(endorsed(), { type: "entry.corrected", data: { entry: 1, text: words } } as unknown as Happening);
    expect(so).toMatchObject(corrected);
    expect(corrected.documents).toEqual([]);
  });

  test("what people were told of the end of its permit is counted up", () => {
    const told = then(permitted(), { type: "permit.expiring", data: { days: 30 } } as Happening);
    const twice = evolve(told, entry({ type: "permit.expiring", data: { days: 7 } } as Happening));
    expect("permit" in twice && twice.permit?.told?.slice(-2)).toEqual([30, 7]);
  });

  test("rejected by a vote, its step has no decision beside the vote; refused, an amendment counts once for whoever refused it", () => {
    const board = aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: false } } })]);
    const lost = caseOf(board).play(submit, votes("ethics", officer("ethics"), "against"), votes("ethics", officer("ethics-2"), "against")).state();
    expect(lost.steps[0]).toMatchObject({ status: "done", outcome: "rejected", decisions: [], settledBy: { by: "vote" } });
    const asked = after(permitted(), [people.requester, { type: "amend", facts: { "sample.quantity": 40 }, reason: "More." }]);
    const refused = (of: string) => then(asked, { type: "amendment.refused", data: { step: of, round: 1, reasons: [] } }).deciders.length - stateOf(asked).deciders.length;
    // What follows from a step that is over already is no decision of its own.
    expect([refused("endorsement"), refused("ethics")]).toEqual([1, 0]);
    const count = (so: Case) => stateOf(so).deciders.filter(({ step: one }) => one === "endorsement").length;
    expect(count(after(asked, [people.pi, reject("endorsement")])) - count(asked)).toBe(1);
  });

  test("an appeal changes the step that it is about and its own, and is one step however often there is one", () => {
    const others = (so: Case) => stateOf(so).steps.filter(({ id }) => id !== "appeal" && id !== "biosafety");
    expect(others(looked("upheld"))).toEqual(others(appealed()));
    expect(stateOf(looked("upheld")).steps.find(({ id }) => id === "biosafety")).toEqual(stateOf(appealed()).steps.find(({ id }) => id === "biosafety"));
    expect(step(overturned(), "endorsement")).toEqual(step(rejected(), "endorsement"));
    const there = aPerson("there", [["desk-officer", { kind: "desk", id: "hku.ethics" }]], "hku");
    const more = desks.map((desk) => (desk.id === "hku.ethics" ? { ...desk, staff: [there.id] } : desk));
    const twice = must(give(after(overturned(), [people.ethics, reject("ethics")]), people.requester, { type: "appeal", reason: "Again." }, { desks: more }));
    const done = after(twice, [there, { type: "decideAppeal", step: "appeal", outcome: "overturned", reason: "I looked." }]);
    expect(stateOf(done).steps.filter(({ id }) => id === "appeal").map(({ round, outcome }) => [round, outcome])).toEqual([[2, "overturned"]]);
  });

  test("an appeal that somebody decides in another’s place is decided in their name", () => {
    const acting = aPerson("acting", []);
    const stands = { ...acting, grants: second.grants.map((grant) => ({ ...grant, for: second.id })), standsIn: [second.id] };
    const so = after(appealed(), [stands, { type: "decideAppeal", step: "appeal", outcome: "upheld", reason: "I looked." }]);
    expect(step(so, "appeal")?.decisions).toMatchObject([{ person: acting.id, for: second.id }]);
  });

  test("whoever stands aside lets go of what they have, and of nobody else’s", () => {
    const another = aPerson("another", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
    const held = after(endorsed(), [people.biosafety, { type: "claim", step: "biosafety" }]);
    const aside = (who: typeof another) => step(after(held, [who, { type: "recuse", step: "biosafety", reason: "My sister." }]), "biosafety")?.holder?.person ?? null;
    expect([aside(people.biosafety), aside(another)]).toEqual([null, people.biosafety.id]);
    // Whoever decides in their place would decide for one who stands aside.
    const handed = must(give(held, people.biosafety, { type: "delegate", step: "biosafety", to: another.id, reason: "Away." }, { named: another }));
    expect(step(after(handed, [people.biosafety, { type: "recuse", step: "biosafety", reason: "My sister." }]), "biosafety")?.holder).toBeNull();
  });

  test("a step that others settle is over without them, and says by what", () => {
    const so = caseOf(aWorkflow([aStep("ethics"), aStep("biosafety"), aStep("sign-off", { needs: ["ethics", "biosafety"], join: "any", settles: true })])).play(submit, [officer("ethics"), { type: "approve", step: "ethics" }]);
    expect(so.state().steps.find(({ id }) => id === "biosafety")).toMatchObject({ status: "cancelled", outcome: "settled", settledBy: { by: "enough", rule: "sign-off", at: "2026-11-24T02:00:00.000Z" } });
  });

  test("escalated, one officer of the next desk decides what is left, whoever had decided or voted", () => {
    const escalated = (steps: ReturnType<typeof aStep>[], ...moves: readonly Move[]) => {
      const state = caseOf(aWorkflow(steps)).play(submit, ...moves).state();
      return (evolve(state, entry({ type: "step.escalated", data: { step: "ethics", round: 1, from: "smu.ethics", to: "smu.sign-off" } } as Happening)) as LiveState).steps[0];
    };
    const [three, vote] = [aStep("ethics", { mode: 3 }), aStep("ethics", { mode: { vote: { present: 3, carries: "majority", veto: false, casting: false } }, may: ["return"] })];
    expect(escalated([three])).toMatchObject({ desk: "smu.sign-off", decisionsNeeded: 1 });
    expect(escalated([three], [officer("ethics"), { type: "approve", step: "ethics" }])).toMatchObject({ decisionsNeeded: 2 });
    const voted = escalated([vote], votes("ethics", officer("ethics"), "for"), [lead("ethics-2"), { type: "recuse", step: "ethics", reason: "x" }]);
    expect(voted).toMatchObject({ ballots: [], voteClosed: false, casting: null, may: ["return", "approve", "reject"] });
    expect(voted && "vote" in voted).toBe(false);
  });

  test("escalated, it stays at the next desk while it is asked again, and is the first desk’s again once it was decided", () => {
    const late = { today: "2026-12-31", now: "2026-12-31T02:00:00.000Z" };
    const clock = { workingDays: 2, pausedWhileReturned: true, escalatesTo: { function: "sign-off" as const, offices: ["home" as const] } };
    const vote = { vote: { present: 2, carries: "majority" as const, veto: false, casting: false } };
    const escalated = (change: object) =>
      caseOf(aWorkflow([aStep("ethics", { clock, ...change }), aStep("biosafety"), aStep("sign-off", { needs: ["ethics", "biosafety"] })])).play(submit, [{ kind: "worker" }, { type: "tellClock", step: "ethics" }, late]);
    const back = (so: ReturnType<typeof escalated>, by: string, step: string, facts?: object) => so.play([officer(by), { type: "return", step, questions: [{ text: "How many?" }] }, late], [people.requester, { type: "resubmit", answers: [], window: { from: "2026-12-31", to: "2027-01-31" }, facts: { date: "2027-01-10", ...facts } }, late]).state().steps[0];
    const there = { desk: "smu.sign-off", decisionsNeeded: 1, told: [50, 80, 100] };
    expect([back(escalated({}), "biosafety", "biosafety"), back(escalated({ mode: vote, may: ["return"] }), "biosafety", "biosafety", { "sample.quantity": 12 })]).toMatchObject([there, { ...there, may: ["return", "approve", "reject"] }]);
    expect(back(escalated({}), "sign-off", "ethics")).toMatchObject({ desk: "smu.sign-off", round: 2 });
    const decided = () => escalated({}).play([officer("sign-off"), { type: "approve", step: "ethics" }, late]);
    expect(back(decided(), "biosafety", "biosafety", { "sample.quantity": 12 })).toMatchObject({ desk: "smu.ethics", round: 2 });
    const again = decided().play([officer("biosafety"), { type: "return", step: "biosafety", questions: [{ text: "?" }] }, late]).state();
    expect(carried(again.steps.map((step) => ({ ...step, desk: "smu.ethics" })), again.steps, { at: late.now, stands: [], edited: false })[0]).toMatchObject({ status: "done", desk: "smu.sign-off" });
  });

  test("advice is asked for by whoever asked", () => {
    const expert = aPerson("expert", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
    const so = must(give(endorsed(), people.biosafety, { type: "refer", step: "biosafety", to: expert.id, question: "Which level?" }, { named: expert }));
    expect(step(so, "biosafety")?.referrals).toMatchObject([{ person: expert.id, by: people.biosafety.id }]);
  });

  test("a second signature stands under the first, with its conditions where that had some", () => {
    const signed = (first: object) => then({ ...endorsed(), target: { at: "live", state: { ...stateOf(endorsed()), steps: stateOf(endorsed()).steps.map((one) => (one.id === "ethics" ? { ...one, decisionsNeeded: 2, decisions: [{ person: "a", at: "2026-11-24T02:00:00.000Z", outcome: "approved", seq: 5, ...first }] } : one)) } as LiveState } }, { type: "step.countersigned", data: { step: "ethics", round: 1 } } as Happening).steps.find(({ id }) => id === "ethics")?.outcome;
    expect([signed({}), signed({ outcome: "approved-with-conditions" })]).toEqual(["approved", "approved-with-conditions"]);
  });
});

describe("what an entry adds to what was there", () => {
  const erased = (so: LiveState, digests: string[], document?: string) => evolve(so, entry((document === undefined ? { type: "words.erased", data: { digests, whole: false, rule: "r" } } : { type: "document.erased", data: { document, digests, rule: "r" } }) as unknown as Happening)) as LiveState;
  const paper = (id: string) => ({ id, name: words, paper: null, mediaType: "text/plain", size: 1, sha256: "", person: null, at: "", erased: null });

  test("words that were erased are counted up, and of papers that one alone is gone", () => {
    const so = { ...stateOf(endorsed()), documents: [paper("a"), paper("b")] };
    const all = erased(erased(erased(so, ["1"]), ["2"]), ["3"], "b");
    expect(all.erased.digests).toEqual(["1", "2", "3"]);
    expect(all.documents.map(({ id, erased: gone }) => [id, gone])).toEqual([["a", null], ["b", { at: "2026-11-25T02:00:00.000Z", rule: "r", person: "officer" }]]);
    expect(erasableEntries([entry({ type: "comment.added", data: { audience: "desks", side: null, text: { digest: "2" } } } as unknown as Happening)], all)).toMatchObject([{ seq: 99, person: "officer", isAnswers: false, digests: [] }]);
  });

  test("a hold that was lifted stays lifted as it was when another is", () => {
    const lifted = { seq: 1, at: "2026-01-01T00:00:00Z", person: "a", lifted: { at: "2026-02-01T00:00:00Z", person: "b" } };
    const so = { ...stateOf(endorsed()), holds: [lifted, { ...lifted, seq: 2, lifted: null }] };
    expect((evolve(so, entry({ type: "hold.lifted", data: { reason: words } })) as LiveState).holds).toEqual([lifted, { ...lifted, seq: 2, lifted: { at: "2026-11-25T02:00:00.000Z", person: "officer" } }]);
  });

  test("a discrepancy is settled with how and by whom, and that one alone", () => {
    const open = (id: string) => ({ id, code: "notArrived" as const, movement: "m", found: null, expected: null, unit: null, openedAt: "", resolved: null });
    const so = { ...stateOf(permitted()), discrepancies: [open("a"), open("b")] } as LiveState;
    expect((evolve(so, entry({ type: "discrepancy.resolved", data: { discrepancy: "b", outcome: "explained", reason: words } } as Happening)) as LiveState).discrepancies).toEqual([open("a"), { ...open("b"), resolved: { at: "2026-11-25T02:00:00.000Z", person: "officer", outcome: "explained", reason: words } }]);
  });

  test("a step that is given back is in nobody’s hands, and one that is assigned was", () => {
    const at = { step: "ethics", round: 1, from: null };
    const assigned = then(endorsed(), { type: "step.assigned", data: { ...at, to: "x", keepWork: true, reason: null } } as unknown as Happening);
    expect(assigned.steps.find(({ id }) => id === "ethics")?.holder).toMatchObject({ person: "x", how: "assigned" });
    expect((evolve(assigned, entry({ type: "step.released", data: { ...at, from: "x", reason: null } } as unknown as Happening)) as LiveState).steps.find(({ id }) => id === "ethics")?.holder).toBeNull();
  });

  test("a requirement keeps how long it may take, and beside a newer grant the account that the older rested on", () => {
    const clock = { days: 14, unit: "day", calendar: "HK", from: "crossing" } as const;
    const grant = { organisation: "smu", quota: "goods", year: 2026, unit: "tube" };
    const state = stateOf(endorsed());
    const so = { ...state, requirements: state.requirements.map((one) => (one.id === "cn-ethics-review" ? { ...one, clock, grant } : one)) };
    const granted = (of: LiveState, id = "cn-ethics-review") => (evolve(of, entry({ type: "requirement.granted", data: { requirement: id, reference: words, date: "2026-11-20", validUntil: null } })) as LiveState).requirements.find((one) => one.id === id);
    expect(granted(so)).toMatchObject({ clock, earlier: [{ grant }] });
    const { entry: _, ...old } = so.requirements.find(({ id }) => id === "cn-ethics-review") ?? {};
    const before = granted({ ...so, requirements: [{ ...old, grant: undefined }] } as unknown as LiveState);
    expect(Object.keys(before?.earlier?.[0] ?? {}).toSorted()).toEqual(["date", "reference", "validUntil"]);
    expect(granted(state, "hk-biological-import-599a")).not.toHaveProperty("clock");
  });
});
