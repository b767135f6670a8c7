import { describe, expect, test } from "vitest";
import { replay } from "../../../lib/request/evolve.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import type { Context } from "../../../lib/request/context.ts";
import { approve, aStep, aWorkflow, caseOf, officer, submit } from "../patterns/play.ts";
import { aContext, after, type Case, people, reviewed, stateOf } from "./builders.ts";

/** Both reviews are done; the sign-off asks. */
const returned = (fact?: string) => after(reviewed(), [people.signOff, { type: "return", step: "sign-off", questions: [{ text: "Is that so?", ...(fact && { fact }) }] }]);
const answer = (facts: Readonly<Record<string, unknown>>, start = returned()) => after(start, [people.requester, { type: "resubmit", facts, answers: [] }]);
const rounds = (one: Case) => stateOf(one).steps.map(({ id, status, round }) => `${id} ${round} ${status}`);

describe("WCP 10, 21: after a return only the desks whose facts or findings changed decide again", () => {
  test("a changed transport class concerns the biosafety officer, whose findings it makes, and not the ethics officer", () => {
    expect(rounds(answer({ "sample.un": "UN2814" }))).toEqual(["endorsement 2 open", "biosafety 2 waiting", "ethics 1 done", "sign-off 2 waiting", "acceptance 1 waiting"]);
  });

  test("a changed material concerns the ethics officer, whose findings come and go with it, and not the biosafety officer", () => {
    const again = answer({ "sample.hgr_material": "none" });
    expect(rounds(again)).toEqual(["endorsement 2 open", "biosafety 1 done", ...rounds(again).filter((row) => row.startsWith("ethics")), "sign-off 2 waiting", "acceptance 1 waiting"]);
    expect(rounds(again)).not.toContain("ethics 1 done");
  });

  test("an answer that no rule of a review reads leaves every review standing; whoever answers for the whole decides again", () => {
    const again = answer({ "sample.quantity": 12 });
    expect(rounds(again)).toEqual(["endorsement 2 open", "biosafety 1 done", "ethics 1 done", "sign-off 2 waiting", "acceptance 1 waiting"]);
    expect(stateOf(again).steps.map(({ id, stands }) => [id, stands !== null])).toEqual([["endorsement", false], ["biosafety", true], ["ethics", true], ["sign-off", false], ["acceptance", false]]);
  });

  test("a desk that asked about a fact decides again once that fact has changed, though no rule of its own reads it", () => {
    const asked = after(reviewed(), [people.signOff, { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }]);
    const before = after(asked, [people.requester, { type: "resubmit", facts: { "sample.un": "UN2814" }, answers: [] }], [people.pi, { type: "approve", step: "endorsement" }], [people.biosafety, { type: "return", step: "biosafety", questions: [{ fact: "sample.quantity", text: "How many?" }] }]);
    const same = after(before, [people.requester, { type: "resubmit", answers: [] }], [people.biosafety, { type: "approve", step: "biosafety" }], [people.signOff, { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }]);
    expect(rounds(answer({ "sample.quantity": 7 }, same))).toContain("biosafety 4 waiting");
    expect(rounds(answer({ "sample.quantity": 7 }, same))).toContain("ethics 1 done");
  });

  test("any number of rounds: what stood stands on, until what it concerns changes", () => {
    let so = returned();
    for (const quantity of [11, 12, 13]) {
      so = after(answer({ "sample.quantity": quantity }, so), [people.pi, { type: "approve", step: "endorsement" }], [people.signOff, { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }]);
      expect(rounds(so)).toContain("ethics 1 done");
    }
    expect(rounds(answer({ "sample.un": "UN2814" }, so))).toEqual(expect.arrayContaining(["endorsement 5 open", "biosafety 2 waiting", "ethics 1 done", "sign-off 5 waiting"]));
  });

  test("the case goes on to its permit without the desks that stood", () => {
    const again = after(answer({ "sample.quantity": 12 }), [people.pi, { type: "approve", step: "endorsement" }], [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);
    expect(stateOf(again).status).toBe("approved");
  });

  test("the event names whose decisions stand, so that replaying it needs no rules; from before that was kept, everybody decides again", () => {
    const { events } = answer({ "sample.quantity": 12 });
    expect(events.at(-1)).toMatchObject({ type: "request.resubmitted", data: { stands: ["biosafety", "ethics"] } });
    const old = events.map((event): RequestEvent => {
      if (event.type !== "request.resubmitted") return event;
      const { stands: _, ...data } = event.data;
      return { ...event, data };
    });
    expect(rounds({ target: { at: "live", state: replay(old) as never }, events: old })).toEqual(["endorsement 2 open", "biosafety 2 waiting", "ethics 2 waiting", "sign-off 2 waiting", "acceptance 1 waiting"]);
  });
});

test("a fact that a rule reads concerns the desk that the rule calls for, also where another made it hold", () => {
  const [some] = aContext(people.requester).packs;
  const [first] = some?.pack.regimes ?? [];
  if (!some || !first) throw new Error("no rules");
  const regime = { ...first, id: "lab", type: "filing", status: "in_force", kinds: ["sample"], trigger: { any: [{ attr: "sample.class", op: "eq", value: "human" }, { attr: "sample.quantity", op: "gt", value: 100 }] }, from: null, to: null, versions: [], substitutes: [], facilitates: [], due: "before-crossing", clock: null } as const;
  const other = { ...regime, id: "other", trigger: { attr: "sample.volume_ml", op: "gt", value: 1000 } } as const;
  const packs = [{ pack: { ...some.pack, id: "own", version: "1", from: "2026-01-01", to: null, regimes: [regime, other] }, digest: "a" }] as unknown as Context["packs"];
  const asked = () => caseOf(aWorkflow([aStep("ethics", { when: { attr: "findings", op: "contains", value: "lab" } }), aStep("sign-off", { needs: ["ethics"] })]), {}, { packs }).play(submit, approve("ethics"), [officer("sign-off"), { type: "return", step: "sign-off", questions: [{ text: "Sure?" }] }]);
  const round = (facts: object) => asked().play([people.requester, { type: "resubmit", facts, answers: [] }]).state().steps.find(({ id }) => id === "ethics")?.round;
  expect([round({ "sample.quantity": 40 }), round({ "sample.volume_ml": 40 })]).toEqual([2, 1]);
});
