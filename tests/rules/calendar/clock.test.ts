import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clock, clockState, dayNumber, elapsedShare, lastDay, milestones, type Run } from "../../../lib/calendar/clock.ts";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { worksEverywhere } from "../../../lib/calendar/working-days.ts";

const of = (ran: readonly Run[], workingDays: number, calendars: readonly string[], extended: number | null = null): Clock => ({ ran, workingDays, extended, calendars });
const since = (day: string): Run[] => [{ from: `${day}T02:00:00Z`, to: null }];
const aDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays("2025-01-01", days));
const places = fc.subarray(["CN", "HK", "MO"], { minLength: 1 });

describe("a clock that runs", () => {
  test("a clock starts the day after and counts only days on which every place works", () => {
    expect(lastDay(of(since("2026-09-30"), 1, ["CN"]))).toBe("2026-10-08");
    expect(lastDay(of(since("2026-09-30"), 1, ["HK"]))).toBe("2026-10-02");
    expect(lastDay(of(since("2026-11-19"), 5, ["HK"]))).toBe("2026-11-26");
    expect(clockState(of(since("2026-11-19"), 5, ["HK"]), "2026-11-23")).toMatchObject({ used: 2, left: 3, over: 0, stood: 0, stopped: null, due: "2026-11-26", days: 5 });
    expect(clockState(of(since("2026-11-19"), 5, ["HK"]), "2026-11-27")).toMatchObject({ used: 5, left: 0, over: 1 });
  });
});

describe("a clock that stood still", () => {
  // Fri 20 Nov to Mon 23 Nov: one working day used; it stands until Thu 26 Nov.
  const stopped = [{ from: "2026-11-20T02:00:00Z", to: "2026-11-23T08:00:00Z" }];
  const resumed = [...stopped, { from: "2026-11-26T02:00:00Z", to: null }];

  test("keeps the days used before, counts none while it stands, and has no last day until it goes on", () => {
    expect(clockState(of(stopped, 5, ["HK"]), "2026-11-23")).toMatchObject({ used: 1, left: 4, over: 0, stood: 0, stopped: "2026-11-23", due: null, days: 5 });
    expect(clockState(of(stopped, 5, ["HK"]), "2026-11-26")).toMatchObject({ used: 1, left: 4, over: 0, stood: 3, stopped: "2026-11-23", due: null, days: 5 });
  });

  test("goes on where it stopped, and is due as much later", () => {
    expect(lastDay(of([{ from: "2026-11-20T02:00:00Z", to: null }], 5, ["HK"]))).toBe("2026-11-27");
    expect(clockState(of(resumed, 5, ["HK"]), "2026-11-26")).toMatchObject({ used: 1, left: 4, over: 0, stood: 3, stopped: null, due: "2026-12-02", days: 5 });
    expect(clockState(of(resumed, 5, ["HK"]), "2026-12-02")).toMatchObject({ used: 5, left: 0, over: 0 });
    expect(clockState(of(resumed, 5, ["HK"]), "2026-12-03")).toMatchObject({ over: 1 });
  });

  test("loses nothing when the answer comes the same day, and gains nothing however often", () => {
    const often = ["2026-11-23T03:00:00Z", "2026-11-23T04:00:00Z", "2026-11-23T05:00:00Z"].map((from) => ({ from, to: from }));
    expect(clockState(of([{ from: "2026-11-20T02:00:00Z", to: "2026-11-23T02:00:00Z" }, ...often, { from: "2026-11-23T06:00:00Z", to: null }], 5, ["HK"]), "2026-11-24")).toMatchObject({ used: 2, stood: 0, due: "2026-11-27" });
  });

  test("that was stopped for good had the last day that it would have had; one that never ran has none", () => {
    expect(lastDay(of([{ from: "2026-11-19T02:00:00Z", to: "2026-11-20T02:00:00Z" }], 5, ["HK"]))).toBe("2026-11-26");
    expect(() => lastDay(of([], 5, ["HK"]))).toThrow("never ran");
  });

  test("that was over before it stopped stays over by as much", () => {
    const late = [{ from: "2026-11-16T02:00:00Z", to: "2026-11-19T02:00:00Z" }, { from: "2026-11-25T02:00:00Z", to: null }];
    expect(clockState(of(late, 2, ["HK"]), "2026-11-25")).toMatchObject({ over: 1, stood: 4, due: "2026-11-18" });
    expect(clockState(of(late, 2, ["HK"]), "2026-11-26")).toMatchObject({ over: 2 });
  });

  test("counts by each place's own days: made-up days, holidays, and half days, on which offices are open", () => {
    const over = (from: string, to: string) => [{ from: `${from}T02:00:00Z`, to: `${to}T08:00:00Z` }, { from: `${to}T09:00:00Z`, to: null }];
    // Sat 10 Oct is worked in the Mainland, which was off until the 7th; Mon 19 Oct is a holiday in Hong Kong and Macao.
    expect(clockState(of(over("2026-09-30", "2026-10-10"), 5, ["CN"]), "2026-10-12")).toMatchObject({ used: 4, due: "2026-10-13" });
    expect(clockState(of(over("2026-09-30", "2026-10-10"), 9, ["HK"]), "2026-10-12")).toMatchObject({ used: 7, due: "2026-10-14" });
    expect(clockState(of(over("2026-09-30", "2026-10-10"), 5, ["CN", "HK"]), "2026-10-12")).toMatchObject({ used: 3, due: "2026-10-14" });
    expect(clockState(of(over("2026-10-16", "2026-10-20"), 2, ["MO"]), "2026-10-20")).toMatchObject({ used: 1, due: "2026-10-21" });
    // The afternoon of the eve of the lunar new year, Mon 16 Feb 2026, is off in Macao.
    expect(clockState(of(over("2026-02-13", "2026-02-16"), 2, ["MO"]), "2026-02-20")).toMatchObject({ used: 2, due: "2026-02-20" });
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
        const state = clockState(of(runs, days, where), at);
        expect(state.used + state.left).toBe(days);
        expect(state.over === 0 || state.left === 0).toBe(true);
        const later = clockState(of(runs, days, where), addDays(at, 30));
        expect([later.used, later.left, later.over]).toEqual([state.used, state.left, state.over]);
        const going = [...runs, { from: `${at}T04:00:00Z`, to: null }];
        const due = lastDay(of(going, days, where));
        expect(clockState(of(going, days, where), due > at ? due : at)).toMatchObject({ left: 0, ...(due > at && { over: 0 }) });
      }),
    );
  });
});

describe("a clock that is told of", () => {
  test("is on day 3 of 10 on the third working day after the act; the act's day is the local one, whatever UTC says", () => {
    // Fri 20 Nov 2026, 07:30 in Shanghai, is still the 19th in UTC.
    const clock = of([{ from: "2026-11-19T23:30:00Z", to: null }], 10, ["CN", "HK"]);
    expect([20, 21, 22, 23, 24, 25].map((day) => dayNumber(clock, `2026-11-${day}`))).toEqual([0, 0, 0, 1, 2, 3]);
    expect(dayNumber(of([{ from: "2026-11-20T15:59:59Z", to: null }], 10, ["CN"]), "2026-11-23")).toBe(1);
    expect(dayNumber(of([{ from: "2026-11-20T16:00:00Z", to: null }], 10, ["CN"]), "2026-11-23")).toBe(1);
    expect(dayNumber(of([{ from: "2026-11-22T16:00:00Z", to: null }], 10, ["CN"]), "2026-11-23")).toBe(0);
  });

  test("reaches half, four fifths and all of its days with the working day that uses them, and the instant at which it ends", () => {
    expect(milestones(of(since("2026-11-20"), 10, ["HK"]))).toEqual([
      { share: 50, day: "2026-11-27", at: "2026-11-27T16:00:00.000Z" },
      { share: 80, day: "2026-12-02", at: "2026-12-02T16:00:00.000Z" },
      { share: 100, day: "2026-12-04", at: "2026-12-04T16:00:00.000Z" },
    ]);
    expect(milestones(of(since("2026-11-20"), 1, ["HK"])).map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
  });

  test("that stands still reaches only what it had reached", () => {
    const stopped = of([{ from: "2026-11-20T02:00:00Z", to: "2026-11-27T02:00:00Z" }], 10, ["HK"]);
    expect(milestones(stopped).map(({ day }) => day)).toEqual(["2026-11-27", null, null]);
    expect(milestones(of([], 10, ["HK"])).map(({ day }) => day)).toEqual([null, null, null]);
  });

  test("is extended by so many days, which every share then counts", () => {
    expect(lastDay(of(since("2026-11-20"), 10, ["HK"], 5))).toBe("2026-12-11");
    expect(elapsedShare(of(since("2026-11-20"), 10, ["HK"], 5), "2026-12-04")).toBeCloseTo(2 / 3);
  });

  test("says through which unpublished years it was counted", () => {
    expect(clockState(of(since("2026-12-28"), 5, ["CN", "HK"]), "2026-12-28").unpublished).toEqual([{ calendar: "CN", year: 2027 }]);
    expect(clockState(of(since("2026-12-28"), 3, ["CN", "HK"]), "2026-12-28").unpublished).toEqual([]);
    // From the day that it began, on whichever day it is read.
    expect(clockState(of(since("2027-12-28"), 5, ["CN"]), "2028-01-03").unpublished).toEqual([{ calendar: "CN", year: 2027 }, { calendar: "CN", year: 2028 }]);
  });
});

describe("whatever happens to a clock", () => {
  /** A clock that began on a day and stood still in some stretches after it, each so many days after the one before and so many days long. */
  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 20 })), { maxLength: 5 });
  const days = fc.integer({ min: 1, max: 30 });
  const paused = (start: string, stretches: readonly (readonly [number, number])[]): Run[] => {
    let from = start;
    const runs = stretches.map(([after, long]): Run => {
      const stop = addDays(from, after);
      const run = { from: `${from}T02:00:00Z`, to: `${stop}T03:00:00Z` };
      from = addDays(stop, long);
      return run;
    });
    return [...runs, { from: `${from}T04:00:00Z`, to: null }];
  };

  test("pausing, extending or counting one more calendar never makes it due earlier", () => {
    fc.assert(
      fc.property(aDay, pauses, days, fc.integer({ min: 1, max: 30 }), places, fc.constantFrom("CN", "HK", "MO"), (start, stretches, count, more, where, besides) => {
        const due = lastDay(of(paused(start, stretches), count, where));
        expect(due >= lastDay(of(since(start), count, where))).toBe(true);
        expect(lastDay(of(paused(start, stretches), count, where, more)) > due).toBe(true);
        expect(lastDay(of(since(start), count, [...where, besides])) >= lastDay(of(since(start), count, where))).toBe(true);
        for (let at = 0; at < stretches.length; at++) expect(lastDay(of(paused(start, stretches.slice(0, at)), count, where)) <= lastDay(of(paused(start, stretches.slice(0, at + 1)), count, where))).toBe(true);
      }),
    );
  });

  test("its day number never falls, rises by at most one a day, and is its last on the day that it is due", () => {
    fc.assert(
      fc.property(aDay, pauses, days, places, (start, stretches, count, where) => {
        const clock = of(paused(start, stretches), count, where);
        const begun = dayOf(clock.ran.at(-1)?.from ?? "");
        const numbers = Array.from({ length: 40 }, (_, at) => dayNumber(clock, addDays(begun, at)));
        expect(numbers.every((number, at) => at === 0 || (number >= (numbers[at - 1] ?? 0) && number <= (numbers[at - 1] ?? 0) + 1))).toBe(true);
        const due = lastDay(clock);
        expect(worksEverywhere(due, where)).toBe(true);
        if (due > begun) expect([dayNumber(clock, due), elapsedShare(clock, due), clockState(clock, due).over]).toEqual([count, 1, 0]);
        const reached = milestones(clock).map(({ day }) => day ?? "");
        expect(reached).toEqual(reached.toSorted());
        expect(reached.at(-1)).toBe(due);
      }),
    );
  });

  test("a pause that holds no working day after its first costs nothing, and any other as many as it holds", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 20 }), days, places, (start, after, long, count, where) => {
        const stop = addDays(start, after);
        const held = Array.from({ length: long }, (_, at) => addDays(stop, at + 1)).filter((day) => worksEverywhere(day, where)).length;
        const plain = lastDay(of(since(start), count, where));
        const due = lastDay(of(paused(start, [[after, long]]), count, where));
        if (held === 0 || plain <= stop) expect(due).toBe(plain);
        else expect(due).toBe(lastDay(of(since(start), count + held, where)));
      }),
    );
  });
});
