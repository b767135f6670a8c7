import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { headAt } from "../../../lib/request/commands/head.ts";
import { aStep, aWorkflow, caseOf, lead, officer, standingInFor, submit, type Move } from "../patterns/play.ts";
import { people } from "./builders.ts";

/* The head of a desk who takes no part in a decision does not say who makes it, or until when. */

const at = { step: "ethics" } as const;
const [first, second, third] = [officer("ethics"), officer("ethics-2"), officer("ethics-3")];
const [head, other] = [lead("ethics-8"), lead("ethics-9")];
const recuse = (who: PersonActor): Move => [who, { type: "recuse", ...at, reason: "My student." }];
const everybodyAside = [recuse(first), recuse(second), recuse(third)];
const played = () => caseOf(aWorkflow([aStep("ethics", { drop: ["lead"], people: { skip: true } }), aStep("sign-off")]), { team: [people.teammate.id] }).play(submit);
const held = () => played().play([first, { type: "claim", ...at }]);

type Steering = { readonly named: string; readonly so: () => ReturnType<typeof played>; readonly act: Move[1]; readonly to?: PersonActor };
const steering: readonly Steering[] = [
  { named: "assigns no step", so: played, act: { type: "assign", ...at, to: "x", keepWork: true }, to: second },
  { named: "takes it out of nobody’s hands", so: held, act: { type: "release", ...at } },
  { named: "adds no reviewer", so: held, act: { type: "addReviewer", ...at, to: "x", reason: "Two see more." }, to: second },
  { named: "names no substitute", so: () => played().play(...everybodyAside), act: { type: "nameSubstitute", ...at, to: "x", reason: "All stand aside." }, to: officer("legal") },
  { named: "gives it no more time", so: played, act: { type: "extend", ...at, workingDays: 2, reason: "The board meets." } },
  { named: "drops no step", so: played, act: { type: "dropStep", ...at, reason: "Not needed." } },
];

describe("the head of a desk", () => {
  test.each(steering)("who stands aside $named, themselves or by a stand-in; another head does", ({ so, act, to: named = null }) => {
    const aside = so().play(recuse(head));
    expect([aside.refused(head, act, { named }), aside.refused(standingInFor(people.stranger, head), act, { named })]).toEqual([["headAside"], ["headAside"]]);
    expect(aside.refused(other, act, { named })).toEqual([]);
    expect(so().refused(head, act, { named })).toEqual([]);
  });

  test("who stands aside at a step does so at those beside it too, like everybody of its desk", () => {
    const beside = { step: "ethics.r2" } as const;
    const add = { type: "addReviewer", ...beside, reason: "Three see more." } as const;
    const shared = played().play([other, { type: "addReviewer", ...at, to: "x", reason: "Two see more." }, { named: second }]);
    expect(shared.refused(head, { ...add, to: "x" }, { named: third })).toEqual([]);
    const aside = shared.play(recuse(head), recuse(first));
    expect(aside.refused(head, { ...add, to: "x" }, { named: third })).toEqual(["headAside"]);
    expect(aside.refused(other, { ...add, to: "x" }, { named: first })).toEqual(["mayNotDecide"]);
    const free = aside.play([second, { type: "release", ...beside }]);
    expect([free.refused(first, { type: "claim", ...beside }), free.refused(first, { type: "approve", ...beside }), free.refused(third, { type: "claim", ...beside })]).toEqual([["recused"], ["recused"], []]);
  });

  test("is told of which step it is", () => {
    expect(played().play(recuse(head)).whyNot(head, { type: "extend", ...at, workingDays: 2, reason: "The board meets." })).toEqual([["headAside", undefined, at]]);
  });

  test("heads a desk in their own right whatever else they decided, and in the place of no head who has a part in the case", () => {
    const state = { ...played().state(), deciders: [{ step: "sign-off", person: head.id }] };
    const step = state.steps.find(({ id }) => id === "ethics");
    if (!step) throw new Error("no such step");
    const acting = standingInFor(people.stranger, head);
    expect([headAt(head, step, state), headAt(acting, step, state), headAt(acting, step, played().state()), headAt(first, step, state)]).toEqual([null, undefined, head.id, undefined]);
  });

  test.each(steering)("who stands aside and stands in for another head, or the other way round, $named", ({ so, act, to: named = null }) => {
    expect(so().play(recuse(head)).refused(standingInFor({ ...head, grants: [] }, other), act, { named })).toEqual(["headAside"]);
    const both = standingInFor(people.stranger, head);
    const forEither: PersonActor = { ...both, grants: [...both.grants, ...other.grants.map((grant) => ({ ...grant, for: other.id }))], standsIn: [head.id, other.id] };
    const aside = so().play(recuse(head));
    expect(aside.refused(forEither, act, { named })).toEqual([]);
    expect(aside.play([forEither, act, { named }]).events().at(-1)?.actor).toMatchObject({ person: forEither.id, for: other.id });
  });

  test.each(steering)("whose own request it is, or their team’s, or of somebody for whom they stand in, $named", ({ so, act, to: named = null }) => {
    const also = (who: PersonActor): PersonActor => ({ ...who, grants: [...who.grants, ...head.grants] });
    expect(so().refused(also(people.requester), act, { named })).toEqual(["ownRequest"]);
    expect(so().refused(also(people.teammate), act, { named })).toEqual(["teamMember"]);
    expect(so().refused({ ...also(people.stranger), standsIn: [people.teammate.id] }, act, { named })).toEqual(["standsInForParty"]);
  });
});

test("the only head of a desk who stands aside leaves it to somebody whom the administrator makes its head, and then the step is decided", () => {
  const so = played().play(...everybodyAside, recuse(head));
  const substitute = { type: "nameSubstitute", ...at, to: "x", reason: "All stand aside." } as const;
  expect(so.refused(head, substitute, { named: officer("legal") })).toEqual(["headAside"]);
  const since = lead("ethics-7");
  so.play([since, substitute, { named: officer("legal") }], [officer("legal"), { type: "approve", ...at }]);
  expect(so.outcomes().ethics).toBe("approved");
});

test("whoever has a step gives it back also when it is their team’s, and takes up again what they put aside; nobody else of the team does", () => {
  const named = caseOf(aWorkflow([aStep("endorsement", { named: true }), aStep("sign-off")]), { team: [people.pi.id, people.teammate.id], endorser: people.pi.email }, { endorser: people.pi.id }).play(submit);
  const step = { step: "endorsement" } as const;
  named.play([people.pi, { type: "suspendStep", ...step, reason: "Away." }], [people.pi, { type: "resumeStep", ...step }], [people.pi, { type: "claim", ...step }]);
  expect(named.refused(people.pi, { type: "release", ...step })).toEqual([]);
  const staff = (who: PersonActor): PersonActor => ({ ...who, grants: [...who.grants, ...first.grants] });
  const aside = played().play([first, { type: "suspendStep", ...at, reason: "Away." }]);
  expect([aside.refused(staff(people.teammate), { type: "resumeStep", ...at }), aside.refused(staff(people.requester), { type: "resumeStep", ...at }), aside.refused(second, { type: "resumeStep", ...at })]).toEqual([["teamMember"], ["ownRequest"], []]);
});
