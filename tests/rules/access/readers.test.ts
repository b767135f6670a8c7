import { describe, expect, test } from "vitest";
import { actorName } from "../../../lib/access/actor.ts";
import { candidateFor } from "../../../lib/access/candidate.ts";
import { mayManageDesk } from "../../../lib/access/desk-settings.ts";
import { readersAtDesk, readersFor, subjectsOf } from "../../../lib/access/subjects.ts";
import { aPerson, endorsed, people, permitted, stateOf } from "../request/builders.ts";

const state = stateOf(endorsed());
const everybody = ["audit:jur:CN", "audit:jur:HK", "audit:org:hku", "audit:org:smu", "desk:hku.acceptance", "desk:hku.biosafety", "desk:smu.endorsement", "desk:smu.ethics", "desk:smu.sign-off", "person:person-pi", "person:person-requester", "person:person-teammate"];

describe("a request is seen", () => {
  test("by its people, its desks and the auditors of both sides, and until there is a permit by no control point", () => {
    expect(subjectsOf(state)).toEqual(everybody);
    expect(subjectsOf({ ...state, endorser: null })).toEqual(everybody.filter((name) => name !== "person:person-pi"));
    expect(subjectsOf(stateOf(permitted())).filter((name) => !everybody.includes(name))).toEqual(["cp:hkia"]);
  });

  test("by whoever a step was handed on to, and by whoever was asked to advise or named in a member’s place, not by whoever merely has it in hand", () => {
    const ethics = state.steps.find(({ id }) => id === "ethics");
    if (!ethics) throw new Error("no ethics step");
    const held = (how: "claimed" | "delegated") => subjectsOf({ ...state, steps: [{ ...ethics, holder: { person: "locum", how, since: "2026-11-24T02:00:00Z", from: "person-ethics" } }] }).includes("person:locum");
    expect([held("claimed"), held("delegated")]).toEqual([false, true]);
    const referral = { id: "r", person: "expert", by: "person-ethics", at: "2026-11-24T02:00:00Z", due: null, question: { digest: "" }, status: "answered" as const, recommends: null, text: null };
    const asked = (step: typeof ethics) => subjectsOf({ ...state, steps: [{ ...step, referrals: [referral] }] }).filter((subject) => subject.endsWith(":expert"));
    expect(asked(ethics)).toEqual(["adviser:expert"]);
    expect(asked({ ...ethics, people: { ...ethics.people, reserved: true } })).toEqual(["person:expert"]);
    expect(subjectsOf({ ...state, steps: [{ ...ethics, substitutes: ["substitute"] }] })).toContain("person:substitute");
  });

  test("by whoever handed the goods over or took them, further on", () => {
    const handed = { id: "h", movement: "m", from: "carrier", to: "receiver", quantity: { value: "1", unit: "container" }, at: "2026-11-24T02:00:00Z", isSound: true };
    expect(subjectsOf({ ...state, custody: [handed] as unknown as typeof state.custody }).filter((name) => !everybody.includes(name))).toEqual(["person:carrier", "person:receiver"]);
  });
});

describe("words of limited audience are read", () => {
  const side = (which: Parameters<typeof readersFor>[1]) => readersFor("side", which, state, "writer");

  test("for the requester, by everybody who sees the request; for desks, by desks, auditors and whoever wrote them", () => {
    expect(readersFor("requester", "origin", state, "writer")).toBeNull();
    expect(readersFor("desks", null, state, "writer")).toEqual([...everybody.filter((name) => !name.startsWith("person:")), "person:writer"]);
  });

  test("for a side, by the desks and auditors of that side and place alone; a joint desk's by no place's", () => {
    expect(side("origin")).toEqual(["audit:jur:CN", "audit:org:smu", "desk:smu.endorsement", "desk:smu.ethics", "desk:smu.sign-off", "person:writer"]);
    expect(side("destination")).toEqual(["audit:jur:HK", "audit:org:hku", "desk:hku.acceptance", "desk:hku.biosafety", "person:writer"]);
    expect(side("joint")).toEqual(["person:writer"]);
    // A host that has not joined has no auditors here.
    expect(readersFor("side", "destination", { ...state, host: { ror: "https://ror.org/02zhqgq86" }, steps: [] }, "writer")).toEqual(["audit:jur:HK", "person:writer"]);
  });

  test("at a desk, by that desk, auditors and whoever wrote them", () => {
    expect(readersAtDesk("smu.ethics", state, "writer")).toEqual(["audit:jur:CN", "audit:jur:HK", "audit:org:hku", "audit:org:smu", "desk:smu.ethics", "person:writer"]);
  });
});

test("whoever a step was handed on to decides in the place of whoever handed it on; a colleague, or whoever claimed it, for themselves", () => {
  const holder = { person: people.ethics.id, how: "delegated" as const, since: "2026-11-24T02:00:00Z", from: "person-away" };
  const actsFor = (step: Partial<Parameters<typeof candidateFor>[0]>, person = people.ethics) => candidateFor({ desk: "smu.ethics", holder, assignee: null, decisions: [], decisionsNeeded: 1, ...step }, person).actsFor;
  expect([actsFor({}), actsFor({}, people.both), actsFor({ holder: { ...holder, how: "claimed" } }), actsFor({ holder: null })]).toEqual(["person-away", null, null, null]);
});

test("a desk is set up by its head and by whoever manages its organisation's desks; not by its officers, nor from another organisation", () => {
  const house = (id: string) => aPerson(`house-${id}`, [["organisation-admin", { kind: "organisation", id }]]);
  const desk = { id: "smu.endorsement", organisation: "smu" };
  expect([people.head, house("smu"), house("hku"), people.signOff, aPerson("officer", [["desk-officer", { kind: "desk", id: "smu.endorsement" }]])].map((actor) => mayManageDesk(actor, desk))).toEqual([true, true, false, false, false]);
});

test("the database is told of a person by id, and of everybody else by what they are", () => {
  expect([actorName(people.ethics), actorName({ kind: "worker" }), actorName({ kind: "public" })]).toEqual(["person-ethics", "worker", "public"]);
});
