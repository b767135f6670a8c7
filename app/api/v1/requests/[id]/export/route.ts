import { z } from "zod";
import { recordFileResponse } from "@/app/_seals/record-file-response";
import { readQuery } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { besides, keyed } from "../../../_edge/route";
import { isId } from "@/lib/id";
import { textOf } from "@/lib/text-of";

const From = z.strictObject({ from: textOf(/^(0|[1-9]\d{0,9})$/, "size").transform(Number).optional() });

/** A request's record as a file that proves itself, as far as the key's person may see it; `from` is the size of a seal kept elsewhere. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, From, language);
  if (query instanceof Response) return query;
  return (isId(id) ? await recordFileResponse(actor, id, query.data.from) : null) ?? problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
