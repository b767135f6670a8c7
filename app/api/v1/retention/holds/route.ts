import { holdsAnywhere } from "@/lib/access/can";
import { OrganisationHold, placeOrganisationHold } from "@/lib/server/publish-retention";
import { holdsOf, organisationsFor } from "@/lib/server/retention";
import { readJson } from "../../_edge/body";
import { problem, statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** The legal holds at the institutions whose record the key's person keeps, or may hold. */
export const GET = keyed("read", async (actor, { language }) => {
  const mayErase = holdsAnywhere(actor, "record.erase");
  if (!mayErase && !holdsAnywhere(actor, "record.hold")) return problem(404, language);
  const { requests, organisations } = await holdsOf(await organisationsFor(actor, mayErase ? "record.erase" : "record.hold"));
  return json({
    requests: requests.map(({ id, number, home, status }) => ({ id, number, organisation: home, status })),
    organisations: organisations.map(({ id, organisation, authority, reason, placedAt, liftedAt }) => ({ id, organisation, authority, reason, placedAt, ...(liftedAt !== null && { lifted: liftedAt }) })),
  });
});

/** Holds everything of an institution. A request alone is held by a command on it. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, OrganisationHold, language);
  if (body instanceof Response) return body;
  const answer = await placeOrganisationHold(actor, body.data);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
