import { requestDetail } from "@/lib/server/request-detail";
import { problem } from "../../_edge/problem";
import { detailShape } from "../../_edge/detail";
import { besides, json, keyed } from "../../_edge/route";

/** One request, whole, with what the key's person may do next. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const detail = await requestDetail(actor, id);
  return detail ? json(detailShape(detail, language)) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
