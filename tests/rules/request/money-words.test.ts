import { expect, it } from "vitest";
import type { Facts } from "../../../lib/policy/condition.ts";
import { moneyWords } from "../../../lib/request/money-words.ts";

const sentence = { whole: "{amounts} ({rates})", rate: "{rate}, {day}, {source}", builtIn: "own" };
const bank: Facts = { "from.jur": "CN", "to.jur": "HK", mode: "bank", date: "2027-01-04", "funds.amount": 60_000, "funds.currency": "HKD" };

it.each([
  ["at a bank in dollars, which the tax office reads", bank, "USD 7,712.08 (USD 1 = HKD 7.78, 31 Dec 2025, own)"],
  ["carried, in what each side's thresholds are in", { ...bank, mode: "cash", "funds.currency": "CNY" }, "USD 8,534.85 · HKD 66,401.14 (USD 1 = CNY 7.03 = HKD 7.78, 31 Dec 2025, own)"],
  ["carried to Macao", { ...bank, mode: "cash", "to.jur": "MO", "funds.currency": "EUR" }, "USD 70,505.29 · MOP 564,747.36 · CNY 495,652.17 (USD 1 = EUR 0.851 = MOP 8.01 = CNY 7.03, 31 Dec 2025, own)"],
  ["a day before the first table by the first", { ...bank, date: "2020-01-01" }, "USD 7,712.08 (USD 1 = HKD 7.78, 31 Dec 2025, own)"],
] as const)("money is said %s", (_, facts, said) => {
  expect(moneyWords("funds.amount", { facts, rates: [] }, sentence, "en")?.replaceAll("\u00a0", " ")).toBe(said);
});

it("a value in CNY is said in dollars", () => {
  expect(moneyWords("reagent.value_cny", { facts: { "reagent.value_cny": 703 }, rates: [] }, sentence, "en")?.replaceAll("\u00a0", " ")).toBe("USD 100.00 (USD 1 = CNY 7.03, 31 Dec 2025, own)");
});

it.each([
  ["dollars at a bank need no other", "funds.amount", { ...bank, "funds.currency": "USD" }],
  ["no currency yet", "funds.amount", { ...bank, "funds.currency": "" }],
  ["no amount", "funds.amount", { "funds.currency": "HKD" }],
  ["not money", "data.pi_count", { "data.pi_count": 7 }],
] as const)("nothing is said: %s", (_, fact, facts) => {
  expect(moneyWords(fact, { facts, rates: [] }, sentence, "en")).toBeUndefined();
});

it("each rate is said with its day and who published it", () => {
  const rates = [{ currency: "HKD", day: "2026-11-20", perUsd: "7.75", source: "HKMA" }] as const;
  const facts = { ...bank, mode: "cash", "funds.amount": 7750 };
  expect(moneyWords("funds.amount", { facts, rates }, sentence, "en")?.replaceAll("\u00a0", " ")).toBe("USD 1,000.00 · CNY 7,030.00 (USD 1 = HKD 7.75, 20 Nov 2026, HKMA; USD 1 = CNY 7.03, 31 Dec 2025, own)");
});

it("rates of one day from two publishers are two, and so are those of one publisher on two days", () => {
  const said = (...rates: readonly (readonly [currency: "HKD" | "CNY", day: string, source: string])[]) => moneyWords("funds.amount", { facts: { ...bank, mode: "cash", "funds.amount": 7750 }, rates: rates.map(([currency, day, source]) => ({ currency, day, source, perUsd: currency === "HKD" ? "7.75" : "7.03" })) }, sentence, "en")?.replaceAll("\u00a0", " ").split("(")[1];
  expect(said(["HKD", "2026-11-20", "A"], ["CNY", "2026-11-20", "B"])).toBe("USD 1 = HKD 7.75, 20 Nov 2026, A; USD 1 = CNY 7.03, 20 Nov 2026, B)");
  expect(said(["HKD", "2026-11-20", "A"], ["CNY", "2026-11-21", "A"])).toBe("USD 1 = HKD 7.75, 20 Nov 2026, A; USD 1 = CNY 7.03, 21 Nov 2026, A)");
  // By the day of the crossing: a rate of a later day is not there yet.
  expect(said(["HKD", "2027-01-05", "A"], ["HKD", "2026-11-20", "B"], ["CNY", "2026-11-20", "B"])).toBe("USD 1 = HKD 7.75 = CNY 7.03, 20 Nov 2026, B)");
});
