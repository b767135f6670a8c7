import { groundNamed } from "@/lib/retention/grounds";
import { downloadHeaders, openDocument } from "@/lib/server/documents";
import { reader } from "@/lib/server/language";
import { leadTo, nothingHere, said } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";

/** A paper's content for somebody who is signed in. Reading it is recorded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; document: string }> }): Promise<Response> {
  const [actor, { language }, { id, document }] = await Promise.all([currentActor(), reader(), params]);
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(`/requests/${id}/documents/${document}`)}`);
  const found = await openDocument(actor, id, document);
  if (found && "erased" in found) return gone(found.erased);
  return found ? new Response(Buffer.from(found.bytes), { headers: downloadHeaders(found) }) : nothingHere(language);
}

/** It was here, and the law had it erased. */
async function gone({ at, rule }: { readonly at: string; readonly rule: string }): Promise<Response> {
  const { language, t, format } = await reader();
  return said(410, `${t("retention.gone.title")}\n${t("retention.gone.text", { day: format.date(at), rule: groundNamed(rule)?.law[language] ?? rule })}`);
}
