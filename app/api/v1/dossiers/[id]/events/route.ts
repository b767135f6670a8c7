import { z } from "zod";
import { dossierEvents } from "@/db/queries/dossiers";
import { readQuery } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";
import { isId } from "@/lib/id";

const Place = z.strictObject({ cursor: z.string().regex(/^\d{1,9}$/).optional() });

/** A dossier's history, whole for whoever sees the dossier. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const found = isId(id) ? await dossierEvents(actor, id, Number(query.data.cursor ?? 0)) : null;
  return found ? json({ items: found.items, next: found.next === null ? null : String(found.next) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
