import { z } from "zod";
import { breakGlassCount, breakGlassUses } from "@/db/queries/break-glass";
import { BreakGlassForm, breakTheGlass } from "@/lib/server/publish-break-glass";
import { readJson } from "../_edge/body";
import { readQuery } from "../_edge/malformed";
import { problem, statusOf } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";
import { BreakGlassAsked } from "../_edge/schemas";

const Place = z.strictObject({ cursor: z.uuid().optional(), counts: z.enum(["0", "1"]).optional() });

/** Accesses by break-glass that concern the key's person: their own, those of requests that they see, and of organisations that they administer; with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const [{ items, next }, counted] = await Promise.all([breakGlassUses(actor, { before: query.data.cursor }), query.data.counts === "1" ? breakGlassCount(actor) : null]);
  return json({ items: items.map(({ id, request: opened, person, by, reason, from, until, ended }) => ({ id, request: opened, person: { id: person, name: by }, reason, from, until, ...(ended !== null && { ended }) })), next, ...(counted && { counts: { all: counted.count, more: counted.more } }) });
});

/** Opens one request for a time, with a reason. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, BreakGlassAsked, language);
  if (body instanceof Response) return body;
  const { request: named, ...asked } = body.data;
  const answer = await breakTheGlass(actor, named, BreakGlassForm.parse(asked));
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
