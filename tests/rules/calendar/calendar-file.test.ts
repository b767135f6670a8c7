import { describe, expect, test } from "vitest";
import { differingDays } from "../../../lib/calendar/compare.ts";
import { takeIn } from "../../../lib/calendar/in-force.ts";
import { publishedYears } from "../../../lib/calendar/published.ts";
import { readCalendarFile } from "../../../lib/server/calendar-file.ts";
import { workdays } from "../../../lib/calendar/workdays.ts";

const read = (text: string | Uint8Array, name: string) => {
  const result = readCalendarFile(typeof text === "string" ? new TextEncoder().encode(text) : text, { name });
  if (!result.ok) throw new Error(result.why);
  return result;
};
const table = (...rows: string[]) => ["date,name", ...rows].join("\n");
const five = ["2028-01-01,New Year", "2028-01-26,Lunar New Year", "2028-01-27,Lunar New Year", "2028-01-28,Lunar New Year", "2028-05-01,Labour Day"];
const days = (result: ReturnType<typeof read>) => result.years.flatMap((year) => year.days.map(({ date, is }) => `${date} ${is}`));

describe("a list of holidays", () => {
  test("is read as a table; an afternoon is half a day, and two holidays on a day are one", () => {
    const result = read(table(...five, '2028-12-31,"New Year\'s Eve (Afternoon)"', "2028-05-01,May Day"), "holidays_mo_2028.csv");
    expect([result.rows, result.wrong]).toEqual([7, []]);
    expect(result.years).toMatchObject([{ calendar: "MO", year: 2028, source: "holidays_mo_2028.csv", issued: null }]);
    expect(days(result)).toEqual(["2028-01-01 off", "2028-01-26 off", "2028-01-27 off", "2028-01-28 off", "2028-05-01 off", "2028-12-31 half"]);
    expect(result.years[0]?.days[4]?.name).toBe("Labour Day; May Day");
  });

  test("is read as JSON with its source, make-up days and the line of each day", () => {
    const list = { year: 2027, papers: ["https://www.gov.cn/notice"], days: [...["01-01", "02-06", "02-07", "02-08", "02-09"].map((day) => ({ name: "春节", date: `2027-${day}`, isOffDay: true })), { name: "春节", date: "2027-02-14", isOffDay: false }, { name: "元旦", date: "2026-12-31", isOffDay: true }, { name: "x", date: "2027-13-01" }, 7] };
    const result = read(JSON.stringify(list, null, 1), "holiday_cn_2027.json");
    expect(result.years).toMatchObject([{ calendar: "CN", year: 2027, source: "https://www.gov.cn/notice" }]);
    expect(days(result).at(-1)).toBe("2027-02-14 worked");
    expect(result.wrong).toEqual([
      { line: 37, why: "2026-12-31 is not in 2027, of which this list is" },
      { line: 42, why: '"2027-13-01" is no day, written as 2027-02-06' },
      { line: 46, why: "it is no day with a date and a name" },
    ]);
  });

  test("is read as a calendar of events: folded lines, several days, a worked weekend", () => {
    const event = (start: string, end: string, name: string) => ["BEGIN:VEVENT", `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`, `SUMMARY:${name}`, "END:VEVENT"];
    const text = ["BEGIN:VCALENDAR", ...event("20270101", "20270104", "元旦假期"), ...event("20270206", "20270213", "春节\r\n 假期"), ...event("20270214", "20270215", "上班(补春节假期)"), ...event("2027", "", "?"), "END:VCALENDAR"].join("\r\n");
    const result = read(text, "cn.ics");
    expect(days(result)).toEqual([...["01", "02", "03"].map((day) => `2027-01-${day} off`), ...["06", "07", "08", "09", "10", "11", "12"].map((day) => `2027-02-${day} off`), "2027-02-14 worked"]);
    expect(result.years[0]?.days[3]?.name).toBe("春节假期");
    expect(result.wrong.map(({ line }) => line)).toEqual([18]);
  });

  test("leaves out what is wrong, row by row with its line", () => {
    const result = read(table(...five, "2028-02-30,No day", "2028-06-01,", "01/02/2028,American", "2029-01-01,Next year", "2028-07-01"), "hk.csv");
    expect(result.years.map(({ year }) => year)).toEqual([2028]);
    expect(result.wrong).toEqual([
      { line: 7, why: '"2028-02-30" is no day, written as 2027-02-06' },
      { line: 8, why: "it has no name that can be read" },
      { line: 9, why: '"01/02/2028" is no day, written as 2027-02-06' },
      { line: 10, why: "2029 has fewer than 5 days off here, which is no whole year" },
      { line: 11, why: "it has no name that can be read" },
    ]);
  });

  test.each([
    ["nothing", "", "hk.csv"],
    ["a year of which hardly anything is there", table(...five.slice(1)), "hk.csv"],
    ["rows without a day", table("x,y"), "hk.csv"],
  ])("%s is no year", (_, text, name) => {
    const result = readCalendarFile(new TextEncoder().encode(text), { name });
    expect(result.ok ? result.years : []).toEqual([]);
  });

  test.each([
    ["whose days they are is not said", table(...five), "holidays.csv"],
    ["its name fits two calendars", table(...five), "hk-and-macau.csv"],
    ["it has other columns", "day,holiday\n2028-01-01,x", "hk.csv"],
    ["a cell is never closed", `${table(...five)}\n"2028-07-01,x`, "hk.csv"],
    ["it is broken JSON", '{"days": [', "cn.json"],
    ["it is JSON of something else", '{"regimes": []}', "cn.json"],
    ["it is not UTF-8", new Uint8Array([0xff, 0xfe, 0x41, 0x00]), "hk.csv"],
  ])("is refused when %s", (_, text, name) => {
    expect(readCalendarFile(typeof text === "string" ? new TextEncoder().encode(text) : text, { name }).ok).toBe(false);
  });

  test("that was loaded counts from then on, and what comes with the project stays as it is", () => {
    const [list] = read(table(...five), "cn.csv").years;
    if (!list) throw new Error("no year");
    try {
      takeIn([list, { ...list, year: 2026 }]);
      expect(workdays({ from: "2028-01-25", days: 1, regions: ["CN"] }, "en")).toEqual({ due: "2028-01-31", skipped: expect.arrayContaining([{ date: "2028-01-26", regions: ["CN"], reason: "holiday", names: { CN: "Lunar New Year" } }]) });
      expect(workdays({ from: "2026-01-30", days: 11, regions: ["CN"] }, "en").due).toBe("2026-02-14");
    } finally {
      takeIn([]);
    }
    expect(workdays({ from: "2028-01-25", days: 1, regions: ["CN"] }, "en")).toMatchObject({ due: "2028-01-26", provisional: [{ region: "CN", year: 2028 }] });
  });

  test("differs from another by the days that are worked by one alone, whatever holidays are called", () => {
    const [first] = publishedYears;
    if (!first) throw new Error("no year");
    expect(differingDays(first, { ...first, days: first.days.map((day) => ({ ...day, name: "x" })) })).toEqual([]);
    expect(differingDays(first, { ...first, days: first.days.slice(1) })).toEqual(["2025-01-01"]);
  });
});
