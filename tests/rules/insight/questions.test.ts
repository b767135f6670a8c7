import { describe, expect, test } from "vitest";
import type { Permission } from "../../../lib/access/permission.ts";
import { standardRoles } from "../../../lib/access/permission.ts";
import { type HeldRight, overlapsAmong } from "../../../lib/insight/overlaps.ts";
import { entriesOf, type Find, narrowingOf, pageOf, pageSize, questions } from "../../../lib/insight/question.ts";
import { type RightsChange, rightsOverTime } from "../../../lib/insight/rights-over-time.ts";
import { ConfigChanged } from "../../../lib/access/configuration.ts";
import { eventTypes } from "../../../lib/request/events.ts";
import { translator } from "../../../lib/server/translate.ts";

const [ana, bo] = ["018f0000-0000-7000-8000-00000000000a", "018f0000-0000-7000-8000-00000000000b"];
const on = (day: string) => `2026-${day}T00:00:00.000Z`;
const desk = (id: string) => ({ kind: "desk" as const, id });
const role: RightsChange = { at: on("01-01"), change: { of: "role", id: "officer", permissions: ["step.decide"] } };
const granted = (person: string, day: string, ...desks: string[]): RightsChange => ({ at: on(day), change: { of: "grants", person, grants: desks.map((id) => ({ role: "officer", scope: desk(id) })) } });
const standing = (day: string, { ended = false, desks = [] as string[], from = "2026-03-01", until = "2026-03-31" } = {}): RightsChange => ({ at: on(day), change: { of: "stand-in", id: "018f0000-0000-7000-8000-0000000000ff", for: ana, by: bo, from, until, desks, reason: null, ended } });

describe("whether somebody could decide", () => {
  test("is asked of the moment: before the grant and after its end they could not", () => {
    const rights = rightsOverTime([role, granted(ana, "02-01", "x"), granted(ana, "03-01")]);
    expect(["01-15", "02-01", "02-28", "03-01"].map((day) => rights.couldDecide(ana, "x", on(day)))).toEqual([false, true, true, false]);
    expect(rights.couldDecide(ana, "y", on("02-15"))).toBe(false);
    expect(rights.couldDecideFrom(ana, "x", on("02-02"), on("02-20"))).toBe(true);
  });

  test("is not, over a time in which the right was away and came back", () => {
    const rights = rightsOverTime([role, granted(ana, "02-01", "x"), granted(ana, "03-01"), granted(ana, "04-01", "x")]);
    expect(rights.couldDecideFrom(ana, "x", on("02-15"), on("04-15"))).toBe(false);
    expect(rights.heldSince(ana, "officer", desk("x"))).toBe(on("04-01"));
    expect(rights.heldSince(bo, "officer", desk("x"))).toBeNull();
  });

  test("goes with the role: one that lost the permission lets nobody decide", () => {
    const rights = rightsOverTime([role, granted(ana, "02-01", "x"), { at: on("03-01"), change: { of: "role", id: "officer", permissions: [] } }]);
    expect([rights.couldDecide(ana, "x", on("02-15")), rights.couldDecide(ana, "x", on("03-15"))]).toEqual([true, false]);
    expect(rights.couldDecideFrom(ana, "x", on("02-15"), on("03-15"))).toBe(false);
  });

  test("a stand-in could on their days, at the desks named, and no longer than until it was ended", () => {
    const rights = rightsOverTime([role, granted(ana, "02-01", "x", "y"), standing("02-15", { desks: ["x"] }), standing("03-20", { desks: ["x"], ended: true })]);
    expect(["02-28", "03-02", "03-19", "03-21"].map((day) => rights.couldDecide(bo, "x", on(day)))).toEqual([false, true, true, false]);
    expect(rights.couldDecide(bo, "y", on("03-02"))).toBe(false);
    expect(rights.standIns).toEqual([{ by: bo, for: ana, desks: ["x"], from: "2026-02-28T16:00:00.000Z", until: on("03-20") }]);
  });

  test("a stand-in of somebody who was forgotten ran as long as it did, although its words were erased and it was written once more", () => {
    const erased = (day: string): RightsChange => ({ at: on(day), erased: { standIn: "018f0000-0000-7000-8000-0000000000ff" } });
    const ran = (...changes: RightsChange[]) => rightsOverTime(changes).standIns.map(({ from, until }) => [from, until]);
    expect(ran(erased("02-15"), standing("05-01"))).toEqual(ran(standing("02-15")));
    expect(ran(erased("03-10"), standing("05-01"))).toEqual([[on("03-10"), "2026-03-31T16:00:00.000Z"]]);
    expect(ran(erased("02-15"), erased("03-20"), standing("05-01", { ended: true }))).toEqual([["2026-02-28T16:00:00.000Z", on("03-20")]]);
    expect(ran(erased("02-15"), erased("02-20"), standing("05-01", { ended: true }))).toEqual([]);
    expect(ran(erased("02-15"))).toEqual([]);
  });

  test("a stand-in that was ended before it began never ran", () => {
    expect(rightsOverTime([standing("02-15"), standing("02-20", { ended: true })]).standIns).toEqual([]);
  });
});

describe("rights that overlap", () => {
  const right = (permissions: readonly Permission[], scope: HeldRight["scope"], organisation: string | null, person = ana): HeldRight => ({ person, role: permissions.join("+"), permissions, scope, organisation });
  const officer = (id: string, person = ana) => right(standardRoles["desk-officer"], desk(id), "hku", person);
  const codes = (rights: readonly HeldRight[], together: readonly string[] = []) => overlapsAmong(rights, new Set(together)).map(({ code }) => code);

  test("one within another, whichever comes first, and not of two people", () => {
    expect(codes([officer("x"), right(standardRoles["desk-lead"], desk("x"), "hku")])).toEqual(["contained"]);
    expect(codes([right(standardRoles["desk-lead"], desk("x"), "hku"), officer("x")])).toEqual(["contained"]);
    expect(codes([officer("x"), right(standardRoles["desk-lead"], desk("y"), "hku")])).toEqual([]);
    expect(codes([officer("x"), officer("x", bo)])).toEqual([]);
  });

  test("what everything gives holds what one place gives, and not the other way round", () => {
    const [all, one] = [right(["audit.search"], { kind: "everything" }, null), right(["audit.search"], { kind: "organisation", id: "hku" }, "hku")];
    expect(overlapsAmong([one, all], new Set())).toMatchObject([{ right: one, other: all }]);
    expect(overlapsAmong([all, one], new Set())).toMatchObject([{ right: one, other: all }]);
  });

  test("two desks of one kind of case, and no two that never meet", () => {
    expect(codes([officer("x"), officer("y")], ["x y"])).toEqual(["twoDesks"]);
    expect(codes([officer("y"), officer("x")], ["x y"])).toEqual(["twoDesks"]);
    expect(codes([officer("x"), officer("y")])).toEqual([]);
  });

  test("audit of one's own house, rules and rights beside decisions; not the audit of another house", () => {
    const house = (id: string) => ({ kind: "organisation" as const, id });
    expect(codes([officer("x"), right(["audit.search"], house("hku"), "hku")])).toEqual(["auditsOwn"]);
    expect(codes([officer("x"), right(["audit.search"], house("um"), "um")])).toEqual([]);
    expect(codes([officer("x"), right(["policy.publish"], { kind: "everything" }, null)])).toEqual(["rulesAndCases"]);
    expect(codes([officer("x"), right(["people.manage"], house("hku"), "hku")])).toEqual(["rightsAndCases"]);
  });
});

describe("a list that goes on", () => {
  const finds = Array.from({ length: pageSize + 3 }, (_, at): Find => ({ key: String(at).padStart(3, "0"), at: null, code: "x", request: null, entries: [], people: [], desks: [], values: {} }));

  test("shows every row once", () => {
    const first = pageOf(finds, undefined);
    const second = pageOf(finds, first.next ?? "");
    expect([first.items.length, second.items.length, second.next]).toEqual([pageSize, 3, null]);
    expect([...first.items, ...second.items]).toEqual(finds);
    expect(pageOf(finds, "999")).toEqual({ items: [], next: null });
  });

  test.each(questions)("of %s takes its own places, and no other text", (question) => {
    const id = "018f0000-0000-7000-8000-00000000000a";
    const places = [`2026-11-26T01:02:03.004Z~${id}~7`, `99999998~${id}~${id}`, `2026-11-26~${id}~hk-tdec`, `${id}~officer~desk:x`];
    expect(places.filter((cursor) => narrowingOf(question).safeParse({ cursor }).success)).toHaveLength(1);
    for (const cursor of ["", "1", "2026-99-99T01:02:03.004Z~018f0000-0000-7000-8000-00000000000a~7", `9999-99-99~${id}~x`, "'; drop table events; --"]) expect([cursor, narrowingOf(question).safeParse({ cursor }).success]).toEqual([cursor, false]);
  });
});

test("what narrows a question is read strictly", () => {
  for (const asked of [{ from: "yesterday" }, { to: "2026-02-30" }, { organisation: "HKU!" }, { days: "0" }, { perAnswer: "-1" }, { least: "1.5" }, { more: "1" }]) expect([asked, narrowingOf("own-approvals").safeParse(asked).success]).toEqual([asked, false]);
  expect(narrowingOf("unused-rights").parse({ from: "2026-01-01", days: "30" })).toEqual({ from: "2026-01-01", days: 30 });
});

test("every kind of entry that a question goes through is one of the record", () => {
  for (const question of questions) for (const type of entriesOf[question]) expect([question, [...eventTypes, "config.changed", "quota.set"].includes(type)]).toEqual([question, true]);
});

test("every part of the set-up has its words", () => {
  const t = translator("en");
  const parts = ConfigChanged.options.flatMap((option) => ("options" in option.shape.of ? [...option.shape.of.options] : [...option.shape.of.values]));
  expect(parts.filter((of) => !t.has(`audit.of.${of}`))).toEqual([]);
});
