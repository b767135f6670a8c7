import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { eventFormatNames } from "@/lib/audit/export/formats";
import { refusal } from "@/lib/request/refusal";
import { eventsTaken } from "@/lib/server/take-away/events";
import { readRecordQuestion, recordParams } from "@/lib/server/take-away/question";
import { downloadOf } from "@/lib/server/take-away/response";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, keyed } from "../../_edge/route";

const Export = z.strictObject({
  format: z.enum(eventFormatNames as [(typeof eventFormatNames)[number]]),
  q: z.string().trim().max(200).refine((text) => !/[\u0000-\u001f]/.test(text), { error: "control characters", params: { expected: "controlCharacters" } }).optional(),
  bom: z.enum(["0", "1"]).optional(),
});

/** Every event that a question finds, for whoever audits: streamed, with columns named by ids that never change. */
export const GET = keyed("read", async (actor, { request, language }) => {
  if (!holdsAnywhere(actor, "audit.search")) return problem(422, language, { refusals: [refusal("notPermitted")] });
  const query = readQuery(request, Export, language);
  if (query instanceof Response) return query;
  const { format, q, bom } = query.data;
  const read = await readRecordQuestion(actor, recordParams({ q }));
  if (!read) return problem(422, language, { refusals: [refusal("malformed", {}, "q")] });
  return downloadOf(eventsTaken(actor, { question: read.question, format, bom: bom === "1", heads: "ids", language, about: [], name: "causeway-events" }));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
