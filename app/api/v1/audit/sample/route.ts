import { z } from "zod";
import { holdsAnywhere } from "@/lib/access/can";
import { Seed, SampleSize, StrataBy } from "@/lib/audit/sampling/asked";
import { drawSample } from "@/lib/server/draw-sample";
import { textOf } from "@/lib/text-of";
import { PaperQuestion } from "@/lib/working-paper/question";
import { readQuery } from "../../_edge/malformed";
import { problem, statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** `by` names strata with commas between. */
const Asked = PaperQuestion.extend({
  size: SampleSize,
  seed: Seed.optional(),
  by: textOf(/^[a-z]+(,[a-z]+)*$/, "commas").transform((text) => text.split(",")).pipe(StrataBy).optional(),
  atLeastOne: z.enum(["true", "false"]).transform((text) => text === "true").optional(),
  scope: z.string().min(1).max(120).optional(),
});

/** Draws a sample of the requests that match a question, as the key's person audits them: without a seed by one that is drawn and told. */
export const GET = keyed("read", async (actor, { request, language }) => {
  if (!holdsAnywhere(actor, "audit.search")) return problem(404, language);
  const query = readQuery(request, Asked, language);
  if (query instanceof Response) return query;
  const { size, seed, by, atLeastOne, scope, ...question } = query.data;
  const found = await drawSample(actor, { question, scope, sample: { size, seed, by, atLeastOne } });
  if (!found) return problem(404, language);
  if ("refusals" in found) return problem(statusOf(found.refusals), language, found);
  const { population, strata, sample } = found.drawn;
  return json({ seed: found.seed, scope: found.scope, size, by: by ?? [], atLeastOne: atLeastOne ?? false, population, strata, items: sample.map(({ item, number, stratum, rank }) => ({ request: item, number, stratum: stratum ?? null, rank })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
