import { Decimal } from "decimal.js";
import type { Facts } from "../../policy/condition.ts";
import { four } from "../../place/four.ts";
import { readUscc } from "../identifiers.ts";
import type { Line } from "../line-table.ts";
import { defineLines, type ReadCode } from "../lines/define-lines.ts";
import { readAccount, readBank } from "./bank-numbers.ts";
import { currencies, type Currency } from "./currencies.ts";

const currencyNames = {
  CNY: four("CNY", "人民幣", "人民币", "CNY"),
  HKD: four("HKD", "港元", "港元", "HKD"),
  MOP: four("MOP", "澳門元", "澳门元", "MOP"),
  USD: four("USD", "美元", "美元", "USD"),
  EUR: four("EUR", "歐元", "欧元", "EUR"),
} satisfies Record<Currency, unknown>;

/** The payments of one request, a line each: who is paid, where, how much and when. */
export const tranches = defineLines({
  cells: {
    payee: { is: "text", needed: true, most: 80 },
    uscc: { is: "code", needed: false, notForAdvisers: true, read: readCreditCode },
    account: { is: "code", needed: false, notForAdvisers: true, read: readAccount },
    bank: { is: "code", needed: false, notForAdvisers: true, read: readBank },
    amount: { is: "decimal", needed: true, min: "0.01", max: "1000000000000", places: 2 },
    currency: { is: "choice", needed: true, names: currencyNames },
    due: { is: "day", needed: false },
  },
  catalogues: { payee: { of: "organisations", writes: "name", tells: [] } },
  most: 200,
  facts(lines): Facts {
    const sum = sumOf(lines);
    return sum ? { "funds.amount": sum.value.toNumber(), "funds.currency": sum.currency } : {};
  },
  limitFrom(lines) {
    const sum = sumOf(lines);
    return sum && { value: sum.value.toFixed(), unit: sum.currency };
  },
});

/** Payments in two currencies have no sum. */
function sumOf(lines: readonly Line[]): { readonly value: Decimal; readonly currency: Currency } | undefined {
  const currency = currencies.find((one) => one === lines[0]?.currency);
  if (currency === undefined || lines.some((line) => line.currency !== currency)) return undefined;
  return { value: lines.reduce((sum, { amount = 0 }) => sum.plus(amount), new Decimal(0)), currency };
}

function readCreditCode(typed: string): ReadCode {
  const read = readUscc(typed);
  if (read.ok) return read;
  return read.code === "notUscc" ? { ok: false, code: "notThisNumber", expected: "18 × 0–9, A–Y" } : { ok: false, code: "wrongCheckDigits", expected: "USCC" };
}
