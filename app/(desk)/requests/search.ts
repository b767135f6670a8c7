import { z } from "zod";
import { isListCursor, listSorts } from "@/db/queries/list-order";
import { movers } from "@/db/queries/whose-move";
import { kinds } from "@/lib/policy/pack";
import { requestStatuses } from "@/lib/request/state";

/** Where a corridor may begin and end, as the filters offer it. */
export const places = ["CN", "HK", "MO", "XX"] as const;

/** The address of the list. What makes no sense is left out: an old link still shows a list. */
const Search = z.object({
  q: z.string().transform((text) => text.replaceAll(/[\u0000-\u001f]/g, "").trim().slice(0, 200) || undefined).optional().catch(undefined),
  status: z.enum(requestStatuses).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  from: z.enum(places).optional().catch(undefined),
  to: z.enum(places).optional().catch(undefined),
  desk: z.string().regex(/^[a-z0-9.-]{1,80}$/).optional().catch(undefined),
  whose: z.enum(movers).optional().catch(undefined),
  sort: z.enum(listSorts).default("newest").catch("newest"),
  cursor: z.string().optional().catch(undefined),
});
export type ListSearch = z.infer<typeof Search>;

export function listSearch(asked: Readonly<Record<string, string | string[] | undefined>>): ListSearch {
  const search = Search.parse(asked);
  return { ...search, cursor: search.cursor !== undefined && isListCursor(search.cursor, search.sort) ? search.cursor : undefined };
}

/** The address of a list: only what is set, in one order, so that the same list has one address. */
export function listAddress({ cursor, sort, ...filters }: Partial<ListSearch>): string {
  const set = Object.entries({ ...filters, sort: sort === "newest" ? undefined : sort, cursor }).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return set.length === 0 ? "/requests" : `/requests?${new URLSearchParams(set)}`;
}
