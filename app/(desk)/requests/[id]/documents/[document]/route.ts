import { downloadHeaders, openDocument } from "@/lib/server/documents";
import { currentActor } from "@/lib/server/session";

/** A paper's content for somebody who is signed in. Reading it is recorded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; document: string }> }): Promise<Response> {
  const [actor, { id, document }] = await Promise.all([currentActor(), params]);
  const found = await openDocument(actor, id, document);
  return found ? new Response(Buffer.from(found.bytes), { headers: downloadHeaders(found) }) : new Response(null, { status: 404 });
}
