import { currentLanguage } from "@/lib/server/language";
import { nothingHere } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";
import { shownVersion } from "@/lib/server/workflow-detail";

/** A version as a file: where whoever proposes the next one begins. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; version: string }> }): Promise<Response> {
  const [actor, { id, version }] = await Promise.all([currentActor(), params]);
  const found = actor.kind === "person" && /^[1-9]\d{0,8}$/.test(version) ? await shownVersion(actor, id, Number(version)) : null;
  if (!found) return nothingHere(await currentLanguage());
  return new Response(`${JSON.stringify(found.definition, null, 2)}\n`, { headers: { "content-type": "application/json", "content-disposition": `attachment; filename="${found.id}-${found.version}.json"`, "cache-control": "no-store" } });
}
