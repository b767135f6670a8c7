import { isId } from "@/lib/id";
import { shownProposal } from "@/lib/server/workflow-detail";
import { problem } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";
import { proposalShape } from "../../_edge/workflow-shapes";

/** One proposal: what it would change, what is wrong with it today, and what the key's person may do with it. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const found = isId(id) ? await shownProposal({ ...actor, language }, id) : null;
  return found ? json(proposalShape(found, language)) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
