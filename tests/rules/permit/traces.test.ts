import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { series, summaryOf, worstOf } from "../../../lib/permit/excursions.ts";
import { mostReadings, readTrace, type Reading } from "../../../lib/permit/trace.ts";

const at = (text: string) => Date.parse(text);
const range = { from: "2", to: "8" };
function read(text: string): readonly Reading[] {
  const found = readTrace(text);
  if ("wrong" in found) throw new Error(JSON.stringify(found.wrong));
  return found.readings;
}

describe("a logger's file", () => {
  it.each([
    ["commas, a heading and ISO times with a zone", "time,temperature\n2026-12-01T00:00:00Z,4.5\n2026-12-01T00:10:00Z,-0.5\n", [[at("2026-12-01T00:00Z"), 4.5], [at("2026-12-01T00:10Z"), -0.5]]],
    ["semicolons and decimal commas, with the logger's own words around", '\ufeffSerial;X12\r\nDate;Temp (°C)\r\n"01.12.2026 08:00:00";"4,5"\r\n"13.12.2026 08:10:00";"5,25"\r\n\r\nEnd of file\r\n', [[at("2026-12-01T00:00Z"), 4.5], [at("2026-12-13T00:10Z"), 5.25]]],
    ["tabs, a number before and the time in a column of its own", "No.\tDate\tTime\tHumidity %\tTemperature\n1\t2026/12/1\t8:00\t61\t4.5\n2\t2026/12/1\t8:10\t60\t4.6", [[at("2026-12-01T00:00Z"), 4.5], [at("2026-12-01T00:10Z"), 4.6]]],
    ["the month first and halves of the day", "Time,Value\n12/13/2026 12:05 AM,4\n12/13/2026 1:05 PM,5", [[at("2026-12-12T16:05Z"), 4], [at("2026-12-13T05:05Z"), 5]]],
    ["degrees Fahrenheit", "Date,Temp °F\n2026-12-01 08:00,41", [[at("2026-12-01T00:00Z"), 5]]],
    ["Chinese headings, days and marks", "时间,温度\n2026年12月1日 08:00,4.5℃", [[at("2026-12-01T00:00Z"), 4.5]]],
  ])("with %s", (_, text, readings) => expect(read(text).map(({ at: time, celsius }) => [time, celsius])).toEqual(readings));

  it.each([
    ["nothing", "", { code: "noReadings" }],
    ["words", "Dear all,\nthe samples were cold.", { code: "noReadings" }],
    ["days that can be read both ways", "03/04/2026 08:00,4\n04/04/2026 08:00,5", { code: "daysUnclear" }],
    ["a day that does not exist", "2026-02-27 08:00,4\n2026-02-30 08:00,4", { code: "line", line: 2, problem: "time" }],
    ["a sensor that failed", "2026-12-01 08:00,4\n2026-12-01 08:10,ERR\n2026-12-01 08:20,5", { code: "line", line: 2, problem: "value" }],
    ["less than absolute zero", "2026-12-01 08:00,4\n2026-12-01 08:10,-300", { code: "line", line: 2, problem: "value" }],
    ["a line in the middle without a time", "time,value\n2026-12-01 08:00,4\nmemory full\n2026-12-01 08:20,5", { code: "line", line: 3, problem: "time" }],
    ["a clock that went back", "2026-12-01 08:00,4\n2026-12-01 07:50,4", { code: "line", line: 2, problem: "order" }],
  ])("with %s is refused with its place", (_, text, wrong) => expect(readTrace(text)).toEqual({ wrong }));

  it("is read up to two hundred thousand lines, and refused beyond", () => {
    const line = (number: number) => `${new Date(at("2026-01-01T00:00Z") + number * 60_000).toISOString()},4.${number % 10}`;
    const whole = Array.from({ length: mostReadings }, (_, number) => line(number)).join("\n");
    expect(read(whole)).toHaveLength(mostReadings);
    expect(readTrace(`${whole}\n${line(mostReadings)}`)).toEqual({ wrong: { code: "tooLong", most: mostReadings } });
  });

  it("never throws", () => fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789-/:.,;\t\n \"T") })), (text) => void readTrace(text))));
});

const minutes = (...celsius: number[]) => celsius.map((value, minute) => ({ at: minute * 60_000, celsius: value }));

describe("what a trace comes to", () => {
  it("is each stretch outside the range until it is inside again, with the reading farthest out", () => {
    const summary = summaryOf(minutes(4, 9, 11, 10, 8, 2, 1.9, 5, 8.5), range);
    expect(summary.excursions.map(({ from, to, worst }) => [at(from) / 60_000, at(to) / 60_000, worst])).toEqual([[1, 4, "11"], [6, 7, "1.9"], [8, 8, "8.5"]]);
    expect(summary).toMatchObject({ readings: 9, lowest: "1.9", highest: "11", outside: 4, excursionCount: 3 });
    expect(worstOf(summary, range)).toBe("11");
  });

  it("is no excursion where every reading lies on or between both ends", () => {
    const summary = summaryOf(minutes(2, 8, 5), range);
    expect([summary.excursionCount, summary.outside, worstOf(summary, range)]).toEqual([0, 0, null]);
  });

  it("keeps the first of very many, and their number", () => {
    const summary = summaryOf(minutes(...Array.from({ length: 400 }, (_, number) => (number % 2) * 9)), { from: "-1", to: "8" });
    expect([summary.excursions.length, summary.excursionCount]).toEqual([50, 200]);
  });

  it("is drawn from the lowest and highest of every stretch, none left out", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ after: fc.integer({ min: 0, max: 600_000 }), celsius: fc.integer({ min: -80, max: 60 }) }), { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 50 }), (steps, most) => {
        let time = 0;
        const readings = steps.map(({ after, celsius }) => ({ at: (time += after), celsius }));
        const drawn = series(readings, most);
        const all = readings.map(({ celsius }) => celsius);
        expect(drawn.length).toBeLessThanOrEqual(most);
        expect([Math.min(...drawn.map(([, low]) => low)), Math.max(...drawn.map(([, , high]) => high))]).toEqual([Math.min(...all), Math.max(...all)]);
      }),
    );
  });
});
