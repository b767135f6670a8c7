import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { hex, instant, requestId } from "./columns.ts";

/** One request opened for a while to somebody who otherwise sees none. */
export const breakGlass = pgTable(
  "break_glass",
  {
    id: uuid("id").notNull(),
    requestId: requestId(),
    personId: uuid("person_id").notNull(),
    /** Whose it is: home and host, whose administrators see it here. */
    organisations: text("organisations").array().notNull(),
    reason: text("reason").notNull(),
    openedAt: instant("opened_at").notNull(),
    untilAt: instant("until_at").notNull(),
    /** When it was closed before its time. */
    endedAt: instant("ended_at"),
  },
  // Whatever the code believes, nothing stays open for longer than a day.
  (t) => [primaryKey({ columns: [t.requestId, t.id] }), index("break_glass_person").on(t.personId, t.untilAt), check("break_glass_time", sql`until_at > opened_at and until_at <= opened_at + interval '24 hours'`)],
);

/** Readings of papers, sealed so many at once: what the log says of them. */
export const readBatches = pgTable("read_batches", {
  id: uuid("id").primaryKey(),
  count: integer("count").notNull(),
  fromAt: instant("from_at").notNull(),
  toAt: instant("to_at").notNull(),
  digest: hex("digest").notNull(),
});
