import { type SQL, sql } from "drizzle-orm";
import { customType, numeric, text, uuid } from "drizzle-orm/pg-core";

/** An instant, ISO 8601 in UTC to the millisecond, on both sides of the driver. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
  toDriver: (value) => value,
});

/** A day, ISO 8601. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Bytes as lower-case hexadecimal text. */
export const hex = text;

/** An amount: decimal text, exact. */
export const amount = (name: string) => numeric(name);

/** The request that a row belongs to: first in every key, so that a cluster keeps a request in one place. */
export const requestId = () => uuid("request_id").notNull();

/** A CHECK from the same tuple that makes the type. */
export function oneOf(column: string, values: readonly string[]): SQL {
  return sql.raw(`${column} in (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`);
}
