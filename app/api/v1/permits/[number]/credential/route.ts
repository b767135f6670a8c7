import { credentialAnswer } from "@/app/_request/credential-answer";
import { permitCredential } from "@/lib/server/permit-credential";
import { problem } from "../../../_edge/problem";
import { besides, keyed } from "../../../_edge/route";

/** A permit as a signed credential, for whoever may see its request: its holder, its desks, the officers of its control point. As JSON for who asks for that. */
export const GET = keyed("read", async (actor, { request, language, parameters: { number = "" } }) => {
  const signed = await permitCredential(actor, number);
  const asJson = /\bapplication\/json\b/.test(request.headers.get("accept") ?? "");
  return (signed && (await credentialAnswer(actor, signed, asJson ? "json" : "jwt"))) ?? problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
