import { NextResponse, type NextRequest } from "next/server";
import { Language } from "@/lib/language";
import { keepLanguage, languageCookie } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { currentActor } from "@/lib/server/session";
import { isHttps } from "@/lib/server/sign-in-cookie";

/** `GET /language?to=pt&back=/x`: remembers a language, for the person too when somebody is signed in, and goes back. A link, so that it works without JavaScript. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const { searchParams } = request.nextUrl;
  // A path and no address: behind a proxy we do not know what people typed to get here.
  const answer = new NextResponse(null, { status: 303, headers: { location: localPath(searchParams.get("back")), "cache-control": "no-store" } });
  const language = Language.safeParse(searchParams.get("to"));
  if (!language.success) return answer;
  answer.cookies.set(languageCookie, language.data, { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", secure: isHttps() });
  const actor = await currentActor();
  if (actor.kind === "person") await keepLanguage(actor, language.data);
  return answer;
}
