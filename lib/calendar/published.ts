import type { CalendarYear } from "./calendar-year.ts";
import { days } from "./published-days.ts";

/* The years that come with the project, as facts with their source; compared day by day with others' lists in tests/outside. */

const stateCouncil = (year: number, issued: string, page: string) => ({ calendar: "CN", year, source: `https://www.gov.cn/zhengce/zhengceku/${page}`, issued }) as const;
/** General Holidays Ordinance, Cap. 149: Sundays are general holidays too, and one that falls on them is observed on the next free day. */
const generalHolidays = (year: number) => ({ calendar: "HK", year, source: `https://www.gov.hk/en/about/abouthk/holiday/${year}.htm`, issued: null }) as const;
/** Public holidays of Executive Order 60/2000, and the days on which the public administration rests besides: eves, and a working day for each holiday on a weekend. */
const administration = (year: number) => ({ calendar: "MO", year, source: `https://www.gov.mo/en/public-holidays/year-${year}/`, issued: null }) as const;

export const publishedYears: readonly CalendarYear[] = [
  {
    ...stateCouncil(2025, "2024-11-12", "202411/content_6986383.htm"),
    days: days(2025, {
      off: { "01-01": "new-year", "01-28..02-04": "spring-festival", "04-04..04-06": "ching-ming", "05-01..05-05": "labour-day", "05-31..06-02": "dragon-boat", "10-01..10-08": "national-day" },
      worked: { "01-26": "spring-festival", "02-08": "spring-festival", "04-27": "labour-day", "09-28": "national-day", "10-11": "national-day" },
    }),
  },
  {
    ...stateCouncil(2026, "2025-11-04", "202511/content_7047091.htm"),
    days: days(2026, {
      off: { "01-01..01-03": "new-year", "02-15..02-23": "spring-festival", "04-04..04-06": "ching-ming", "05-01..05-05": "labour-day", "06-19..06-21": "dragon-boat", "09-25..09-27": "mid-autumn", "10-01..10-07": "national-day" },
      worked: { "01-04": "new-year", "02-14": "spring-festival", "02-28": "spring-festival", "05-09": "labour-day", "09-20": "national-day", "10-10": "national-day" },
    }),
  },
  {
    ...generalHolidays(2025),
    days: days(2025, {
      off: { "01-01": "new-year", "01-29..01-31": "lunar-new-year", "04-04": "ching-ming", "04-18": "good-friday", "04-19": "after-good-friday", "04-21": "easter-monday", "05-01": "labour-day", "05-05": "buddha", "05-31": "dragon-boat", "07-01": "hksar", "10-01": "national-day", "10-07": "after-mid-autumn", "10-29": "chung-yeung", "12-25": "christmas", "12-26": "after-christmas" },
    }),
  },
  {
    ...generalHolidays(2026),
    days: days(2026, {
      off: { "01-01": "new-year", "02-17..02-19": "lunar-new-year", "04-03": "good-friday", "04-04": "after-good-friday", "04-06": "after-ching-ming", "04-07": "after-easter-monday", "05-01": "labour-day", "05-25": "after-buddha", "06-19": "dragon-boat", "07-01": "hksar", "09-26": "after-mid-autumn", "10-01": "national-day", "10-19": "after-chung-yeung", "12-25": "christmas", "12-26": "after-christmas" },
    }),
  },
  {
    ...generalHolidays(2027),
    days: days(2027, {
      off: { "01-01": "new-year", "02-06": "lunar-new-year", "02-08..02-09": "lunar-new-year", "03-26": "good-friday", "03-27": "after-good-friday", "03-29": "easter-monday", "04-05": "ching-ming", "05-01": "labour-day", "05-13": "buddha", "06-09": "dragon-boat", "07-01": "hksar", "09-16": "after-mid-autumn", "10-01": "national-day", "10-08": "chung-yeung", "12-25": "christmas", "12-27": "after-christmas" },
    }),
  },
  {
    ...administration(2025),
    days: days(2025, {
      off: { "01-01": "new-year", "01-29..01-31": "lunar-new-year", "04-04": "ching-ming", "04-18": "good-friday", "04-19": "before-easter", "04-21": "before-easter", "05-01": "labour-day", "05-05": "buddha", "05-31": "dragon-boat", "06-02": "dragon-boat", "10-01": "national-day", "10-02": "after-national-day", "10-07": "after-mid-autumn", "10-29": "chung-yeung", "11-02..11-03": "all-souls", "12-08": "immaculate-conception", "12-20": "msar", "12-21": "winter-solstice", "12-22": "msar", "12-23": "winter-solstice", "12-24": "christmas-eve", "12-25": "christmas" },
      half: { "01-28": "lunar-new-year-eve", "12-31": "new-year-eve" },
    }),
  },
  {
    ...administration(2026),
    days: days(2026, {
      off: { "01-01": "new-year", "02-17..02-19": "lunar-new-year", "04-03": "good-friday", "04-04": "before-easter", "04-05": "ching-ming", "04-06": "before-easter", "04-07": "ching-ming", "05-01": "labour-day", "05-24..05-25": "buddha", "06-19": "dragon-boat", "09-26": "after-mid-autumn", "09-28": "after-mid-autumn", "10-01": "national-day", "10-02": "after-national-day", "10-18..10-19": "chung-yeung", "11-02": "all-souls", "12-08": "immaculate-conception", "12-20..12-21": "msar", "12-22": "winter-solstice", "12-24": "christmas-eve", "12-25": "christmas" },
      half: { "02-16": "lunar-new-year-eve", "12-31": "new-year-eve" },
    }),
  },
  {
    ...administration(2027),
    days: days(2027, {
      off: { "01-01": "new-year", "02-06..02-10": "lunar-new-year", "03-26": "good-friday", "03-27": "before-easter", "03-29": "before-easter", "04-05": "ching-ming", "05-01": "labour-day", "05-03": "labour-day", "05-13": "buddha", "06-09": "dragon-boat", "09-16": "after-mid-autumn", "10-01": "national-day", "10-02": "after-national-day", "10-04": "after-national-day", "10-08": "chung-yeung", "11-02": "all-souls", "12-08": "immaculate-conception", "12-20": "msar", "12-22": "winter-solstice", "12-24": "christmas-eve", "12-25": "christmas", "12-27": "christmas" },
      half: { "02-05": "lunar-new-year-eve", "12-31": "new-year-eve" },
    }),
  },
];
