import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { Language, negotiateLanguage } from "@/lib/language";
import { isBrokenForm } from "@/lib/server/broken-form";
import { isForeignWrite } from "@/lib/server/foreign-write";
import { pathHeader } from "@/lib/server/request-path";
import { commonHeaders, pageHeaders } from "@/lib/server/security-headers";
import { translator } from "@/lib/server/translate";

/**
 * Gives every page its nonce and security headers and tells it its own path. It lets nobody in and keeps nobody out:
 * who may see what is decided where it is read. Only forms sent from other sites, and what is no form, stop here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isForeignWrite(request)) return refuse(request, 403, "errors.foreignForm");
  if (await isBrokenForm(request)) return refuse(request, 400, "errors.brokenForm");
  const headers = pageHeaders(randomBytes(16).toString("base64"));
  const inward = new Headers(request.headers);
  // Next reads the nonce for its own scripts from here.
  inward.set("content-security-policy", headers["content-security-policy"] ?? "");
  inward.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const origin = request.headers.get("origin");
  // Next compares them once more, and a proxy before us may have put a name of its own into Host.
  if (origin && request.method === "POST") inward.set("x-forwarded-host", new URL(origin).host);
  return NextResponse.next({ request: { headers: inward }, headers });
}

/** Everything but built files, the API and the rules for browsers, whose answers are data and carry headers of their own. */
export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico|api/v1|packs/|calendar/|\\.well-known/).*)"] };

function refuse(request: NextRequest, status: 400 | 403, sentence: "errors.foreignForm" | "errors.brokenForm"): NextResponse {
  const chosen = Language.safeParse(request.cookies.get("language")?.value);
  const t = translator(chosen.success ? chosen.data : negotiateLanguage(request.headers.get("accept-language")));
  return new NextResponse(`${t(sentence)}\n`, { status, headers: { ...commonHeaders(), "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}
