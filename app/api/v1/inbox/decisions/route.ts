import type { z } from "zod";
import { isAccepted } from "@/lib/server/answer";
import { type Decided, decideMany, DecideMany } from "@/lib/server/decide-many";
import { readJson } from "../../_edge/body";
import { worded } from "../../_edge/language";
import { statusOf } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";
import type { DecisionsShape } from "../../_edge/request-schemas";

/** Decides many steps at once, with a result for each in the order in which they were sent. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, DecideMany, language);
  if (body instanceof Response) return body;
  const decided = await decideMany(actor, body.data.decisions);
  const results = decided.map(({ decision, answer }): Result => ({ request: decision.request, step: decision.step, commandId: decision.commandId, ...resultOf(answer) }));
  return json({ results, accepted: results.filter(({ status }) => status === 200).length });

  function resultOf(answer: Decided["answer"]): Pick<Result, "status" | "refusals" | "version" | "events" | "repeated"> {
    if (isAccepted(answer)) return { status: 200, version: answer.version, events: answer.events.map((one) => ({ ...one })), repeated: answer.repeated, refusals: [] };
    if ("notFound" in answer) return { status: 404, refusals: [] };
    return { status: statusOf(answer.refusals), refusals: answer.refusals.map((one) => worded(one, language, answer.steps)) };
  }
});

type Result = z.infer<typeof DecisionsShape>["results"][number];

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
