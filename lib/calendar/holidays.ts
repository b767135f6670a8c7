export const calendars = ["CN", "HK", "MO"] as const;
export type Calendar = (typeof calendars)[number];

type Year = { readonly off: readonly string[]; readonly workingWeekends?: readonly string[] };

/**
 * Days off by place and year, as `MM-DD` or `MM-DD..MM-DD`, and the Mainland's make-up working days.
 * Mainland: State Council notices (2027 not published yet). Hong Kong: general holidays, Cap. 149. Macao: holidays of the public administration.
 */
const tables: Readonly<Record<Calendar, Readonly<Record<string, Year>>>> = {
  CN: {
    2025: {
      off: ["01-01", "01-28..02-04", "04-04..04-06", "05-01..05-05", "05-31..06-02", "10-01..10-08"],
      workingWeekends: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    },
    2026: {
      off: ["01-01..01-03", "02-15..02-23", "04-04..04-06", "05-01..05-05", "06-19..06-21", "09-25..09-27", "10-01..10-07"],
      workingWeekends: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
    },
  },
  HK: {
    2025: { off: ["01-01", "01-29..01-31", "04-04", "04-18..04-19", "04-21", "05-01", "05-05", "05-31", "07-01", "10-01", "10-07", "10-29", "12-25..12-26"] },
    2026: { off: ["01-01", "02-17..02-19", "04-03..04-04", "04-06..04-07", "05-01", "05-25", "06-19", "07-01", "09-26", "10-01", "10-19", "12-25..12-26"] },
    2027: { off: ["01-01", "02-06", "02-08..02-09", "03-26..03-27", "03-29", "04-05", "05-01", "05-13", "06-09", "07-01", "09-16", "10-01", "10-08", "12-25", "12-27"] },
  },
  // Half days (the afternoons of the eves) count as working days: an office that is open in the morning takes papers.
  MO: {
    2025: { off: ["01-01", "01-29..01-31", "04-04", "04-18..04-19", "04-21", "05-01", "05-05", "05-31", "06-02", "10-01..10-02", "10-07", "10-29", "11-02..11-03", "12-08", "12-20..12-25"] },
    2026: { off: ["01-01", "02-17..02-19", "04-03..04-07", "05-01", "05-25", "06-19", "09-26", "09-28", "10-01..10-02", "10-18..10-19", "11-02", "12-08", "12-20..12-22", "12-24..12-25"] },
    2027: { off: ["01-01", "02-06..02-10", "03-26..03-27", "03-29", "04-05", "05-01", "05-03", "05-13", "06-09", "09-16", "10-01..10-02", "10-04", "10-08", "11-02", "12-08", "12-20", "12-22", "12-24..12-25", "12-27"] },
  },
};

/** Whether we know this year's days off there; where not, only weekends count as off and dates are provisional. */
export function isKnown(year: string, calendar: Calendar): boolean {
  return tables[calendar][year] !== undefined;
}

export function isHoliday(day: string, calendar: Calendar): boolean {
  const monthDay = day.slice(5);
  return (tables[calendar][day.slice(0, 4)]?.off ?? []).some((range) => {
    const [first = "", last = first] = range.split("..");
    return first <= monthDay && monthDay <= last;
  });
}

/** A weekend day on which the Mainland works, to make up for a bridge. */
export function isMakeUpDay(day: string, calendar: Calendar): boolean {
  return (tables[calendar][day.slice(0, 4)]?.workingWeekends ?? []).includes(day.slice(5));
}
