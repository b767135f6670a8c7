import { requestEvents } from "@/db/queries/request-events";
import { refusal } from "@/lib/request/refusal";
import { languageFor } from "../../../_edge/language";
import { problem } from "../../../_edge/problem";
import { json, keyed } from "../../../_edge/route";
import { isId } from "../../../_edge/id";

/** A request's history: what one may not see is there as a link of the chain. */
export const GET = keyed("read", async (actor, request, { id = "" }) => {
  const cursor = new URL(request.url).searchParams.get("cursor");
  if (cursor !== null && !/^\d{1,9}$/.test(cursor)) return problem(400, { refusals: [refusal("malformed", { expected: "a cursor" }, "cursor")], language: languageFor(request, actor) });
  const found = isId(id) ? await requestEvents(actor, id, { after: Number(cursor ?? 0) }) : null;
  return found ? json({ items: found.items, next: found.next === null ? null : String(found.next) }) : problem(404);
});
