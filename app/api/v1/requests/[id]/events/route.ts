import { z } from "zod";
import { requestEvents } from "@/db/queries/request-events";
import { isId } from "@/lib/id";
import { witnessGlass } from "@/lib/server/witness-read";
import { problem } from "../../../_edge/problem";
import { readQuery } from "../../../_edge/malformed";
import { besides, json, keyed } from "../../../_edge/route";

const Place = z.strictObject({ cursor: z.string().regex(/^\d{1,9}$/).optional() });

/** A request's history: what one may not see is there as a link of the chain. A draft has none yet. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  if (isId(id)) await witnessGlass(actor, id);
  const found = isId(id) ? await requestEvents(actor, id, { after: Number(query.data.cursor ?? 0) }) : null;
  return found ? json({ items: found.items, next: found.next === null ? null : String(found.next) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
