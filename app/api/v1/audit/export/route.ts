import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { eventFormatNames } from "@/lib/audit/export/formats";
import { refusal } from "@/lib/request/refusal";
import { auditParams } from "@/lib/server/audit-ask";
import { questionRefusals } from "@/lib/server/question-problem";
import { eventsTaken } from "@/lib/server/take-away/events";
import { readRecordQuestion, recordAddress, recordParams } from "@/lib/server/take-away/question";
import { downloadOf } from "@/lib/server/take-away/response";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, keyed } from "../../_edge/route";

const Export = z.strictObject({
  format: z.enum(eventFormatNames as [(typeof eventFormatNames)[number]]),
  bom: z.enum(["0", "1"]).optional(),
  ...(Object.fromEntries(auditParams.map((name) => [name, z.string().max(1000).optional()])) as Record<(typeof auditParams)[number], z.ZodOptional<z.ZodString>>),
});

/** Every event that a question finds, for whoever audits: streamed, with columns named by ids that never change. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Export, language);
  if (query instanceof Response) return query;
  if (!holdsAnywhere(actor, "audit.search")) return problem(422, language, { refusals: [refusal("notPermitted")] });
  const { format, bom, ...asked } = query.data;
  const params = recordParams(asked);
  const read = await readRecordQuestion(actor, params);
  if ("problems" in read) return problem(400, language, { refusals: questionRefusals(read.problems, language) });
  return downloadOf(eventsTaken(actor, { question: read.question, format, bom: bom === "1", heads: "ids", language, about: [], name: "causeway-events", asked: recordAddress(params) }));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
