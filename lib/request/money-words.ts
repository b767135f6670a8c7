import { fill } from "../fill.ts";
import { format } from "../format.ts";
import { type Currency, converted, currenciesRead, isCurrency, type Rate, ratesFor } from "../kind/funds/currencies.ts";
import type { Language } from "../language.ts";
import type { Facts } from "../policy/condition.ts";

/** The facts that hold an amount of money, with its currency. */
const amounts: Readonly<Record<string, (facts: Facts) => unknown>> = { "funds.amount": (facts) => facts["funds.currency"], "reagent.value_cny": () => "CNY" };

export function isMoney(fact: string): boolean {
  return Object.hasOwn(amounts, fact);
}

/** `whole` leaves `{amounts}` and `{rates}` open, `rate` says where the rates of one day are from and leaves `{rate}`, `{day}` and `{source}` open; `builtIn` is that source for what comes with Causeway. */
export type MoneySentence = { readonly whole: string; readonly rate: string; readonly builtIn: string };

/** What an answer about money comes to in the currencies that rules read, with the rates, their days and who published them; undefined for any other answer. */
export function moneyWords(fact: string, { facts, rates }: { readonly facts: Facts; readonly rates: readonly Rate[] }, sentence: MoneySentence, language: Language): string | undefined {
  const [amount, currency] = [facts[fact], amounts[fact]?.(facts)];
  if (typeof amount !== "number" || !isCurrency(currency)) return undefined;
  const into = currenciesRead({ ...facts, "funds.currency": currency });
  if (into.length === 0) return undefined;
  const { money } = format(language);
  const taken = ratesFor([currency, ...into], typeof facts.date === "string" ? facts.date : undefined, rates);
  return fill(sentence.whole, { amounts: into.map((one: Currency) => money(converted(amount, currency, one, taken).toFixed(2), one)).join(" · "), rates: ratesSaid(taken, sentence, language) });
}

/** Rates of one day and publisher are said in one go. */
function ratesSaid(rates: readonly Rate[], { rate, builtIn }: MoneySentence, language: Language): string {
  const { number, shortDate, series } = format(language);
  const isSame = (one: Rate, other: Rate) => one.day === other.day && one.source === other.source;
  const origins = rates.filter((one, at) => rates.findIndex((other) => isSame(one, other)) === at);
  return series(origins.map((origin) => {
    const costs = rates.filter((one) => isSame(one, origin)).map(({ currency, perUsd }) => `${currency} ${number(perUsd)}`);
    return fill(rate, { rate: ["USD 1", ...costs].join(" = "), day: shortDate(origin.day), source: origin.source ?? builtIn });
  }));
}
