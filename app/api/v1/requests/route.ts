import { z } from "zod";
import { requestList } from "@/db/queries/request-list";
import { kinds } from "@/lib/policy/pack";
import { Create } from "@/lib/request/commands/create";
import { requestStatuses } from "@/lib/request/state";
import { createRequest } from "@/lib/server/execute";
import { readJson } from "../_edge/body";
import { slug } from "../_edge/id";
import { readQuery } from "../_edge/malformed";
import { answered, besides, json, keyed } from "../_edge/route";

const Filters = z.strictObject({
  status: z.enum(requestStatuses).optional(),
  kind: z.enum(kinds).optional(),
  desk: z.string().regex(slug).optional(),
  q: z.string().trim().min(1).max(200).refine((text) => !/[\u0000-\u001f]/.test(text), { error: "control characters" }).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** The requests that the key's person may see, newest first. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Filters, language);
  if (query instanceof Response) return query;
  const { items, next } = await requestList(actor, query.data);
  return json({ items: items.map(({ id, number, kind, title, status, fromCity, toCity, crossing, changedAt }) => ({ id, number, kind, title, status, from: fromCity, to: toCity, crossing, changedAt })), next });
});

/** Begins a draft. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, Create, language);
  if (body instanceof Response) return body;
  const { id, ...rest } = body.data;
  // One spelling: paths, streams and folders are named by it.
  return answered(await createRequest(actor, { ...(id !== undefined && { id: id.toLowerCase() }), ...rest }), language, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
