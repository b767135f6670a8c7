import { movesOffered } from "@/lib/server/moves-offered";
import { requestDetail } from "@/lib/server/request-detail";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** The other versions of the case's workflow that are in effect, each with what moving to it would change and lose; for whoever may move it. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const detail = await requestDetail(actor, id);
  if (!detail) return problem(404, language);
  const move = detail.allowed.find(({ command }) => command === "move");
  if (!move?.allowed) return problem(422, language, { refusals: move?.reasons ?? [{ code: "notPermitted" }] });
  const offered = await movesOffered(actor, id);
  return json({ items: offered.map(({ version, difference, decided }) => ({ version, ...difference, decided })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
