import { z } from "zod";
import { workdays, WorkdaysAsked } from "@/lib/calendar/workdays";
import { takeInLoadedYears } from "@/lib/server/calendars";
import { textOf } from "@/lib/text-of";
import { readQuery } from "../_edge/malformed";
import { besides, json, open } from "../_edge/route";

const Query = z
  .strictObject({
    from: WorkdaysAsked.shape.from,
    days: textOf(/^-?\d{1,6}$/, "type.wholeNumber").transform(Number).pipe(WorkdaysAsked.shape.days),
    regions: z.string().transform((text) => text.split(",")).pipe(WorkdaysAsked.shape.regions),
  });

/** The day on which so many working days have passed, and the days passed over; no key needed. */
export const GET = open(async ({ request, language }) => {
  const query = readQuery(request, Query, language);
  if (query instanceof Response) return query;
  await takeInLoadedYears();
  return json(workdays(query.data, language));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
