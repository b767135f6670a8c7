import { credentialAnswer } from "@/app/_request/credential-answer";
import { reader } from "@/lib/server/language";
import { requestCredential } from "@/lib/server/permit-credential";
import { currentActor } from "@/lib/server/session";

/** A permit's credential for somebody who is signed in, as `jwt` or `json`. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; form: string }> }): Promise<Response> {
  const [actor, { id, form }] = await Promise.all([currentActor(), params]);
  if (actor.kind !== "person") return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(`/requests/${id}`)}` } });
  if (form !== "jwt" && form !== "json") return notFound();
  const signed = await requestCredential(actor, id);
  return (signed && (await credentialAnswer(actor, signed, form))) ?? notFound();
}

/** A browser shows this as it stands. */
async function notFound(): Promise<Response> {
  const { t } = await reader();
  return new Response(`${t("errors.notFound.title")}\n${t("errors.notFound.text")}\n`, { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
