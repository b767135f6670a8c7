import { z } from "zod";
import { dossierList } from "@/db/queries/dossiers";
import { StartDossier } from "@/lib/dossier/start";
import { startDossier } from "@/lib/server/execute-dossier";
import { readJson } from "../_edge/body";
import { readQuery } from "../_edge/malformed";
import { answered, besides, json, keyed } from "../_edge/route";

const Place = z.strictObject({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).optional() });

/** The dossiers that the key's person may see, newest first. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  return json(await dossierList(actor, query.data));
});

/** Opens a dossier, with drafts that it begins, requests that there are, and what waits for what: all of it or nothing. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, StartDossier, language);
  if (body instanceof Response) return body;
  return answered(await startDossier(actor, body.data), language, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
