import { proofOfEvent } from "@/lib/server/log-proofs";
import { translator } from "@/lib/server/translate";
import { ProofAsked } from "../../_edge/log-shapes";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** That an event is in the log, for whoever can name it; of what it says there is nothing in the answer. */
export const GET = open(async ({ request, language }) => {
  const query = readQuery(request, ProofAsked, language);
  if (query instanceof Response) return query;
  const proof = await proofOfEvent(query.data.event);
  return proof ? Response.json(proof, { headers: sharedHeaders(0) }) : problem(404, language, { words: translator(language)("api.notSealed") });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
