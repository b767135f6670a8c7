import { groundNamed } from "@/lib/retention/grounds";
import { downloadHeaders, openDocument } from "@/lib/server/documents";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

/** A paper's content for somebody who is signed in. Reading it is recorded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; document: string }> }): Promise<Response> {
  const [actor, { id, document }] = await Promise.all([currentActor(), params]);
  if (actor.kind !== "person") return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(`/requests/${id}/documents/${document}`)}` } });
  const found = await openDocument(actor, id, document);
  if (found && "erased" in found) return gone(found.erased);
  return found ? new Response(Buffer.from(found.bytes), { headers: downloadHeaders(found) }) : notFound();
}

/** A browser shows this as it stands. */
async function notFound(): Promise<Response> {
  const { t } = await reader();
  return new Response(`${t("errors.notFound.title")}\n${t("errors.notFound.text")}\n`, { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** It was here, and the law had it erased. */
async function gone({ at, rule }: { readonly at: string; readonly rule: string }): Promise<Response> {
  const { language, t, format } = await reader();
  return new Response(`${t("retention.gone.title")}\n${t("retention.gone.text", { day: format.date(at), rule: groundNamed(rule)?.law[language] ?? rule })}\n`, { status: 410, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
