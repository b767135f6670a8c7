import { z } from "zod";
import { isId } from "@/lib/id";
import { endCalendarLink } from "@/lib/server/calendar-links";
import { readJson } from "../../../_edge/body";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** Ends a link at once. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, z.strictObject({}), language);
  if (body instanceof Response) return body;
  const ended = await endCalendarLink(actor, id);
  return "notFound" in ended ? problem(404, language) : json(ended);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
