import { describe, expect, test } from "vitest";
import { clockState } from "../../../lib/calendar/clock.ts";
import { format } from "../../../lib/format.ts";
import { languages } from "../../../lib/language.ts";
import { translator } from "../../../lib/server/translate.ts";

/** What is said of a clock of ten days that was stopped on its third, a Wednesday. */
const said = {
  en: "Day 3 of 10, paused since Wed 25 Nov",
  "zh-Hant": "第3個工作日（共10個），自11月25日（三）起暫停計時",
  "zh-Hans": "第3个工作日（共10个），自11月25日（三）起暂停计时",
  pt: "Dia 3 de 10, suspenso desde qua., 25 nov.",
} as const;

/** What is said of a day that was counted into a year nobody has published. */
const warned = {
  en: "provisional: days off of Mainland 2028 not published yet",
  "zh-Hant": "暫定日期：內地2028年的假期尚未公布",
  "zh-Hans": "暂定日期：内地2028年的放假安排尚未公布",
  pt: "provisório: Interior da China 2028 sem feriados publicados",
} as const;

describe.each(languages)("in %s", (language) => {
  const t = translator(language);

  test("a clock that stands still says on which day it is, and since when", () => {
    const { day, days, stopped } = clockState({ ran: [{ from: "2026-11-20T02:00:00Z", to: "2026-11-25T02:00:00Z" }], workingDays: 10, extended: null, calendars: ["HK"] }, "2026-11-30");
    expect(t("pages.clock.paused", { day, days, since: format(language).nearDate(stopped ?? "") })).toBe(said[language]);
  });

  test("a day past what is published says so", () => {
    const years = t("pages.clock.year", { place: t("ui.jurisdiction.CN"), year: "2028" });
    expect(t("pages.clock.provisional", { years })).toBe(warned[language]);
    expect(t("pages.clock.notYet", { years })).toContain(years);
  });
});
