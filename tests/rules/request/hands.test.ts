import { describe, expect, test } from "vitest";
import { ruleFor } from "../../../lib/request/command.ts";
import { standingInFor } from "../patterns/play.ts";
import { aContext, aPerson, after, codes, endorsed, give, people, requestId, stateOf, submitted } from "./builders.ts";

const desk = (id: string) => ({ kind: "desk", id }) as const;
const colleague = aPerson("colleague", [["desk-officer", desk("hku.biosafety")]], "hku");
const lead = aPerson("lead", [["desk-lead", desk("hku.biosafety")]], "hku");
const claim = { type: "claim", step: "biosafety" } as const;
const release = { type: "release", step: "biosafety" } as const;
const assign = { type: "assign", step: "biosafety", to: "somebody", keepWork: true } as const;
const approve = { type: "approve", step: "biosafety" } as const;
const holder = (so: ReturnType<typeof endorsed>) => stateOf(so).steps.find(({ id }) => id === "biosafety")?.holder?.person ?? null;
const handed = (so: ReturnType<typeof endorsed>, to: typeof lead, by = lead) => {
  const next = give(so, by, assign, { named: to });
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
};

describe("a step that is claimed", () => {
  test("is in the officer’s hands, and the record says whose and since when", () => {
    const so = after(endorsed(), [people.biosafety, claim]);
    expect(stateOf(so).steps.find(({ id }) => id === "biosafety")?.holder).toEqual({ person: people.biosafety.id, how: "claimed", since: "2026-11-24T02:00:00.000Z", from: null });
    expect(so.events.at(-1)).toMatchObject({ type: "step.claimed", actor: { person: people.biosafety.id, desk: "hku.biosafety" }, data: { step: "biosafety", round: 1, from: null } });
  });

  test("is given back by who stands in for its holder as by them, and not as by a head", () => {
    const so = after(endorsed(), [people.biosafety, claim]);
    const acting = standingInFor(people.stranger, people.biosafety);
    const byHead = (actor: typeof lead) => ruleFor("release").byHead?.({ ...release, commandId: requestId } as never, so.target, aContext(actor));
    expect([byHead(people.biosafety), byHead(acting), byHead(lead)]).toEqual([false, false, true]);
    expect(holder(after(so, [acting, release]))).toBeNull();
  });

  test("is decided by nobody else of the desk, who learns who has it; its holder and its head decide it", () => {
    const so = after(endorsed(), [people.biosafety, claim]);
    const refused = give(so, colleague, approve, { names: { [people.biosafety.id]: "Lam Wing" } });
    expect("refusals" in refused && refused.refusals).toEqual([{ code: "heldByOther", params: { step: "biosafety", person: "Lam Wing" } }]);
    for (const actor of [people.biosafety, lead]) expect(codes(give(so, actor, approve))).toEqual([]);
  });

  test("is not claimed again, by its holder or by a colleague, but its head may take it over", () => {
    const so = after(endorsed(), [people.biosafety, claim]);
    expect(codes(give(so, people.biosafety, claim))).toEqual(["heldAlready"]);
    expect(codes(give(so, colleague, claim))).toEqual(["heldByOther"]);
    const taken = after(so, [lead, claim]);
    expect([holder(taken), taken.events.at(-1)?.data]).toEqual([lead.id, { step: "biosafety", round: 1, from: people.biosafety.id }]);
  });

  test("goes back to the queue by its holder or its head, not by a colleague", () => {
    const so = after(endorsed(), [people.biosafety, claim]);
    expect(codes(give(so, colleague, release))).toEqual(["heldByOther"]);
    for (const actor of [people.biosafety, lead]) expect(holder(after(so, [actor, release]))).toBeNull();
    expect(codes(give(after(so, [lead, release]), colleague, approve))).toEqual([]);
    expect(codes(give(endorsed(), people.biosafety, release))).toEqual(["notHeld"]);
  });

  test("is in nobody’s hands once it is decided, and stays in theirs through a return of another desk", () => {
    expect(holder(after(endorsed(), [people.biosafety, claim], [people.biosafety, approve]))).toBeNull();
    const returned = after(endorsed(), [people.biosafety, claim], [people.ethics, { type: "return", step: "ethics", questions: [{ text: "Why?" }] }]);
    expect(codes(give(returned, people.biosafety, release))).toEqual(["wrongStatus"]);
    expect(holder(after(returned, [people.requester, { type: "resubmit", answers: [] }]))).toBe(people.biosafety.id);
  });
});

describe("who could not decide a step", () => {
  test("cannot claim it: the requester, the team, whoever decided another step", () => {
    const own = { ...people.requester, grants: [...people.requester.grants, ...colleague.grants] };
    const team = { ...people.teammate, grants: [...people.teammate.grants, ...colleague.grants] };
    expect(codes(give(endorsed(), own, claim))).toEqual(["ownRequest"]);
    expect(codes(give(endorsed(), team, claim))).toEqual(["teamMember"]);
    const so = after(endorsed(), [people.both, { type: "approve", step: "ethics" }]);
    expect(codes(give(after(so, [people.biosafety, approve]), people.both, { type: "claim", step: "sign-off" }))).toEqual(["decidedAnotherStep"]);
  });

  test("is not given it either, and the head is told whom it cannot be", () => {
    const own = { ...people.requester, grants: [...people.requester.grants, ...colleague.grants] };
    const refused = give(endorsed(), lead, assign, { named: own });
    expect("refusals" in refused && refused.refusals).toEqual([{ code: "mayNotDecide", path: "to", params: { person: "requester", step: "biosafety" } }]);
  });

  test("cannot claim a step that waits, or one of a desk of others", () => {
    expect(codes(give(submitted(), people.biosafety, claim))).toEqual(["stepNotOpen"]);
    expect(codes(give(endorsed(), people.ethics, claim))).toEqual(["notPermitted"]);
  });
});

describe("the head of a desk", () => {
  test("assigns a step to an officer of the desk, who then has it; out of the queue, or out of other hands, saying why", () => {
    const first = handed(endorsed(), colleague);
    expect(holder(first)).toBe(colleague.id);
    const second = give(first, lead, { ...assign, reason: "Away this week." }, { named: people.biosafety });
    if ("refusals" in second) throw new Error("refused");
    expect(second.events.at(-1)).toMatchObject({ type: "step.assigned", request: requestId, actor: { person: lead.id, desk: "hku.biosafety" }, data: { to: people.biosafety.id, from: colleague.id, keepWork: true, reason: { digest: expect.any(String) } } });
  });

  test("assigns it to nobody outside the desk, nobody unknown, and not to whoever has it", () => {
    expect(codes(give(endorsed(), lead, assign, { named: people.ethics }))).toEqual(["notOfDesk"]);
    expect(codes(give(endorsed(), lead, assign, { named: null }))).toEqual(["unknownPerson"]);
    expect(codes(give(handed(endorsed(), colleague), lead, assign, { named: colleague }))).toEqual(["heldAlready"]);
  });

  test("alone assigns: an officer does not, nor the head of another desk", () => {
    for (const actor of [people.biosafety, people.signOff]) expect(codes(give(endorsed(), actor, assign, { named: colleague }))).toEqual(["notPermitted"]);
  });
});
