import { z } from "zod";
import { requestList } from "@/db/queries/request-list";
import { kinds } from "@/lib/policy/pack";
import { Create } from "@/lib/request/commands/create";
import { refusal } from "@/lib/request/refusal";
import { requestStatuses } from "@/lib/request/state";
import { createRequest } from "@/lib/server/execute";
import { readJson } from "../_edge/body";
import { slug } from "../_edge/id";
import { problem } from "../_edge/problem";
import { languageFor } from "../_edge/language";
import { answered, json, keyed } from "../_edge/route";

const Filters = z.strictObject({
  status: z.enum(requestStatuses).optional(),
  kind: z.enum(kinds).optional(),
  desk: z.string().regex(slug).optional(),
  q: z.string().trim().min(1).max(200).refine((text) => !/[\u0000-\u001f]/.test(text), { error: "control characters" }).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** The requests that the key's person may see, newest first. */
export const GET = keyed("read", async (actor, request) => {
  const parsed = Filters.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return problem(400, { refusals: parsed.error.issues.map((issue) => refusal("malformed", { expected: issue.message }, issue.path.join("."))), language: languageFor(request, actor) });
  const { items, next } = await requestList(actor, parsed.data);
  return json({ items: items.map(({ id, number, kind, title, status, fromCity, toCity, crossing, changedAt }) => ({ id, number, kind, title, status, from: fromCity, to: toCity, crossing, changedAt })), next });
});

/** Begins a draft. */
export const POST = keyed("write", async (actor, request) => {
  const body = await readJson(request, Create);
  if (body instanceof Response) return body;
  const { id, ...rest } = body.data;
  // One spelling: paths, streams and folders are named by it.
  return answered(await createRequest(actor, { ...(id !== undefined && { id: id.toLowerCase() }), ...rest }), languageFor(request, actor), 201);
});
