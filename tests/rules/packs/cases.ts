import { describe, expect, it } from "vitest";
import type { Facts } from "../../../lib/policy/condition.ts";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import type { Pack, Regime } from "../../../lib/policy/pack.ts";

/** What somebody asks, in words; the facts; and exactly what this pack says about them. */
export type Case = readonly [asks: string, facts: Facts, finds: readonly string[]];

/** A crossing date, and the version of the text that counts on it; null when the regime has only one, "none" when it does not apply. */
export type Day = readonly [date: string, version: string | null | "none"];

type Jurisdiction = "CN" | "HK" | "MO" | "XX";

/** A courier shipment that nothing in particular is known about. */
export function aSample(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return { kind: "sample", date: "2026-11-30", "from.jur": from, "to.jur": to, mode: "courier", ...facts };
}

/** A reagent by road that nothing in particular is known about. */
export function aReagent(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return { kind: "reagent", date: "2026-11-30", "from.jur": from, "to.jur": to, mode: "road", ...facts };
}

/** Data that nothing in particular is known about. */
export function someData(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return { kind: "data", date: "2026-11-30", "from.jur": from, "to.jur": to, mode: "electronic", ...facts };
}

/** Personal data about which every question has been answered in the usual way. */
export function personalData(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return someData(from, to, {
    "data.personal": true,
    "data.pi_count": 0,
    "data.sensitive_count": 0,
    "data.ciio": false,
    "data.important": false,
    "data.core_or_secret": "none",
    "data.exempt_scenario": "none",
    "data.collected_abroad": false,
    "data.ftz_processor": false,
    "data.consent": "separate_consent",
    ...facts,
  });
}

/** A traveller about whom nothing in particular is known. */
export function aPerson(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return { kind: "person", date: "2026-11-30", "from.jur": from, "to.jur": to, mode: "in_person", ...facts };
}

/** A bank transfer that nothing in particular is known about. */
export function aPayment(from: Jurisdiction, to: Jurisdiction, facts: Facts = {}): Facts {
  return { kind: "funds", date: "2026-11-30", "from.jur": from, "to.jur": to, mode: "bank", ...facts };
}

/** Holds a pack to its table: each case finds exactly what it says, and each regime applies in one case and not in another. */
export function checkCases(pack: Pack, cases: readonly Case[]): void {
  describe(`${pack.id}`, () => {
    it.each(cases)("%s", (_asks, facts, finds) => {
      expect(found(pack, facts)).toEqual(finds.toSorted());
    });
    it.each(pack.regimes.filter((regime) => regime.status === "in_force"))("the table shows $id applying and not applying", ({ id }) => {
      expect(cases.some(([, , finds]) => finds.includes(id))).toBe(true);
      expect(cases.some(([, , finds]) => !finds.includes(id))).toBe(true);
    });
    it.each(pack.regimes.filter((regime) => regime.status === "in_force"))("the table shows a near miss of $id: silent, and one or two answers away from a case in which it applies", ({ id }) => {
      const [fires, silent] = [cases.filter(([, , finds]) => finds.includes(id)), cases.filter(([, , finds]) => !finds.includes(id))];
      const nearest = Math.min(...silent.flatMap(([, miss]) => fires.map(([, hit]) => answersApart(hit, miss))));
      expect(nearest).toBeLessThanOrEqual(2);
    });
    it.each(firstDays(pack, cases))("$id applies from $from, not the day before", ({ id, from, facts }) => {
      expect(found(pack, { ...facts, date: dayAfter(from, -1) })).not.toContain(id);
      expect(found(pack, { ...facts, date: from })).toContain(id);
      expect(found(pack, { ...facts, date: dayAfter(from, 1) })).toContain(id);
    });
  });
}

/** Holds one regime to its calendar: on each crossing date, whether it applies and which version of the text counts. */
export function checkDays(pack: Pack, id: string, says: string, facts: Facts, days: readonly Day[]): void {
  describe(`${id}: ${says}`, () => {
    it.each(days)("on %s: %s", (date, version) => {
      const finding = evaluate([pack], { ...facts, date }, []).findings.find((one) => one.id === id);
      expect(finding ? finding.version : "none").toBe(version);
    });
  });
}

function answersApart(one: Facts, other: Facts): number {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact])).length;
}

function found(pack: Pack, facts: Facts): string[] {
  const { regimes, facilitations } = evaluate([pack], facts, []);
  return [...regimes, ...facilitations].toSorted();
}

function firstDays(pack: Pack, cases: readonly Case[]): { id: string; from: string; facts: Facts }[] {
  return pack.regimes.flatMap(({ id, from }: Regime) => {
    const facts = cases.find(([, , finds]) => finds.includes(id))?.[1];
    return from && facts ? [{ id, from, facts }] : [];
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
