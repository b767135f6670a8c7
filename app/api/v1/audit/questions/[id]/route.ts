import { isQuestion, narrowingOf } from "@/lib/insight/question";
import { answerShape } from "@/lib/server/question-shape";
import { questionAnswer } from "@/lib/server/question-answer";
import { readQuery } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";

/** One question with its answer, as far as the key's person audits. */
export const GET = keyed("read", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isQuestion(id)) return problem(404, language);
  const query = readQuery(request, narrowingOf(id), language);
  if (query instanceof Response) return query;
  const answer = await questionAnswer(actor, id, query.data, new Date());
  return answer ? json(answerShape(answer, query.data, language)) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
