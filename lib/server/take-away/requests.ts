import { type ListFilters, type ListItem, requestList } from "../../../db/queries/request-list.ts";
import type { Actor } from "../../access/actor.ts";
import { type TableFormat, tableFormats } from "../../audit/export/formats.ts";
import type { Column } from "../../export/table.ts";
import type { Language } from "../../language.ts";
import { cities } from "../../place/cities.ts";
import { taking } from "../publish-taking.ts";
import { translator, type Translator } from "../translate.ts";
import { type About, asTable } from "./as-table.ts";
import { recorded } from "./recorded.ts";
import type { Counter, Taken } from "./taken.ts";

export type RequestsAsked = { readonly filters: Omit<ListFilters, "cursor" | "limit">; readonly format: TableFormat; readonly bom: boolean; readonly language: Language; readonly about: About; readonly name: string; /** The list as its address has it: the record says which was taken away. */ readonly asked: string };

const columns = { number: "text", title: "text", kind: "text", status: "text", from: "text", fromCity: "text", to: "text", toCity: "text", crossing: "text", changed: "instant" } as const satisfies Record<string, Column["type"]>;

/** The list of requests that somebody sees, as they filtered it, as a file: their own drafts are in it as they are in the list. That it is taken is recorded. */
export function requestsTaken(actor: Actor, { filters, format, bom, language, about, name, asked }: RequestsAsked): Taken {
  const counter: Counter = { seen: 0, rows: 0, withheld: 0 };
  const t = translator(language);
  const table = { name: t("takeaway.requests"), columns: Object.entries(columns).map(([id, type]) => ({ id, type, head: t(`takeaway.column.${id}`) })), row: (item: ListItem) => Object.values(shown(item, t, language)), line: (item: ListItem) => item };
  const { mediaType, ending } = tableFormats[format];
  const pieces = asTable(table, pages(actor, filters, counter), { format, bom, about, counter, t });
  // A list shows each request to its reader for reasons of its own: there is no one capacity.
  return { name: `${name}.${ending}`, mediaType, pieces: recorded(pieces, taking(actor, { what: "requests", as: null, asked, format }), counter), progress: () => ({ ...counter }) };
}

async function* pages(actor: Actor, filters: RequestsAsked["filters"], counter: Counter): AsyncGenerator<readonly ListItem[]> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next }: Awaited<ReturnType<typeof requestList>> = await requestList(actor, { ...filters, limit: 100, ...(cursor && { cursor }) });
    counter.seen += items.length;
    counter.rows += items.length;
    yield items;
    cursor = next;
  }
}

function shown({ number, title, kind, status, fromJurisdiction, fromCity, toJurisdiction, toCity, crossing, changedAt }: ListItem, t: Translator, language: Language): Record<keyof typeof columns, string | null> {
  const place = (id: string | null) => id && t(`ui.jurisdiction.${id}`);
  const city = (id: string | null) => (id !== null && id in cities ? cities[id as keyof typeof cities].name[language] : id);
  return { number, title, kind: t(`ui.kind.${kind}`), status: t(`ui.status.${status}`), from: place(fromJurisdiction), fromCity: city(fromCity), to: place(toJurisdiction), toCity: city(toCity), crossing, changed: changedAt };
}
