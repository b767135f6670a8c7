import { z } from "zod";
import { isId } from "@/lib/id";
import { mendGlass } from "@/lib/server/publish-break-glass";
import { readJson } from "../../../_edge/body";
import { problem, statusOf } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** Closes what one has open, before its time. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, z.strictObject({}), language);
  if (body instanceof Response) return body;
  const answer = await mendGlass(actor, id);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
