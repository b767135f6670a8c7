import { standInsOf } from "@/db/queries/stand-ins";
import { moment, realClock } from "@/lib/server/clock";
import { publishStandIn, StandInForm } from "@/lib/server/publish-stand-in";
import { readJson } from "../_edge/body";
import { problem, statusOf } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";

/** Who stands in for whom, now and to come, as far as the key's person has part in it or heads a desk of it. */
export const GET = keyed("read", async (actor) => {
  const found = await standInsOf(actor, moment(realClock).today);
  return json({ items: found.map((one) => ({ id: one.id, for: { id: one.for, name: one.forName }, by: { id: one.by, name: one.byName }, from: one.from, until: one.until, desks: one.desks, ...(one.reason !== null && { reason: one.reason }) })) });
});

/** Sets a stand-in for oneself or, as its head, at a desk. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, StandInForm, language);
  if (body instanceof Response) return body;
  const answer = await publishStandIn(actor, body.data);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
