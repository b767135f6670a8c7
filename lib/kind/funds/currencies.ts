import { Decimal } from "decimal.js";
import type { Facts } from "../../policy/condition.ts";

/** The currencies that a request can be made in: the rule sheet, part C5. */
export const currencies = ["CNY", "HKD", "MOP", "USD", "EUR"] as const;
export type Currency = (typeof currencies)[number];

/** What one US dollar costs in a currency from a day on, and who published it; null for what comes with Causeway. */
export type Rate = { readonly currency: Currency; readonly day: string; readonly perUsd: string; readonly source: string | null };

/**
 * For planning, rounded, from memory: the bank's rate on the day of the payment is the one that counts. Hong Kong holds its
 * dollar between 7.75 and 7.85; the pataca is 1.03 to the Hong Kong dollar.
 */
export const builtInRates: readonly Rate[] = Object.entries({ CNY: "7.03", HKD: "7.78", MOP: "8.01", EUR: "0.851" }).map(([currency, perUsd]) => ({ currency: currency as Currency, day: "2025-12-31", perUsd, source: null }));

/** The rate that counts on a day: the last that is not after it, of those that were imported if there is one, else of those that come with Causeway; before the first of these, the first. */
export function rateOn(currency: Exclude<Currency, "USD">, date: string | undefined, imported: readonly Rate[]): Rate {
  const own = builtInRates.filter((rate) => rate.currency === currency).toSorted(byDay);
  const found = imported.filter((rate) => rate.currency === currency).toSorted(byDay).findLast(notAfter(date)) ?? own.findLast(notAfter(date)) ?? own[0];
  if (!found) throw new Error(`no rate for ${currency}`);
  return found;
}

/** The rates in which an amount of one currency is said in others: none for the dollar, which is their measure. */
export function ratesFor(named: readonly Currency[], date: string | undefined, imported: readonly Rate[]): Rate[] {
  return [...new Set(named)].filter((one) => one !== "USD").map((one) => rateOn(one, date, imported));
}

/** An amount in another currency by these rates, to the cent. */
export function converted(amount: number, from: Currency, to: Currency, rates: readonly Rate[]): Decimal {
  const perUsd = (currency: Currency) => rates.find((rate) => rate.currency === currency)?.perUsd ?? "1";
  return new Decimal(amount).div(perUsd(from)).times(perUsd(to)).toDecimalPlaces(2);
}

/** An amount in US dollars, to the cent. */
export function inUsd(amount: number, currency: Currency, date: string | undefined, imported: readonly Rate[]): number {
  return converted(amount, currency, "USD", ratesFor([currency], date, imported)).toNumber();
}

function byDay(a: Rate, b: Rate): number {
  return a.day < b.day ? -1 : 1;
}

function notAfter(date: string | undefined) {
  return ({ day }: Rate) => date === undefined || day <= date;
}

export function isCurrency(value: unknown): value is Currency {
  return (currencies as readonly unknown[]).includes(value);
}

/** The currencies in which rules read this request's money besides its own: dollars at the bank, and at the boundary what each side's thresholds are in. */
export function currenciesRead({ "funds.currency": own, "from.jur": from, "to.jur": to, mode }: Facts): Currency[] {
  const cash = (place: string) => mode === "cash" && (from === place || to === place);
  const read: readonly (Currency | false)[] = ["USD", cash("HK") && "HKD", cash("MO") && "MOP", cash("CN") && "CNY"];
  return read.filter((one): one is Currency => one !== false && one !== own);
}
