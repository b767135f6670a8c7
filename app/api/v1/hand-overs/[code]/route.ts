import { offeredBy } from "@/lib/server/hand-over";
import { problem, statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** What a code hands over, for whoever was shown it and may take it over. */
export const GET = keyed("read", async (actor, { language, parameters: { code = "" } }) => {
  const offered = await offeredBy(actor, code);
  if ("refusals" in offered) return problem(statusOf(offered.refusals), language, offered);
  const { request: id, number, kind, title, permit, movement, quantity, from, holder, until, reasons } = offered;
  return json({ request: { id, number, kind, title }, permit, movement, quantity, from, ...(holder !== null && { holder }), until, allowed: reasons.length === 0, reasons });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
