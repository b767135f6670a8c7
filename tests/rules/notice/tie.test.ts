import { expect, test } from "vitest";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { aStep, aWorkflow, caseOf, lead, officer, submit } from "../patterns/play.ts";

const [first, second, third, head] = [officer("ethics"), officer("ethics-2"), officer("ethics-3"), lead("ethics-9")];
const vote = (given: "for" | "against" | "abstain", casting = false) => ({ type: "vote", step: "ethics", vote: given, casting }) as const;

/** Whom each event told of a tie. */
function told(events: ReturnType<ReturnType<typeof caseOf>["events"]>) {
  return events.flatMap((event, at) => {
    const after = replay(events.slice(0, at + 1));
    if (after.status === "none") throw new Error("nothing was submitted");
    return noticesFor(event, replay(events.slice(0, at)), after).flatMap(({ code, to, step }) => (code === "tied" ? [[event.type, to, step]] : []));
  });
}
const committee = aWorkflow([aStep("ethics", { mode: { vote: { present: 3, carries: "majority", veto: false, casting: true } } })]);
const heads = { as: "desk", desk: "smu.ethics", side: "origin", heads: true } as const;

test("a tie is told to the heads of its desk, who alone can break it: once, and to nobody where there is none", () => {
  const tie = caseOf(committee).play(submit, [first, vote("for")], [second, vote("against")], [third, vote("abstain")]);
  expect(told(tie.events())).toEqual([["step.voted", heads, "ethics"]]);
  tie.play([head, vote("against", true)]);
  expect(told(tie.events())).toEqual([["step.voted", heads, "ethics"]]);
  expect(told(caseOf(committee).play(submit, [first, vote("for")], [second, vote("for")], [third, vote("against")]).events())).toEqual([]);
});

test("a tie that comes of somebody standing aside is told as well", () => {
  const two = aWorkflow([aStep("ethics", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: true } } })]);
  const so = caseOf(two).play(submit, [first, vote("for")], [second, vote("against")], [third, { type: "recuse", step: "ethics", reason: "My sister." }]);
  expect(told(so.events())).toEqual([["step.recused", heads, "ethics"]]);
});
