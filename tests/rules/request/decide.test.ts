import { describe, expect, test } from "vitest";
import { RecordMovement } from "../../../lib/request/commands/record-movement.ts";
import { aCase, aDraft, approved, after, codes, endorsed, give, grant, move, people, permitted, ready, reviewed, serum, stateOf, submitted, today, type Case } from "./builders.ts";

const status = (one: Case) => stateOf(one).status;
const statusOfStep = (one: Case, id: string) => stateOf(one).steps.find((step) => step.id === id)?.status;

describe("submitting", () => {
  test("fixes the steps that the findings call for, and opens the first", () => {
    expect(stateOf(submitted()).steps.map(({ id, status, side }) => [id, status, side])).toEqual([
      ["endorsement", "open", "origin"],
      ["biosafety", "waiting", "destination"],
      ["ethics", "waiting", "origin"],
      ["sign-off", "waiting", "origin"],
      ["acceptance", "waiting", "destination"],
    ]);
  });

  test("names every reason against it, not the first", () => {
    const { "sample.class": _, ...facts } = serum;
    const refused = give(aCase(aDraft({ title: "", facts, window: null, terms: [], recorded: [] })), people.requester, { type: "submit" });
    expect(new Set(codes(refused))).toEqual(new Set(["missingTitle", "missingAnswer", "missingWindow", "termsNotAccepted", "requirementOpen"]));
  });

  test("one term not accepted is refused for that term only", () => {
    const [first] = aDraft().terms;
    expect(codes(give(aCase(aDraft({ terms: first ? [first] : [] })), people.requester, { type: "submit" }))).toEqual(["termsNotAccepted"]);
  });

  test("an uncertain requirement never blocks it; a prohibition does", () => {
    expect(status(submitted())).toBe("submitted");
    expect(codes(give(aCase(aDraft({ facts: { ...serum, "transit.jurs": ["CN"] } })), people.requester, { type: "submit" }))).toContain("prohibited");
  });

  test("a host that has not joined becomes a requirement with a letter, not a step", () => {
    const away = give(aCase(aDraft({ host: { ror: "00t33hh48" } })), people.requester, { type: "submit" }, { host: { ror: "00t33hh48" } });
    if ("refusals" in away) throw new Error(JSON.stringify(away.refusals));
    expect(stateOf(away).steps.map(({ id }) => id)).not.toContain("acceptance");
    expect(stateOf(away).requirements.find(({ id }) => id === "host-letter")).toMatchObject({ due: "before-permit", status: "open" });
  });

  test("only the requester submits", () => {
    expect(codes(give(aCase(), people.teammate, { type: "submit" }))).toEqual(["notRequester"]);
    expect(codes(give(aCase(), people.stranger, { type: "submit" }))).toEqual(["notPermitted"]);
  });
});

describe("deciding", () => {
  test("a step that the request has not is named as such to whoever may give the command at one that it has", () => {
    for (const type of ["approve", "return", "claim", "vote", "suspendStep", "assign", "extend", "dropStep", "skip"] as const) {
      for (const actor of [people.head, people.signOff]) expect([type, codes(give(endorsed(), actor, { type, step: "nowhere" }))]).toEqual([type, ["unknownStep"]]);
      for (const actor of [people.requester, people.auditor, people.stranger]) expect([type, codes(give(endorsed(), actor, { type, step: "nowhere" }))]).toEqual([type, ["notPermitted"]]);
    }
    expect(codes(give(aCase(), people.biosafety, { type: "approve", step: "nowhere" }))).toEqual(["notPermitted"]);
    expect(codes(give(endorsed(), people.biosafety, { type: "decideAppeal", step: "appeal", outcome: "upheld", reason: "So." }))).toEqual(["notPermitted"]);
  });
  test("the named endorser decides, or the head of the desk; a teammate named as endorser may", () => {
    expect(statusOfStep(endorsed(), "endorsement")).toBe("done");
    expect(codes(give(submitted(), people.head, { type: "approve", step: "endorsement" }))).toEqual([]);
    expect(codes(give(submitted(), people.biosafety, { type: "approve", step: "endorsement" }))).toEqual(["notPermitted"]);
  });

  test("nobody decides their own request, their team's, or two steps of one", () => {
    expect(codes(give(submitted(), people.requester, { type: "approve", step: "endorsement" }))).toEqual(["notPermitted"]);
    expect(codes(give(reviewed(), people.teammate, { type: "approve", step: "sign-off" }))).toEqual(["teamMember"]);
    const twice = after(endorsed(), [people.biosafety, { type: "approve", step: "biosafety" }], [people.both, { type: "approve", step: "ethics" }]);
    expect(codes(give(twice, people.both, { type: "approve", step: "sign-off" }))).toEqual(["decidedAnotherStep"]);
  });

  test("a step that is not open, or not there, says so", () => {
    expect(codes(give(submitted(), people.biosafety, { type: "approve", step: "biosafety" }))).toEqual(["stepNotOpen"]);
    expect(codes(give(endorsed(), people.biosafety, { type: "approve", step: "nowhere" }))).toEqual(["unknownStep"]);
    expect(codes(give(submitted(), people.pi, { type: "approveWithConditions", step: "endorsement", conditions: [{ text: "x" }] }))).toEqual(["notAllowedAtStep"]);
  });

  test("rejecting ends what the other desks had before them", () => {
    const rejected = after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] }]);
    expect(status(rejected)).toBe("rejected");
    expect(statusOfStep(rejected, "ethics")).toBe("cancelled");
    expect(codes(give(rejected, people.ethics, { type: "approve", step: "ethics" }))).toEqual(["wrongStatus"]);
  });
});

describe("returning and resubmitting", () => {
  const returned = () => after(endorsed(), [people.ethics, { type: "approve", step: "ethics" }], [people.biosafety, { type: "return", step: "biosafety", questions: [{ fact: "sample.quantity", text: "How many?" }] }]);

  test("while returned nobody decides", () => {
    expect(status(returned())).toBe("returned");
    expect(codes(give(returned(), people.biosafety, { type: "approve", step: "biosafety" }))).toEqual(["wrongStatus"]);
  });

  test("without edits the answers and the others' decisions stand, and the desk decides in a new round", () => {
    const again = after(returned(), [people.requester, { type: "resubmit", answers: [{ question: "1", text: "Thirty." }] }]);
    expect(stateOf(again).steps.map(({ id, status, round }) => [id, status, round])).toEqual([
      ["endorsement", "done", 1],
      ["biosafety", "open", 2],
      ["ethics", "done", 1],
      ["sign-off", "waiting", 1],
      ["acceptance", "waiting", 1],
    ]);
    expect(stateOf(again).changed).toEqual([]);
    expect(stateOf(again).steps.find(({ id }) => id === "biosafety")?.previously).toBe(people.biosafety.id);
  });

  test("with edits whoever answers for the whole decides again, on the new answers, and a review that the changed facts do not concern stands", () => {
    const again = after(returned(), [people.requester, { type: "resubmit", facts: { "sample.quantity": 18 }, answers: [] }]);
    expect(stateOf(again).changed).toEqual(["sample.quantity"]);
    expect(stateOf(again).steps.filter(({ round }) => round === 2).map(({ id }) => id)).toEqual(["endorsement", "biosafety"]);
    expect(stateOf(again).steps.find(({ id }) => id === "ethics")).toMatchObject({ status: "done", round: 1, stands: `${today}T02:00:00.000Z` });
    expect(codes(give(again, people.pi, { type: "approve", step: "endorsement" }))).toEqual([]);
  });

  test("another window is an edit too: nobody who answers for the whole approved days they were not shown", () => {
    const again = after(returned(), [people.requester, { type: "resubmit", window: { from: "2026-11-24", to: "2028-12-31" }, answers: [] }]);
    expect(stateOf(again).steps.filter(({ round }) => round === 2).map(({ id }) => id)).toEqual(["endorsement", "biosafety"]);
  });

  test("what the permit will be limited to follows the new answers, unless a limit was asked for by itself", () => {
    const edit = { type: "resubmit" as const, facts: { "sample.quantity": 18 }, answers: [] };
    expect(stateOf(after(returned(), [people.requester, edit])).limit).toEqual({ value: "18", unit: "container" });
    const asked = after(aCase(aDraft({ limit: { value: "5", unit: "mL" } })), [people.requester, { type: "submit" }], [people.pi, { type: "return", step: "endorsement", questions: [{ text: "How many?" }] }]);
    expect(stateOf(after(asked, [people.requester, edit])).limit).toEqual({ value: "5", unit: "mL" });
  });

  test("an answer to a question that nobody asked is refused", () => {
    expect(codes(give(returned(), people.requester, { type: "resubmit", answers: [{ question: "9", text: "x" }] }))).toEqual(["unknownQuestion"]);
  });
});

describe("the permit", () => {
  test("is issued by the last requirement, or by the last approval, whichever comes last", () => {
    expect(status(approved())).toBe("approved");
    expect(permitted().events.at(-1)?.type).toBe("permit.issued");
    const early = after(reviewed(), ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const), [people.signOff, { type: "approve", step: "sign-off" }]);
    const issued = after(early, [people.acceptance, { type: "approve", step: "acceptance" }]);
    expect(issued.events.slice(-3).map(({ type }) => type)).toEqual(["step.approved", "request.approved", "permit.issued"]);
  });

  test("waits for what is uncertain until a person has settled it", () => {
    const waiting = after(approved(), ...["cn-special-goods-permit", "hk-biological-import-599a"].map((id) => [people.requester, grant(id)] as const));
    expect(status(waiting)).toBe("approved");
  });

  test("a movement waits for what is due before the crossing", () => {
    expect(codes(give(permitted(), people.requester, move("1")))).toEqual(["requirementOpen", "requirementOpen"]);
  });

  test("never lets more across than it allows, exactly", () => {
    const moved = after(ready(), [people.requester, move("29")]);
    expect(codes(give(moved, people.requester, move("2")))).toEqual(["overLimit"]);
    expect(codes(give(moved, people.requester, move("0.5")))).toEqual(["wholeNumberNeeded"]);
    expect(codes(give(moved, people.requester, move("1")))).toEqual([]);
    expect(codes(give(moved, people.requester, move("30", "return")))).toEqual(["nothingToReturn"]);
    expect(codes(give(moved, people.auditor, move("1")))).toEqual(["notPermitted"]);
  });

  test("a time to the minute is enough, as a person at the boundary types it", () => {
    expect(RecordMovement.safeParse({ commandId: "01900000-0000-7000-8000-0000000000cc", ...move("1"), at: "2026-11-24T09:00+08:00" }).success).toBe(true);
  });

  test("a movement in the future, outside the window or in another unit is refused", () => {
    expect(codes(give(ready(), people.requester, { ...move("1"), at: "2026-12-01T01:00:00Z" }))).toEqual(["dateInFuture"]);
    expect(codes(give(ready(), people.requester, { ...move("1"), at: "2026-11-20T01:00:00Z" }))).toEqual(["outsideWindow"]);
    expect(codes(give(ready(), people.requester, { ...move("1"), quantity: { value: "1", unit: "mL" } }))).toEqual(["wrongUnit"]);
  });

  test("is revoked by the head of a desk, with nobody else's word", () => {
    expect(codes(give(permitted(), people.ethics, { type: "revoke", reason: "x" }))).toEqual(["notPermitted"]);
    expect(status(after(permitted(), [people.signOff, { type: "revoke", reason: "x" }]))).toBe("revoked");
  });

  test("withdrawal ends with the permit", () => {
    expect(codes(give(permitted(), people.requester, { type: "withdraw", reason: "x" }))).toEqual(["wrongStatus"]);
    expect(status(after(approved(), [people.requester, { type: "withdraw", reason: "x" }]))).toBe("withdrawn");
  });
});
