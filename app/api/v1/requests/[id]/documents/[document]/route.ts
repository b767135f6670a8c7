import { isId } from "@/lib/id";
import { downloadHeaders, openDocument } from "@/lib/server/documents";
import { problem } from "../../../../_edge/problem";
import { besides, keyed } from "../../../../_edge/route";

/** A paper's content. Reading it is recorded. What was erased is gone for good. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "", document = "" } }) => {
  const found = isId(id) && isId(document) ? await openDocument(actor, id, document) : null;
  if (found && "erased" in found) return problem(410, language);
  return found ? new Response(Buffer.from(found.bytes), { headers: downloadHeaders(found) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
