import { listedWorkflows } from "@/lib/server/workflow-detail";
import { problem } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";
import { listedShape } from "../_edge/workflow-shapes";

/** Every workflow with its versions, who proposed and approved them, and what is proposed. */
export const GET = keyed("read", async (actor, { language }) => {
  const found = await listedWorkflows(actor);
  return found ? json({ items: found.workflows.map((one) => listedShape(one, found.names)) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
