import { z } from "zod";

/** All that is open, what is in the actor's own hands, what nobody has taken yet, what is over its day, and what waits for its requester. */
export const inboxViews = ["all", "mine", "unclaimed", "overdue", "waiting"] as const;
export type InboxView = (typeof inboxViews)[number];
/** What is due first on top, or what waits longest. */
export const inboxOrders = ["due", "waiting"] as const;
export type InboxOrder = (typeof inboxOrders)[number];
/** The columns of a queue that can be left out; the request itself, its box and its lamp always stand there. */
export const queueColumns = ["number", "corridor", "step", "clock", "note", "with"] as const;
export type QueueColumn = (typeof queueColumns)[number];

/** How somebody has their queue shown: in which order, opening with which view, how many rows a page, without which columns. */
export const QueueSettings = z.strictObject({
  order: z.enum(inboxOrders),
  view: z.enum(inboxViews),
  rows: z.union([z.literal(25), z.literal(50)]),
  hidden: z.array(z.enum(queueColumns)),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

export const usualQueue: QueueSettings = { order: "due", view: "all", rows: 25, hidden: [] };
