import { describe, expect, test } from "vitest";
import { allowed } from "../../../lib/request/allowed.ts";
import { Extend } from "../../../lib/request/commands/extend.ts";
import type { WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { clockOf, dueOf } from "../../../lib/workflow/step-clock.ts";
import { aCase, aContext, type Case, codes, give, people, stateOf } from "./builders.ts";

/** Plays acts on their days, in November 2026; the 21st, 22nd, 28th and 29th are a weekend. */
function played(acts: readonly (readonly [day: string, actor: (typeof people)[keyof typeof people], act: Parameters<typeof give>[2]])[], workflow: WorkflowDefinition = sampleWorkflow): Case {
  return acts.reduce<Case>((so, [day, actor, act]) => {
    const next = give(so, actor, act, { now: `${day}T02:00:00.000Z`, today: day, workflow: { definition: workflow, digest: "0".repeat(64) } });
    if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
    return next;
  }, aCase());
}
const stepIn = (one: Case, id: string) => {
  const found = stateOf(one).steps.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
const clock = (one: Case, id: string, today: string) => clockOf(stepIn(one, id), today);

const asked = [
  ["2026-11-24", people.requester, { type: "submit" }],
  ["2026-11-24", people.pi, { type: "approve", step: "endorsement" }],
  ["2026-11-26", people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }],
] as const;
const answered = [...asked, ["2026-12-02", people.requester, { type: "resubmit", answers: [{ question: "1", text: "Thirty." }] }]] as const;
const edited = [...asked, ["2026-12-02", people.requester, { type: "resubmit", facts: { "sample.quantity": 18 }, answers: [] }]] as const;

describe("while the requester owes an answer", () => {
  test("the clock of the desk that asked stands, and so does every other that was running", () => {
    const returned = played(asked);
    expect(clock(returned, "biosafety", "2026-12-01")).toMatchObject({ used: 2, left: 3, stood: 3, stopped: "2026-11-26", due: null });
    expect(clock(returned, "ethics", "2026-12-01")).toMatchObject({ used: 2, left: 8, stood: 3, stopped: "2026-11-26", due: null });
    expect([dueOf(stepIn(returned, "biosafety")), dueOf(stepIn(returned, "ethics"))]).toEqual([null, null]);
  });

  test("a desk that has not been asked yet has no clock, and one that has decided keeps the day that was its last", () => {
    const returned = played(asked);
    expect(clock(returned, "sign-off", "2026-12-01")).toBeNull();
    expect(clock(returned, "endorsement", "2026-12-01")).toBeNull();
    expect(dueOf(stepIn(returned, "endorsement"))).toBe("2026-11-27");
  });

  test("a workflow can say that a clock goes on", () => {
    const strict = { ...sampleWorkflow, version: 2, steps: sampleWorkflow.steps.map((step) => ({ ...step, clock: step.clock && { ...step.clock, pausedWhileReturned: false } })) };
    expect(clock(played(asked, strict), "biosafety", "2026-12-01")).toMatchObject({ used: 5, left: 0, stopped: null, due: "2026-12-01" });
    expect(clock(played(answered, strict), "biosafety", "2026-12-02")).toMatchObject({ used: 5, over: 1, stopped: null, due: "2026-12-01" });
  });
});

describe("after the answer", () => {
  test("the days used before stay used, those in between do not count, and the last day is as much later", () => {
    expect(dueOf(stepIn(played(asked.slice(0, 2)), "biosafety"))).toBe("2026-12-01");
    const again = played(answered);
    expect(clock(again, "biosafety", "2026-12-02")).toMatchObject({ used: 2, left: 3, stood: 4, stopped: null, due: "2026-12-07" });
    expect(clock(again, "ethics", "2026-12-02")).toMatchObject({ used: 2, left: 8, stood: 4, due: "2026-12-14" });
    expect(dueOf(stepIn(again, "biosafety"))).toBe("2026-12-07");
  });

  test("asking twice stops it twice", () => {
    const twice = played([...answered, ["2026-12-03", people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "Sure?" }] }], ["2026-12-08", people.requester, { type: "resubmit", answers: [{ question: "1", text: "Yes." }] }]]);
    expect(clock(twice, "biosafety", "2026-12-08")).toMatchObject({ used: 3, left: 2, stood: 7, due: "2026-12-10" });
  });

  test("with edits a desk that had decided has its whole time anew, and one that had not what was left", () => {
    const again = played(edited);
    expect(clock(again, "endorsement", "2026-12-02")).toMatchObject({ used: 0, left: 3, due: "2026-12-07" });
    // Waits for the endorser; the days it had used are not forgotten.
    expect(clock(again, "biosafety", "2026-12-03")).toMatchObject({ used: 2, left: 3, stopped: "2026-11-26" });
    const endorsed = played([...edited, ["2026-12-04", people.pi, { type: "approve", step: "endorsement" }]]);
    expect(clock(endorsed, "biosafety", "2026-12-04")).toMatchObject({ used: 2, left: 3, due: "2026-12-09" });
  });

  test("a clock ends with its decision, and every clock with the request", () => {
    const decided = played([...answered, ["2026-12-03", people.biosafety, { type: "approve", step: "biosafety" }]]);
    expect(stepIn(decided, "biosafety").ran.map(({ to }) => to?.slice(0, 10))).toEqual(["2026-11-26", "2026-12-03"]);
    const over = played([...answered, ["2026-12-03", people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No." }] }]]);
    expect(stateOf(over).steps.flatMap((step) => step.ran).filter(({ to }) => to === null)).toEqual([]);
  });
});

describe("a clock that the head of its desk extends", () => {
  const begun = [["2026-11-24", people.requester, { type: "submit" }]] as const;
  const more = (workingDays: number) => ({ type: "extend", step: "endorsement", workingDays, reason: "The board meets on Thursday." }) as const;
  const extended = [...begun, ["2026-11-25", people.head, more(2)]] as const;
  const asked = (one: Case, actor: (typeof people)[keyof typeof people], act: Parameters<typeof give>[2], today = "2026-11-25") => codes(give(one, actor, act, { today, now: `${today}T02:00:00.000Z` }));

  test("is due as many working days later, and says so in the record", () => {
    expect(dueOf(stepIn(played(begun), "endorsement"))).toBe("2026-11-27");
    const later = played(extended);
    expect(dueOf(stepIn(later, "endorsement"))).toBe("2026-12-01");
    expect(clock(later, "endorsement", "2026-11-26")).toMatchObject({ used: 2, left: 3, days: 5 });
    expect(later.events.at(-1)).toMatchObject({ type: "step.extended", actor: { person: people.head.id, desk: "smu.endorsement" }, data: { step: "endorsement", round: 1, workingDays: 2 } });
  });

  test("is extended once, by no more than it had, with a reason, before its last day is over, by nobody but the head of its desk", () => {
    expect(asked(played(extended), people.head, more(1))).toEqual(["extendedAlready"]);
    expect(asked(played(begun), people.head, more(4))).toEqual(["tooManyDays"]);
    expect(asked(played(begun), people.head, more(3), "2026-11-27")).toEqual([]);
    expect(asked(played(begun), people.head, more(3), "2026-11-28")).toEqual(["clockOver"]);
    for (const actor of [people.requester, people.pi, people.biosafety, people.signOff, people.auditor]) expect(asked(played(begun), actor, more(1))).toEqual(["notPermitted"]);
    expect(asked(played(begun), people.signOff, { ...more(1), step: "sign-off" })).toEqual(["stepNotOpen"]);
    expect(asked(played(begun), people.head, { ...more(1), step: "nowhere" })).toEqual(["unknownStep"]);
    for (const wrong of [{ workingDays: 0 }, { workingDays: -1 }, { workingDays: 1.5 }, { workingDays: 1e9 }, { workingDays: "2" }, { reason: " " }]) expect(Extend.safeParse({ ...more(1), commandId: "01900000-0000-7000-8000-0000000000cc", ...wrong }).success).toBe(false);
  });

  test("keeps its extension when it stood still, and loses it only with a whole new clock", () => {
    const returned = played([...extended, ["2026-11-26", people.pi, { type: "return", step: "endorsement", questions: [{ text: "Why?" }] }], ["2026-12-02", people.requester, { type: "resubmit", answers: [{ question: "1", text: "So." }] }]]);
    expect(clock(returned, "endorsement", "2026-12-02")).toMatchObject({ used: 2, left: 3, days: 5 });
    expect(asked(returned, people.head, more(1), "2026-12-02")).toEqual(["extendedAlready"]);
    const decided = played([...extended, ["2026-11-26", people.pi, { type: "approve", step: "endorsement" }], ["2026-11-26", people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }], ["2026-12-02", people.requester, { type: "resubmit", facts: { "sample.quantity": 18 }, answers: [] }]]);
    expect(clock(decided, "endorsement", "2026-12-02")).toMatchObject({ used: 0, left: 3, days: 3 });
    expect(asked(decided, people.head, more(1), "2026-12-02")).toEqual([]);
  });

  test("is offered to the head of its desk, and says why when it is not", () => {
    const offered = (one: Case, today: string) => allowed(one.target, aContext(people.head, { today })).find(({ command, step }) => command === "extend" && step === "endorsement");
    expect(offered(played(begun), "2026-11-25")).toEqual({ command: "extend", step: "endorsement", allowed: true, reasons: [] });
    expect(offered(played(extended), "2026-11-25")).toMatchObject({ allowed: false, reasons: [{ code: "extendedAlready" }] });
  });
});
