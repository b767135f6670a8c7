import { dayOf } from "./calendar/day.ts";
import { htmlLanguage } from "./html-language.ts";
import type { Language } from "./language.ts";

export type Format = {
  /** `Mon 30 Nov 2026` · 2026年11月30日（一） · `seg., 30 nov. 2026`. Takes an ISO day or an instant. */
  readonly date: (at: string | Date) => string;
  /** The same without the weekday, for dense rows. */
  readonly shortDate: (at: string | Date) => string;
  /** `Mon 30 Nov` · 11月30日（一） · `seg., 30 nov.`: a day that is near, where the year goes without saying. */
  readonly nearDate: (at: string | Date) => string;
  /** `Nov 2026` · 2026年11月 · `nov. 2026`. Takes `2026-11`; what is no month stays as it is. */
  readonly month: (month: string) => string;
  /** `Mon 30 Nov 2026, 14:31`, 24 hours. */
  readonly dateTime: (at: string | Date) => string;
  readonly time: (at: string | Date) => string;
  /** A number or decimal text; text keeps every digit. */
  readonly number: (value: number | string, options?: Intl.NumberFormatOptions) => string;
  /** An amount as decimal text with its ISO currency: `CNY 1,200.00`. The code and not the sign: ¥ and $ are several currencies here. */
  readonly money: (amount: string, currency: string) => string;
  /** A share of one: 0.94 is `94%`. */
  readonly percent: (share: number) => string;
  /** `yesterday`, `in 3 days`, `2 hours ago`: `at` as seen from `now`. */
  readonly relative: (at: string | Date, now: string | Date) => string;
  /** `3 days`, `2 hours`. */
  readonly duration: (count: number, unit: "minute" | "hour" | "day" | "week" | "month" | "year") => string;
  /** `1.2 MB`. */
  readonly bytes: (count: number) => string;
  /** `A, B and C`. */
  readonly list: (items: readonly string[], type?: "conjunction" | "disjunction") => string;
  /** `Route: Shenzhen` · 路線：深圳 */
  readonly pair: (label: string, value: string) => string;
  /** What belongs together, without what is not there: `Courier, Mon 30 Nov` · 速遞，11月30日（一） */
  readonly joined: (parts: readonly (string | false | null | undefined)[]) => string;
  /** Who or what, and where it belongs; Chinese begins with the larger: `Biosafety Office, HKU` · 香港大學生物安全辦公室 */
  readonly within: (part: string | null | undefined, whole: string | null | undefined) => string;
  /** Things one after another that may hold commas: `A; B` · A；B */
  readonly series: (items: readonly string[]) => string;
  /** Whole sentences one after another, each with its full stop: Chinese leaves no blank between them. */
  readonly sentences: (items: readonly string[]) => string;
  /** A remark after a word: `Permit (filed)` · 許可（已提交） */
  readonly aside: (word: string, remark: string) => string;
};

/** Dates, numbers and amounts as the readers of a language expect them. Legal days and times are those of Asia/Shanghai, which Hong Kong and Macao share. */
export function format(language: Language): Format {
  return (made[language] ??= make(language));
}

const made: Partial<Record<Language, Format>> = {};
const zone = "Asia/Shanghai";
/** British order and spelling for numbers and lists; the months are American, because British English writes Sept. */
const locales = { ...htmlLanguage, en: "en-GB" } as const satisfies Record<Language, string>;

function make(language: Language): Format {
  const locale = locales[language];
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  const lists = { conjunction: new Intl.ListFormat(locale, { type: "conjunction" }), disjunction: new Intl.ListFormat(locale, { type: "disjunction" }) };
  const days = remembered(dayParts(language));
  const isChinese = language.startsWith("zh");
  const { colon, comma, semicolon, open, close } = isChinese ? chineseMarks : latinMarks;
  const time = (at: string | Date) => clock.format(instant(at));
  return {
    date: (at) => withWeekday[language](days(at)),
    shortDate: (at) => withoutWeekday[language](days(at)),
    nearDate: (at) => withoutYear[language](days(at)),
    month: (month) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? monthOf(days(`${month}-15`), isChinese) : month),
    dateTime: (at) => `${withWeekday[language](days(at))}${isChinese ? "" : ", "}${time(at)}`,
    time,
    number: (value, options) => numbers(locale, { maximumFractionDigits: 20, ...options }, value),
    money: (amount, currency) => numbers(locale, { style: "currency", currency, currencyDisplay: "code" }, amount),
    percent: (share) => percent.format(share),
    relative: (at, now) => ago.format(...distance(instant(at).getTime() - instant(now).getTime())),
    // The page spaces Chinese and digits.
    duration: (count, unit) => numbers(locale, { style: "unit", unit, unitDisplay: "long" }, count).replaceAll(/\s(?=\p{Script=Han})/gu, ""),
    bytes: (count) => bytes(locale, count),
    list: (items, type = "conjunction") => lists[type].format(items),
    pair: (label, value) => `${label}${colon}${value}`,
    joined: (parts) => parts.filter(Boolean).join(comma),
    within: (part, whole) => (isChinese ? [whole, part] : [part, whole]).filter(Boolean).join(isChinese ? "" : comma),
    series: (items) => items.join(semicolon),
    sentences: (items) => items.join(isChinese ? "" : " "),
    aside: (word, remark) => `${word}${open}${remark}${close}`,
  };
}

/** Chinese has marks of its own, as wide as a character. */
const chineseMarks = { colon: "：", comma: "，", semicolon: "；", open: "（", close: "）" } as const;
const latinMarks = { colon: ": ", comma: ", ", semicolon: "; ", open: " (", close: ")" } as const;

type DayParts = { readonly weekday: string; readonly day: string; readonly month: string; readonly year: string };

const chinese = { with: ({ weekday, day, month, year }: DayParts) => `${year}年${month}月${day}日（${weekday}）`, without: ({ day, month, year }: DayParts) => `${year}年${month}月${day}日`, near: ({ weekday, day, month }: DayParts) => `${month}月${day}日（${weekday}）` };
const withWeekday: Record<Language, (parts: DayParts) => string> = {
  en: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  "zh-Hant": chinese.with,
  "zh-Hans": chinese.with,
  pt: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month} ${year}`,
};
const withoutYear: Record<Language, (parts: DayParts) => string> = {
  en: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
  "zh-Hant": chinese.near,
  "zh-Hans": chinese.near,
  pt: ({ weekday, day, month }) => `${weekday}, ${day} ${month}`,
};
const withoutWeekday: Record<Language, (parts: DayParts) => string> = {
  en: ({ day, month, year }) => `${day} ${month} ${year}`,
  "zh-Hant": chinese.without,
  "zh-Hans": chinese.without,
  pt: ({ day, month, year }) => `${day} ${month} ${year}`,
};

function monthOf({ month, year }: DayParts, isChinese: boolean): string {
  return isChinese ? `${year}年${month}月` : `${month} ${year}`;
}

/** Intl orders and punctuates dates in ways of its own, so only its words are taken. Portugal's short weekdays are whole words; Brazil's are the usual "seg.". */
function dayParts(language: Language): (at: string | Date) => DayParts {
  const isChinese = language.startsWith("zh");
  const words = isChinese ? htmlLanguage[language] : language === "pt" ? "pt-BR" : "en-US";
  const style = { weekday: isChinese ? "narrow" : "short", day: "numeric", month: isChinese ? "numeric" : "short", year: "numeric", timeZone: zone } as const;
  const formatter = new Intl.DateTimeFormat(words, style);
  return (at) => {
    const parts = Object.fromEntries(formatter.formatToParts(instant(at)).map(({ type, value }) => [type, value]));
    return { weekday: parts.weekday ?? "", day: parts.day ?? "", month: parts.month ?? "", year: parts.year ?? "" };
  };
}

/** The same by day: a list says the same few days many times over. */
function remembered(parts: (at: string | Date) => DayParts): (at: string | Date) => DayParts {
  const known = new Map<string, DayParts>();
  return (at) => {
    const day = typeof at === "string" && isDay.test(at) ? at : dayOf(at);
    const found = known.get(day) ?? parts(day);
    // A few decades; whatever else somebody puts into an address is not kept.
    if (known.size < 10_000) known.set(day, found);
    return found;
  };
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** A day by itself is that day here, so it is read as its noon. */
function instant(at: string | Date): Date {
  if (typeof at !== "string") return at;
  return new Date(isDay.test(at) ? `${at}T12:00:00+08:00` : at);
}

const steps = [
  { unit: "year", ms: 365 * 86_400_000 },
  { unit: "month", ms: 30 * 86_400_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

function distance(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const step = steps.find((one) => Math.abs(ms) >= one.ms);
  return step ? [Math.round(ms / step.ms), step.unit] : [0, "minute"];
}

function bytes(locale: string, count: number): string {
  const [unit, size] = count >= 1_000_000 ? (["megabyte", 1_000_000] as const) : count >= 1000 ? (["kilobyte", 1000] as const) : (["byte", 1] as const);
  return numbers(locale, { style: "unit", unit, maximumFractionDigits: 1 }, count / size);
}

function numbers(locale: string, options: Intl.NumberFormatOptions, value: number | string): string {
  const id = `${locale} ${JSON.stringify(options)}`;
  const formatter = (formatters[id] ??= new Intl.NumberFormat(locale, options));
  // Text keeps digits that a double would lose; only the types do not know yet that `format` takes it.
  return formatter.format(value as number);
}

/** Making one costs a hundred times what using it does; there are as many as ways in which we write numbers. */
const formatters: Record<string, Intl.NumberFormat> = {};
