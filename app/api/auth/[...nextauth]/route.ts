import type { NextRequest } from "next/server";
import { handlers } from "@/lib/server/auth";

/* next-auth's own routes, for programs that sign in as a browser does: GET csrf, then POST callback/credentials. */

export async function GET(request: NextRequest): Promise<Response> {
  return isSound(request) ? handlers.GET(request) : refused();
}

export async function POST(request: NextRequest): Promise<Response> {
  return isSound(request) ? handlers.POST(request) : refused();
}

/** An address to come back to that cannot be read, next-auth answers as if its own settings were wrong: 500. */
function isSound({ nextUrl, headers }: NextRequest): boolean {
  const cookies = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  const kept = cookies.flatMap(([name = "", ...value]) => (name.endsWith("authjs.callback-url") ? [value.join("=")] : []));
  return [...kept, ...nextUrl.searchParams.getAll("callbackUrl")].every((address) => address === "" || isAddress(address));
}

function isAddress(text: string): boolean {
  try {
    const address = decodeURIComponent(text);
    return /^https?:$/.test(new URL(address, address.startsWith("/") ? "http://here.invalid" : undefined).protocol);
  } catch {
    return false;
  }
}

function refused(): Response {
  return Response.json({ message: "Bad request." }, { status: 400 });
}
