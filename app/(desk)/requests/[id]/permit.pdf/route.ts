import { permitPdf } from "@/app/_request/permit-pdf";
import { currentLanguage } from "@/lib/server/language";
import { leadTo, nothingHere } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";

/** A permit to print, for somebody who is signed in. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, language, { id }] = await Promise.all([currentActor(), currentLanguage(), params]);
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(`/requests/${id}`)}`);
  return (await permitPdf(actor, id, language)) ?? nothingHere(language);
}
