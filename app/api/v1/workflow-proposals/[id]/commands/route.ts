import { isId } from "@/lib/id";
import { executeOnProposal } from "@/lib/server/publish-workflow";
import { ProposalCommand } from "@/lib/workflow/proposal/command";
import { readsWorkflows } from "@/lib/workflow/proposal/readers";
import { readJson } from "../../../_edge/body";
import { problem, statusOf } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** Approves, rejects or withdraws a proposal. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id) || !readsWorkflows(actor)) return problem(404, language);
  const body = await readJson(request, ProposalCommand, language);
  if (body instanceof Response) return body;
  const answer = await executeOnProposal({ ...actor, language }, id, body.data);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
