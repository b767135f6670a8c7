import { Decimal } from "decimal.js";
import type { Facts } from "../../policy/condition.ts";

/** The currencies that a request can be made in: the rule sheet, part C5. */
export const currencies = ["CNY", "HKD", "MOP", "USD", "EUR"] as const;
export type Currency = (typeof currencies)[number];

/** What one US dollar costs on a day. Hong Kong holds its dollar between 7.75 and 7.85; the pataca is 1.03 to the Hong Kong dollar. */
export type Rates = { readonly day: string; readonly perUsd: Readonly<Record<Currency, string>> };

/**
 * For planning, rounded, from memory: the bank's rate on the day of the payment is the one that counts. A later table
 * is added below the others; of several the last one that is not after the payment's day is taken, else the first.
 */
export const rates: readonly [Rates, ...Rates[]] = [{ day: "2025-12-31", perUsd: { CNY: "7.03", HKD: "7.78", MOP: "8.01", USD: "1", EUR: "0.851" } }];

/** The table that counts on a day. */
export function ratesOn(date: string | undefined): Rates {
  return rates.findLast((one) => date !== undefined && one.day <= date) ?? rates[0];
}

/** An amount in another currency by a table, to the cent. */
export function converted(amount: number, from: Currency, to: Currency, { perUsd }: Rates): Decimal {
  return new Decimal(amount).div(perUsd[from]).times(perUsd[to]).toDecimalPlaces(2);
}

/** An amount in US dollars, to the cent, with the rate that was taken and its day. */
export function inUsd(amount: number, currency: Currency, date: string | undefined): { readonly usd: number; readonly rate: string; readonly day: string } {
  const table = ratesOn(date);
  return { usd: converted(amount, currency, "USD", table).toNumber(), rate: table.perUsd[currency], day: table.day };
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
