import { cookies } from "next/headers";
import { z } from "zod";
import { inboxOrders, inboxViews } from "../../db/queries/inbox.ts";
import { isHttps } from "./sign-in-cookie.ts";

/** How somebody has their queue shown: in which order, opening with which view, how many rows a page. */
export const QueueSettings = z.strictObject({ order: z.enum(inboxOrders), view: z.enum(inboxViews), rows: z.coerce.number().pipe(z.union([z.literal(25), z.literal(50)])) });
export type QueueSettings = z.infer<typeof QueueSettings>;

const usual: QueueSettings = { order: "due", view: "all", rows: 25 };
const cookie = "queue";

/** The settings that were kept in this browser; the usual ones where there are none that can be read. */
export async function queueSettings(): Promise<QueueSettings> {
  const [order, view, rows] = ((await cookies()).get(cookie)?.value ?? "").split(".");
  const kept = QueueSettings.safeParse({ order, view, rows });
  return kept.success ? kept.data : usual;
}

/** Keeps them for a year, beside the language: they say nothing of anybody, so they are no part of the record. */
export async function keepQueueSettings({ order, view, rows }: QueueSettings): Promise<void> {
  (await cookies()).set(cookie, [order, view, rows].join("."), { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", secure: isHttps(), httpOnly: true });
}
