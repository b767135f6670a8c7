import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { aStep, aWorkflow, approve, caseOf, lead, officer, standingInFor, submit, type Move } from "../patterns/play.ts";
import { aPerson, codes, give, must, people, permitted, submitted, type Case } from "./builders.ts";

/* Whoever stands in for the head of a desk, and is one of its officers too. */

const [first, second, third, head] = [officer("ethics"), officer("ethics-2"), officer("ethics-3"), lead("ethics-9")];
const acting = standingInFor(second, head);
const ethics = { step: "ethics" } as const;
const step = aWorkflow([aStep("ethics", { people: { skip: true } }), aStep("sign-off", { needs: ["ethics"] })]);
const so = () => caseOf(step).play(submit);
const by = (played: ReturnType<typeof so>, type: string) => played.events().find((event) => event.type === type)?.actor;
const asHead = { person: acting.id, desk: "smu.ethics", for: head.id };
const alone = (person: PersonActor) => ({ person: person.id, desk: "smu.ethics" });

describe("an officer who stands in for the head of the desk", () => {
  const headOnly: readonly { readonly event: string; readonly command: Move[1]; readonly context?: NonNullable<Move[2]> }[] = [
    { event: "step.assigned", command: { type: "assign", ...ethics, to: "x", keepWork: true }, context: { named: first } },
    { event: "step.extended", command: { type: "extend", ...ethics, workingDays: 2, reason: "The board meets on Thursday." } },
    { event: "step.skipped", command: { type: "skip", ...ethics, reason: "Decided by the board." } },
    { event: "step.reviewerAdded", command: { type: "addReviewer", ...ethics, to: "x", reason: "A second pair of eyes." }, context: { named: first } },
  ];
  test.each(headOnly)("does what the head alone does in the head’s place: $event", ({ event, command, context }) => {
    expect(by(so().play([acting, command, context]), event)).toEqual(asHead);
    expect(by(so().play([head, command, context]), event)).toEqual(alone(head));
  });

  test("names a substitute, and drops a step, in the head’s place", () => {
    const aside = so().play(...[first, third].map((member): Move => [member, { type: "recuse", ...ethics, reason: "My student." }]));
    expect(by(aside.play([acting, { type: "nameSubstitute", ...ethics, to: "x", reason: "All stand aside." }, { named: officer("biosafety") }]), "step.substituteNamed")).toEqual(asHead);
    const optional = caseOf(aWorkflow([aStep("ethics", { drop: ["lead"] }), aStep("sign-off")])).play(submit, [acting, { type: "dropStep", ...ethics, reason: "Not needed." }]);
    expect(by(optional, "step.dropped")).toEqual(asHead);
  });

  test("decides, suspends and hands out in their own right what they may as an officer, and in the head’s place what a colleague has in hand", () => {
    expect(by(so().play(approve("ethics", acting)), "step.approved")).toEqual(alone(acting));
    const claimed = () => so().play([first, { type: "claim", ...ethics }]);
    expect(by(claimed().play(approve("ethics", acting)), "step.approved")).toEqual(asHead);
    expect(by(claimed().play([acting, { type: "suspendStep", ...ethics, reason: "The board is away." }]), "step.suspended")).toEqual(asHead);
    expect(by(claimed().play([acting, { type: "release", ...ethics }]), "step.released")).toEqual(asHead);
    expect(by(so().play([acting, { type: "claim", ...ethics }], [acting, { type: "release", ...ethics }]), "step.released")).toEqual(alone(acting));
  });

  test("decides in the head’s place what is another’s by name, and neither their own so nor what whoever they stand in for has in hand", () => {
    const inFor = standingInFor({ ...people.pi, grants: aPerson("x", [["desk-officer", { kind: "desk", id: "smu.endorsement" }]]).grants }, people.head);
    const endorsed = (who: PersonActor) => must(give(submitted(), who, { type: "approve", step: "endorsement" })).events.find(({ type }) => type === "step.approved")?.actor;
    expect([endorsed({ ...inFor, id: second.id }), endorsed(inFor)]).toEqual([{ person: second.id, desk: "smu.endorsement", for: people.head.id }, { person: people.pi.id, desk: "smu.endorsement" }]);
    const forBoth = { ...standingInFor(standingInFor(people.stranger, first), head), standsIn: [first.id, head.id] };
    expect(by(so().play([first, { type: "claim", ...ethics }], approve("ethics", forBoth)), "step.approved")).toEqual({ person: people.stranger.id, desk: "smu.ethics", for: first.id });
  });

  test("does not leave out, or decide out of a colleague’s hands, for a head who decided another step", () => {
    const both = { ...head, grants: [...head.grants, ...lead("sign-off").grants] };
    const forBoth = standingInFor(second, both);
    const parallel = caseOf(aWorkflow([aStep("ethics", { people: { skip: true } }), aStep("sign-off"), aStep("biosafety")])).play(submit, approve("sign-off", both));
    expect(parallel.refused(forBoth, { type: "skip", ...ethics, reason: "Known." })).toEqual(["decidedAnotherStep"]);
    expect(parallel.play([first, { type: "claim", ...ethics }]).refused(forBoth, { type: "approve", ...ethics })).toEqual(["decidedAnotherStep"]);
  });

  test("does what the head does to a permit, and ends a request, in the head’s place; and puts right what another wrote", () => {
    const lead = people.signOff;
    const inFor = standingInFor({ ...lead, id: "person-deputy", grants: lead.grants.map((grant) => ({ ...grant, permissions: grant.permissions.filter((one) => one !== "permit.revoke") })) }, lead);
    const last = (one: Case) => one.events.at(-1)?.actor;
    const forLead = { person: inFor.id, desk: "smu.sign-off", for: lead.id };
    for (const type of ["suspend", "revoke", "reissue", "close"] as const) expect([type, last(must(give(permitted(), inFor, { type, reason: "Found damaged." })))]).toEqual([type, forLead]);
    const correct = (person: string) => last(must(give(permitted(), inFor, { type: "correct", what: 1, text: "Thirty tubes." }, { entry: { type: "request.submitted", person } as never })));
    expect([correct(people.requester.id), correct(inFor.id)]).toEqual([forLead, { person: inFor.id, desk: "smu.sign-off" }]);
    expect(codes(give(permitted(), { ...inFor, grants: inFor.grants.filter((grant) => !("for" in grant)) }, { type: "suspend", reason: "x" }))).toEqual(["notPermitted"]);
  });

  test("whoever only stands in for an officer speaks and moves the request on in that officer’s place", () => {
    const locum = standingInFor(people.stranger, people.acceptance);
    const last = must(give(permitted(), locum, { type: "comment", audience: "desks", text: "Seen." })).events.at(-1);
    expect(last?.actor).toEqual({ person: locum.id, desk: "hku.acceptance", for: people.acceptance.id });
  });
});
