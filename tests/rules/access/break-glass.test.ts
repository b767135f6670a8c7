import { describe, expect, test } from "vitest";
import { glassRefusals, isOpen, mayBreakGlass } from "../../../lib/access/break-glass.ts";
import { aPerson, people } from "../request/builders.ts";

/* Opening a request that one does not see, for a reason and for hours. */

const operator = aPerson("operator", [["platform-admin", { kind: "everything" }]]);
const ofHouse = aPerson("of-house", [["platform-admin", { kind: "organisation", id: "hku" }]]);
const asked = { reason: "A parcel leaks.", hours: 1 };
const around = { actor: operator, organisations: ["smu", "hku"], jurisdictions: ["CN", "HK"], sees: false, openUntil: null };
const told = (change: Partial<typeof asked> = {}, beside: Partial<Parameters<typeof glassRefusals>[1]> = {}) => glassRefusals({ ...asked, ...change }, { ...around, ...beside }).map(({ code, path, params }) => [code, path, params]);

describe("a request is opened", () => {
  test("by whoever may at one of its places, and by nobody else, whatever else they may", () => {
    expect([mayBreakGlass(operator), mayBreakGlass(people.auditor), mayBreakGlass({ kind: "system" })]).toEqual([true, false, false]);
    expect([told(), told({}, { actor: ofHouse }), told({}, { actor: ofHouse, organisations: ["smu"] }), told({}, { actor: people.auditor })]).toEqual([[], [], [["notPermitted", undefined, undefined]], [["notPermitted", undefined, undefined]]]);
    const ofPlace = aPerson("of-place", [["platform-admin", { kind: "jurisdiction", id: "HK" }]]);
    expect([told({}, { actor: ofPlace }), told({}, { actor: ofPlace, jurisdictions: ["CN"] }).length]).toEqual([[], 1]);
  });

  test("for a reason of fifteen characters and for one hour to twenty-four; each reason against it stands at its field", () => {
    expect([told({ reason: "Fourteen chars" }), told({ reason: "  Fourteen chars  " }), told({ reason: "一二三四五六七八九十一二三四五" }), told({ reason: "𠀀".repeat(14) })]).toEqual([[["glassReason", "reason", { least: 15 }]], [["glassReason", "reason", { least: 15 }]], [], [["glassReason", "reason", { least: 15 }]]]);
    expect([0, 1, 24, 25].map((hours) => told({ hours }))).toEqual([[["glassHours", "hours", { most: 24 }]], [], [], [["glassHours", "hours", { most: 24 }]]]);
  });

  test("neither where it is seen anyhow nor while it is open already", () => {
    expect(told({}, { sees: true })).toEqual([["glassNotNeeded", "request", {}]]);
    expect(told({}, { openUntil: "2026-11-24T03:00:00.000Z" })).toEqual([["glassOpen", "request", { until: "2026-11-24T03:00:00.000Z" }]]);
  });
});

test("an access runs until its time is over or it was ended", () => {
  const until = "2026-11-24T03:00:00.000Z";
  expect([isOpen({ ended: null, until }, "2026-11-24T02:59:59.999Z"), isOpen({ ended: null, until }, until), isOpen({ ended: "2026-11-24T02:00:00.000Z", until }, "2026-11-24T02:30:00.000Z")]).toEqual([true, false, false]);
});
