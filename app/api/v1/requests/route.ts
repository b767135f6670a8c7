import { z } from "zod";
import { requestList } from "@/db/queries/request-list";
import { kinds } from "@/lib/policy/pack";
import { asOne, CreateAsked, severalAsked } from "@/lib/request/several";
import { requestStatuses } from "@/lib/request/state";
import { createRequest } from "@/lib/server/execute";
import { meaningOf } from "@/lib/server/search-meaning";
import { textOf } from "@/lib/text-of";
import { readJson } from "../_edge/body";
import { slug } from "../_edge/id";
import { readQuery } from "../_edge/malformed";
import { problem } from "../_edge/problem";
import { answered, besides, json, keyed } from "../_edge/route";

const Filters = z.strictObject({
  status: z.enum(requestStatuses).optional(),
  kind: z.enum(kinds).optional(),
  desk: textOf(slug, "slug").optional(),
  q: z.string().trim().min(1).max(200).refine((text) => !/[\u0000-\u001f]/.test(text), { error: "control characters", params: { expected: "controlCharacters" } }).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** The requests that the key's person may see, newest first. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Filters, language);
  if (query instanceof Response) return query;
  const { q, ...filters } = query.data;
  const { items, next } = await requestList(actor, { ...filters, search: q === undefined ? undefined : { q, meant: meaningOf(q) } });
  return json({ items: items.map(({ id, number, kind, title, status, fromCity, toCity, crossing, changedAt }) => ({ id, number, kind, title, status, from: fromCity, to: toCity, crossing, changedAt })), next });
});

/** Begins a draft. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, CreateAsked, language);
  if (body instanceof Response) return body;
  const several = severalAsked(body.data);
  if (several) return problem(422, language, several);
  const { id, ...rest } = asOne(body.data);
  // One spelling: paths, streams and folders are named by it.
  return answered(await createRequest(actor, { ...(id !== undefined && { id: id.toLowerCase() }), ...rest }), language, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
