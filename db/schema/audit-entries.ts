import { sql } from "drizzle-orm";
import { boolean, customType, integer, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, requestId } from "./columns.ts";

const vector = customType<{ data: string; driverData: string }>({ dataType: () => "tsvector" });

/**
 * Every event as an auditor finds it: what it is about as facets, and its words, folded. Made from the event, its case and the
 * words beside the log; `verify` makes it anew. It goes through `audit_search`, because no index on words serves under row-level security.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    requestId: requestId(),
    stream: text("stream").notNull(),
    seq: integer("seq").notNull(),
    at: instant("at").notNull(),
    type: text("type").notNull(),
    kind: text("kind"),
    /** Which auditors alone find it; null is whoever audits what it is about. */
    readers: text("readers").array(),
    terms: vector("terms").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.stream, t.seq] }),
    index("audit_entries_at").on(t.at, t.requestId, t.seq),
    index("audit_entries_type").on(t.type, t.at, t.requestId, t.seq),
    index("audit_entries_outcome").on(sql`audit_outcome(${t.terms})`, t.at, t.requestId, t.seq).where(sql`audit_outcome(${t.terms}) is not null`),
    index("audit_entries_terms").using("gin", t.terms, sql`audit_blocks(${t.at})`).with({ gin_pending_list_limit: 512 }),
  ],
);

/**
 * Which entries of requests each auditor finds, by the name that they go by for it (`audit:jur:MO`, `audit:org:hku`), in order of time: a page of theirs is
 * read from its place on, however much of the time was others'. The database keeps it itself, from `audit_entries` and `request_access`.
 */
export const auditedEntries = pgTable("audited_entries", { subject: text("subject").notNull(), at: instant("at").notNull(), requestId: requestId(), seq: integer("seq").notNull() }, (t) => [primaryKey({ columns: [t.subject, t.at, t.requestId, t.seq] })]);

/** Whether the entries of events from before there were any have been made. */
export const auditFilled = pgTable("audit_filled", { one: boolean("one").primaryKey(), at: instant("at") });

/** An auditor's question to the record that they want to ask again: the whole of it is an address. */
export const savedQuestions = pgTable(
  "saved_questions",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    /** What stands after the question mark of the page's address. */
    query: text("query").notNull(),
    /** Whoever audits the same may ask it too, by the name that they go by for it: `all`, `audit:org:hku`, `audit:jur:MO`; null is the auditor alone. */
    sharedWith: text("shared_with"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("saved_questions_person").on(t.personId), index("saved_questions_shared").on(t.sharedWith)],
);
