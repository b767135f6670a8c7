import { check, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { catalogueKinds, type Entry } from "../../lib/catalogue/entry.ts";
import { instant, oneOf } from "./columns.ts";

/** What was imported to be looked up: public tables, nobody's data. A source's rows are its own, so that two tables can tell of one thing. */
export const catalogueEntries = pgTable(
  "catalogue_entries",
  {
    kind: text("kind", { enum: catalogueKinds }).notNull(),
    code: text("code").notNull(),
    source: text("source").notNull(),
    names: jsonb("names").$type<Entry["names"]>().notNull(),
    also: text("also").array().notNull(),
    attributes: jsonb("attributes").$type<Entry["attributes"]>().notNull(),
    /** Folded: width, case, accents and the script of Chinese do not count. */
    search: text("search").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.code, t.source] }), check("catalogue_entries_kind", oneOf("kind", catalogueKinds))],
);
