import { and, arrayOverlaps, inArray, or, type SQL, sql } from "drizzle-orm";
import { permits } from "../schema/requests.ts";

/** Permits that have one of these numbers, or had it before they were issued anew. */
export function isNumbered(...numbers: readonly string[]): SQL | undefined {
  return or(inArray(permits.number, [...numbers]), wasNumbered(numbers));
}

/** Permits that had one of these numbers. Few ever had another, and they have an index of their own: row-level security lets no index look into an array. */
export function wasNumbered(numbers: readonly string[]): SQL | undefined {
  return and(sql`${permits.earlier} <> '{}'`, arrayOverlaps(permits.earlier, [...numbers]));
}
