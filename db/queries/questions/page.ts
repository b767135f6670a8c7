import { type Find, type Found, pageOf, pageSize } from "../../../lib/insight/question.ts";
import { isoOf, placeOf } from "./scope.ts";

/** What every row of a page carries beside what it says: the whole answer's totals, in the same statement. */
export type TotalRow = { readonly total: number; readonly looked: number; readonly requests: number; readonly first: unknown; readonly last: unknown };

type Listed = { readonly request_id?: string | null; readonly seq?: number | null; readonly at?: unknown; readonly number?: string | null };

/** A page of an answer by time, newest first, from rows that carry the totals; a page with nothing on it is one row that has only those. */
export function pageOfRows<R extends TotalRow & Listed>(rows: readonly R[], { looked }: { readonly looked: (totals: R) => Found["looked"] }, say: (row: R) => Omit<Find, "key" | "at" | "request">): Found {
  const [totals] = rows;
  if (!totals) throw new Error("an answer without its totals");
  const full = rows.filter(({ request_id: id }) => typeof id === "string");
  const items = full.slice(0, pageSize).map((row): Find => {
    const at = isoOf(row.at) ?? "";
    const id = row.request_id ?? "";
    return { key: placeOf(at, id, row.seq ?? 0), at, request: { id, number: row.number ?? "" }, ...say(row) };
  });
  const last = full.at(pageSize - 1);
  return { count: totals.total, looked: looked(totals), first: isoOf(totals.first), last: isoOf(totals.last), items, next: full.length > pageSize && last ? placeOf(isoOf(last.at) ?? "", last.request_id ?? "", last.seq ?? 0) : null };
}

/** A page of an answer that is known whole, newest first: by the time, the case and the number of the entry, as the others are by the database. */
export function newestFirst(finds: readonly Find[], cursor: string | undefined): Pick<Found, "items" | "next"> {
  return pageOf(finds.filter(({ key }) => cursor === undefined || laterFirst(cursor, key) < 0).toSorted((one, other) => laterFirst(one.key, other.key)), undefined);
}

/** Which of two places comes first. Numbers of entries are no text: the tenth comes after the ninth, also within one moment. */
function laterFirst(one: string, other: string): number {
  const [[at = "", id = "", seq = "", code = ""], [otherAt = "", otherId = "", otherSeq = "", otherCode = ""]] = [one.split("~"), other.split("~")];
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return byText(otherAt, at) || byText(otherId, id) || Number(otherSeq) - Number(seq) || byText(code, otherCode);
}
