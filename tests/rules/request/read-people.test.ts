import { describe, expect, test } from "vitest";
import { readPeople } from "../../../lib/request/read-people.ts";

const hku = { id: "hku", ror: "02zhqgq86", names: { en: "The University of Hong Kong", "zh-Hant": "香港大學", "zh-Hans": "香港大学", pt: "Universidade de Hong Kong" } };
const codes = (values: Record<string, string>, language: "en" | "pt" = "en") => readPeople(values, [hku], language).problems.map(({ field, code }) => `${field} ${code}`);

describe("the page about parties and dates", () => {
  test("is read as people write it", () => {
    const { change, problems } = readPeople({ title: " Serum ", host: "香港大學", endorser: "", "window.from": "4 Jan 2027", "window.to": "2027年1月15日", "limit.value": "1,500", "limit.unit": "tube", claims: "a" }, [hku], "en");
    expect(problems).toEqual([]);
    expect(change).toEqual({ title: "Serum", host: "hku", endorser: null, window: { from: "2027-01-04", to: "2027-01-15" }, limit: { value: "1500", unit: "tube" }, claims: ["a"] });
  });

  test("empty is an answer: nobody, no window, no limit", () => {
    expect(readPeople({}, [hku], "en").change).toEqual({ title: "", host: null, endorser: null, window: null, limit: null, claims: [] });
  });

  test("what cannot be read changes nothing and is named at its field", () => {
    const values = { host: "02zhqgq87", "window.from": "31 Feb 2027", "window.to": "", "limit.value": "many" };
    expect(codes(values)).toEqual(["host rorCheckDigits", "window.from impossibleDate", "window.to missingDay", "limit.value notANumber"]);
    expect(Object.keys(readPeople(values, [hku], "en").change).toSorted()).toEqual(["claims", "endorser", "title"]);
  });

  test.each([["0", "amountOutOfRange"], ["-1", "amountOutOfRange"], ["1.2345678", "amountOutOfRange"], ["1e3", "notANumber"]])("an amount of %s is refused", (typed, code) => {
    expect(codes({ "limit.value": typed })).toEqual([`limit.value ${code}`]);
  });

  test("a host is one of us, away by its ROR, or nobody", () => {
    expect(readPeople({ host: "00t33hh48" }, [hku], "en").change.host).toBe("00t33hh48");
    expect([codes({ host: "nowhere" }), codes({ host: "02zhqgq87" })]).toEqual([["host unknownHost"], ["host rorCheckDigits"]]);
  });

  test("of a window both days are named, and the one that is wrong alone", () => {
    expect([codes({ "window.from": "4 Jan 2027" }), codes({ "window.to": "4 Jan 2027" }), codes({ "window.from": "31 Feb 2027", "window.to": "4 Jan 2027" }), codes({ "window.from": "4 Jan 2027", "window.to": "31 Feb 2027" })]).toEqual([["window.to missingDay"], ["window.from missingDay"], ["window.from impossibleDate"], ["window.to impossibleDate"]]);
  });

  test("an endorser is as typed, and of claims those that are none go", () => {
    expect(readPeople({ endorser: " pi@smu.example ", claims: ["a", "", "b"] }, [], "en").change).toMatchObject({ endorser: "pi@smu.example", claims: ["a", "b"] });
    expect(readPeople({ "limit.value": "1.25", "limit.unit": "mL" }, [], "en").change.limit).toEqual({ value: "1.25", unit: "mL" });
  });

  test("an amount is read in the reader's language", () => {
    expect(readPeople({ "limit.value": "1,5", "limit.unit": "mL" }, [], "pt").change.limit).toEqual({ value: "1.5", unit: "mL" });
    expect(codes({ "limit.value": "1.500" }, "pt")).toEqual(["limit.value ambiguousNumber"]);
  });
});
