import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, requestId } from "./columns.ts";

/* Permits as signed credentials: what signs them, what was signed, and the places in status lists that were given away. */

/** Public keys by their RFC 7638 thumbprints. They never go: what they signed is to be checked for as long as it is kept. */
export const permitKeys = pgTable("permit_keys", { id: text("id").primaryKey(), x: text("x").notNull(), createdAt: instant("created_at").notNull() });

/** Their private halves, encrypted under the installation's secret: every server of it can sign, and a copy of the tables cannot. */
export const permitKeySecrets = pgTable("permit_key_secrets", { id: text("id").primaryKey(), sealed: text("sealed").notNull() });

/** What was signed, as it was: one for each edition of a permit, which is the number of the event that gave it its number and terms. */
export const permitCredentials = pgTable(
  "permit_credentials",
  { requestId: requestId(), edition: integer("edition").notNull(), token: text("token").notNull(), issuedAt: instant("issued_at").notNull() },
  (t) => [primaryKey({ columns: [t.requestId, t.edition] })],
);

/** Whose place in a status list is whose. A table of its own that begins with the list, for no two may have the same. */
export const statusEntries = pgTable(
  "status_entries",
  { list: integer("list").notNull(), place: integer("place").notNull(), request: uuid("request").notNull(), edition: integer("edition").notNull() },
  (t) => [primaryKey({ columns: [t.list, t.place] }), index("status_entries_request").on(t.request)],
);
