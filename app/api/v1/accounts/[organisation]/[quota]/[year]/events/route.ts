import { z } from "zod";
import { accountEvents } from "@/db/queries/accounts";
import { accountKey } from "@/lib/account/account-key";
import { readQuery } from "../../../../../_edge/malformed";
import { problem } from "../../../../../_edge/problem";
import { besides, json, keyed } from "../../../../../_edge/route";

const Place = z.strictObject({ cursor: z.string().regex(/^\d{1,9}$/).optional() });

/** An account's history: who set how much, and what was set aside, used and let go for which request. */
export const GET = keyed("read", async (actor, { request, language, parameters }) => {
  const query = readQuery(request, Place, language);
  if (query instanceof Response) return query;
  const key = accountKey(parameters);
  const found = key && (await accountEvents(actor, key, Number(query.data.cursor ?? 0)));
  return found ? json({ items: found.items, next: found.next === null ? null : String(found.next) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
