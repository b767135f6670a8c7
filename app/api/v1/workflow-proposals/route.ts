import { proposeWorkflow } from "@/lib/server/publish-workflow";
import { ProposeWorkflow } from "@/lib/workflow/proposal/command";
import { readJson } from "../_edge/body";
import { problem, statusOf } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";

/** Puts a new version of a workflow forward, for somebody else to approve. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, ProposeWorkflow, language);
  if (body instanceof Response) return body;
  const answer = await proposeWorkflow({ ...actor, language }, body.data);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer, 201);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
