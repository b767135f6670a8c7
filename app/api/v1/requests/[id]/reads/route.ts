import { documentReadsOf } from "@/db/queries/documents";
import { requestDetail } from "@/lib/server/request-detail";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** Who opened the papers of a request, as far as the key's person is to know: its auditors, its requester, and of a paper whoever attached it. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  if (!(await requestDetail(actor, id))) return problem(404, language);
  const reads = await documentReadsOf(actor, id);
  return json({ items: reads.map(({ id: read, document, person, at, capacity, desk, step, reason }) => ({ id: read, document, person, at, capacity, ...(desk !== null && { desk }), ...(step !== null && { step }), ...(reason !== null && { reason }) })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
