import { recordFileResponse } from "@/app/_seals/record-file-response";
import { holdsAnywhere } from "@/lib/access/can";
import { isId } from "@/lib/id";
import { currentLanguage } from "@/lib/server/language";
import { leadTo, nothingHere } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";

/** A request's record as a file that proves itself, for an auditor to take away. `seal` is the size of a seal that they kept. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, language, { id }] = await Promise.all([currentActor(), currentLanguage(), params]);
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(`/audit/${id}`)}`);
  const from = /^\d{1,10}$/.exec(new URL(request.url).searchParams.get("seal") ?? "")?.[0];
  const file = holdsAnywhere(actor, "audit.search") && isId(id) ? await recordFileResponse(actor, id, from === undefined ? undefined : Number(from)) : null;
  return file ?? nothingHere(language);
}
