import { describe, expect, test } from "vitest";
import { replay } from "../../../lib/request/evolve.ts";
import { permitOf } from "../../../lib/request/state.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { aPerson, after, aContext, approved, type Case, codes, endorsed, give, grant, must, people, ready, stateOf, submitted, today } from "./builders.ts";

/* What still stands of a case after it was changed: conditions, decisions, what authorities answered, papers. */

const cold = { type: "approveWithConditions", conditions: [{ text: "Cold." }] } as const;
const approve = (step: string) => ({ type: "approve", step }) as const;
const conditions = (so: Case) => stateOf(so).conditions.map(({ step }) => step);
const steps = (so: Case) => stateOf(so).steps.map(({ id, round, status, outcome }) => `${id} ${round} ${status}${outcome ? ` ${outcome}` : ""}`);
/** Biosafety has set a condition, ethics asks something back. */
const returned = () => after(endorsed(), [people.biosafety, { ...cold, step: "biosafety" }], [people.ethics, { type: "return", step: "ethics", questions: [{ text: "How many?", fact: "sample.quantity" }] }]);
const resubmit = (facts: object = {}) => ({ type: "resubmit" as const, facts, answers: [] });

describe("a condition", () => {
  test("stands through a return as long as the desk that set it need not decide again", () => {
    expect(conditions(after(returned(), [people.requester, resubmit()]))).toEqual(["biosafety"]);
    const about = after(returned(), [people.requester, resubmit({ "sample.un": "UN2814" })]);
    expect([conditions(about), steps(about).find((one) => one.startsWith("biosafety"))]).toEqual([[], "biosafety 2 waiting"]);
  });
  test("stands through a move to another version on the same terms, and goes with a decision that does not stand", () => {
    const { steps: all } = sampleWorkflow;
    const workflow = (change: object) => ({ definition: { ...sampleWorkflow, version: 3, ...change }, digest: "3".repeat(64) });
    const moved = (so: Case, change: object) => must(give(so, people.signOff, { type: "move", version: 3, reason: "The new form." }, { workflow: workflow(change) }));
    const more = { steps: all.map((step) => (step.id === "export-control" ? { ...step, when: null } : step)) };
    const set = after(endorsed(), [people.biosafety, { ...cold, step: "biosafety" }]);
    const after3 = moved(set, more);
    expect([conditions(after3), stateOf(after3).status]).toEqual([["biosafety"], "in-review"]);
    expect(stateOf(moved(submitted(), more)).status).toBe("submitted");
    expect(replay(after3.events)).toEqual(stateOf(after3));
  });
  test("of a desk that an amendment does not ask stands, that of one that it asks is what the desk sets now; refused, all are as they were", () => {
    const grants = ["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const);
    const set = after(endorsed(), [people.biosafety, { ...cold, step: "biosafety" }], [people.ethics, approve("ethics")], [people.signOff, { ...cold, step: "sign-off" }], [people.acceptance, approve("acceptance")], ...grants);
    expect(conditions(set)).toEqual(["biosafety", "sign-off"]);
    const asked = after(set, [people.requester, { type: "amend", facts: { "sample.quantity": 40 }, reason: "More." }], [people.pi, approve("endorsement")]);
    const agreed = after(asked, [people.signOff, approve("sign-off")], [people.acceptance, { ...cold, step: "acceptance" }]);
    expect([conditions(agreed), stateOf(agreed).amendment]).toEqual([["biosafety", "acceptance"], null]);
    const refused = after(asked, [people.signOff, { type: "reject", step: "sign-off", reasons: [{ code: "capacity", text: "No room." }] }]);
    expect(conditions(refused)).toEqual(["biosafety", "sign-off"]);
  });
});

describe("a return", () => {
  test("before any decision stood leaves a request submitted, after one it is in review again", () => {
    const early = after(submitted(), [people.pi, { type: "return", step: "endorsement", questions: [{ text: "Why?" }] }], [people.requester, resubmit()]);
    expect([stateOf(early).status, stateOf(early).changed, stateOf(early).answersBefore]).toEqual(["submitted", [], null]);
    expect(stateOf(after(returned(), [people.requester, resubmit()])).status).toBe("in-review");
    expect(stateOf(returned()).questioned).toEqual([{ step: "ethics", fact: "sample.quantity" }]);
  });
});

describe("an appeal", () => {
  const second = aPerson("second", [["desk-officer", { kind: "desk", id: "smu.biosafety" }]]);
  const desks = aContext(people.requester).desks.map((desk) => (desk.id === "smu.biosafety" ? { ...desk, staff: [second.id] } : desk));
  const reject = { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] } as const;
  const appealed = (so: Case) => must(give(so, people.requester, { type: "appeal", reason: "It is there." }, { desks }));
  const decide = (outcome: string) => ({ type: "decideAppeal" as const, step: "appeal", outcome, reason: "I looked." });
  const overturned = () => after(appealed(after(endorsed(), [people.biosafety, reject])), [second, decide("overturned")]);
  test("says who made it, and who decided it", () => {
    const so = overturned();
    expect(stateOf(so).appeal).toMatchObject({ person: people.requester.id, against: "biosafety", outcome: "overturned" });
    expect(stateOf(so).steps.at(-1)?.decisions).toEqual([{ person: second.id, at: `${today}T02:00:00.000Z`, outcome: "overturned", seq: stateOf(so).seq }]);
    expect(stateOf(so).rejection).toBeNull();
  });
  test("overturned, lets what was open run on, and what was decided stands", () => {
    // Ethics was open when biosafety rejected.
    expect(steps(overturned())).toEqual(["endorsement 1 done approved", "biosafety 1 done approved", "ethics 1 open", "sign-off 1 waiting", "acceptance 1 waiting", "appeal 1 done overturned"]);
    const ethics = stateOf(overturned()).steps.find(({ id }) => id === "ethics");
    expect(ethics?.ran.map(({ to }) => to === null)).toEqual([false, true]);
  });
  test("of a second rejection is a round of its own, and one step", () => {
    const again = after(overturned(), [people.ethics, { ...reject, step: "ethics" }]);
    const ethicsThere = aPerson("ethics-there", [["desk-officer", { kind: "desk", id: "hku.ethics" }]], "hku");
    const more = desks.map((desk) => (desk.id === "hku.ethics" ? { ...desk, staff: [ethicsThere.id] } : desk));
    const so = must(give(again, people.requester, { type: "appeal", reason: "Not so." }, { desks: more }));
    expect(steps(so).filter((one) => one.startsWith("appeal"))).toEqual(["appeal 2 open"]);
    expect(replay(so.events)).toEqual(stateOf(so));
  });
  test("of a rejection after a return counts on, so that no round is spoken of twice", () => {
    const back = after(overturned(), [people.ethics, { type: "return", step: "ethics", questions: [{ text: "How many?" }] }], [people.requester, resubmit()], [people.ethics, { ...reject, step: "ethics" }]);
    const there = desks.map((desk) => (desk.id === "hku.ethics" ? { ...desk, staff: ["somebody"] } : desk));
    const so = must(give(back, people.requester, { type: "appeal", reason: "Not so." }, { desks: there }));
    expect(steps(so).filter((one) => one.startsWith("appeal"))).toEqual(["appeal 2 open"]);
  });
  test("a second look that is over stays with a case that moves to another version", () => {
    const workflow = { definition: { ...sampleWorkflow, version: 3, steps: sampleWorkflow.steps.map((step) => (step.id === "export-control" ? { ...step, when: null } : step)) }, digest: "3".repeat(64) };
    const so = must(give(overturned(), people.signOff, { type: "move", version: 3, reason: "The new form." }, { workflow }));
    expect(steps(so)).toContain("appeal 1 done overturned");
  });
});

describe("what an authority answered", () => {
  const record = (more: object) => ({ type: "recordRequirement" as const, requirement: "cn-special-goods-permit", outcome: "granted", reference: "G/1", date: "2026-11-10", ...more });
  const one = (so: Case, id = "cn-special-goods-permit") => stateOf(so).requirements.find((requirement) => requirement.id === id);
  const paper = "01900000-0000-7000-8000-0000000000dd";
  const attach = { type: "attachDocument", document: paper, name: "Permit.pdf", paper: null, mediaType: "application/pdf", size: 10, sha256: "0".repeat(64) } as const;
  test("stands with its days, its limit and its paper, and at that requirement alone", () => {
    const so = after(submitted(), [people.requester, attach], [people.requester, record({ validFrom: "2026-11-15", validUntil: "2027-11-14", limit: { value: "50", unit: "container" }, paper })]);
    expect(one(so)).toMatchObject({ status: "granted", date: "2026-11-10", validFrom: "2026-11-15", validUntil: "2027-11-14", limit: { value: "50", unit: "container" }, paper, recordedAt: `${today}T02:00:00.000Z`, entry: stateOf(so).seq });
    expect(one(so)?.earlier).toBeUndefined();
    expect(stateOf(so).requirements.flatMap(({ id, status }) => (status === "granted" ? [id] : [])).toSorted()).toEqual(["cn-ethics-review", "cn-special-goods-permit", "doc-mta"]);
  });
  test("replaced by a newer grant stays beside it as it was, entry and all", () => {
    const first = after(submitted(), [people.requester, attach], [people.requester, record({ validFrom: "2026-11-15", validUntil: "2026-12-14", limit: { value: "50", unit: "container" }, paper })]);
    const second = after(first, [people.requester, record({ validUntil: "2027-12-14" })]);
    expect(one(second)?.earlier).toEqual([expect.objectContaining({ date: "2026-11-10", validFrom: "2026-11-15", validUntil: "2026-12-14", limit: { value: "50", unit: "container" }, paper, entry: stateOf(first).seq })]);
    expect(one(second)).not.toHaveProperty("validFrom");
    const third = after(second, [people.requester, record({ validUntil: "2028-12-14" })]);
    expect(one(third)?.earlier?.map((grant) => Object.keys(grant).toSorted())).toEqual([["date", "entry", "limit", "paper", "reference", "validFrom", "validUntil"], ["date", "entry", "reference", "validUntil"]]);
    expect(third.events.at(-1)).toMatchObject({ type: "requirement.granted", data: { replaces: stateOf(second).seq } });
  });
  test("that its end is near is told of it alone", () => {
    const so = after(submitted(), [people.requester, record({ validUntil: "2026-12-20" })]);
    const told = must(give(so, { kind: "worker" }, { type: "tellExpiry" }));
    expect(stateOf(told).requirements.filter(({ told: days }) => days !== undefined).map(({ id }) => id)).toEqual(["cn-special-goods-permit"]);
  });
});

describe("whom a revocation bars", () => {
  const bars = { people: [people.requester.id], until: "2027-06-30" };
  // The ids of the builders are no UUIDs, which only the door asks.
  const revoke = (more: object) => after(ready(), [people.signOff, { type: "revoke", reason: "Sold.", ...more }]);
  test("stays with the permit, revoked at once or from a day to come", () => {
    expect(permitOf(stateOf(revoke({ bars })))).toMatchObject({ bars });
    expect(permitOf(stateOf(revoke({ bars, from: "2026-12-01" })))).toMatchObject({ bars, revokedFrom: "2026-12-01" });
    for (const so of [revoke({}), revoke({ from: "2026-12-01" })]) expect(permitOf(stateOf(so))).not.toHaveProperty("bars");
  });
  test("is of the request, until a day to come", () => {
    const tried = (more: object) => give(ready(), people.signOff, { type: "revoke", reason: "Sold.", bars: { ...bars, ...more } });
    const refusals = (outcome: ReturnType<typeof give>) => ("refusals" in outcome ? outcome.refusals.map(({ code, path }) => `${code} ${path}`) : []);
    expect(refusals(tried({ people: [people.teammate.id, people.stranger.id] }))).toEqual(["notTeammate bars.people.1"]);
    expect(refusals(tried({ until: "2026-11-23" }))).toEqual(["dateInPast bars.until"]);
    expect(refusals(tried({ until: today }))).toEqual([]);
  });
  test("a day to come is in the permit’s days", () => {
    const from = (day: string) => codes(give(ready(), people.signOff, { type: "revoke", reason: "Sold.", from: day }));
    expect([from("2026-11-23"), from("2027-01-01"), from("2026-12-31"), from(today)]).toEqual([["dateInPast"], ["outsideWindow"], [], []]);
    expect(stateOf(revoke({ from: today })).status).toBe("revoked");
  });
});

describe("terms accepted on a request", () => {
  test("are kept once each, with who accepted them and when", () => {
    const so = approved();
    const accepted = must(give(so, people.teammate, { type: "acceptTerms", terms: ["true-answers"] }, { now: `${today}T09:00:00.000Z` }));
    expect(stateOf(accepted).terms.at(-1)).toEqual({ id: "true-answers", version: 1, person: people.teammate.id, at: `${today}T09:00:00.000Z` });
    expect(stateOf(must(give(accepted, people.teammate, { type: "acceptTerms", terms: ["true-answers"] }))).terms).toEqual(stateOf(accepted).terms);
  });
});
