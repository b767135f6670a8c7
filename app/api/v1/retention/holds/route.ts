import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { OrganisationHold, placeOrganisationHold } from "@/lib/server/publish-retention";
import { holdsOf, organisationsFor } from "@/lib/server/retention";
import { readJson } from "../../_edge/body";
import { readQuery } from "../../_edge/malformed";
import { pageAsked } from "../../_edge/page-asked";
import { problem, statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

const Place = pageAsked(z.uuid()).extend({ holdCursor: z.uuid().optional() });

/** The legal holds at the institutions whose record the key's person keeps, or may hold: those on requests and those on institutions, each a page at a time, with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const mayErase = holdsAnywhere(actor, "record.erase");
  if (!mayErase && !holdsAnywhere(actor, "record.hold")) return problem(404, language);
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const { cursor, holdCursor, limit, counts: asked } = query.data;
  const { requests, counts, organisations, organisationCounts } = await holdsOf(await organisationsFor(actor, mayErase ? "record.erase" : "record.hold"), { after: cursor, afterHold: holdCursor, limit });
  return json({
    requests: requests.items.map(({ id, number, home, status }) => ({ id, number, organisation: home, status })),
    next: requests.next,
    organisations: organisations.items.map(({ id, organisation, authority, reason, placedAt, liftedAt }) => ({ id, organisation, authority, reason, placedAt, ...(liftedAt !== null && { lifted: liftedAt }) })),
    nextHold: organisations.next,
    ...(asked === "1" && { counts: { all: counts.count, more: counts.more }, holdCounts: { all: organisationCounts.count, more: organisationCounts.more } }),
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
