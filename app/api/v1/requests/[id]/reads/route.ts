import { z } from "zod";
import { documentReadCount, documentReadsOf } from "@/db/queries/documents";
import { requestDetail } from "@/lib/server/request-detail";
import { readQuery } from "../../../_edge/malformed";
import { pageAsked } from "../../../_edge/page-asked";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

const Place = pageAsked(z.uuid());

/** Who opened the papers of a request, the newest first, as far as the key's person is to know: its auditors, its requester, and of a paper whoever attached it; with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!(await requestDetail(actor, id))) return problem(404, language);
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const { cursor, limit, counts } = query.data;
  const [{ items, next }, counted] = await Promise.all([documentReadsOf(actor, id, { before: cursor, limit }), counts === "1" ? documentReadCount(actor, id) : null]);
  return json({ items: items.map(({ id: read, document, person, at, capacity, desk, step, reason }) => ({ id: read, document, person, at, capacity, ...(desk !== null && { desk }), ...(step !== null && { step }), ...(reason !== null && { reason }) })), next, ...(counted && { counts: { all: counted.count, more: counted.more } }) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
