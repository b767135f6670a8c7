import { claimsIn, type SignedPermit } from "@/lib/server/permit-credential";

/** A credential as a file: the token, or JSON that people can read with the token beside it. */
export function credentialAnswer({ number, token }: SignedPermit, form: "jwt" | "json"): Response {
  const headers = { "content-disposition": `attachment; filename="${number}.${form}"`, "cache-control": "no-store" };
  if (form === "json") return Response.json({ credential: claimsIn(token), jwt: token }, { headers });
  return new Response(token, { headers: { "content-type": "application/vc+jwt", ...headers } });
}
