import { z } from "zod";
import { workingPaperCount, workingPaperList } from "@/db/queries/working-papers";
import { OpenPaper } from "@/lib/working-paper/command";
import { startPaper } from "@/lib/server/execute-paper";
import { readJson } from "../../_edge/body";
import { readQuery } from "../../_edge/malformed";
import { pageAsked } from "../../_edge/page-asked";
import { answered, besides, json, keyed } from "../../_edge/route";

const Place = pageAsked(z.uuid());

/** The working papers of what the key's person audits, newest first; with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const { counts, ...place } = query.data;
  const [list, counted] = await Promise.all([workingPaperList(actor, place), counts === "1" ? workingPaperCount(actor) : null]);
  return json({ ...list, ...(counted && { counts: { all: counted.count, more: counted.more } }) });
});

/** Opens a working paper over a sample that is drawn as it is opened. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, OpenPaper, language);
  if (body instanceof Response) return body;
  return answered(await startPaper(actor, body.data), language, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
