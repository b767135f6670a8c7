import { CalendarAsked, calendarLinks, makeCalendarLink } from "@/lib/server/calendar-links";
import { readJson } from "../_edge/body";
import { problem, statusOf } from "../_edge/problem";
import { besides, json, keyed } from "../_edge/route";

/** The links that the key's person made: to their own calendar, and to those of their desks. */
export const GET = keyed("read", async (actor) => json({ items: (await calendarLinks(actor)).map(({ id, desk, createdAt }) => ({ id, ...(desk !== null && { desk }), createdAt })) }));

/** Makes a link, which is shown this once; one that there was before ends. */
export const POST = keyed("write", async (actor, { request, language }) => {
  const body = await readJson(request, CalendarAsked, language);
  if (body instanceof Response) return body;
  const made = await makeCalendarLink(actor, body.data.desk ?? null);
  if ("refusals" in made) return problem(statusOf(made.refusals), language, made);
  const { id, desk, createdAt, url } = made;
  return json({ id, ...(desk !== null && { desk }), createdAt, url }, 201);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
