import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { caseDifference } from "@/lib/audit/case-view";
import { refusal } from "@/lib/request/refusal";
import { momentOf, momentsOf } from "@/lib/server/case-at";
import { translator } from "@/lib/server/translate";
import { malformed, readQuery } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

const Moments = z.strictObject({ from: z.string().max(40), to: z.string().max(40) });

/** What of a request differs between two moments, field by field: for its auditors. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  const query = readQuery(request, Moments, language);
  if (query instanceof Response) return query;
  if (!holdsAnywhere(actor, "audit.search")) return problem(422, language, { refusals: [refusal("notPermitted")] });
  const [from, to] = [momentOf(query.data.from), momentOf(query.data.to)];
  if (!from || !to) return malformed(language, translator(language)("audit.moment.wrong"), from ? "to" : "from");
  const [was, is] = (await momentsOf(actor, id, [from, to])) ?? [];
  return was && is ? json({ id, from: { seq: was.seq, at: was.at }, to: { seq: is.seq, at: is.at }, differences: caseDifference(was.view, is.view) }) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
