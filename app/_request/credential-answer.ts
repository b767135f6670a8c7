import type { Actor } from "@/lib/access/actor";
import { claimsIn, type SignedPermit } from "@/lib/server/permit-credential";
import { witnessRead } from "@/lib/server/witness-read";

/** A credential as a file: the token, or JSON that people can read with the token beside it. That somebody took it is recorded first; null where they may not. */
export async function credentialAnswer(actor: Actor, { request, number, token }: SignedPermit, form: "jwt" | "json"): Promise<Response | null> {
  if (!(await witnessRead(actor, request, [null]))) return null;
  const headers = { "content-disposition": `attachment; filename="${number}.${form}"`, "cache-control": "no-store" };
  if (form === "json") return Response.json({ credential: claimsIn(token), jwt: token }, { headers });
  return new Response(token, { headers: { "content-type": "application/vc+jwt", ...headers } });
}
