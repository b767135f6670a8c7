import { z } from "zod";
import { auditCounts, auditPage, isAuditCursor, isSearchWhole } from "@/db/queries/audit-search";
import { holdsAnywhere } from "@/lib/access/can";
import { refusal } from "@/lib/request/refusal";
import { auditParams, readAsked } from "@/lib/server/audit-ask";
import { questionRefusals } from "@/lib/server/question-problem";
import { textOf } from "@/lib/text-of";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

const Search = z.strictObject({
  ...Object.fromEntries(auditParams.map((name) => [name, z.string().max(2000).optional()])) as Record<(typeof auditParams)[number], z.ZodOptional<z.ZodString>>,
  cursor: z.string().refine(isAuditCursor).optional(),
  limit: textOf(/^([1-9]\d?|1\d\d|200)$/, "upTo200").optional(),
  counts: z.enum(["0", "1"]).optional(),
});

/** Events that a question finds and that the key's person audits, newest first; with `counts=1` how many there are. */
export const GET = keyed("read", async (actor, { request, language }) => {
  if (!holdsAnywhere(actor, "audit.search")) return problem(422, language, { refusals: [refusal("notPermitted")] });
  const query = readQuery(request, Search, language);
  if (query instanceof Response) return query;
  const { cursor, limit, counts, ...params } = query.data;
  const read = await readAsked(actor, params);
  if ("problems" in read) return problem(400, language, { refusals: questionRefusals(read.problems, language) });
  const [page, whole, counted] = await Promise.all([auditPage(actor, read.asked, { limit: Number(limit ?? 50), ...(cursor !== undefined && { cursor }) }), isSearchWhole(), counts === "1" ? auditCounts(actor, read.asked) : null]);
  return json({ items: page.items, next: page.next, complete: whole, unknown: read.unknown, ...(counted && { counts: counted }) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
