import { sealKept } from "@/db/queries/seals";
import { SealAsked } from "../../_edge/log-shapes";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** The newest seal, or the one of a size; none before anything was sealed. Whoever asks for plain text gets the note alone, as tools for such logs read it. */
export const GET = open(async ({ request, language }) => {
  const query = readQuery(request, SealAsked, language);
  if (query instanceof Response) return query;
  const seal = await sealKept(query.data.size);
  if (!seal) return problem(404, language);
  const headers = { ...sharedHeaders(0), vary: "accept" };
  return isPlain(request) ? new Response(seal.note, { headers: { ...headers, "content-type": "text/plain; charset=utf-8" } }) : Response.json(seal, { headers });
});

function isPlain(request: Request): boolean {
  return /^\s*text\/plain\b/.test(request.headers.get("accept") ?? "");
}

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
