import { Decimal } from "decimal.js";
import { type YearFact, yearFacts, yearTotal } from "@/db/queries/year-totals";
import type { Line } from "@/lib/kind/line-table";
import { moment, realClock } from "@/lib/server/clock";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

/** What the organisation's requests of the year come to, beside a question that counts over the year: proposed, for the answer may know of more. */
export async function yearNote(fact: string, detail: RequestDetail, { t, format, language }: Pick<Reader, "t" | "format" | "language">): Promise<string | undefined> {
  const { facts, home } = detail;
  const asksOfTheYear = fact !== "reagent.value_cny" || facts["reagent.temporary"] === true;
  if (!isYearFact(fact) || !asksOfTheYear) return undefined;
  const day = typeof facts.date === "string" ? facts.date : (detail.window?.from ?? moment(realClock).today);
  const year = day.slice(0, 4);
  const place = (end: "from" | "to") => String(facts[`${end}.jur`] ?? "");
  const { total, requests } = await yearTotal(fact, { home, year, except: detail.id, from: place("from"), to: place("to"), requester: detail.requester });
  if (requests === 0) return undefined;
  const own = ownCount[fact](detail);
  const shown = (count: Decimal | string) => (currency[fact] ? format.money(new Decimal(count).toFixed(2), currency[fact]) : format.number(new Decimal(count).toFixed()));
  const said = { year, count: requests, earlier: shown(total), own: shown(own), total: shown(own.plus(total)) };
  if (fact === "funds.individual_quota_used_usd") return t("tables.year.person", said);
  return t(fact === "reagent.value_cny" ? "tables.year.temporary" : "tables.year.organisation", { ...said, organisation: detail.names.organisations[home]?.[language] ?? home });
}

function isYearFact(fact: string): fact is YearFact {
  return (yearFacts as readonly string[]).includes(fact);
}

/** What this request adds. */
const ownCount: Readonly<Record<YearFact, (detail: RequestDetail) => Decimal>> = {
  "data.pi_count": ({ lines }) => inLines(lines as readonly Line[], "persons"),
  "data.sensitive_count": ({ lines }) => inLines(lines as readonly Line[], "sensitive"),
  "reagent.value_cny": ({ facts }) => new Decimal(Number(facts["reagent.value_cny"] ?? 0)),
  "funds.individual_quota_used_usd": ({ facts }) => new Decimal(Number(facts["funds.amount_usd"] ?? 0)),
};

const currency: Readonly<Partial<Record<YearFact, string>>> = { "reagent.value_cny": "CNY", "funds.individual_quota_used_usd": "USD" };

function inLines(lines: readonly Line[], cell: string): Decimal {
  return lines.filter(({ when }) => when !== "earlier").reduce((sum, line) => sum.plus(line[cell] ?? 0), new Decimal(0));
}
