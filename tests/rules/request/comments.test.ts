import { describe, expect, test } from "vitest";
import type { Actor } from "../../../lib/access/actor.ts";
import { decide } from "../../../lib/request/decide.ts";
import type { Outcome } from "../../../lib/request/rule.ts";
import { requestStatuses } from "../../../lib/request/state.ts";
import { reached } from "../permissions/cases.ts";
import { aCase, aContext, type Case, changed, codes, endorsed, give, people, stateOf, submitted } from "./builders.ts";

const act = { type: "comment", commandId: "01900000-0000-7000-8000-0000000000cc", text: "On ice, please." } as const;
const comment = (so: Case, by: Actor, audience: "requester" | "desks" | "side") => decide({ ...act, audience }, so.target, aContext(by));
const said = (outcome: Outcome) => {
  const first = "events" in outcome ? outcome.events[0] : undefined;
  if (first?.type !== "comment.added") throw new Error(JSON.stringify(outcome));
  return first.data;
};
const refused = (outcome: Outcome) => ("refusals" in outcome ? outcome.refusals.map(({ code }) => code) : []);
const readers = (outcome: Outcome) => said(outcome).text.readers;

describe("a comment", () => {
  test.each(requestStatuses)("can be made on a request that is %s, once it was submitted", (status) => {
    expect(refused(comment(reached[status].case(), people.requester, "requester"))).toEqual(status === "draft" ? ["wrongStatus"] : []);
  });
  test("for the requester is read by all who see the request", () => {
    for (const by of [people.requester, people.teammate, people.biosafety, people.pi]) {
      expect(said(comment(endorsed(), by, "requester"))).toMatchObject({ audience: "requester", side: null });
      expect(readers(comment(endorsed(), by, "requester"))).toBeNull();
    }
  });
  test("among desks is read by the desks, auditors and its writer, never by the requester", () => {
    const to = readers(comment(endorsed(), people.biosafety, "desks"));
    expect(to).toEqual(expect.arrayContaining([`person:${people.biosafety.id}`, "desk:hku.biosafety", "desk:smu.ethics", "desk:smu.sign-off", "audit:org:smu", "audit:org:hku"]));
    expect(to).not.toContain(`person:${people.requester.id}`);
    expect(said(comment(endorsed(), people.biosafety, "desks")).side).toBeNull();
  });
  test("among the desks of a side is read on that side alone", () => {
    const there = comment(endorsed(), people.biosafety, "side");
    expect(said(there)).toMatchObject({ audience: "side", side: "destination" });
    expect(readers(there)).toEqual(["audit:jur:HK", "audit:org:hku", "desk:hku.acceptance", "desk:hku.biosafety", `person:${people.biosafety.id}`]);
    const here = comment(endorsed(), people.ethics, "side");
    expect(said(here).side).toBe("origin");
    expect(readers(here)).toEqual(["audit:jur:CN", "audit:org:smu", "desk:smu.endorsement", "desk:smu.ethics", "desk:smu.sign-off", `person:${people.ethics.id}`].toSorted());
  });
  test("among the desks of a side goes to their own from whoever has a step of the other side in hand", () => {
    const held = { person: people.acceptance.id, how: "delegated", since: aContext(people.ethics).now, from: people.ethics.id } as const;
    const handed = changed(endorsed(), ({ steps }) => ({ steps: steps.map((step) => (step.id === "ethics" ? { ...step, holder: held } : step)) }));
    expect(said(comment(handed, people.acceptance, "side")).side).toBe("destination");
  });
  test("among desks is no affair of who is of none of them", () => {
    for (const audience of ["desks", "side"] as const) {
      const outcome = comment(endorsed(), people.requester, audience);
      expect("refusals" in outcome && outcome.refusals).toEqual([{ code: "audienceNotYours", path: "audience", params: { audience } }]);
    }
  });
  test("of somebody who has no part in it is refused, on a draft too", () => {
    for (const by of [people.stranger, people.auditor, { kind: "worker" } as const]) expect(refused(comment(submitted(), by, "requester"))).toEqual(["notPermitted"]);
    for (const by of [people.pi, people.stranger]) expect(refused(comment(aCase(), by, "requester"))).toEqual(["notPermitted"]);
    expect(stateOf(submitted()).endorser).toBe(people.pi.id);
  });
});

describe("a correction", () => {
  const correct = (by: Actor, entry: { type: "comment.added" | "step.approved"; person: string | null } | null) => give(endorsed(), by, { type: "correct", what: 2, text: "I meant dry ice." }, { entry });
  const refusals = (outcome: ReturnType<typeof give>) => ("refusals" in outcome ? outcome.refusals : []);
  test("names an entry that everybody sees, and is made by whoever made it", () => {
    const done = correct(people.pi, { type: "step.approved", person: people.pi.id });
    expect("events" in done && done.events.at(-1)).toMatchObject({ type: "entry.corrected", data: { entry: 2, of: "step.approved" } });
  });
  test("or by the head of a desk of the case, and by nobody else", () => {
    expect(refusals(correct(people.signOff, { type: "step.approved", person: people.pi.id }))).toEqual([]);
    for (const by of [people.biosafety, people.requester]) expect(refusals(correct(by, { type: "step.approved", person: people.pi.id }))).toEqual([{ code: "notYourEntry", path: "what", params: {} }]);
  });
  test("of what is not there, or was said to a few, is refused", () => {
    expect(refusals(correct(people.pi, null))).toEqual([{ code: "unknownEntry", path: "what", params: { entry: 2 } }]);
    expect(refusals(correct(people.pi, { type: "comment.added", person: people.pi.id }))).toEqual([{ code: "notCorrectable", path: "what", params: {} }]);
  });
});

describe("a paper", () => {
  const paper = { type: "attachDocument", document: "01900000-0000-7000-8000-0000000000dd", name: "Declaration.pdf", paper: null, mediaType: "application/pdf", size: 10, sha256: "0".repeat(64) } as const;
  const { type: _, document, name: __, ...about } = paper;
  const many = (count: number) => Array.from({ length: count }, () => ({ id: document, name: "x", ...about }));
  test("attached to a draft makes it a version newer, and is kept beside it", () => {
    const outcome = give(aCase(), people.teammate, paper);
    expect("target" in outcome && outcome.target).toMatchObject({ at: "draft", draft: { version: 4, updatedAt: "2026-11-24T02:00:00.000Z", title: "Serum" } });
  });
  test("attached to a request is an event with its digest", () => {
    const outcome = give(submitted(), people.requester, paper);
    expect("events" in outcome && outcome.events.at(-1)).toMatchObject({ type: "document.attached", data: { document, paper: null, mediaType: "application/pdf", size: 10, sha256: "0".repeat(64) } });
    expect(codes(give(submitted(), people.ethics, paper))).toEqual([]);
    expect(codes(give(submitted(), people.stranger, paper))).toEqual(["notPermitted"]);
  });
  test("is the hundredth at most", () => {
    const on = (count: number) => give(aCase(), people.requester, paper, { draftDocuments: many(count) });
    expect(codes(on(99))).toEqual([]);
    const outcome = on(100);
    expect("refusals" in outcome && outcome.refusals).toEqual([{ code: "tooManyDocuments", params: { most: 100 } }]);
    const full = { ...submitted(), target: { at: "live" as const, state: { ...stateOf(submitted()), documents: many(100) as never } } };
    expect(codes(give(full, people.requester, paper, { draftDocuments: [] }))).toEqual(["tooManyDocuments"]);
  });
});
