import { expect, test } from "vitest";
import { forecast } from "../../../lib/permit/forecast.ts";

const out = (day: string, value: string) => ({ direction: "out" as const, at: `${day}T01:00:00.000Z`, quantity: { value, unit: "tube" } });
const today = "2026-11-24";

test("at one tube a day the rest of ten lasts ten days, and a steady pace leaves no doubt", () => {
  const crossed = ["20", "21", "22", "23"].map((day) => out(`2026-11-${day}`, "1"));
  expect(forecast({ remaining: "10" }, crossed, today)).toEqual({ on: "2026-12-04", earliest: "2026-12-04", latest: "2026-12-04", basedOn: 4 });
});

test("an uneven pace says between when and when, or that the latest cannot be said", () => {
  const uneven = forecast({ remaining: "10" }, [out("2026-11-18", "1"), out("2026-11-20", "1"), out("2026-11-22", "3"), out("2026-11-24", "2")], today);
  expect(uneven).toEqual({ on: "2026-12-04", earliest: "2026-12-02", latest: "2026-12-09", basedOn: 4 });
  expect(forecast({ remaining: "10" }, [out("2026-11-04", "1"), out("2026-11-22", "1"), out("2026-11-24", "80")], today)?.latest).toBeNull();
});

test("says nothing below three crossings, of one day alone, of what came back, or when nothing is left", () => {
  const three = ["20", "21", "22"].map((day) => out(`2026-11-${day}`, "1"));
  expect(forecast({ remaining: "10" }, three.slice(1), today)).toBeNull();
  expect(forecast({ remaining: "0" }, three, today)).toBeNull();
  expect(forecast({ remaining: "10" }, three.map((one) => ({ ...one, direction: "return" as const })), today)).toBeNull();
  expect(forecast({ remaining: "10" }, three.map((one) => ({ ...one, at: "2026-11-22T01:00:00.000Z" })), today)).toBeNull();
});
