import { Decimal } from "decimal.js";
import { yearTotal } from "@/db/queries/year-totals";
import { isYearFact, statutory, type YearFact } from "@/lib/account/statutory";
import { yearProposal } from "@/lib/account/year-proposal";
import type { Line } from "@/lib/kind/line-table";
import { kindDefinition } from "@/lib/kind/registry";
import { nextThreshold, thresholdsOf } from "@/lib/policy/thresholds";
import { moment, realClock } from "@/lib/server/clock";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { rulesInForce } from "@/lib/server/rules-in-force";

/** What the year comes to, in words, and the answer that it proposes; null where the answer stands as it is. */
export type YearNote = { readonly note: string; readonly proposed: number | null };

/** What the organisation's requests of the year come to, beside a question that counts over the year: proposed, for the answer may know of more. */
export async function yearNote(fact: string, detail: RequestDetail, { t, format, language }: Pick<Reader, "t" | "format" | "language">): Promise<YearNote | undefined> {
  const { facts, home } = detail;
  const asksOfTheYear = fact !== "reagent.value_cny" || facts["reagent.temporary"] === true;
  if (!isYearFact(fact) || !asksOfTheYear) return undefined;
  const day = typeof facts.date === "string" ? facts.date : (detail.window?.from ?? moment(realClock).today);
  const year = day.slice(0, 4);
  const place = (end: "from" | "to") => String(facts[`${end}.jur`] ?? "");
  const { total: earlier, requests } = await yearTotal(fact, { home, year, except: detail.id, from: place("from"), to: place("to"), requester: detail.requester });
  if (requests === 0) return undefined;
  const own = ownCount[fact](detail);
  const { unit } = statutory[fact];
  const shown = (count: Decimal | string | number) => (unit === "person" ? format.number(new Decimal(count).toFixed()) : format.money(new Decimal(count).toFixed(2), unit));
  const total = own.plus(earlier);
  const said = { year, count: requests, earlier: shown(earlier), own: shown(own), total: shown(total) };
  const sum = fact === "funds.individual_quota_used_usd" ? t("tables.year.person", said) : t(fact === "reagent.value_cny" ? "tables.year.temporary" : "tables.year.organisation", { ...said, organisation: detail.names.organisations[home]?.[language] ?? home });
  return { note: format.sentences([sum, ...(await beforeNext(fact, total))]), proposed: proposed(fact, earlier, own, detail) };

  /** How far it is to the number at which other rules begin. */
  async function beforeNext(of: YearFact, reached: Decimal): Promise<string[]> {
    const { regimes } = await rulesInForce();
    const next = nextThreshold(thresholdsOf([...regimes.values()], of), reached.toNumber());
    if (next === null) return [];
    const rules = format.list(next.regimes.map((id) => regimes.get(id)?.title[language] ?? id));
    return [t(next.above ? "tables.year.above" : "tables.year.next", { value: shown(next.value), left: shown(new Decimal(next.value).minus(reached)), rules })];
  }
}

/** A question about the year is answered with the sum until somebody says another; one about this request alone never is. */
function proposed(fact: YearFact, earlier: string, own: Decimal, { kind, facts, lines }: RequestDetail): number | null {
  if (statutory[fact].over === "importer") return null;
  const [answered, counted] = [facts[fact], lines.length === 0 ? undefined : kindDefinition(kind).lines?.read(lines).facts[fact]];
  return yearProposal({ earlier, own: own.toFixed(), answered: typeof answered === "number" ? answered : undefined, lines: typeof counted === "number" ? counted : undefined });
}

/** What this request adds. */
const ownCount: Readonly<Record<YearFact, (detail: RequestDetail) => Decimal>> = {
  "data.pi_count": ({ lines }) => inLines(lines as readonly Line[], "persons"),
  "data.sensitive_count": ({ lines }) => inLines(lines as readonly Line[], "sensitive"),
  "reagent.value_cny": ({ facts }) => new Decimal(Number(facts["reagent.value_cny"] ?? 0)),
  "funds.individual_quota_used_usd": ({ facts }) => new Decimal(Number(facts["funds.amount_usd"] ?? 0)),
};

function inLines(lines: readonly Line[], cell: string): Decimal {
  return lines.filter(({ when }) => when !== "earlier").reduce((sum, line) => sum.plus(line[cell] ?? 0), new Decimal(0));
}
