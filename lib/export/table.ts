/** What a table holds in one cell: words, a whole number, an instant as ISO text in UTC, or nothing. */
export type Cell = string | number | null;

/** A column: `id` for programs, `head` as its reader is told. An `instant` is ISO text, which a spreadsheet gets as a date of its own. */
export type Column = { readonly id: string; readonly head: string; readonly type: "text" | "number" | "instant" };

export type Row = readonly Cell[];

/** Rows as they come from the database, some hundred at a time: nothing else of a table is ever held. */
export type Batches<T = Row> = AsyncIterable<readonly T[]>;
