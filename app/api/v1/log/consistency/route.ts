import { proofOfGrowth } from "@/lib/server/log-proofs";
import { translator } from "@/lib/server/translate";
import { ConsistencyAsked } from "../../_edge/log-shapes";
import { malformed, readQuery } from "../../_edge/malformed";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** That the log of one size goes on from that of another. */
export const GET = open(async ({ request, language }) => {
  const query = readQuery(request, ConsistencyAsked, language);
  if (query instanceof Response) return query;
  const { from, to = null } = query.data;
  const proof = await proofOfGrowth(from, to);
  if ("most" in proof) return malformed(language, translator(language)("api.expected.logSizes", proof), to !== null && to > proof.most ? "to" : "from");
  return Response.json(proof, { headers: sharedHeaders(0) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
