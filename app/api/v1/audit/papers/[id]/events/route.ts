import { z } from "zod";
import { workingPaperEvents } from "@/db/queries/working-papers";
import { readQuery } from "../../../../_edge/malformed";
import { problem } from "../../../../_edge/problem";
import { besides, json, keyed } from "../../../../_edge/route";
import { isId } from "@/lib/id";

const Place = z.strictObject({ cursor: z.string().regex(/^\d{1,9}$/).optional() });

/** A working paper's history, whole for the auditors of its scope. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const found = isId(id) ? await workingPaperEvents(actor, id, Number(query.data.cursor ?? 0)) : null;
  return found ? json({ items: found.items, next: found.next === null ? null : String(found.next) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
