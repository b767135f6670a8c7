import fc from "fast-check";
import { expect, test } from "vitest";
import { allowed } from "../../../lib/request/allowed.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { requestStatuses } from "../../../lib/request/state.ts";
import { aCase, aContext, type Case, give, grant, move, people } from "./builders.ts";

const actors = fc.constantFrom(...Object.values(people));
const steps = fc.constantFrom("endorsement", "biosafety", "ethics", "sign-off", "acceptance");
const acts = fc.oneof(
  fc.constantFrom(...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination", "int-un3373", "int-dry-ice"].map(grant)),
  { weight: 5, arbitrary: steps.map((step) => ({ type: "approve" as const, step })) },
  steps.map((step) => ({ type: "reject" as const, step, reasons: [{ code: "other", text: "no" }] })),
  steps.map((step) => ({ type: "return" as const, step, questions: [{ text: "why?" }] })),
  fc.tuple(steps, fc.integer({ min: 1, max: 12 })).map(([step, workingDays]) => ({ type: "extend" as const, step, workingDays, reason: "x" })),
  fc.constantFrom({ type: "submit" as const }, { type: "withdraw" as const, reason: "x" }, { type: "close" as const }, { type: "revoke" as const, reason: "x" }),
  fc.constantFrom({ type: "resubmit" as const, answers: [] }, { type: "resubmit" as const, facts: { "sample.quantity": 7 }, answers: [] }),
  fc.constantFrom(move("1"), move("30"), move("3", "return")),
  fc.constantFrom({ type: "comment" as const, audience: "desks", text: "x" }, { type: "comment" as const, audience: "requester", text: "y" }),
);
const plays = fc.array(fc.tuple(actors, acts), { maxLength: 60 });

function play(moves: readonly (readonly [(typeof people)[keyof typeof people], Parameters<typeof give>[2]])[]): { end: Case; accepted: number } {
  let end = aCase();
  let accepted = 0;
  for (const [actor, act] of moves) {
    const next = give(end, actor, act);
    if ("refusals" in next) continue;
    end = next;
    accepted++;
  }
  return { end, accepted };
}

test("P1: what is refused for want of permission is shown as not allowed, and yields no event", () => {
  fc.assert(
    fc.property(plays, actors, acts, (moves, actor, act) => {
      const { end } = play(moves);
      const step = "step" in act ? act.step : undefined;
      const shown = allowed(end.target, aContext(actor)).find((one) => one.command === act.type && one.step === step);
      if (shown && !shown.allowed) expect("refusals" in give(end, actor, act)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("P2: the state after replay is the state when live", () => {
  fc.assert(
    fc.property(plays, (moves) => {
      const { end } = play(moves);
      if (end.target.at === "live") expect(replay(end.events)).toEqual(end.target.state);
    }),
    { numRuns: 300 },
  );
});

test("P3: whatever is done, the status is a declared one, and no permit lets more across than its limit", () => {
  fc.assert(
    fc.property(plays, (moves) => {
      const { end } = play([[people.requester, { type: "submit" }], ...moves]);
      if (end.target.at !== "live") return;
      const { state } = end.target;
      expect(requestStatuses).toContain(state.status);
      const out = state.movements.filter(({ direction }) => direction === "out").reduce((sum, { quantity }) => sum + Number(quantity.value), 0);
      expect(out).toBeLessThanOrEqual(Number(state.limit.value));
      expect(new Set(state.deciders.map(({ person }) => person)).size).toBe(new Set(state.deciders.map(({ person, step }) => `${person} ${step}`)).size);
    }),
    { numRuns: 300 },
  );
});
