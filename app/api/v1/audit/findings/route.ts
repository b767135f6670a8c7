import { findingAt, findingsAsked, findingsAskedCount } from "@/db/queries/audit-findings";
import { AskedCursor, askedCursor } from "@/lib/working-paper/asked-cursor";
import { readQuery } from "../../_edge/malformed";
import { pageAsked } from "../../_edge/page-asked";
import { besides, json, keyed } from "../../_edge/route";

const Place = pageAsked(AskedCursor);

/** The findings that desks of the key's person, or organisations that they administer, are asked about and that are not closed, with all that is said of each, a page at a time; with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const { cursor, limit, counts } = query.data;
  const [{ items, next }, counted] = await Promise.all([findingsAsked(actor, { after: cursor, limit }), counts === "1" ? findingsAskedCount(actor) : null]);
  const found = [];
  for (const { paperId, finding } of items) found.push(await findingAt(actor, paperId, finding));
  return json({
    items: found.flatMap((one) => {
      if (!one) return [];
      const { askedNames: _, isCaseSeen: __, paper, ...said } = one;
      return [{ ...said, paper: { id: paper.id, number: paper.number } }];
    }),
    next: next && askedCursor(next),
    ...(counted && { counts: { all: counted.count, more: counted.more } }),
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
