import { recordFileResponse } from "@/app/_seals/record-file-response";
import { holdsAnywhere } from "@/lib/access/can";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

/** A request's record as a file that proves itself, for an auditor to take away. `seal` is the size of a seal that they kept. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, { id }] = await Promise.all([currentActor(), params]);
  if (actor.kind !== "person") return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(`/audit/${id}`)}` } });
  const from = /^\d{1,10}$/.exec(new URL(request.url).searchParams.get("seal") ?? "")?.[0];
  const file = holdsAnywhere(actor, "audit.search") && isId(id) ? await recordFileResponse(actor, id, from === undefined ? undefined : Number(from)) : null;
  return file ?? notFound();
}

/** A browser shows this as it stands. */
async function notFound(): Promise<Response> {
  const { t } = await reader();
  return new Response(`${t("errors.notFound.title")}\n${t("errors.notFound.text")}\n`, { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
