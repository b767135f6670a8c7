import { isId } from "@/lib/id";
import { liftOrganisationHold } from "@/lib/server/publish-retention";
import { readJson } from "../../../../_edge/body";
import { problem, statusOf } from "../../../../_edge/problem";
import { LiftAsked } from "../../../../_edge/retention-shapes";
import { besides, json, keyed } from "../../../../_edge/route";

/** Ends a hold on an institution; whoever does erases nothing of it afterwards. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, LiftAsked, language);
  if (body instanceof Response) return body;
  const answer = await liftOrganisationHold(actor, id, body.data.reason);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
