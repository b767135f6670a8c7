import { fill } from "../fill.ts";
import { format } from "../format.ts";
import { type Currency, converted, currenciesRead, isCurrency, ratesOn } from "../kind/funds/currencies.ts";
import type { Language } from "../language.ts";
import type { Facts } from "../policy/condition.ts";

/** The facts that hold an amount of money, with its currency. */
const amounts: Readonly<Record<string, (facts: Facts) => unknown>> = { "funds.amount": (facts) => facts["funds.currency"], "reagent.value_cny": () => "CNY" };

export function isMoney(fact: string): boolean {
  return Object.hasOwn(amounts, fact);
}

/** What an answer about money comes to in the currencies that rules read, with the rates and their day; undefined for any other answer. `sentence` has `{amounts}`, `{rates}` and `{day}` left open. */
export function moneyWords(fact: string, facts: Facts, sentence: string, language: Language): string | undefined {
  const [amount, currency] = [facts[fact], amounts[fact]?.(facts)];
  if (typeof amount !== "number" || !isCurrency(currency)) return undefined;
  const table = ratesOn(typeof facts.date === "string" ? facts.date : undefined);
  const into = currenciesRead({ ...facts, "funds.currency": currency });
  if (into.length === 0) return undefined;
  const { money, number, shortDate } = format(language);
  const named = [...new Set<Currency>([currency, ...into])].filter((one) => one !== "USD");
  return fill(sentence, {
    amounts: into.map((one) => money(converted(amount, currency, one, table).toFixed(2), one)).join(" · "),
    rates: ["USD 1", ...named.map((one) => `${one} ${number(table.perUsd[one])}`)].join(" = "),
    day: shortDate(table.day),
  });
}
