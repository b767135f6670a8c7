import { describe, expect, test } from "vitest";
import { readersAtDesk, readersFor } from "../../../lib/access/subjects.ts";
import { type CommandType, ruleFor } from "../../../lib/request/command.ts";
import { Assign } from "../../../lib/request/commands/assign.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { aCase, aContext, after, approved, type Case, changed, endorsed, give, must, outcomeOf, people, stateOf, whyNot } from "./builders.ts";
import { lead as leadAt, officer as officerAt } from "../patterns/play.ts";

/* What is done at a step: each refusal says where and of what, and each event what happened and who may read why. */

type Act = Parameters<typeof give>[2];
type Who = Parameters<typeof give>[1];
const lead = leadAt("hku.biosafety");
const [colleague, other] = [officerAt("hku.biosafety-2"), officerAt("hku.biosafety-3")];
const step = { step: "biosafety" } as const;
const why = { reason: "Because." };
const say = (text: string, readers: readonly string[] | null) => ({ say: text, readers });
const desks = (so: Case, who: typeof lead) => readersFor("desks", null, stateOf(so), who.id);
const atDesk = (so: Case, who: typeof lead, desk = "hku.biosafety") => readersAtDesk(desk, stateOf(so), who.id);
const against = (so: Case, who: Who, act: Act, change: Parameters<typeof give>[3] = {}) => whyNot(outcomeOf(so, who, act, change));
const at = (so: Case, change: Partial<CaseStep>, id = "biosafety") => changed(so, ({ steps }) => ({ steps: steps.map((one) => (one.id === id ? { ...one, ...change } : one)) }));
const the = (so: Case, id = "biosafety") => stateOf(so).steps.find((one) => one.id === id) as CaseStep;
const held = (who: typeof lead, from: typeof lead | null = null) => ({ person: who.id, how: from ? ("delegated" as const) : ("assigned" as const), since: "2026-11-24T02:00:00.000Z", from: from?.id ?? null });

/** What is written first of an act that is accepted. */
function written(so: Case, who: Who, act: Act, change: Parameters<typeof give>[3] = {}): unknown {
  const outcome = outcomeOf(so, who, act, change);
  if (!("events" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.events[0];
}

describe("an act at a step", () => {
  const acts: readonly CommandType[] = ["claim", "release", "assign", "delegate", "refer", "countersign", "suspendStep", "resumeStep", "skip", "addReviewer", "nameSubstitute", "extend", "lapse", "dropStep", "recuse", "allot"];
  const may = (type: CommandType, so: Case, id: string | undefined) => ruleFor(type).may(so.target, aContext(lead), id).map(({ code, path, params }) => [code, path, params]);
  const rejected = after(endorsed(), [people.biosafety, { type: "reject", ...step, reasons: [{ code: "risk", text: "No." }] }]);

  test.each(acts)("%s: is refused of a draft, of a request that is over, and where there is no such step", (type) => {
    expect(may(type, aCase(), "biosafety")).toEqual([["wrongStatus", undefined, { status: "draft" }]]);
    expect(may(type, rejected, "biosafety")).toEqual([["wrongStatus", undefined, { status: "rejected" }]]);
    for (const [id, named] of [["nowhere", "nowhere"], [undefined, ""]] as const) expect(may(type, endorsed(), id)).toEqual([["unknownStep", "step", { step: named }]]);
  });

  test.each(acts.filter((type) => !["release", "resumeStep", "nameSubstitute"].includes(type)))("%s: is refused of a step that is not open yet, which says how it stands", (type) => {
    const waits = at(endorsed(), { status: "cancelled" });
    expect(may(type, waits, "biosafety")[0]).toEqual(["stepNotOpen", "step", { step: "biosafety", status: "cancelled" }]);
  });

  test.each(["vote", "closeVote"] as const)("%s: is refused where nobody votes, of a draft and of what is over too", (type) => {
    const none = ["noVote", undefined, { step: "biosafety" }];
    expect(may(type, endorsed(), "biosafety")).toEqual([none]);
    expect(may(type, rejected, "biosafety")).toEqual([["wrongStatus", undefined, { status: "rejected" }], none]);
    expect(may(type, aCase(), "biosafety")).toEqual([["wrongStatus", undefined, { status: "draft" }]]);
  });

  test("is offered to be given back only where somebody has it", () => expect(may("release", endorsed(), "biosafety")).toEqual([["notHeld", undefined, { step: "biosafety" }]]));

  const expert = officerAt("legal");
  const asked = must(give(endorsed(), people.biosafety, { type: "refer", ...step, to: "x", question: "Which level?" }, { named: expert }));
  const advise = { type: "advise", ...step, text: "Two.", recommends: "yes" } as const;
  const gone = after(asked, [expert, advise]);
  const droppable = at(endorsed(), { droppable: ["lead"] });
  const claimed = after(endorsed(), [people.biosafety, { type: "claim", ...step }]);

  test.each<[string, Case, Who, Act, Parameters<typeof give>[3], readonly unknown[]]>([
    ["to claim what one has", claimed, people.biosafety, { type: "claim", ...step }, {}, ["heldAlready", undefined, { step: "biosafety" }]],
    ["to release what nobody has", endorsed(), people.biosafety, { type: "release", ...step }, {}, ["notHeld", undefined, { step: "biosafety" }]],
    ["to assign to nobody known", endorsed(), lead, { type: "assign", ...step, to: "x" }, {}, ["unknownPerson", "to", {}]],
    ["to assign to another desk's officer", endorsed(), lead, { type: "assign", ...step, to: "x" }, { named: people.ethics }, ["notOfDesk", "to", { person: "ethics" }]],
    ["to assign to whoever has it", at(endorsed(), { holder: held(colleague) }), lead, { type: "assign", ...step, to: "x" }, { named: colleague }, ["heldAlready", "to", { step: "biosafety" }]],
    ["to assign to who stands aside in the other's place", at(endorsed(), { recused: [colleague.id] }), lead, { type: "assign", ...step, to: "x" }, { named: { ...people.stranger, grants: colleague.grants.map((one) => ({ ...one, for: colleague.id })), standsIn: [colleague.id] } }, ["mayNotDecide", "to", { person: "stranger", step: "biosafety" }]],
    ["to hand on what was handed on", at(endorsed(), { holder: held(colleague, people.biosafety) }), colleague, { type: "delegate", ...step, to: "x", ...why }, { named: other }, ["delegatedAlready", undefined, { step: "biosafety" }]],
    ["to hand on to nobody known", endorsed(), people.biosafety, { type: "delegate", ...step, to: "x", ...why }, {}, ["unknownPerson", "to", {}]],
    ["to hand on to oneself", endorsed(), people.biosafety, { type: "delegate", ...step, to: "x", ...why }, { named: people.biosafety }, ["heldAlready", "to", { step: "biosafety" }]],
    ["to hand on to another desk", endorsed(), people.biosafety, { type: "delegate", ...step, to: "x", ...why }, { named: people.ethics }, ["notOfDesk", "to", { person: "ethics" }]],
    ["to ask nobody known", endorsed(), people.biosafety, { type: "refer", ...step, to: "x", question: "Why?" }, {}, ["unknownPerson", "to", {}]],
    ["to add a reviewer nobody knows", endorsed(), lead, { type: "addReviewer", ...step, to: "x", ...why }, {}, ["unknownPerson", "to", {}]],
    ["to add a reviewer where an authority answers", at(endorsed(), { awaits: { is: ["licence"] } } as unknown as Partial<CaseStep>), lead, { type: "addReviewer", ...step, to: "x", ...why }, { named: colleague }, ["notAllowedAtStep", undefined, { step: "biosafety" }]],
    ["to add as a reviewer who has it", at(endorsed(), { holder: held(colleague) }), lead, { type: "addReviewer", ...step, to: "x", ...why }, { named: colleague }, ["heldAlready", "to", { step: "biosafety" }]],
    ["to name a substitute for nobody", endorsed(), lead, { type: "nameSubstitute", ...step, to: "x", ...why }, { named: colleague }, ["noVacancy", undefined, { step: "biosafety" }]],
    ["to advise on another's question", gone, expert, { ...advise, referral: "nobody" }, {}, ["advisedAlready", undefined, { step: "biosafety" }]],
    ["to answer a question that is not there", asked, expert, { ...advise, referral: "nobody" }, {}, ["unknownQuestion", "referral", { question: "nobody" }]],
    ["to put aside twice", at(endorsed(), { suspended: "2026-11-24T02:00:00.000Z" }), people.biosafety, { type: "suspendStep", ...step, ...why }, {}, ["stepSuspended", undefined, { step: "biosafety" }]],
    ["to take up what goes on", endorsed(), people.biosafety, { type: "resumeStep", ...step }, {}, ["stepNotSuspended", undefined, { step: "biosafety" }]],
    ["to approve what is put aside", at(endorsed(), { suspended: "2026-11-24T02:00:00.000Z" }), people.biosafety, { type: "approve", ...step }, {}, ["stepSuspended", undefined, { step: "biosafety" }]],
    ["to approve where that is not to be had", at(endorsed(), { may: ["reject"] }), people.biosafety, { type: "approve", ...step }, {}, ["notAllowedAtStep", undefined, { step: "biosafety" }]],
    ["to approve what is reserved to others", at(endorsed(), { people: { reserved: true } }), people.biosafety, { type: "approve", ...step }, {}, ["reservedToAsked", undefined, { step: "biosafety" }]],
    ["to approve in another's place what is theirs", at(endorsed(), { assignee: people.pi.id }), people.biosafety, { type: "approve", ...step }, {}, ["notNamed", undefined, { step: "biosafety" }]],
    ["to approve where one stands aside", at(endorsed(), { recused: [people.biosafety.id] }), people.biosafety, { type: "approve", ...step }, {}, ["recused", undefined, { step: "biosafety" }]],
    ["to stand aside twice", at(endorsed(), { recused: [people.biosafety.id] }), people.biosafety, { type: "recuse", ...step, ...why }, {}, ["recused", undefined, { step: "biosafety" }]],
    ["to leave out what is needed", endorsed(), lead, { type: "skip", ...step, ...why }, {}, ["notAllowedAtStep", undefined, { step: "biosafety" }]],
    ["to sign under nothing", at(endorsed(), { may: ["countersign"] }), people.biosafety, { type: "countersign", ...step }, {}, ["nothingToCountersign", undefined, { step: "biosafety" }]],
    ["to drop what answers for the whole", at(endorsed(), { droppable: [] }), lead, { type: "dropStep", ...step, ...why }, {}, ["stepNeeded", "step", { step: "biosafety" }]],
    ["to drop one's team's", droppable, { ...lead, id: people.teammate.id }, { type: "dropStep", ...step, ...why }, {}, ["teamMember", undefined, undefined]],
    ["to lapse before its last day is over", endorsed(), { kind: "worker" }, { type: "lapse", ...step }, {}, ["notLapsed", undefined, { step: "biosafety" }]],
    ["to allot what somebody has", claimed, { kind: "worker" }, { type: "allot", ...step }, {}, ["heldAlready", undefined, { step: "biosafety" }]],
    ["to allot what was named somebody's", at(endorsed(), { assignee: people.pi.id }), { kind: "worker" }, { type: "allot", ...step }, {}, ["heldAlready", undefined, { step: "biosafety" }]],
    ["to allot where no desk is", endorsed(), { kind: "worker" }, { type: "allot", ...step }, {}, ["nobodyToTake", undefined, { step: "biosafety" }]],
    ["to extend more than it had", endorsed(), lead, { type: "extend", ...step, workingDays: 6, ...why }, {}, ["tooManyDays", "workingDays", { most: 5 }]],
    ["to extend what has no clock", at(endorsed(), { clock: null }), lead, { type: "extend", ...step, workingDays: 1, ...why }, {}, ["noClock", undefined, { step: "biosafety" }]],
    ["to extend twice", at(endorsed(), { extended: { at: "x", days: 1 } as unknown as CaseStep["extended"] }), lead, { type: "extend", ...step, workingDays: 1, ...why }, {}, ["extendedAlready", undefined, { step: "biosafety" }]],
    ["to extend after its last day", endorsed(), lead, { type: "extend", ...step, workingDays: 1, ...why }, { today: "2026-12-02", now: "2026-12-02T02:00:00.000Z" }, ["clockOver", undefined, { step: "biosafety", day: "2026-12-01" }]],
    ["to extend one's own", endorsed(), { ...lead, id: people.requester.id }, { type: "extend", ...step, workingDays: 1, ...why }, {}, ["ownRequest", undefined, undefined]],
    ["to extend one's team's", endorsed(), { ...lead, id: people.teammate.id }, { type: "extend", ...step, workingDays: 1, ...why }, {}, ["teamMember", undefined, undefined]],
  ])("%s is refused, with where and of what", (_, so, who, act, change, refused) => expect(against(so, who, act, change)).toEqual([refused]));

  test("is written with its step and round, and with a reason that only those may read whom it concerns", () => {
    const so = at(endorsed(), { round: 2, droppable: ["lead"] });
    const about = { step: "biosafety", round: 2 };
    expect(written(so, lead, { type: "assign", ...step, to: "x", keepWork: true, ...why }, { named: colleague })).toEqual({ type: "step.assigned", data: { ...about, to: colleague.id, from: null, keepWork: true, reason: say("Because.", desks(so, lead)) } });
    const begun = at(so, { holder: held(colleague) });
    expect(written(begun, lead, { type: "release", ...step, ...why })).toEqual({ type: "step.released", data: { ...about, from: colleague.id, reason: say("Because.", desks(so, lead)) } });
    expect(written(begun, lead, { type: "release", ...step })).toEqual({ type: "step.released", data: { ...about, from: colleague.id, reason: null } });
    expect(written(so, people.biosafety, { type: "delegate", ...step, to: "x", ...why }, { named: colleague })).toEqual({ type: "step.delegated", data: { ...about, to: colleague.id, from: people.biosafety.id, reason: say("Because.", desks(so, people.biosafety)) } });
    expect(written(so, people.biosafety, { type: "refer", ...step, to: "x", question: "Why?" }, { named: expert })).toEqual({ type: "step.referred", data: { ...about, referral: "biosafety.2.r1", to: expert.id, question: say("Why?", [...(desks(so, people.biosafety) ?? []), `person:${expert.id}`]), due: null } });
    expect(written(so, people.biosafety, { type: "recuse", ...step, ...why })).toEqual({ type: "step.recused", data: { desk: "hku.biosafety", ...about, reason: say("Because.", atDesk(so, people.biosafety)) } });
    expect(written(so, lead, { type: "dropStep", ...step, ...why })).toEqual({ type: "step.dropped", data: { ...about, reason: say("Because.", null) } });
    const question = at(asked, { round: 2 });
    expect(written(question, expert, advise)).toEqual({ type: "step.advised", data: { ...about, referral: "biosafety.1.r1", recommends: "yes", text: say("Two.", desks(question, expert)) } });
    const vacant = at(so, { members: [colleague.id, other.id], recused: [other.id] });
    expect(written(vacant, lead, { type: "nameSubstitute", ...step, to: "x", ...why }, { named: expert })).toEqual({ type: "step.substituteNamed", data: { desk: "hku.biosafety", ...about, to: expert.id, reason: say("Because.", atDesk(vacant, lead)) } });
    expect(against(vacant, lead, { type: "nameSubstitute", ...step, to: "x", ...why })).toEqual([["unknownPerson", "to", {}]]);
    expect(against(vacant, lead, { type: "nameSubstitute", ...step, to: "x", ...why }, { named: people.stranger })).toEqual([["notAnOfficer", "to", { person: "stranger" }]]);
    expect(against(vacant, lead, { type: "nameSubstitute", ...step, to: "x", ...why }, { named: colleague })).toEqual([["memberAlready", "to", { person: "hku.biosafety-2", step: "biosafety" }]]);
  });

  test("adds a reviewer once, in the round of the step that they are beside", () => {
    const first = must(give(endorsed(), lead, { type: "addReviewer", ...step, to: "x", ...why }, { named: colleague }));
    const so = at(at(first, { round: 3 }), { round: 7 }, "biosafety.r2");
    const more = { type: "addReviewer", to: "x", ...why } as const;
    expect(written(so, lead, { ...more, step: "biosafety.r2" }, { named: other })).toEqual({ type: "step.reviewerAdded", data: { step: "biosafety", round: 3, added: "biosafety.r3", to: other.id, reason: say("Because.", desks(so, lead)) } });
    expect(against(so, lead, { ...more, ...step }, { named: colleague })).toEqual([["heldAlready", "to", { step: "biosafety" }]]);
    expect(against(at(so, { status: "done" }, "biosafety.r2"), lead, { ...more, ...step }, { named: colleague })).toEqual([]);
    expect(against(at(so, { holder: held(other) }, "ethics"), lead, { ...more, ...step }, { named: other })).toEqual([]);
  });

  test("gives a step back by whoever handed it on, and by no colleague", () => {
    const handed = at(endorsed(), { holder: held(colleague, people.biosafety) });
    const heldByOther = [["heldByOther", undefined, { step: "biosafety", person: colleague.id }]];
    expect([against(handed, people.biosafety, { type: "release", ...step }), against(handed, other, { type: "release", ...step })]).toEqual([[], heldByOther]);
    const taken = at(endorsed(), { holder: { ...held(colleague), from: people.biosafety.id } });
    expect(against(taken, people.biosafety, { type: "release", ...step })).toEqual(heldByOther);
  });

  test("advises also while the request waits for its desks or for its requester, of the step that is named and no other", () => {
    for (const status of ["submitted", "in-review", "returned"] as const) expect([status, against(changed(asked, () => ({ status })), expert, advise)]).toEqual([status, []]);
    expect(against(changed(asked, () => ({ status: "approved" })), expert, advise)).toEqual([["wrongStatus", undefined, { status: "approved" }]]);
    expect(against(asked, expert, { ...advise, step: "ethics" })).toEqual([["notPermitted", undefined, undefined]]);
    expect(against(asked, { kind: "worker" }, advise)).toEqual([["notPermitted", undefined, undefined]]);
    expect(ruleFor("advise").permitted(asked.target, aContext(expert))).toBe(true);
    expect(ruleFor("advise").permitted(aCase().target, aContext(expert))).toBe(false);
    const again = must(give(asked, people.biosafety, { type: "refer", ...step, to: "x", question: "Sure?" }, { named: expert }));
    expect(against(again, expert, { ...advise, referral: "biosafety.1.r1" })).toEqual([["referralReplaced", "referral", { step: "biosafety" }]]);
    const twice = must(give(gone, people.biosafety, { type: "refer", ...step, to: "x", question: "Sure?" }, { named: expert }));
    expect(against(twice, expert, { ...advise, referral: "biosafety.1.r1" })).toEqual([["advisedAlready", "referral", { step: "biosafety" }]]);
  });

  test("says in a form whether what was begun is kept", () => {
    const read = (keepWork: unknown) => Assign.safeParse({ type: "assign", commandId: "01900000-0000-7000-8000-0000000000cc", ...step, to: "somebody", keepWork }).data?.keepWork;
    expect(["true", "false", true, false, undefined, "yes"].map(read)).toEqual([true, false, true, false, true, undefined]);
  });

  test("is on the step that it names: others are dropped while they wait, at any stage before the decision", () => {
    for (const status of ["submitted", "in-review", "returned"] as const) expect([status, against(changed(droppable, () => ({ status })), lead, { type: "dropStep", ...step, ...why })]).toEqual([status, []]);
    expect(against(at(droppable, { status: "waiting" }), lead, { type: "dropStep", ...step, ...why })).toEqual([]);
    expect(against(at(droppable, { status: "done" }), lead, { type: "dropStep", ...step, ...why })).toEqual([["stepNotOpen", "step", { step: "biosafety", status: "done" }]]);
    expect(the(approved()).status).toBe("done");
  });
});

describe("whoever decides a step", () => {
  const approve = { type: "approve", ...step } as const;
  const asked = (so: Case, who: typeof lead) => must(give(so, lead, { type: "refer", ...step, to: "x", question: "Which level?" }, { named: who }));
  const [expert, second] = [officerAt("legal"), officerAt("finance")];
  const may = (so: Case, who: Who) => ruleFor("approve").permitted(so.target, aContext(who), "biosafety");

  test("is of its desk, was asked at a step that is reserved to whoever is asked, or has it from its holder; nobody else, and no worker", () => {
    const reserved = at(asked(asked(endorsed(), expert), second), { people: { reserved: true } });
    expect([may(reserved, expert), may(reserved, second), may(reserved, people.stranger), may(reserved, { kind: "worker" })]).toEqual([true, true, false, false]);
    expect(may(asked(endorsed(), expert), expert)).toBe(false);
    const handed = at(endorsed(), { holder: held(people.stranger, people.biosafety) });
    expect([may(handed, people.stranger), may(handed, people.requester), may(at(endorsed(), { holder: held(people.stranger) }), people.stranger)]).toEqual([true, false, false]);
    const named = at(endorsed(), { assignee: people.stranger.id });
    expect([may(named, people.stranger), may(named, people.requester), may(endorsed(), people.stranger)]).toEqual([true, false, false]);
  });

  test("has the answer that a reserved step waits for: an officer of its desk does not give it for whoever was asked", () => {
    expect(against(at(asked(endorsed(), expert), { people: { reserved: true } }), people.biosafety, approve)).toEqual([["reservedToAsked", undefined, step]]);
  });

  test("was not only asked about it while a colleague has it", () => {
    expect(against(at(asked(endorsed(), people.biosafety), { holder: held(colleague) }), people.biosafety, approve)).toEqual([["heldByOther", undefined, { ...step, person: colleague.id }]]);
  });

  test("does not act there for one who stands aside", () => {
    const acting = { ...people.stranger, grants: colleague.grants.map((one) => ({ ...one, for: colleague.id })), standsIn: [colleague.id] };
    expect(against(at(endorsed(), { recused: [colleague.id] }), acting, approve)).toEqual([["recused", undefined, step]]);
    expect(against(endorsed(), acting, approve)).toEqual([]);
  });

  test("may have it handed on by the one who was named for it", () => {
    expect(against(at(endorsed(), { assignee: people.stranger.id, holder: held(colleague, people.stranger) }), colleague, approve)).toEqual([]);
  });

  test("is no single member where members vote", () => {
    const voting = at(endorsed(), { vote: { present: 1, carries: "majority", veto: false, casting: false } });
    expect(against(voting, people.biosafety, approve)).toEqual([["membersVote", undefined, step]]);
    expect(against(voting, people.biosafety, { type: "return", ...step, questions: [{ text: "Why?" }] })).toEqual([]);
  });

  test("does not approve each other’s requests too often, with conditions or without", () => {
    const often = { approvals: { ours: 2, theirs: 3 } };
    const so = at(endorsed(), { people: { mutual: 2 } });
    for (const act of [approve, { type: "approveWithConditions", ...step, conditions: [{ text: "Kept cold." }] }] as const) expect(against(so, people.biosafety, act, often)).toEqual([["mutualApproval", undefined, { most: 2 }]]);
    expect(against(so, people.biosafety, { type: "reject", ...step, reasons: [{ code: "risk", text: "No." }] }, often)).toEqual([]);
  });
});
