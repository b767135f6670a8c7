import { workingPaperContent } from "@/db/queries/working-papers";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";
import { isId } from "@/lib/id";

/** One working paper, whole: for the auditors of its scope. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const found = isId(id) ? await workingPaperContent(actor, id) : null;
  return found ? json(found) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
