import { sealKept } from "@/db/queries/seals";
import { SealAsked } from "../../_edge/log-shapes";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** The newest seal, or the one of a size; none before anything was sealed. */
export const GET = open(async ({ request, language }) => {
  const query = readQuery(request, SealAsked, language);
  if (query instanceof Response) return query;
  const seal = await sealKept(query.data.size);
  return seal ? Response.json(seal, { headers: sharedHeaders(0) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
