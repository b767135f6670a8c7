import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { refusal } from "@/lib/request/refusal";
import { caseAt, momentOf } from "@/lib/server/case-at";
import { translator } from "@/lib/server/translate";
import { malformed, readQuery } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

const At = z.strictObject({ seq: z.string().max(40) });

/** A request as it stood after an entry of its history, or at a time: for its auditors. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, At, language);
  if (query instanceof Response) return query;
  if (!holdsAnywhere(actor, "audit.search")) return problem(422, language, { refusals: [refusal("notPermitted")] });
  const moment = momentOf(query.data.seq);
  if (!moment) return malformed(language, translator(language)("audit.moment.wrong"), "seq");
  const found = await caseAt(actor, id, moment);
  return found ? json({ id, seq: found.seq, at: found.at, last: found.last, ...found.view }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
