import { Language } from "@/lib/language";
import { Kind } from "@/lib/policy/pack";
import { rulesPath, servedRules } from "@/lib/server/served-rules";

/**
 * The rules of a kind in one language, for the evaluation in the browser. Public, nobody's data, and kept for good under
 * the digest of their content; an address of yesterday's rules leads to today's.
 */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string; language: string; digest: string }> }): Promise<Response> {
  const asked = await params;
  const [kind, language] = [Kind.safeParse(asked.kind), Language.safeParse(asked.language)];
  if (!kind.success || !language.success) return new Response(null, { status: 404 });
  const served = await servedRules(kind.data, language.data);
  const { body, digest } = served;
  if (asked.digest !== digest) return new Response(null, { status: 307, headers: { location: rulesPath(served), "cache-control": "no-store" } });
  const headers = { etag: `"${digest}"`, "cache-control": "public, max-age=31536000, immutable", "content-type": "application/json", "x-content-type-options": "nosniff" };
  return request.headers.get("if-none-match") === headers.etag ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
