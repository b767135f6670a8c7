import { requestDetail } from "@/lib/server/request-detail";
import { problem } from "../../_edge/problem";
import { detailShape } from "../../_edge/detail";
import { languageFor } from "../../_edge/language";
import { json, keyed } from "../../_edge/route";

/** One request, whole, with what the key's person may do next. */
export const GET = keyed("read", async (actor, request, { id = "" }) => {
  const detail = await requestDetail(actor, id);
  return detail ? json(detailShape(detail, languageFor(request, actor))) : problem(404);
});
