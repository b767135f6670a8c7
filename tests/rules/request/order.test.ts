import { describe, expect, test } from "vitest";
import { evolve, replay } from "../../../lib/request/evolve.ts";
import type { Happening, RequestEvent } from "../../../lib/request/events.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { aContext, aPerson, after, approved, type Case, endorsed, give, must, people, permitted, requestId, stateOf, submitted } from "./builders.ts";

const words = { digest: "0".repeat(64) };
const entry = (happening: Happening): RequestEvent => ({ ...happening, request: requestId, seq: 99, at: "2026-11-25T02:00:00.000Z", actor: { person: "officer", desk: "smu.ethics" } });
const then = (so: Case, happening: Happening) => evolve(stateOf(so), entry(happening)) as LiveState;
const terms = { number: "P", limit: { value: "1", unit: "container" }, validFrom: "2026-12-01", validUntil: "2026-12-31", controlPoint: null };

const second = aPerson("second", [["desk-officer", { kind: "desk", id: "smu.biosafety" }]]);
const desks = aContext(people.requester).desks.map((desk) => (desk.id === "smu.biosafety" ? { ...desk, staff: [second.id] } : desk));
const rejected = () => after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No." }] }]);
const appealed = () => must(give(rejected(), people.requester, { type: "appeal", reason: "Look." }, { desks }));
const overturned = () => after(appealed(), [second, { type: "decideAppeal", step: "appeal", outcome: "overturned", reason: "I looked." }]);
const closed = () => after(approved(), [people.signOff, { type: "close", reason: "No." }]);

describe("a stream that breaks its own order is not read", () => {
  const [first, second] = endorsed().events;
  if (!first || !second) throw new Error("no events");

  test("one that does not begin with a submission, or has two", () => {
    expect(() => replay([second])).toThrow("requirement.granted before request.submitted");
    expect(() => replay([first, second, first])).toThrow("request.submitted stands twice");
  });

  test.each<[string, () => Case, Happening, string]>([
    ["an approval of a step once the request is approved", approved, { type: "step.approved", data: { step: "ethics", round: 1, conditions: [] } }, "outside review"],
    ["the approval of an amendment that nobody asked for", permitted, { type: "amendment.approved", data: {} }, "before amendment.requested"],
    ["a permit amended that way", permitted, { type: "permit.amended", data: terms }, "before it was asked for"],
    ["the outcome of an appeal that nobody made", endorsed, { type: "appeal.decided", data: { step: "appeal", outcome: "upheld", reason: words } }, "nobody made"],
    ["the outcome of an appeal against a rejection that was not appealed", rejected, { type: "appeal.decided", data: { step: "appeal", outcome: "upheld", reason: words } }, "nobody made"],
    ["the outcome of an appeal that was decided", overturned, { type: "appeal.decided", data: { step: "appeal", outcome: "upheld", reason: words } }, "nobody made"],
    ["a permit that is revoked of a request that was closed without one", closed, { type: "permit.revoked", data: { reason: words } }, "before it was issued"],
    ["a permit that expires before it was issued", approved, { type: "permit.expired", data: {} }, "before it was issued"],
    ["one that is revoked before", approved, { type: "permit.revoked", data: { reason: words } }, "before it was issued"],
    ["one that is suspended before", approved, { type: "permit.suspended", data: { reason: words } }, "only while it holds"],
    ["one that is issued again before", approved, { type: "permit.reissued", data: { number: "Q", replaces: "P", reason: words } }, "before it was issued"],
  ])("%s", (_, so, happening, said) => expect(() => then(so(), happening)).toThrow(said));
});

describe("what happened at a step in another round changes nothing of this one", () => {
  const hand = { step: "ethics", round: 9, from: null };
  test.each<Happening>([
    { type: "step.approved", data: { step: "ethics", round: 9, conditions: [] } },
    { type: "step.extended", data: { step: "ethics", round: 9, workingDays: 3, reason: words } },
    { type: "step.claimed", data: hand },
    { type: "step.reminded", data: { step: "ethics", round: 9, share: 50 } } as Happening,
    { type: "step.suspended", data: { step: "ethics", round: 9, reason: words } } as Happening,
  ])("$type", (happening) => {
    expect(then(endorsed(), happening).steps).toEqual(stateOf(endorsed()).steps);
    const now = { ...happening, data: { ...happening.data, round: 1 } } as Happening;
    expect(then(endorsed(), now).steps).not.toEqual(stateOf(endorsed()).steps);
  });
});

describe("what happened leaves alone what it is not about", () => {
  const others = (so: Case, happening: Happening) => then(so, happening).steps.filter(({ id }) => id !== "ethics");

  test("a step that is skipped, voted at, put aside or handed on leaves the other steps as they were", () => {
    const before = stateOf(endorsed()).steps.filter(({ id }) => id !== "ethics");
    const at = { step: "ethics", round: 1 };
    const happenings: readonly Happening[] = [
      { type: "step.voted", data: { ...at, desk: "smu.ethics", vote: "for", casting: false, text: null } },
      { type: "step.voteClosed", data: { ...at, desk: "smu.ethics" } },
      { type: "step.claimed", data: { ...at, from: null } },
      { type: "step.suspended", data: { ...at, reason: words } } as Happening,
    ];
    for (const happening of happenings) expect([happening.type, others(endorsed(), happening)]).toEqual([happening.type, before]);
  });

  test("terms that somebody accepted before are kept as they were; another's, or of another version, are added", () => {
    const [known] = stateOf(submitted()).terms;
    if (!known) throw new Error("no terms");
    const accept = (term: { readonly id: string; readonly version: number }, person: string) => (evolve(stateOf(submitted()), { ...entry({ type: "terms.accepted", data: { terms: [term] } }), actor: { person, desk: null } }) as LiveState).terms.length - stateOf(submitted()).terms.length;
    expect([accept({ id: known.id, version: known.version }, known.person), accept({ id: known.id, version: known.version }, "other"), accept({ id: known.id, version: known.version + 1 }, known.person), accept({ id: "another", version: known.version }, known.person)]).toEqual([0, 1, 1, 1]);
  });

  test("whoever takes a request over leaves the team, and whoever had it joins it", () => {
    const { requester, team } = stateOf(submitted());
    const [mate = ""] = team;
    expect(then(submitted(), { type: "request.transferred", data: { from: requester, to: mate, reason: words } })).toMatchObject({ requester: mate, team: [requester] });
    expect(then(submitted(), { type: "request.transferred", data: { from: requester, to: "other", reason: words } })).toMatchObject({ requester: "other", team: [mate, requester] });
  });

  test("what was recorded of one requirement says nothing of the others", () => {
    const granted = then(submitted(), { type: "requirement.granted", data: { requirement: "hk-biological-import-599a", reference: words, date: "2026-11-20", validUntil: null } }).requirements;
    expect(granted.filter(({ id }) => id !== "hk-biological-import-599a")).toEqual(stateOf(submitted()).requirements.filter(({ id }) => id !== "hk-biological-import-599a"));
    expect(granted.find(({ id }) => id === "hk-biological-import-599a")).toMatchObject({ status: "granted", recordedAt: "2026-11-25T02:00:00.000Z" });
  });
});
