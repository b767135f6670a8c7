import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { sealPaperWords } from "../../../lib/audit/seal-words.ts";
import { draw } from "../../../lib/audit/sampling/draw.ts";
import type { OpenPaper, PaperCommand } from "../../../lib/working-paper/command.ts";
import type { PaperContext } from "../../../lib/working-paper/context.ts";
import { type AuditorsCommand, decidePaper, decideReply, type PaperOutcome } from "../../../lib/working-paper/decide.ts";
import { type NewPaperHappening, type PaperEvent, paperEventTypes, PaperHappening } from "../../../lib/working-paper/events.ts";
import { replayPaper } from "../../../lib/working-paper/evolve.ts";
import { nextReminder, reminderOn } from "../../../lib/working-paper/reminder.ts";
import { openPaper } from "../../../lib/working-paper/open.ts";
import { auditScopes, audits } from "../../../lib/working-paper/scope.ts";
import type { WorkingPaper } from "../../../lib/working-paper/state.ts";
import { paperVisibility } from "../../../lib/working-paper/visibility.ts";
import { aPerson, people, today } from "../request/builders.ts";

const paper = "01900000-0000-7000-8000-0000000000aa";
const hash = "a".repeat(64);
const [one, two, three] = [1, 2, 3].map((at) => `01900000-0000-7000-8000-00000000000${at}`) as [string, string, string];
const population = [one, two, three].map((item, at) => ({ item, number: `CW-${at + 1}` }));
const auditor = people.auditor;
const other = aPerson("other", [["auditor", { kind: "organisation", id: "hku" }]]);
const asked = { ...({ title: "Approvals", sample: { size: 2, seed: "s" }, attributes: ["Signed", "In time"] } satisfies OpenPaper) };

function open(change: Partial<OpenPaper> = {}, actor: PersonActor = auditor, scope = "all") {
  const whole = { ...asked, ...change };
  return openPaper(whole, { actor, number: "CWA-1", scope, seed: whole.sample.seed ?? "drawn", drawn: draw(population, { ...whole.sample, seed: whole.sample.seed ?? "drawn" }) });
}

type Told = { readonly events: readonly PaperEvent[]; readonly state: WorkingPaper };
function told(before: readonly PaperEvent[], happenings: readonly NewPaperHappening[], actor: PersonActor): Told {
  const events = [...before, ...happenings.map((said, n): PaperEvent => ({ ...sealPaperWords(said, () => "00").happening, paper, seq: before.length + n + 1, at: "2026-11-24T02:00:00.000Z", actor: { person: actor.id, desk: null } }))];
  return { events, state: replayPaper(events) as WorkingPaper };
}
function opened(): Told {
  const found = open();
  if ("refusals" in found) throw new Error(JSON.stringify(found));
  return told([], [found.event], auditor);
}

type Without<T> = T extends T ? Omit<T, "commandId"> : never;
function outcome(at: Told, said: Without<PaperCommand>, actor: PersonActor = auditor, change: Partial<PaperContext> = {}): PaperOutcome {
  const command = { commandId: paper, ...said } as PaperCommand;
  if (command.type === "replyToFinding") return decideReply(command, at.state.findings.find(({ finding }) => finding === command.finding), { actor, version: at.state.seq });
  return decidePaper(command as AuditorsCommand, at.state, { actor, today, notes: new Map(), seen: [{ stream: `request:${at.state.cases[0]?.request}`, seq: 4, hash }], desks: ["hku.biosafety"], organisations: ["hku"], ...change });
}
function after(at: Told, said: Without<PaperCommand>, actor: PersonActor = auditor): Told {
  const found = outcome(at, said, actor);
  if ("refusals" in found) throw new Error(JSON.stringify(found.refusals));
  return told(at.events, found.events, actor);
}
function codes(found: PaperOutcome | ReturnType<typeof open>): string[] {
  return "refusals" in found ? found.refusals.map(({ code }) => code) : [];
}
const first = (at: Told) => at.state.cases[0]?.request ?? "";
type Raise = Without<Extract<PaperCommand, { type: "raiseFinding" }>>;
const raise = (at: Told, change: Partial<Raise> = {}): Raise => ({ type: "raiseFinding", request: first(at), severity: "high", text: "No reason given", events: [4], desk: "hku.biosafety", replyBy: "2026-12-01", ...change });
const reply = { type: "replyToFinding", finding: 1, stance: "accepted", text: "So it was" } as const;
const passed = [{ attribute: "1", result: "passed" }, { attribute: "2", result: "notApplicable" }] as const;
const tests = (at: Told): Without<Extract<PaperCommand, { type: "testCases" }>> => ({ type: "testCases", cases: at.state.cases.map(({ request }) => ({ request, marks: [...passed] })) });

describe("a working paper", () => {
  test("is opened over what was drawn, with all that is needed to draw it again", () => {
    const { state } = opened();
    expect(state).toMatchObject({ status: "open", scope: "all", sampling: { seed: "s", size: 2, population: { size: 3 }, strata: [] }, attributes: [{ id: "1" }, { id: "2" }] });
    expect(draw(population, { size: 2, seed: "s" })).toMatchObject({ sample: state.cases.map(({ request }) => ({ item: request })) });
  });

  test("is opened by whoever audits its scope, and by nobody else", () => {
    expect(codes(open({}, people.biosafety))).toEqual(["notPermitted"]);
    expect(codes(open({}, other))).toEqual(["notPermitted"]);
    expect(codes(open({}, other, "audit:org:hku"))).toEqual([]);
    expect(codes(open({}, other, "audit:org:um"))).toEqual(["notPermitted"]);
  });

  test("is refused with every reason", () => {
    expect(codes(open({ attributes: ["Signed", "Signed"], period: { from: "2026-12-01", to: "2026-11-01" }, sample: { size: 4 } }))).toEqual(["windowReversed", "repeatedAttribute", "sampleTooLarge"]);
    expect(codes(open({ population: hash }))).toEqual(["populationChanged"]);
  });

  test("is worked on by the auditors of its scope alone", () => {
    const at = opened();
    for (const actor of [people.biosafety, people.requester, other]) expect(codes(outcome(at, tests(at), actor))).toEqual(["notPermitted"]);
  });

  test("is not changed from a version that has passed: of two tabs the second is told", () => {
    const at = opened();
    const next = after(at, { ...tests(at), expectedVersion: 1 });
    expect(outcome(next, { type: "signPaper", conclusion: "Good", expectedVersion: 1 })).toMatchObject({ refusals: [{ code: "versionConflict", params: { version: 3 } }] });
  });

  test("is signed once every case is tested and every finding closed, and takes nothing after", () => {
    const at = opened();
    const raised = after(at, raise(at));
    expect(outcome(raised, { type: "signPaper", conclusion: "Good" })).toMatchObject({ refusals: [{ code: "casesUntested", params: { numbers: at.state.cases.map(({ number }) => number).join(", ") } }, { code: "findingsOpen", params: { numbers: "1" } }] });
    const closed = after(after(after(raised, tests(raised)), reply, people.biosafety), { type: "closeFinding", finding: 1 });
    const signed = after(closed, { type: "signPaper", conclusion: "Good" });
    expect(signed.state).toMatchObject({ status: "signed", signed: { by: auditor.id } });
    for (const said of [tests(at), raise(at), { type: "signPaper", conclusion: "Again" } as const]) expect(codes(outcome(signed, said as Without<PaperCommand>))).toEqual(["paperSigned"]);
    expect(() => replayPaper([...signed.events, { ...signed.events[1], seq: 99 } as PaperEvent])).toThrow("after paper.signed");
  });
});

describe("a sheet of ticks", () => {
  test("changes what it names, and says one entry for each case that changed", () => {
    const at = after(opened(), tests(opened()));
    expect(at.events).toHaveLength(3);
    const found = outcome(at, { type: "testCases", cases: at.state.cases.map(({ request }, n) => ({ request, marks: n === 0 ? [{ attribute: "2", result: "exception" }] : [...passed] })) });
    expect(found).toMatchObject({ events: [{ type: "paper.tested", data: { request: first(at), marks: [{ attribute: "1", result: "passed" }, { attribute: "2", result: "exception" }], note: null } }] });
  });

  test("takes a mark back, keeps a note that it does not name and drops one that it empties", () => {
    const at = after(opened(), tests(opened()));
    const notes = new Map([[first(at), "Seen on paper"]]);
    expect(outcome(at, { type: "testCases", cases: [{ request: first(at), marks: [{ attribute: "1", result: null }] }] }, auditor, { notes })).toMatchObject({ events: [{ data: { marks: [{ attribute: "2" }], note: { say: "Seen on paper" } } }] });
    expect(outcome(at, { type: "testCases", cases: [{ request: first(at), note: null }] }, auditor, { notes })).toMatchObject({ events: [{ data: { note: null } }] });
  });

  test("is refused with every reason at its place, and when it changes nothing", () => {
    const at = opened();
    const found = outcome(at, { type: "testCases", cases: [{ request: paper, marks: [{ attribute: "9", result: "passed" }] }, { request: first(at), marks: [passed[0], passed[0]] }, { request: first(at) }] });
    expect("refusals" in found && found.refusals.map(({ code, path }) => [code, path])).toEqual([["unknownCase", "cases.0.request"], ["unknownAttribute", "cases.0.marks.0.attribute"], ["repeatedAttribute", "cases.1.marks.1.attribute"], ["repeatedCase", "cases.2.request"]]);
    expect(codes(outcome(after(at, tests(at)), tests(at)))).toEqual(["nothingChanged"]);
  });
});

describe("a finding", () => {
  test("keeps the hash of each event that it names, in their order", () => {
    const at = opened();
    expect(after(at, raise(at)).state.findings).toMatchObject([{ finding: 1, events: [{ stream: `request:${first(at)}`, seq: 4, hash }], desk: "hku.biosafety", replies: [], closed: null }]);
  });

  test("is about a drawn case, events that the auditor sees, and a desk of the case that can still answer", () => {
    const at = opened();
    const found = outcome(at, raise(at, { events: [4, 5], desk: "um.ethics", replyBy: "2026-11-23" }));
    expect("refusals" in found && found.refusals.map(({ code, path }) => [code, path])).toEqual([["unknownEvent", "events.1"], ["deskNotOfCase", "desk"], ["dateInPast", "replyBy"]]);
    expect(codes(outcome(at, raise(at, { request: paper })))).toEqual(["unknownCase"]);
  });

  test("is replied to by the desk that is asked: by no other, by no auditor, and not by whoever raised it", () => {
    const raised = after(opened(), raise(opened()));
    for (const actor of [auditor, people.ethics, people.requester]) expect(codes(outcome(raised, reply, actor))).toEqual(["notPermitted"]);
    expect(codes(outcome(raised, { ...reply, finding: 2 }, people.biosafety))).toEqual(["notPermitted"]);
    expect(codes(outcome(raised, reply, { ...people.biosafety, id: auditor.id }))).toEqual(["notPermitted"]);
    const replied = after(raised, reply, people.biosafety);
    expect(replied.state.findings[0]?.replies).toMatchObject([{ by: people.biosafety.id, stance: "accepted" }]);
    expect(codes(outcome(replied, { ...reply, stance: "contested" }, people.biosafety))).toEqual([]);
  });

  test("is closed on a reply or a stated reason, once, and then takes neither reply nor follow-up", () => {
    const raised = after(opened(), raise(opened()));
    expect(codes(outcome(raised, { type: "closeFinding", finding: 1 }))).toEqual(["replyOrReasonNeeded"]);
    const closed = after(raised, { type: "closeFinding", finding: 1, reason: "Raised in error" });
    expect(codes(outcome(closed, { type: "closeFinding", finding: 1 }))).toEqual(["findingClosed"]);
    expect(codes(outcome(closed, reply, people.biosafety))).toEqual(["findingClosed"]);
    expect(codes(outcome(closed, { type: "setFollowUp", finding: 1, text: "Train", due: "2027-01-01" }))).toEqual(["findingClosed"]);
    expect(codes(outcome(raised, { type: "closeFinding", finding: 7, reason: "x" }))).toEqual(["unknownFinding"]);
  });

  test("is followed up by a day that has not passed", () => {
    const raised = after(opened(), raise(opened()));
    expect(codes(outcome(raised, { type: "setFollowUp", finding: 1, text: "Train", due: "2026-11-23" }))).toEqual(["dateInPast"]);
    expect(after(raised, { type: "setFollowUp", finding: 1, text: "Train", due: "2026-12-24" }).state.findings[0]?.followUp).toMatchObject({ due: "2026-12-24" });
  });

  test("asks an organisation that has part in the case as well, for which whoever administers it replies; one is asked, never both and never none", () => {
    const at = opened();
    const { desk: _, ...rest } = raise(at);
    const house = (id: string) => aPerson(`admin-${id}`, [["organisation-admin", { kind: "organisation", id }]]);
    const raised = after(at, { ...rest, organisation: "hku" });
    expect(raised.state.findings).toMatchObject([{ desk: null, organisation: "hku" }]);
    expect(raised.events.at(-1)?.data).toMatchObject({ desk: null, organisation: "hku" });
    const found = outcome(at, { ...rest, organisation: "hku" });
    expect("events" in found && found.events[0]?.data).toMatchObject({ text: { readers: ["admin:org:hku"] } });
    for (const actor of [auditor, people.biosafety, people.requester, house("um"), aPerson("platform", [["platform-admin", { kind: "everything" }]])]) expect(codes(outcome(raised, reply, actor))).toEqual(["notPermitted"]);
    expect(after(raised, reply, house("hku")).state.findings[0]?.replies).toMatchObject([{ stance: "accepted" }]);
    expect(codes(outcome(at, { ...rest, organisation: "um" }))).toEqual(["organisationNotOfCase"]);
    expect(codes(outcome(at, { ...rest, desk: "hku.biosafety", organisation: "hku" }))).toEqual(["oneIsAsked"]);
    expect(codes(outcome(at, rest))).toEqual(["oneIsAsked"]);
  });

  test("is reminded of on the day of its reply and its follow-up, and once more when that is over, each once, until it is replied to or closed", () => {
    const remind = (at: Told, day: string): Told | null => {
      const [one] = at.state.findings;
      const reminder = one && reminderOn(one, day);
      return reminder ? told(at.events, [{ type: "finding.reminded", data: { finding: 1, ...reminder } }], auditor) : null;
    };
    const next = (at: Told) => at.state.findings.map(nextReminder);
    const raised = after(opened(), raise(opened()));
    expect([remind(raised, "2026-11-30"), next(raised)]).toEqual([null, ["2026-12-01"]]);
    const due = remind(raised, "2026-12-01") ?? raised;
    expect(due.state.findings[0]?.told).toEqual([{ of: "reply", due: "2026-12-01", isLate: false }]);
    expect([remind(due, "2026-12-01"), next(due)]).toEqual([null, ["2026-12-02"]]);
    const late = remind(due, "2026-12-05") ?? due;
    expect(late.state.findings[0]?.told.at(-1)).toEqual({ of: "reply", due: "2026-12-01", isLate: true });
    expect([remind(late, "2027-01-01"), next(late)]).toEqual([null, [null]]);
    // Who was away on the day is told once, that it is late.
    expect(next(remind(raised, "2026-12-03") ?? raised)).toEqual([null]);
    const replied = after(raised, reply, people.biosafety);
    expect([remind(replied, "2026-12-03"), next(replied)]).toEqual([null, [null]]);
    const followed = after(replied, { type: "setFollowUp", finding: 1, text: "Train", due: "2026-12-24" });
    expect(remind(followed, "2026-12-24")?.state.findings[0]?.told).toEqual([{ of: "followUp", due: "2026-12-24", isLate: false }]);
    const put = after(remind(followed, "2026-12-30") ?? followed, { type: "setFollowUp", finding: 1, text: "Train all", due: "2027-01-31" });
    expect(next(put)).toEqual(["2027-01-31"]);
    expect(next(after(put, { type: "closeFinding", finding: 1 }))).toEqual([null]);
  });

  test("says its words to the desk that it asks, and to no other", () => {
    const at = opened();
    const found = outcome(at, raise(at));
    expect("events" in found && found.events[0]?.data).toMatchObject({ text: { readers: ["desk:hku.biosafety"] } });
  });
});

test("scopes are what somebody audits, the widest first", () => {
  const both = aPerson("both", [["auditor", { kind: "jurisdiction", id: "HK" }], ["auditor", { kind: "everything" }], ["researcher", { kind: "organisation", id: "hku" }]]);
  expect(auditScopes(both)).toEqual(["all", "audit:jur:HK"]);
  expect(["all", "audit:org:hku", "audit:jur:HK", "desk:hku.ethics", ""].map((scope) => audits(other, scope))).toEqual([false, true, false, false, false]);
});

test("every type of event of a working paper has a class, and so has every field of it; what a desk is asked about is of findings alone", () => {
  expect(Object.keys(paperVisibility).toSorted()).toEqual([...paperEventTypes].toSorted());
  for (const option of PaperHappening.options) {
    const type = option.shape.type.value;
    const { event, fields } = paperVisibility[type];
    expect(Object.keys(fields).toSorted()).toEqual(Object.keys((option.shape.data as z.ZodObject).shape).toSorted());
    expect([type, ...new Set([event, ...Object.values(fields)])]).toEqual([type, type.startsWith("finding.") ? "asked" : "auditors"]);
  }
});
