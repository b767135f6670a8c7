import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import type { DeskNow } from "../../../lib/request/context.ts";
import { people } from "../request/builders.ts";
import { approve, aStep, aWorkflow, caseOf, lead, officer, on, standingInFor, submit } from "./play.ts";
import { type ResourcePattern, resourcePatterns } from "./rows.ts";

const worker = { kind: "worker" } as const;
const [first, second, third, head] = [officer("ethics"), officer("ethics-2"), officer("ethics-3"), lead("ethics-3")];
const ethics = { step: "ethics" } as const;

/** The desk as it is now: its officers with what they have in hand, whoever came last in turn, and what they speak. */
function desk(staff: readonly (Partial<Omit<DeskNow["staff"][number], "person">> & { readonly person: PersonActor })[], change: Partial<DeskNow> = {}): { readonly desk: DeskNow } {
  return { desk: { rule: null, handledLast: null, staff: staff.map((one) => ({ speaks: ["en"], skills: [], load: 0, lastTurn: null, isAway: false, ...one })), ...change } };
}

/** Whose a step becomes as it opens; and why, as the record says it. */
function allotted(people: NonNullable<Parameters<typeof aStep>[1]>["people"], now: { readonly desk: DeskNow }) {
  const so = caseOf(aWorkflow([aStep("ethics", { people })])).play(submit);
  const refused = so.refused(worker, { type: "allot", ...ethics }, now);
  if (refused.length > 0) return refused;
  const event = so.play([worker, { type: "allot", ...ethics }, now]).events().at(-1);
  return event?.type === "step.allotted" ? [event.data.to, event.data.why, ...event.data.preferred] : [];
}

/** Each row of the table, played. A row without a play does not compile. */
const plays: Readonly<Record<ResourcePattern, () => void>> = {
  "R 1–4": () => {
    const so = caseOf(aWorkflow([aStep("endorsement", { named: true }), aStep("acceptance", { needs: ["endorsement"], at: { function: "acceptance", offices: ["host"] } })])).play(submit);
    expect(so.state().steps.map(({ desk, assignee }) => [desk, assignee])).toEqual([["smu.endorsement", people.pi.id], ["hku.acceptance", null]]);
    expect([so.refused(...approve("endorsement")), so.refused(...approve("endorsement", officer("ethics")))]).toEqual([["notNamed"], ["notPermitted"]]);
    so.play(approve("endorsement", people.pi));
    const auditor = officer("hku.acceptance", "auditor");
    expect([officer("acceptance"), auditor, people.requester].map((by) => so.refused(...approve("acceptance", by)))).toEqual([["notPermitted"], ["notPermitted"], ["notPermitted"]]);
    for (const by of [officer("hku.acceptance"), officer("hku.acceptance-2")]) expect(so.refused(...approve("acceptance", by))).toEqual([]);
  },

  "R 5": () => {
    const so = caseOf(aWorkflow([aStep("ethics"), aStep("biosafety")]), { team: [people.teammate.id] }).play(submit);
    const at = (by: PersonActor, step = "ethics") => ({ ...by, grants: [...by.grants, ...officer(step).grants] });
    expect([so.refused(...approve("ethics", at(people.requester))), so.refused(...approve("ethics", at(people.teammate)))]).toEqual([["ownRequest"], ["teamMember"]]);
    so.play(approve("ethics"));
    expect(so.refused(...approve("biosafety", at(first, "biosafety")))).toEqual(["decidedAnotherStep"]);
  },

  "R 6": () => {
    const closing = { function: "ethics" as const, offices: ["home" as const] };
    const kept = (keep: boolean) => caseOf(aWorkflow([aStep("ethics"), aStep("close:ethics", { needs: ["ethics"], at: closing, ...(keep && { people: { keep: true } }) })])).play(submit, approve("ethics", second));
    const now = desk([{ person: first }, { person: second, load: 9 }]);
    const so = kept(true).play([worker, { type: "allot", step: "close" }, now]);
    expect(so.events().at(-1)).toMatchObject({ type: "step.allotted", data: { to: second.id, why: "had-step" } });
    expect(so.play(approve("close", second)).state().status).toBe("approved");
    expect(kept(false).refused(...approve("close", second))).toEqual(["decidedAnotherStep"]);
  },

  "R 7": () => {
    const staff = [{ person: first }, { person: second, load: 4 }];
    expect(allotted({ allot: "familiar" }, desk(staff, { handledLast: second.id }))).toEqual([second.id, "handled-last"]);
    expect(allotted({ allot: "familiar" }, desk(staff))).toEqual([first.id, "shortest-queue"]);
  },

  "R 8–11": () => {
    const staff = [{ person: first }, { person: second, speaks: ["pt"], load: 7 }, { person: third, skills: ["virology"], load: 3 }];
    expect(allotted({ allot: "shortest-queue", prefers: { language: "pt" } }, desk(staff))).toEqual([second.id, "shortest-queue", "language"]);
    expect(allotted({ allot: "shortest-queue", prefers: { skill: "virology" } }, desk(staff))).toEqual([third.id, "shortest-queue", "skill"]);
    expect(allotted({ allot: "shortest-queue", prefers: { language: "pt" } }, desk(staff.slice(0, 1)))).toEqual([first.id, "shortest-queue"]);
    expect(allotted({ allot: "offer", prefers: { language: "pt" } }, desk(staff))).toEqual(["nobodyToTake"]);
    const offered = caseOf(aWorkflow([aStep("ethics")])).play(submit);
    for (const by of [first, second, third]) expect(offered.refused(by, { type: "claim", ...ethics })).toEqual([]);
    expect(offered.refused(officer("hku.ethics"), { type: "claim", ...ethics })).toEqual(["notPermitted"]);
  },

  "R 16–17": () => {
    const staff = [{ person: first, load: 2, lastTurn: "2026-11-02" }, { person: second, load: 3, lastTurn: "2026-11-01" }];
    expect(allotted({ allot: "round-robin" }, desk(staff))).toEqual([second.id, "next-turn"]);
    expect(allotted({ allot: "shortest-queue" }, desk(staff))).toEqual([first.id, "shortest-queue"]);
    expect(allotted({ allot: "shortest-queue" }, desk(staff, { rule: "round-robin" }))).toEqual([second.id, "next-turn"]);
    expect(allotted({ allot: "round-robin" }, desk([{ person: first, load: 2 }, { person: second, isAway: true }]))).toEqual([first.id, "next-turn"]);
  },

  "R 21–26, 29–32": () => {
    const so = caseOf(aWorkflow([aStep("ethics", { people: { skip: true } }), aStep("sign-off", { needs: ["ethics"] })])).play(submit);
    const last = () => so.events().at(-1);
    const holder = () => so.state().steps[0]?.holder?.person ?? null;
    so.play([first, { type: "claim", ...ethics }]);
    expect([holder(), so.refused(...approve("ethics", second))]).toEqual([first.id, ["heldByOther"]]);
    expect(so.play([first, { type: "release", ...ethics, reason: "Not my field." }]).refused(...approve("ethics", second))).toEqual([]);
    expect(last()).toMatchObject({ type: "step.released", actor: { person: first.id, desk: "smu.ethics" }, data: { from: first.id, reason: { digest: expect.any(String) } } });

    so.play([first, { type: "delegate", ...ethics, to: "x", reason: "Field work." }, { named: second }]);
    expect([last(), so.refused(second, { type: "delegate", ...ethics, to: "x", reason: "Busy." }, { named: third })]).toMatchObject([{ type: "step.delegated", data: { from: first.id, to: second.id } }, ["delegatedAlready"]]);
    so.play([second, { type: "refer", ...ethics, to: "x", question: "Is it safe?" }, { named: officer("legal") }]);
    const open = () => so.state().steps[0]?.referrals.map(({ status }) => status);
    so.play([head, { type: "assign", ...ethics, to: "x", keepWork: true, reason: "Away." }, { named: first }]);
    expect([last(), open()]).toMatchObject([{ type: "step.assigned", actor: { person: head.id }, data: { from: second.id, to: first.id, keepWork: true } }, ["open"]]);
    so.play([head, { type: "assign", ...ethics, to: "x", keepWork: false }, { named: second }]);
    expect(open()).toEqual(["dropped"]);

    so.play([second, { type: "suspendStep", ...ethics, reason: "Until the new rules." }]);
    expect([last(), so.refused(...approve("ethics", second))]).toMatchObject([{ type: "step.suspended", data: { reason: { digest: expect.any(String) } } }, ["stepSuspended"]]);
    so.play([second, { type: "resumeStep", ...ethics }]);
    expect(so.refused(second, { type: "skip", ...ethics, reason: "Known." })).toEqual(["notPermitted"]);
    so.play([head, { type: "skip", ...ethics, reason: "Covered by the standing approval." }]);
    expect([last(), so.outcomes().ethics, so.steps("open")]).toMatchObject([{ type: "step.skipped", actor: { person: head.id } }, "skipped", ["sign-off"]]);
  },

  "R 27–28": () => {
    const locum = standingInFor(officer("customs"), first);
    const placed = caseOf(aWorkflow([aStep("ethics")])).play(submit, approve("ethics", locum));
    expect(placed.events().find(({ type }) => type === "step.approved")?.actor).toEqual({ person: locum.id, desk: "smu.ethics", for: first.id });

    const clock = { workingDays: 10, pausedWhileReturned: true } as const;
    const tell = { type: "tellClock", ...ethics } as const;
    const workflow = aWorkflow([aStep("ethics", { clock: { ...clock, escalatesTo: { function: "security", offices: ["home"] } } }), aStep("security", { needs: ["ethics"] })]);
    const so = caseOf(workflow).play(submit, [first, { type: "claim", ...ethics }]);
    // Ten working days from Tuesday, 24 November: five are over with 1 December, eight with the 4th, all with the 8th.
    expect(so.refused(worker, tell, on("2026-12-01"))).toEqual(["nothingToTell"]);
    for (const day of ["2026-12-02", "2026-12-05", "2026-12-09"]) so.play([worker, tell, on(day)]);
    expect(so.events().slice(-3).map(({ type, data }) => [type, "share" in data ? data.share : "to" in data && data.to])).toEqual([["step.reminded", 50], ["step.reminded", 80], ["step.escalated", "smu.security"]]);
    expect([so.state().steps[0], so.refused(...approve("ethics", first)), so.refused(...approve("ethics", officer("security")))]).toMatchObject([{ status: "open", desk: "smu.security", holder: null }, ["notPermitted"], []]);

    const lapse = { type: "lapse", ...ethics } as const;
    expect(caseOf(aWorkflow([aStep("ethics", { clock })])).play(submit).refused(worker, lapse, on("2027-06-01"))).toEqual(["notLapsed"]);
    const silent = caseOf(aWorkflow([aStep("ethics", { clock: { ...clock, onDue: { decides: "approved", rule: "tacit-approval" } } }), aStep("sign-off", { needs: ["ethics"] })])).play(submit, [worker, lapse, on("2026-12-09")]);
    expect(silent.events().at(-1)).toMatchObject({ type: "step.settled", actor: { system: true }, data: { outcome: "approved", by: "clock", rule: "tacit-approval" } });
  },

  "R 36–43": () => {
    const workflow = aWorkflow([aStep("ethics"), aStep("close:ethics", { needs: ["ethics"], people: { keep: true } })]);
    const twenty = Array.from({ length: 20 }, () => caseOf(workflow).play(submit));
    twenty[7]?.play([people.requester, { type: "withdraw", reason: "Not needed." }]);
    const results = twenty.map((one) => one.refused(...approve("ethics", first)));
    expect(results).toEqual(twenty.map((_, at) => (at === 7 ? ["wrongStatus"] : [])));
    for (const [at, one] of twenty.entries()) if (results[at]?.length === 0) expect(one.play(approve("ethics", first)).events().filter(({ type }) => type === "step.approved")).toHaveLength(1);
    // What is kept together comes to the officer by itself, one after the other.
    const next = twenty[0]?.play([worker, { type: "allot", step: "close" }, desk([{ person: second }, { person: first }])]);
    expect(next?.state().steps[1]?.holder).toMatchObject({ person: first.id, how: "allotted" });
    expect(allotted({ allot: "shortest-queue" }, desk([{ person: first }], { rule: "offer" }))).toEqual(["nobodyToTake"]);
  },
};

describe("people and work", () => {
  test.each(resourcePatterns.map((row) => [`${row.pattern}: ${row.called}`, row.pattern] as const))("%s", (_, pattern) => plays[pattern]());
});
