import { isId } from "@/lib/id";
import { refusal } from "@/lib/request/refusal";
import { bundled } from "@/lib/server/take-away/bundle";
import { downloadOf } from "@/lib/server/take-away/response";
import { problem } from "../../../_edge/problem";
import { besides, keyed } from "../../../_edge/route";

/** A request with its papers and proofs as one archive, for whoever audits it. Reading them is recorded. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const found = isId(id) ? await bundled(actor, { requests: [id], language }) : "notFound";
  if (typeof found === "object") return downloadOf(found);
  return found === "notFound" ? problem(404, language) : problem(422, language, { refusals: [refusal(found)] });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
