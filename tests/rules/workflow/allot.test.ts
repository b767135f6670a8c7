import { describe, expect, test } from "vitest";
import { allot, type Asked, type Officer } from "../../../lib/workflow/allot.ts";

const officer = (id: string, about: Partial<Officer> = {}): Officer => ({ id, speaks: ["en"], skills: [], load: 0, lastTurn: null, ...about });
const asked = (about: Partial<Asked>): Asked => ({ rule: "shortest-queue", prefers: undefined, had: null, handledLast: null, ...about });

const desk = [
  officer("ana", { speaks: ["zh-Hant", "pt"], load: 4, lastTurn: "2026-11-20T02:00:00.000Z" }),
  officer("bo", { load: 1, lastTurn: "2026-11-23T02:00:00.000Z" }),
  officer("cai", { speaks: ["zh-Hans"], skills: ["customs-law"], load: 2, lastTurn: "2026-11-18T02:00:00.000Z" }),
  officer("du", { speaks: ["pt"], load: 6, lastTurn: null }),
];

describe("a step that opens", () => {
  test("is offered to everybody where the rule says so", () => expect(allot(desk, asked({ rule: "offer" }))).toBeNull());
  test("by round robin goes to whoever had no turn for the longest time, or never one", () => {
    expect(allot(desk, asked({ rule: "round-robin" }))).toEqual({ person: "du", why: "next-turn", preferred: [] });
    expect(allot(desk.slice(0, 3), asked({ rule: "round-robin" }))?.person).toBe("cai");
  });
  test("by shortest queue goes to whoever has least in hand, and among equals in turn", () => {
    expect(allot(desk, asked({}))).toEqual({ person: "bo", why: "shortest-queue", preferred: [] });
    expect(allot(desk.map((one) => ({ ...one, load: 3 })), asked({}))?.person).toBe("du");
  });
  test("goes to a Portuguese-speaking officer first, however long their queue, and among those by the rule", () => {
    expect(allot(desk, asked({ prefers: { language: "pt" } }))).toEqual({ person: "ana", why: "shortest-queue", preferred: ["language"] });
    expect(allot(desk, asked({ rule: "round-robin", prefers: { language: "pt" } }))?.person).toBe("du");
  });
  test("goes to whoever has a skill first; where nobody can do all that is preferred, one who can do some of it", () => {
    expect(allot(desk, asked({ prefers: { skill: "customs-law" } }))).toEqual({ person: "cai", why: "shortest-queue", preferred: ["skill"] });
    expect(allot(desk, asked({ prefers: { language: "pt", skill: "customs-law" } }))).toMatchObject({ person: "ana", preferred: ["language"] });
    expect(allot(desk, asked({ prefers: { skill: "radiation" } }))).toMatchObject({ person: "bo", preferred: [] });
  });
  test("by familiarity goes to whoever handled the requester’s last, unless they may not or cannot do what is preferred", () => {
    expect(allot(desk, asked({ rule: "familiar", handledLast: "ana" }))).toEqual({ person: "ana", why: "handled-last", preferred: [] });
    expect(allot(desk, asked({ rule: "familiar", handledLast: "bo", prefers: { language: "pt" } }))).toMatchObject({ person: "ana", why: "shortest-queue" });
    expect(allot(desk, asked({ rule: "familiar", handledLast: "gone" }))).toMatchObject({ person: "bo", why: "shortest-queue" });
  });
  test("goes back to whoever had it before, whatever the rule, as long as they may decide it", () => {
    for (const rule of ["offer", "round-robin", "shortest-queue", "familiar"] as const) expect(allot(desk, asked({ rule, had: "du" }))).toEqual({ person: "du", why: "had-step", preferred: [] });
    expect(allot(desk.slice(0, 2), asked({ had: "du" }))?.person).toBe("bo");
  });
  test("goes to whoever handled the requester’s last only where the rule is familiarity", () => {
    for (const rule of ["round-robin", "shortest-queue"] as const) expect(allot(desk, asked({ rule, handledLast: "ana" }))?.why).toBe(rule === "round-robin" ? "next-turn" : rule);
    expect(allot(desk, asked({ rule: "offer", handledLast: "ana" }))).toBeNull();
  });
  test("among equals goes in the order of turns, then of ids, however the desk lists them", () => {
    const equal = ["c", "a", "d", "b"].map((id) => officer(id, { load: 2, lastTurn: "2026-11-20T02:00:00.000Z" }));
    for (const rule of ["round-robin", "shortest-queue", "familiar"] as const) for (const officers of [equal, equal.toReversed()]) expect(allot(officers, asked({ rule }))?.person).toBe("a");
    const [c, ...others] = equal;
    if (!c) throw new Error("nobody");
    for (const officers of [[{ ...c, lastTurn: "2026-11-19T02:00:00.000Z" }, ...others], [...others, { ...c, lastTurn: null }]]) expect(allot(officers, asked({ rule: "round-robin" }))?.person).toBe("c");
  });
  test("goes by the language and the skill that are asked for, and by neither where none is", () => {
    expect(allot(desk, asked({ rule: "familiar", handledLast: "ana", prefers: {} }))).toEqual({ person: "ana", why: "handled-last", preferred: [] });
    expect(allot(desk, asked({ prefers: { language: "zh-Hans", skill: "customs-law" } }))).toEqual({ person: "cai", why: "shortest-queue", preferred: ["language", "skill"] });
    expect(allot(desk, asked({ prefers: { language: "zh-Hans", skill: "radiation" } }))).toMatchObject({ person: "cai", preferred: ["language"] });
    expect(allot(desk, asked({ prefers: { language: "en", skill: "customs-law" } }))).toMatchObject({ person: "bo", preferred: ["language"] });
  });
  test("is nobody’s where nobody may decide it", () => expect(allot([], asked({}))).toBeNull());
});

test("by round robin ten steps go to five officers twice each", () => {
  const turns = Array.from({ length: 10 }).reduce<{ officers: Officer[]; given: string[] }>(
    ({ officers, given }, _, at) => {
      const person = allot(officers, asked({ rule: "round-robin" }))?.person ?? "";
      return { officers: officers.map((one) => (one.id === person ? { ...one, lastTurn: `2026-11-24T02:00:${String(at).padStart(2, "0")}.000Z` } : one)), given: [...given, person] };
    },
    { officers: ["a", "b", "c", "d", "e"].map((id) => officer(id)), given: [] },
  );
  expect(turns.given).toEqual(["a", "b", "c", "d", "e", "a", "b", "c", "d", "e"]);
});
