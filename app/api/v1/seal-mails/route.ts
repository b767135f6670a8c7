import { publishSealMails, SealMailsForm, sealMailsOf } from "@/lib/server/publish-seal-mails";
import { readJson } from "../_edge/body";
import { problem, statusOf } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";

/** Whom the institutions that the key's person administers have seals mailed to. */
export const GET = keyed("read", async (actor) => json({ items: (await sealMailsOf(actor)).map(({ organisation, addresses, language }) => ({ organisation, addresses, language })) }));

/** Names them anew. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, SealMailsForm, language);
  if (body instanceof Response) return body;
  const answer = await publishSealMails(actor, body.data);
  if ("notFound" in answer) return problem(404, language);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json({ organisation: body.data.organisation, addresses: answer.addresses, language: body.data.language });
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
