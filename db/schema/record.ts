import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { hex, instant, requestId } from "./columns.ts";

/**
 * The record: append-only. `request_id` is the request of `request:<id>` and the subject's own id of `config:<id>`,
 * so that (stream, seq) is unique because (request_id, stream, seq) is.
 */
export const events = pgTable(
  "events",
  {
    requestId: requestId(),
    stream: text("stream").notNull(),
    seq: integer("seq").notNull(),
    type: text("type").notNull(),
    at: instant("at").notNull(),
    actor: jsonb("actor").notNull(),
    data: jsonb("data").notNull(),
    salt: hex("salt").notNull(),
    prev: hex("prev").notNull(),
    digest: hex("digest").notNull(),
    hash: hex("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.stream, t.seq] }), index("events_at").on(t.at), index("events_type_at").on(t.type, t.at)],
);

/** Ids that were ever used for a request, so that none is used twice. */
export const requestIds = pgTable("request_ids", { requestId: requestId().primaryKey() });

/** The end of each chain: the row that a writer locks. */
export const heads = pgTable(
  "heads",
  { requestId: requestId(), stream: text("stream").notNull(), seq: integer("seq").notNull(), hash: hex("hash").notNull() },
  (t) => [primaryKey({ columns: [t.requestId, t.stream] })],
);

/** Words beside the log, by salted digest; erased when the law says so. `readers` limits who may read them. */
export const texts = pgTable(
  "texts",
  {
    requestId: requestId(),
    digest: hex("digest").notNull(),
    salt: hex("salt").notNull(),
    body: text("body"),
    readers: text("readers").array(),
    erasedAt: instant("erased_at"),
    erasedRule: text("erased_rule"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.digest] })],
);

/** Commands that were accepted, with their answers: one act has one effect. */
export const commands = pgTable(
  "commands",
  {
    requestId: requestId(),
    commandId: uuid("command_id").notNull(),
    actor: text("actor").notNull(),
    bodyDigest: hex("body_digest").notNull(),
    answer: jsonb("answer").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.commandId] })],
);

/** Events waiting for a seal. */
export const sealQueue = pgTable(
  "seal_queue",
  { requestId: requestId(), stream: text("stream").notNull(), seq: integer("seq").notNull() },
  (t) => [primaryKey({ columns: [t.requestId, t.stream, t.seq] })],
);

/**
 * What is to be told to the world outside, once it is committed: an event, which becomes one mail for each who is told, or
 * such a mail. `next_at` is when it is tried next; `problem` is what its last attempt met.
 */
export const outbox = pgTable(
  "outbox",
  {
    requestId: requestId(),
    id: uuid("id").notNull(),
    topic: text("topic").notNull(),
    payload: jsonb("payload").notNull(),
    createdAt: instant("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: instant("next_at").notNull(),
    doneAt: instant("done_at"),
    problem: text("problem"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.id] }), index("outbox_waiting").on(t.nextAt).where(sql`done_at is null`)],
);

/** Who read whose papers. */
export const documentReads = pgTable(
  "document_reads",
  { requestId: requestId(), id: uuid("id").notNull(), documentId: uuid("document_id").notNull(), person: uuid("person").notNull(), at: instant("at").notNull() },
  (t) => [primaryKey({ columns: [t.requestId, t.id] })],
);
