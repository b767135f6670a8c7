import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { languages } from "../../lib/language.ts";
import { hex, instant } from "./columns.ts";

/* The Merkle tree over the whole log, and what was signed of it. */

/** The one row that a sealer locks: how many leaves there are, and the name that the log signs under, made with its first key. */
export const tree = pgTable("tree", { id: integer("id").primaryKey(), size: integer("size").notNull(), origin: text("origin") }, (t) => [check("tree_once", sql`${t.id} = 1`)]);

/** The leaves, by their place in the tree, so in a table of their own that begins with that: `request` is an event's `request_id`. `hash` is the event's, as it was when it was sealed. */
export const leaves = pgTable(
  "leaves",
  { index: integer("index").primaryKey(), request: uuid("request").notNull(), stream: text("stream").notNull(), seq: integer("seq").notNull(), hash: hex("hash").notNull() },
  (t) => [unique("leaves_event").on(t.stream, t.seq, t.request), index("leaves_hash").on(t.hash)],
);

/** Every complete subtree above the leaves: a root, a proof of a leaf, and one between two sizes each cost some twenty of them. */
export const nodes = pgTable("nodes", { level: integer("level").notNull(), index: integer("index").notNull(), hash: hex("hash").notNull() }, (t) => [primaryKey({ columns: [t.level, t.index] })]);

/** What was signed, as it was; one for each size that the log ever had after a round of the sealer. */
export const seals = pgTable("seals", { size: integer("size").primaryKey(), root: hex("root").notNull(), note: text("note").notNull(), sealedAt: instant("sealed_at").notNull() });

/** The public keys of seals, by the key ids of signed notes. They never go. A key that came into wrong hands counts for seals up to the size `until`. */
export const logKeys = pgTable("log_keys", { id: text("id").primaryKey(), name: text("name").notNull(), x: text("x").notNull(), until: integer("until"), createdAt: instant("created_at").notNull() });

/** Where an institution has the newest seal mailed to, once a day: who keeps one elsewhere. */
export const sealMails = pgTable("seal_mails", { id: text("id").primaryKey(), addresses: text("addresses").array().notNull(), language: text("language", { enum: languages }).notNull() });

/** Their private halves, encrypted under the installation's secret. */
export const logKeySecrets = pgTable("log_key_secrets", { id: text("id").primaryKey(), sealed: text("sealed").notNull() });
