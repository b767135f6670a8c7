import { z } from "zod";
import { findingStatuses, type FindingStatus } from "./state.ts";

/** Where a list of findings goes on: after this one, as it stood in the order. */
export type AskedPlace = { readonly status: FindingStatus; readonly replyBy: string; readonly paperId: string; readonly finding: number };

const Place = z.strictObject({ status: z.enum(findingStatuses), replyBy: z.iso.date(), paperId: z.uuid(), finding: z.coerce.number().int().min(1).max(99_999) });

/** It as text, in an address. */
export function askedCursor({ status, replyBy, paperId, finding }: AskedPlace): string {
  return [status, replyBy, paperId, finding].join("_");
}

/** Such a text as the place that it names; refuses every other. */
export const AskedCursor = z.string().max(100).transform((text, context): AskedPlace => {
  const [status, replyBy, paperId, finding, ...more] = text.split("_");
  const place = Place.safeParse({ status, replyBy, paperId, finding });
  if (place.success && more.length === 0) return place.data;
  context.addIssue({ code: "custom" });
  return z.NEVER;
});
