import { isId } from "@/lib/id";
import { refusal } from "@/lib/request/refusal";
import { bundledForPaper } from "@/lib/server/take-away/bundle";
import { downloadOf } from "@/lib/server/take-away/response";
import { problem } from "../../../../_edge/problem";
import { besides, keyed } from "../../../../_edge/route";

/** A working paper with the papers and proofs of its cases as one archive, for the auditors of its scope. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const found = isId(id) ? await bundledForPaper(actor, id, language) : "notFound";
  if (typeof found === "object") return downloadOf(found);
  return found === "notFound" ? problem(404, language) : problem(422, language, { refusals: [refusal(found)] });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
