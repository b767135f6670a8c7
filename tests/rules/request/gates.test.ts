import { describe, expect, test } from "vitest";
import type { Finding } from "../../../lib/policy/evaluate.ts";
import { blockersOf } from "../../../lib/request/blockers.ts";
import { beforePermit, blocking, confirmationOf, gateOf, hasExpired, heldUpBy, hostLetter, isDueLate, isMet, lapsesOn, programmeConfirmed, requirementsOf } from "../../../lib/request/requirement.ts";
import type { LiveState, Requirement } from "../../../lib/request/state.ts";
import { type Wait, waitRefusals } from "../../../lib/request/waits.ts";
import { aContext, after, approved, endorsed, people, permitted, stateOf, submitted, today } from "./builders.ts";

/* What holds a gate shut, on which day, and whose move it is. */

const asked = (more: Partial<Requirement> = {}): Requirement => ({ id: "one", regime: "one", type: "permit", due: "before-permit", uncertain: false, status: "open", reference: null, date: null, validUntil: null, waivedBy: null, ...more });
const found = (more: Partial<Finding> = {}): Finding => ({ id: "one", type: "permit", binding: true, because: [], due: "before-permit", confidence: "verified", version: null, pack: "a", waivedBy: null, ...more });
const make = (findings: readonly Finding[], more: { readonly hostHere?: boolean; readonly unconfirmed?: readonly string[]; readonly clocks?: Parameters<typeof requirementsOf>[0]["clocks"] } = {}, before: readonly Requirement[] = []) => requirementsOf({ findings, hostHere: true, unconfirmed: [], ...more }, before);

describe("what findings ask for", () => {
  test("is asked where it binds or a programme took it away, and nothing of what is a note", () => {
    expect(make([found(), found({ id: "note", binding: false }), found({ id: "eased", binding: false, waivedBy: "scheme" })]).map(({ id, status, waivedBy }) => [id, status, waivedBy])).toEqual([["one", "open", null], ["eased", "waived", "scheme"]]);
    expect(make([found()], { hostHere: false }).map(({ id, due, status }) => [id, due, status])).toEqual([["one", "before-permit", "open"], [hostLetter, "before-permit", "open"]]);
  });

  test("keeps what was recorded for what stays, by the day that it is due now, but for what a programme gives or takes", () => {
    const granted = asked({ status: "granted", validUntil: "2027-01-01", due: "before-crossing" });
    expect(make([found()], {}, [granted])).toMatchObject([{ status: "granted", validUntil: "2027-01-01", due: "before-permit" }]);
    expect(make([found({ waivedBy: "scheme" })], {}, [granted])).toMatchObject([{ status: "waived", validUntil: null }]);
    expect(make([found()], {}, [asked({ status: "waived", waivedBy: "scheme" })])).toMatchObject([{ status: "open", waivedBy: null }]);
    const clock = { days: 14, unit: "day", calendar: "HK", from: "crossing" } as const;
    expect(make([found()], { clocks: { one: clock } })[0]?.clock).toEqual(clock);
    expect(make([found()], { clocks: { one: clock } }, [granted])[0]).toMatchObject({ clock, status: "granted" });
    expect(make([found()], {}, [granted])[0]).not.toHaveProperty("clock");
  });

  test("includes the confirmation of a programme that no desk here runs: before the permit where it takes something away or is due so early, else before the crossing", () => {
    const scheme = (due: Finding["due"], more: Partial<Finding> = {}) => found({ id: "scheme", type: "facilitation", binding: false, due, ...more });
    const due = (findings: readonly Finding[]) => make(findings, { unconfirmed: ["scheme"] }).find(({ id }) => id === confirmationOf("scheme"))?.due;
    expect([due([scheme("before-submission")]), due([scheme("before-permit")]), due([scheme("before-crossing")]), due([scheme("after-crossing")])]).toEqual(["before-permit", "before-permit", "before-crossing", "before-crossing"]);
    expect(due([scheme("before-crossing"), found({ waivedBy: "scheme" })])).toBe("before-permit");
    expect(due([scheme("before-crossing"), found({ waivedBy: "another" })])).toBe("before-crossing");
    expect(make([scheme("before-permit", { confidence: "uncertain" })], { unconfirmed: ["scheme"] })).toMatchObject([{ regime: "scheme", type: "document", status: "open", uncertain: true }]);
    expect(make([scheme("before-permit")], { unconfirmed: ["scheme"] })).toMatchObject([{ uncertain: false }]);
    expect(make([scheme("before-permit")])).toEqual([]);
    expect([programmeConfirmed(confirmationOf("scheme")), programmeConfirmed("scheme"), programmeConfirmed(hostLetter)]).toEqual(["scheme", null, null]);
  });
});

describe("on a day", () => {
  test("a permit is met once granted, a document, a declaration and a notification once filed, what is waived always", () => {
    const types = ["permit", "document", "declaration", "notification"] as const;
    expect(types.map((type) => isMet(asked({ type, status: "filed" }), today))).toEqual([false, true, true, true]);
    expect(types.map((type) => isMet(asked({ type, status: "granted" }), today))).toEqual([true, true, true, true]);
    expect(types.map((type) => isMet(asked({ type, status: "waived", validUntil: "2020-01-01" }), today))).toEqual([true, true, true, true]);
    expect((["open", "refused", "queried"] as const).map((status) => isMet(asked({ type: "document", status }), today))).toEqual([false, false, false]);
  });

  test("what was granted or filed holds to its last day, and nothing else expires", () => {
    expect([hasExpired(asked({ status: "granted", validUntil: today }), today), hasExpired(asked({ status: "granted", validUntil: "2026-11-23" }), today), hasExpired(asked({ status: "filed", validUntil: "2026-11-23" }), today)]).toEqual([false, true, true]);
    expect([hasExpired(asked({ status: "granted" }), today), hasExpired(asked({ status: "refused", validUntil: "2026-11-23" }), today), hasExpired(asked({ status: "open", validUntil: "2026-11-23" }), today)]).toEqual([false, false, false]);
    expect(isMet(asked({ type: "document", status: "filed", validUntil: "2026-11-23" }), today)).toBe(false);
  });

  test("a crossing waits for what it rests on and does not hold that day, and for nothing that is due at it or later", () => {
    expect((["2026-11-25", today, undefined] as const).map((validFrom) => lapsesOn(asked({ status: "granted", ...(validFrom && { validFrom }) }), today))).toEqual([true, false, false]);
    const expired = { status: "granted", validUntil: "2026-11-23" } as const;
    expect((["before-submission", "before-permit", "before-crossing", "at-crossing", "after-crossing"] as const).map((due) => lapsesOn(asked({ ...expired, due }), today))).toEqual([true, true, true, false, false]);
    expect(blocking([asked({ ...expired, due: "before-submission" })], "crossing", today)).toHaveLength(1);
    expect([blocking([asked({ due: "before-crossing" })], "permit", today), blocking([asked({ status: "granted", validFrom: "2026-11-25" })], "permit", today)]).toEqual([[], []]);
    expect(beforePermit([asked({ id: "s", due: "before-submission" }), asked({ id: "p" }), asked({ id: "c", due: "before-crossing" })], today).map(({ id }) => id)).toEqual(["s", "p"]);
  });

  test("a prohibition shuts the submission whenever it is due; what is uncertain leaves it to a person before the permit", () => {
    expect([gateOf(asked({ type: "prohibition", due: "after-crossing" })), gateOf(asked({ type: "prohibition", due: "after-crossing", uncertain: true }))]).toEqual(["submission", null]);
    expect([gateOf(asked({ due: "before-submission" })), gateOf(asked({ due: "before-submission", uncertain: true })), gateOf(asked({ due: "before-crossing", uncertain: true }))]).toEqual(["submission", "permit", "crossing"]);
  });

  test("why something is held up is said with the day that it turns on", () => {
    expect(heldUpBy(asked({ type: "prohibition", regime: "ban" }), today)).toEqual({ code: "prohibited", params: { regime: "ban" } });
    expect(heldUpBy(asked({ type: "prohibition", uncertain: true }), today).code).toBe("requirementOpen");
    expect(heldUpBy(asked({ status: "granted", validUntil: "2026-11-23" }), today)).toEqual({ code: "requirementExpired", params: { requirement: "one", day: "2026-11-23" } });
    expect(heldUpBy(asked({ status: "granted", validFrom: "2026-11-25", validUntil: "2027-01-01" }), today)).toEqual({ code: "requirementNotYet", params: { requirement: "one", day: "2026-11-25" } });
    expect(heldUpBy(asked({ validUntil: "2027-01-01", validFrom: "2026-01-01" }), today)).toEqual({ code: "requirementOpen", params: { requirement: "one" } });
  });

  test("once the permit has ended only what is due at the crossing or after it is still recorded, and no prohibition", () => {
    expect((["before-permit", "before-crossing", "at-crossing", "after-crossing"] as const).map((due) => isDueLate({ due, type: "declaration" }))).toEqual([false, false, true, true]);
    expect(isDueLate({ due: "after-crossing", type: "prohibition" })).toBe(false);
  });
});

describe("what keeps a request", () => {
  const context = aContext(people.requester);
  const wait = (standing: Wait["standing"], number: string): Wait => ({ dossier: "d", request: number, number, standing, until: "permit", step: null });
  const of = (state: LiveState, change: Partial<Pick<typeof context, "today" | "waits" | "desks">> = {}) => blockersOf(state, { today, waits: [], desks: context.desks, ...change });

  test("from its permit are other requests that it waits for; one that has ended is the requester's to unbind", () => {
    for (const state of [stateOf(submitted()), stateOf(approved())]) {
      const others = of(state, { waits: [wait("open", "CW-1"), wait("met", "CW-2"), wait("ended", "CW-3")] }).filter(({ number }) => number);
      expect(others).toEqual([{ code: "dependencyOpen", by: "other", number: "CW-1", until: "permit" }, { code: "dependencyEnded", by: "requester", number: "CW-3", until: "permit" }]);
    }
    expect(of(stateOf(permitted()), { waits: [wait("open", "CW-1")] }).filter(({ number }) => number)).toEqual([]);
  });

  test("once approved is a window that has passed, from the day after its last", () => {
    const { to } = stateOf(approved()).window;
    const passed = (day: string) => of(stateOf(approved()), { today: day }).filter(({ code }) => code === "windowPassed");
    expect([passed(to), passed(`${Number(to.slice(0, 4)) + 1}-01-01`)]).toEqual([[], [{ code: "windowPassed", by: "requester" }]]);
  });

  test("at a desk is that nobody of its staff is left who may decide: neither the requester nor anybody of the team", () => {
    const state = stateOf(submitted());
    const open = state.steps.find(({ status }) => status === "open");
    const staffed = (...staff: readonly string[]) => of({ ...state, steps: state.steps.map((step) => (step === open ? { ...step, assignee: null } : step)) } as LiveState, { desks: [{ ...(context.desks.find(({ id }) => id === open?.desk) as (typeof context.desks)[number]), staff }] }).map(({ code }) => code);
    expect(staffed(people.requester.id, people.teammate.id)).toContain("tooFewLeft");
    expect(staffed(people.requester.id, people.pi.id)).not.toContain("tooFewLeft");
    expect(of(state, { desks: [] }).map(({ code }) => code)).not.toContain("tooFewLeft");
  });

  test("at two desks is told of the one that has too few, and everything that keeps it is one of these", () => {
    const state = stateOf(endorsed());
    const staffed = context.desks.map((desk) => ({ ...desk, staff: desk.id === "smu.ethics" ? [people.requester.id] : ["one"] }));
    const steps = of({ ...state, requirements: [] }, { desks: staffed });
    expect(steps).toEqual([{ code: "stepOpen", by: "desk", step: "biosafety" }, { code: "stepOpen", by: "desk", step: "ethics" }, { code: "tooFewLeft", by: "desk", step: "ethics" }]);
  });

  test("is what was due at the submission as well, once that does not hold any more, and what an amendment brings", () => {
    const over = (state: LiveState): LiveState => ({ ...state, requirements: state.requirements.map((one) => (one.id === "cn-ethics-review" ? { ...one, validUntil: "2026-11-23" } : one)) });
    for (const state of [stateOf(endorsed()), stateOf(approved())]) expect(of(over(state)).filter(({ requirement }) => requirement === "cn-ethics-review")).toEqual([{ code: "requirementExpired", by: "requester", requirement: "cn-ethics-review" }]);
    const amending = stateOf(after(permitted(), [people.requester, { type: "amend", facts: { "sample.quantity": 40 }, reason: "More." }]));
    const brings = { ...amending, requirements: [], amendment: amending.amendment && { ...amending.amendment, requirements: amending.amendment.requirements.map((one) => (one.id === "doc-mta" ? { ...one, status: "refused" as const } : one)) } };
    expect(of(brings)).toEqual([{ code: "stepOpen", by: "desk", step: "endorsement" }, { code: "requirementRefused", by: "requester", requirement: "doc-mta" }]);
  });

  test("returned is the open step and what the permit waits for, as while it is reviewed; closed nothing", () => {
    const returned = { ...stateOf(submitted()), status: "returned", questions: [] } as unknown as LiveState;
    expect(of(returned)).toEqual(of(stateOf(submitted())));
    expect(of(stateOf(submitted())).some(({ requirement }) => requirement !== undefined)).toBe(true);
    expect(of(stateOf(after(permitted(), [people.requester, { type: "close" }])))).toEqual([]);
    expect(of(stateOf(permitted())).length).toBeGreaterThan(0);
  });
});

test("another request that is waited for is told by its number, how far it must come, and which step of it", () => {
  const wait = (change: Partial<Wait>): Wait => ({ dossier: "d", request: "r", number: "CW-1", until: "approved", step: null, standing: "open", ...change });
  expect(waitRefusals([wait({}), wait({ until: "step", step: "ethics" }), wait({ standing: "met" }), wait({ standing: "ended" })])).toEqual([
    { code: "dependencyOpen", params: { number: "CW-1", until: "approved" } },
    { code: "dependencyOpen", params: { number: "CW-1", until: "step", step: "ethics" } },
    { code: "dependencyEnded", params: { number: "CW-1" } },
  ]);
});
