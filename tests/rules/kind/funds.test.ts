import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveFacts, requestFacts } from "../../../lib/kind/derive.ts";
import { readAccount, readBank } from "../../../lib/kind/funds/bank-numbers.ts";
import { builtInRates, currencies, inUsd, type Rate, rateOn } from "../../../lib/kind/funds/currencies.ts";
import { parseFact } from "../../../lib/kind/parse-fact.ts";
import { parseFormValue } from "../../../lib/kind/parse-form-value.ts";
import { visibleFields, withoutHidden } from "../../../lib/kind/questions.ts";
import { catalogue } from "../../../lib/kind/catalogue.ts";
import { kindDefinition } from "../../../lib/kind/registry.ts";
import type { Facts } from "../../../lib/policy/condition.ts";

const { lines, limitFrom } = kindDefinition("funds");
const payment: Facts = { "from.city": "shenzhen", "to.city": "hongkong", mode: "bank", date: "2027-01-04", "funds.purpose": "subcontract_service", "funds.amount": 60_000, "funds.currency": "USD" };

function asks(facts: Facts): string[] {
  return visibleFields("funds", { ...payment, ...facts }).map((field) => field.fact);
}

const branches: readonly (readonly [question: string, shown: Facts, hidden: Facts])[] = [
  ["funds.same_contract_filed", {}, { "funds.amount": 50_000 }],
  ["funds.budget_nontrade", { "funds.amount": 400_000, "funds.currency": "CNY" }, { "funds.amount": 300_000, "funds.currency": "CNY" }],
  ["funds.budget_nontrade", {}, { "funds.purpose": "equipment_purchase" }],
  ["funds.same_contract_filed", {}, { "from.city": "hongkong", "to.city": "shenzhen" }],
  ["checkpoint", { mode: "cash" }, {}],
  ["funds.cash_hkd_equiv", { mode: "cash" }, { mode: "cash", "to.city": "macao" }],
  ["funds.cash_mop_equiv", { mode: "cash", "to.city": "macao" }, { mode: "cash" }],
  ["funds.cash_cny", { mode: "cash" }, {}],
  ["funds.cash_foreign_usd", { mode: "cash" }, { mode: "cash", "from.city": "macao" }],
  ["funds.ngo_activity", { "from.city": "hongkong", "to.city": "shenzhen" }, {}],
  ["funds.individual_quota_used_usd", { "org.from.type": "individual" }, { "org.from.type": "university" }],
];

describe("money", () => {
  it.each(branches)("%s is asked when it matters and only then", (question, shown, hidden) => {
    expect(asks(shown)).toContain(question);
    expect(asks(hidden)).not.toContain(question);
  });

  it("is worth in dollars what amount, currency and rate say, and a request believes nothing else", () => {
    expect(deriveFacts({ ...payment, "funds.amount": 703_000, "funds.currency": "CNY" }, "funds")["funds.amount_usd"]).toBe(100_000);
    expect(requestFacts({ ...payment, "funds.amount_usd": 1 }, "funds")["funds.amount_usd"]).toBe(60_000);
    // Who only asks what would apply may state it, and it is all there is when the amount is not given.
    expect(deriveFacts({ ...payment, "funds.amount_usd": 186_000 }, "funds")["funds.amount_usd"]).toBe(186_000);
    expect(withoutHidden("funds", { "funds.amount_usd": 7 })["funds.amount_usd"]).toBe(7);
  });

  it("has a rate for every currency on every day, and names the day it was taken from", () => {
    for (const currency of currencies) {
      expect(inUsd(1_000_000, currency, "1999-01-01", [])).toBeGreaterThan(0);
      if (currency !== "USD") expect(rateOn(currency, "2199-12-31", []).day).toBe(builtInRates.at(-1)?.day);
    }
  });

  it("counts by the last imported rate that is not after the day, and by those that come along where there is none", () => {
    const imported: Rate[] = [
      { currency: "HKD", day: "2027-01-05", perUsd: "7.85", source: "HKMA" },
      { currency: "HKD", day: "2026-11-20", perUsd: "7.75", source: "HKMA" },
    ];
    const facts: Facts = { ...payment, "funds.amount": 77_500, "funds.currency": "HKD" };
    expect(requestFacts(facts, "funds", imported)["funds.amount_usd"]).toBe(10_000);
    expect(requestFacts({ ...facts, date: "2027-01-05" }, "funds", imported)["funds.amount_usd"]).toBe(9872.61);
    expect(requestFacts({ ...facts, date: "2026-11-19" }, "funds", imported)["funds.amount_usd"]).toBe(9961.44);
    // What was weighed by imported rates is not weighed by others when only questions are asked of it.
    const weighed = requestFacts(facts, "funds", imported);
    expect(withoutHidden("funds", weighed)["funds.amount_usd"]).toBe(10_000);
  });

  it("is limited to the amount in its own currency", () => {
    expect(limitFrom(payment)).toEqual({ value: "60000", unit: "USD" });
    expect(limitFrom({ "funds.amount": 0.1, "funds.currency": "CNY" })).toEqual({ value: "0.1", unit: "CNY" });
    expect(limitFrom({ "funds.amount": 5 })).toBeUndefined();
  });

  it("has amounts that are neither negative nor of forty digits", () => {
    for (const amount of [-1, 0, 1e40, Number.NaN, "60000"]) expect(parseFact("funds.amount", amount).ok).toBe(false);
    expect(parseFormValue(catalogue["funds.amount"], "1234567890123456789012345678901234567890")).toMatchObject({ ok: false, code: "outOfRange" });
    expect(parseFormValue(catalogue["funds.amount"], "1.234,50", "pt")).toEqual({ ok: true, value: 1234.5 });
  });
});

describe("payments in lines", () => {
  it("add up exactly in one currency", () => {
    const rows = [
      { payee: "Lab A", uscc: "9144 0300 1922 0382 16", account: "GB82 WEST 1234 5698 7654 32", bank: "HSBCHKHHHKH", amount: "0.1", currency: "hkd", due: "4 Jan 2027" },
      { payee: "實驗室乙", bank: "104100000004", amount: "0.2", currency: "港元" },
    ];
    const read = lines?.read(rows);
    expect(read?.problems).toEqual([]);
    expect(read?.lines[0]).toEqual({ payee: "Lab A", uscc: "914403001922038216", account: "GB82WEST12345698765432", bank: "HSBCHKHHHKH", amount: "0.1", currency: "HKD", due: "2027-01-04" });
    expect(read?.facts).toEqual({ "funds.amount": 0.3, "funds.currency": "HKD" });
    expect(lines?.limitFrom(read?.lines ?? [])).toEqual({ value: "0.3", unit: "HKD" });
  });

  it("in two currencies have no sum", () => {
    const read = lines?.read([{ payee: "A", amount: "1", currency: "CNY" }, { payee: "B", amount: "1", currency: "HKD" }]);
    expect(read?.facts).toEqual({});
    expect(lines?.limitFrom(read?.lines ?? [])).toBeUndefined();
  });

  it("name every wrong cell", () => {
    const row = { payee: "A", uscc: "914403001922038217", account: "GB82WEST12345698765431", bank: "104100000005", amount: "1.234", currency: "XYZ", due: "31 Feb 2027" };
    expect(lines?.read([row]).problems.map(({ cell, code }) => [cell, code])).toEqual([
      ["uscc", "wrongCheckDigits"],
      ["account", "wrongCheckDigits"],
      ["bank", "wrongCheckDigits"],
      ["amount", "outOfRange"],
      ["currency", "unknownValue"],
      ["due", "notThisNumber"],
    ]);
  });
});

describe("bank numbers", () => {
  it.each(["102100099996", "103100000026", "104100000004", "105100000017", "301290000007", "308584000013"])("the head office with CNAPS number %s has the right check digit", (number) => {
    expect(readBank(number)).toEqual({ ok: true, id: number });
  });

  it("a CNAPS number with one digit wrong is found out", () => {
    fc.assert(
      fc.property(fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = [..."104100000004"].map((digit, place) => (place === at ? String((Number(digit) + by) % 10) : digit)).join("");
        expect(readBank(wrong)).toMatchObject({ ok: false, code: "wrongCheckDigits" });
      }),
    );
  });

  it("a SWIFT code is read with blanks and small letters; other texts are not", () => {
    expect(readBank(" bkch cnbj 45a ")).toEqual({ ok: true, id: "BKCHCNBJ45A" });
    for (const typed of ["HSBC", "BANK OF CHINA", "1234567890"]) expect(readBank(typed)).toMatchObject({ ok: false, code: "notThisNumber" });
  });

  it("an account is an IBAN or plain digits", () => {
    expect(readAccount("012-875-1-234567-8")).toEqual({ ok: true, id: "0128751234567 8".replace(" ", "") });
    expect(readAccount("DE89 3704 0044 0532 0130 00")).toEqual({ ok: true, id: "DE89370400440532013000" });
    for (const typed of ["12345", "ABC", "账户"]) expect(readAccount(typed)).toMatchObject({ ok: false, code: "notThisNumber" });
  });
});
