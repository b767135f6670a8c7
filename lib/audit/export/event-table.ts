import type { Cell, Column, Row } from "../../export/table.ts";
import { digestsIn } from "../digests-in.ts";
import { doerOf, saysOf, textOf } from "../entry-says.ts";
import type { TakenEvent } from "./taken-event.ts";

/** The words that a table needs: the name of a column, of an event's type, of a kind of resource; what stands for the system, and for words that were erased. */
export type TableWords = { readonly head: (column: string) => string; readonly type: (type: string) => string; readonly kind: (kind: string) => string; readonly system: string; readonly erased: string };

/** What each column of a table of events holds. Numbers, digests and ids are those of the record, so that each row can be found in it and proven. */
const columns = {
  at: { type: "instant", of: ({ at }) => at },
  event: { type: "text", of: ({ type }, { type: named }) => named(type) },
  type: { type: "text", of: ({ type }) => type },
  number: { type: "text", of: ({ of }) => of.number },
  title: { type: "text", of: ({ of }) => of.title },
  kind: { type: "text", of: ({ of }, { kind }) => of.kind && kind(of.kind) },
  from: { type: "text", of: ({ of }) => of.from },
  to: { type: "text", of: ({ of }) => of.to },
  step: { type: "text", of: ({ data }) => textOf(data, "step") },
  desk: { type: "text", of: ({ actor }) => doerOf(actor).desk },
  person: { type: "text", of: ({ person, actor }, { system }) => person ?? doerOf(actor).person ?? system },
  words: { type: "text", of: (event, { erased }) => saidIn(event, erased) },
  stream: { type: "text", of: ({ stream }) => stream },
  seq: { type: "number", of: ({ seq }) => seq },
  digest: { type: "text", of: ({ digest }) => digest },
  hash: { type: "text", of: ({ hash }) => hash },
} as const satisfies Record<string, { readonly type: Column["type"]; readonly of: (event: TakenEvent, words: TableWords) => Cell }>;

export const eventColumnIds = Object.keys(columns) as (keyof typeof columns)[];

export function eventColumns({ head }: Pick<TableWords, "head">): Column[] {
  return eventColumnIds.map((id) => ({ id, head: head(id), type: columns[id].type }));
}

export function eventRow(event: TakenEvent, words: TableWords): Row {
  return eventColumnIds.map((id) => columns[id].of(event, words));
}

/** Reasons, comments and the like in the order of the entry. Answers and the particulars of a movement are JSON, which no cell is for: NDJSON has them. */
function saidIn({ data, texts }: TakenEvent, erased: string): string | null {
  const { answers: _, about: __, series: ___, change: ____, ...spoken } = saysOf(data);
  const said = digestsIn(spoken).flatMap((digest) => {
    const words = texts[digest];
    return words ? [words.body ?? erased] : [];
  });
  return said.length > 0 ? said.join("\n") : null;
}
