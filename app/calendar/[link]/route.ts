import { besides, guarded } from "@/app/api/v1/_edge/route";
import { problem } from "@/app/api/v1/_edge/problem";
import { tooMany } from "@/app/api/v1/_edge/too-many";
import { calendarFeed } from "@/lib/server/calendar-feed";
import { clientAddress } from "@/lib/server/client-address";
import { countOften } from "@/lib/server/rate-limit";

/** A calendar for programs that were given its link: whoever has it reads it, until it is ended. The link is looked at as it was written, for capitals count. */
export const GET = guarded(async ({ request, language }) => {
  const wait = await countOften({ name: "calendar feed", of: clientAddress(request.headers), most: 600, minutes: 1 }, new Date());
  if (!wait.allowed) return tooMany(wait, language);
  const [, token] = /\/calendar\/([\w-]+)\.ics$/.exec(new URL(request.url).pathname) ?? [];
  const feed = token === undefined ? null : await calendarFeed(token);
  if (!feed) return problem(404, language, { headers: { "cache-control": "no-store" } });
  // Kept by the program that asks and by nobody between, and asked about again each time.
  const headers = { etag: feed.tag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(feed.tag)) return new Response(null, { status: 304, headers });
  return new Response(feed.body, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8", "content-disposition": 'inline; filename="causeway.ics"' } });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
