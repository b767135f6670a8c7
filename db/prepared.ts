import { type Column, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { ScopedTx } from "./client.ts";

type Statement<T> = { readonly execute: (values: Readonly<Record<string, unknown>>) => Promise<T> };

/**
 * A statement whose text is put together once a process; what differs from run to run stands in it as `given(name)`. The
 * builder needs longer for a text than the driver for the whole question, so what every request asks is asked this way.
 * Prepared statements overtake those that are built on the spot: where order counts, all are of one sort.
 */
export function prepared<T>(build: (on: ScopedTx) => { readonly prepare: (name: string) => Statement<T> }): (tx: ScopedTx, values: Readonly<Record<string, unknown>>) => Promise<T> {
  let made: Statement<T> | undefined;
  return (tx, values) => {
    made ??= build(drizzle.mock() as unknown as ScopedTx).prepare("");
    // The builder ties a prepared statement to one connection, in its property `client`; this one goes to the transaction's.
    const bound: Statement<T> = Object.create(made, { client: { value: (tx as unknown as { readonly $client: unknown }).$client } });
    return bound.execute(values);
  };
}

/** The same for a statement of several shapes: which filters are set makes the shape, and what they are set to is given. Each shape is put together once. */
export function preparedByShape<S, T>(build: (on: ScopedTx, shape: S) => { readonly prepare: (name: string) => Statement<T> }): (tx: ScopedTx, shape: S, values: Readonly<Record<string, unknown>>) => Promise<T> {
  const made = new Map<string, ReturnType<typeof prepared<T>>>();
  return (tx, shape, values) => {
    const key = JSON.stringify(shape);
    const statement = made.get(key) ?? prepared((on) => build(on, shape));
    made.set(key, statement);
    return statement(tx, values);
  };
}

export const given = sql.placeholder;

/** Whether a column is among a list that is given; one text for lists of any length. */
export function among(column: Column, name: string): SQL {
  return sql`${column} = any (${given(name)})`;
}

/**
 * Whether a column is among these, however many: one parameter, so one text. Each text is kept prepared for as long as its connection lives, here and in the
 * database; `in (…)` over lists of any length has one for each length, and took hundreds of megabytes where somebody took a record away.
 */
export function anyOf(column: Column, values: readonly (string | number)[]): SQL {
  return sql`${column} = any (${sql.param([...values])}::${sql.raw(column.getSQLType())}[])`;
}
