import { permitPdf } from "@/app/_request/permit-pdf";
import { currentLanguage, reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

/** A permit to print, for somebody who is signed in. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, language, { id }] = await Promise.all([currentActor(), currentLanguage(), params]);
  if (actor.kind !== "person") return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(`/requests/${id}`)}` } });
  return (await permitPdf(actor, id, language)) ?? notFound();
}

/** A browser shows this as it stands. */
async function notFound(): Promise<Response> {
  const { t } = await reader();
  return new Response(`${t("errors.notFound.title")}\n${t("errors.notFound.text")}\n`, { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
