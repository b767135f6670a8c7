import { shownVersion } from "@/lib/server/workflow-detail";
import { slug } from "../../../_edge/id";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";
import { versionShape } from "../../../_edge/workflow-shapes";

/** One published version, whole, with what it changed. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "", version = "" } }) => {
  const found = slug.test(id) && /^[1-9]\d{0,8}$/.test(version) ? await shownVersion(actor, id, Number(version)) : null;
  return found ? json(versionShape(found)) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
