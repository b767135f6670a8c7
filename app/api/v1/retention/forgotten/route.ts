import { forgetPerson } from "@/lib/server/publish-forgotten";
import { personNamedBy } from "@/lib/server/retention";
import { readJson } from "../../_edge/body";
import { problem, statusOf } from "../../_edge/problem";
import { ForgetAsked } from "../../_edge/retention-shapes";
import { besides, json, keyed } from "../../_edge/route";

/** Forgets somebody who has left, of an institution that the key's person administers. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, ForgetAsked, language);
  if (body instanceof Response) return body;
  const person = await personNamedBy(actor, body.data.person);
  const answer = person === null ? { notFound: true as const } : await forgetPerson(actor, person, body.data.rule);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
