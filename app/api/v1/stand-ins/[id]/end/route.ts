import { z } from "zod";
import { isId } from "@/lib/id";
import { endStandIn } from "@/lib/server/publish-stand-in";
import { readJson } from "../../../_edge/body";
import { problem, statusOf } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** Ends a stand-in before its last day. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, z.strictObject({}), language);
  if (body instanceof Response) return body;
  const answer = await endStandIn(actor, id);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
