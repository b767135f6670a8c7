import { asc, desc, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isId } from "../../lib/id.ts";
import { given } from "../prepared.ts";

/** Last begun, last changed, or next to cross on top. */
export const listSorts = ["newest", "changed", "crossing"] as const;
export type ListSort = (typeof listSorts)[number];
type Sortable = { readonly id: string; readonly changedAt: string; readonly crossing: string | null };
type Columns = { readonly id: PgColumn; readonly changed: PgColumn; readonly crossing: SQL };

/** Whether a cursor could be ours. */
export function isListCursor(text: string, sort: ListSort): boolean {
  const id = text.split("~").at(-1) ?? "";
  if (!isId(id)) return false;
  if (sort === "newest") return text === id;
  const key = text.slice(0, -id.length - 1);
  return text === `${key}~${id}` && (sort === "crossing" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z$/).test(key) && !Number.isNaN(Date.parse(key));
}

/** What has no crossing day yet comes after everything that has one. */
export const never = "9999-12-31";

function keyOf(sort: ListSort, { changedAt, crossing }: Sortable): string {
  return sort === "changed" ? changedAt : sort === "crossing" ? (crossing ?? never) : "";
}

/** The cursor behind an item. */
export function cursorOf(sort: ListSort, item: Sortable): string {
  return sort === "newest" ? item.id : `${keyOf(sort, item)}~${item.id}`;
}

/** Which of two items stands first. */
export function compare(sort: ListSort, a: Sortable, b: Sortable): number {
  const [one, other] = [`${keyOf(sort, a)}~${a.id}`, `${keyOf(sort, b)}~${b.id}`];
  return (one < other ? -1 : 1) * (sort === "crossing" ? 1 : -1);
}

/** What comes after a cursor, in each order; its parts are given, as `partsOf` names them. */
export function after(sort: ListSort, columns: Columns): SQL {
  const id = given("cursorId");
  if (sort === "changed") return sql`(${columns.changed}, ${columns.id}) < (${given("cursorKey")}::timestamptz, ${id}::uuid)`;
  if (sort === "crossing") return sql`(${columns.crossing}, ${columns.id}) > (${given("cursorKey")}::date, ${id}::uuid)`;
  return lt(columns.id, id);
}

export function partsOf(cursor: string | undefined): { readonly cursorKey: string; readonly cursorId: string } {
  const parts = (cursor ?? "").split("~");
  return { cursorKey: parts[0] ?? "", cursorId: parts.at(-1) ?? "" };
}

/** The order itself. */
export function inOrder(sort: ListSort, { id, changed, crossing }: Columns): SQL[] {
  return sort === "changed" ? [desc(changed), desc(id)] : sort === "crossing" ? [asc(crossing), asc(id)] : [desc(id)];
}
