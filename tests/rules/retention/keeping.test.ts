import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../../lib/language.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { dueUnder, keeping, keptBy, noTerms, yearsAfter } from "../../../lib/retention/due.ts";
import { grounds, groundsFor, reasonsToErase } from "../../../lib/retention/grounds.ts";
import { keepingRules } from "../../../lib/retention/keeping.ts";

const places = ["CN", "HK", "MO"] as const;
const anEnd = (endedOn = "2026-11-24") => ({ kind: "sample" as const, jurisdictions: ["CN", "HK"], endedOn });

describe("how long something is kept", () => {
  test("every kind is kept by a rule in every place, and every place has a rule for each reason to erase", () => {
    for (const place of places) {
      for (const kind of kinds) expect([place, kind, keptBy({ kind, jurisdictions: [place], endedOn: "2026-01-01" }).length > 0]).toEqual([place, kind, true]);
      expect(groundsFor([place]).map(({ because }) => because).toSorted()).toEqual([...reasonsToErase].toSorted());
    }
  });

  test("no rule is surer than it says: only what the rule sheet gives has a source, and each is said in four languages", () => {
    expect(keepingRules.filter(({ certainty }) => certainty === "sourced").map(({ id }) => id)).toEqual(["cn-pipl-56"]);
    for (const { id, law } of [...keepingRules, ...grounds]) expect([id, ...Object.keys(law).toSorted()]).toEqual([id, ...languages.toSorted()]);
    expect(new Set([...keepingRules, ...grounds].map(({ id }) => id)).size).toBe(keepingRules.length + grounds.length);
  });

  test("the longest rule of all places it touches counts, from the day it ended", () => {
    expect(keptBy(anEnd()).map(({ rule, until }) => [rule.id, until])[0]).toEqual(["cn-hgr-records", "2036-11-24"]);
    expect(keptBy({ ...anEnd(), jurisdictions: ["MO"] }).map(({ rule, until }) => [rule.id, until])).toEqual([["mo-trade-records", "2031-11-24"], ["mo-8-2005-5", "2029-11-24"]]);
  });

  test("an organisation lengthens and never shortens", () => {
    const longer = { years: { "hk-pdpo-dpp2": 12, "cn-hgr-records": 2 }, automatic: false };
    expect(keptBy(anEnd(), longer).slice(0, 2).map(({ rule, years }) => [rule.id, years])).toEqual([["hk-pdpo-dpp2", 12], ["cn-hgr-records", 10]]);
  });

  test("it is kept on its last day and due on the next, under the law of the place that kept it longest", () => {
    expect(dueUnder(anEnd(), noTerms, "2036-11-24")).toBeNull();
    expect(dueUnder(anEnd(), noTerms, "2036-11-25")?.ground.id).toBe("cn-pipl-47-1");
    expect(dueUnder({ ...anEnd(), jurisdictions: ["XX"] }, noTerms, "2099-01-01")).toBeNull();
  });

  test("against whom it is about only a law's own years hold", () => {
    const asked = (today: string) => keeping(anEnd(), { terms: noTerms, today, personAsks: true }).map(({ rule }) => rule.id);
    expect(asked("2029-11-24")).toEqual(["cn-customs-audit"]);
    expect(asked("2029-11-25")).toEqual([]);
  });

  test("29 February plus a year is 1 March; nothing is kept for less than its years", () => {
    expect(yearsAfter("2028-02-29", 1)).toBe("2029-03-01");
    fc.assert(fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }), fc.nat(40), (from, years) => {
      const day = from.toISOString().slice(0, 10);
      expect(yearsAfter(day, years) >= `${Number(day.slice(0, 4)) + years}${day.slice(4)}`).toBe(true);
    }));
  });
});
