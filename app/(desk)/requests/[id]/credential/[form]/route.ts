import { credentialAnswer } from "@/app/_request/credential-answer";
import { currentLanguage } from "@/lib/server/language";
import { requestCredential } from "@/lib/server/permit-credential";
import { leadTo, nothingHere } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";

/** A permit's credential for somebody who is signed in, as `jwt` or `json`. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; form: string }> }): Promise<Response> {
  const [actor, language, { id, form }] = await Promise.all([currentActor(), currentLanguage(), params]);
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(`/requests/${id}`)}`);
  if (form !== "jwt" && form !== "json") return nothingHere(language);
  const signed = await requestCredential(actor, id);
  return (signed && (await credentialAnswer(actor, signed, form))) ?? nothingHere(language);
}
