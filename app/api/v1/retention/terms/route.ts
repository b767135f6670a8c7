import { holdsAnywhere } from "@/lib/access/can";
import { publishRetention, RetentionForm } from "@/lib/server/publish-retention";
import { organisationsFor, termsByOrganisation } from "@/lib/server/retention";
import { readJson } from "../../_edge/body";
import { problem, statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** How much longer than the law the institutions keep whose record the key's person keeps, as far as they said. */
export const GET = keyed("read", async (actor, { language }) => {
  if (!holdsAnywhere(actor, "record.erase")) return problem(404, language);
  const [homes, all] = await Promise.all([organisationsFor(actor, "record.erase"), termsByOrganisation()]);
  return json({ items: [...all].filter(([organisation]) => homes === null || homes.includes(organisation)).map(([organisation, { years, automatic }]) => ({ organisation, years, automatic })) });
});

/** Sets them anew. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, RetentionForm, language);
  if (body instanceof Response) return body;
  const answer = await publishRetention(actor, body.data);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(body.data);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
