import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { clockState, dueDay } from "../../../lib/calendar/due.ts";
import { addWorkingDays, isProvisional, isWorkingDay, workingDaysBetween, worksEverywhere } from "../../../lib/calendar/working-days.ts";

const aDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays("2025-01-01", days));
const places = fc.subarray(["CN", "HK", "MO"], { minLength: 1 });

describe("working days", () => {
  test.each<[string, "CN" | "HK" | "MO", boolean, string]>([
    ["2026-02-14", "CN", true, "a Saturday made up for the Spring Festival"],
    ["2026-02-14", "HK", false, "the same Saturday in Hong Kong"],
    ["2026-02-20", "CN", false, "Spring Festival"],
    ["2026-02-20", "HK", true, "the day after Hong Kong's New Year days"],
    ["2026-04-06", "HK", false, "the day following Ching Ming"],
    ["2026-12-08", "MO", false, "the Immaculate Conception in Macao"],
    ["2026-12-08", "HK", true, "the same day in Hong Kong"],
  ])("%s in %s: %s (%s)", (day, place, works) => {
    expect(isWorkingDay(day, place)).toBe(works);
  });

  test("a clock starts the day after and counts only days on which every place works", () => {
    expect(dueDay(since("2026-09-30"), 1, ["CN"])).toBe("2026-10-08");
    expect(dueDay(since("2026-09-30"), 1, ["HK"])).toBe("2026-10-02");
    expect(dueDay(since("2026-11-19"), 5, ["HK"])).toBe("2026-11-26");
    expect(clockState(since("2026-11-19"), 5, ["HK"], "2026-11-23")).toEqual({ used: 2, left: 3, over: 0, stood: 0, stopped: null, due: "2026-11-26", days: 5 });
    expect(clockState(since("2026-11-19"), 5, ["HK"], "2026-11-27")).toMatchObject({ used: 5, left: 0, over: 1 });
  });

  test("adding and then subtracting working days comes back, and a holiday is never counted", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), places, (day, count, where) => {
        fc.pre(worksEverywhere(day, where));
        const later = addWorkingDays(day, count, where);
        expect(worksEverywhere(later, where)).toBe(true);
        expect(addWorkingDays(later, -count, where)).toBe(day);
        expect(workingDaysBetween(day, later, where)).toBe(count);
      }),
    );
  });

  test("a year that the State Council has not published is provisional", () => {
    expect(isProvisional("2026-12-30", "2027-01-05", ["CN"])).toBe(true);
    expect(isProvisional("2026-12-30", "2027-01-05", ["HK", "MO"])).toBe(false);
  });
});

describe("a clock that stood still", () => {
  // Fri 20 Nov to Mon 23 Nov: one working day used; it stands until Thu 26 Nov.
  const stopped = [{ from: "2026-11-20T02:00:00Z", to: "2026-11-23T08:00:00Z" }];
  const resumed = [...stopped, { from: "2026-11-26T02:00:00Z", to: null }];

  test("keeps the days used before, counts none while it stands, and has no last day until it goes on", () => {
    expect(clockState(stopped, 5, ["HK"], "2026-11-23")).toEqual({ used: 1, left: 4, over: 0, stood: 0, stopped: "2026-11-23", due: null, days: 5 });
    expect(clockState(stopped, 5, ["HK"], "2026-11-26")).toEqual({ used: 1, left: 4, over: 0, stood: 3, stopped: "2026-11-23", due: null, days: 5 });
  });

  test("goes on where it stopped, and is due as much later", () => {
    expect(dueDay([{ from: "2026-11-20T02:00:00Z", to: null }], 5, ["HK"])).toBe("2026-11-27");
    expect(clockState(resumed, 5, ["HK"], "2026-11-26")).toEqual({ used: 1, left: 4, over: 0, stood: 3, stopped: null, due: "2026-12-02", days: 5 });
    expect(clockState(resumed, 5, ["HK"], "2026-12-02")).toMatchObject({ used: 5, left: 0, over: 0 });
    expect(clockState(resumed, 5, ["HK"], "2026-12-03")).toMatchObject({ over: 1 });
  });

  test("loses nothing when the answer comes the same day, and gains nothing however often", () => {
    const often = ["2026-11-23T03:00:00Z", "2026-11-23T04:00:00Z", "2026-11-23T05:00:00Z"].map((from) => ({ from, to: from }));
    expect(clockState([{ from: "2026-11-20T02:00:00Z", to: "2026-11-23T02:00:00Z" }, ...often, { from: "2026-11-23T06:00:00Z", to: null }], 5, ["HK"], "2026-11-24")).toMatchObject({ used: 2, stood: 0, due: "2026-11-27" });
  });

  test("that was over before it stopped stays over by as much", () => {
    const late = [{ from: "2026-11-16T02:00:00Z", to: "2026-11-19T02:00:00Z" }, { from: "2026-11-25T02:00:00Z", to: null }];
    expect(clockState(late, 2, ["HK"], "2026-11-25")).toMatchObject({ over: 1, stood: 4, due: "2026-11-18" });
    expect(clockState(late, 2, ["HK"], "2026-11-26")).toMatchObject({ over: 2 });
  });

  test("counts by each place's own days: made-up days, holidays, and half days, on which offices are open", () => {
    const over = (from: string, to: string) => [{ from: `${from}T02:00:00Z`, to: `${to}T08:00:00Z` }, { from: `${to}T09:00:00Z`, to: null }];
    // Sat 10 Oct is worked in the Mainland, which was off until the 7th; Mon 19 Oct is a holiday in Hong Kong and Macao.
    expect(clockState(over("2026-09-30", "2026-10-10"), 5, ["CN"], "2026-10-12")).toMatchObject({ used: 4, due: "2026-10-13" });
    expect(clockState(over("2026-09-30", "2026-10-10"), 9, ["HK"], "2026-10-12")).toMatchObject({ used: 7, due: "2026-10-14" });
    expect(clockState(over("2026-09-30", "2026-10-10"), 5, ["CN", "HK"], "2026-10-12")).toMatchObject({ used: 3, due: "2026-10-14" });
    expect(clockState(over("2026-10-16", "2026-10-20"), 2, ["MO"], "2026-10-20")).toMatchObject({ used: 1, due: "2026-10-21" });
    // The afternoon of the eve of the lunar new year, Mon 16 Feb 2026, is off in Macao.
    expect(clockState(over("2026-02-13", "2026-02-16"), 2, ["MO"], "2026-02-20")).toMatchObject({ used: 2, due: "2026-02-20" });
  });

  test("used, left and over always come to its days, and standing never uses any", () => {
    fc.assert(
      fc.property(aDay, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 15 }), places, (start, lengths, days, where) => {
        let at = start;
        const runs = lengths.flatMap((length, index) => {
          const from = at;
          at = addDays(at, length);
          return index % 2 === 0 ? [{ from: `${from}T02:00:00Z`, to: `${at}T03:00:00Z` }] : [];
        });
        const state = clockState(runs, days, where, at);
        expect(state.used + state.left).toBe(days);
        expect(state.over === 0 || state.left === 0).toBe(true);
        const later = clockState(runs, days, where, addDays(at, 30));
        expect([later.used, later.left, later.over]).toEqual([state.used, state.left, state.over]);
        const going = [...runs, { from: `${at}T04:00:00Z`, to: null }];
        const due = dueDay(going, days, where);
        expect(clockState(going, days, where, due > at ? due : at)).toMatchObject({ left: 0, ...(due > at && { over: 0 }) });
      }),
    );
  });
});

function since(day: string) {
  return [{ from: `${day}T02:00:00Z`, to: null }];
}
