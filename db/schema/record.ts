import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { capacities } from "../../lib/access/capacity.ts";
import { hex, instant, oneOf, requestId } from "./columns.ts";

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
    /** Null once the words were erased: by it whoever guesses them could tell that they were right. */
    salt: hex("salt"),
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

/** Events waiting for a seal. `queued_at` is the database's own clock, which tells how long an event has waited whatever time it bears. */
export const sealQueue = pgTable(
  "seal_queue",
  { requestId: requestId(), stream: text("stream").notNull(), seq: integer("seq").notNull(), queuedAt: instant("queued_at").notNull().default(sql`now()`) },
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

/** Who read whose papers, when and in which capacity; where no paper is named, the request itself. Rows from before capacities were kept have none. */
export const documentReads = pgTable(
  "document_reads",
  {
    requestId: requestId(),
    id: uuid("id").notNull(),
    documentId: uuid("document_id"),
    person: uuid("person").notNull(),
    at: instant("at").notNull(),
    capacity: text("capacity", { enum: capacities }),
    /** The desk, and the step that it decides; or the access by break-glass. */
    desk: text("desk"),
    stepId: text("step_id"),
    accessId: uuid("access_id"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.id] }), index("document_reads_person").on(t.person, t.at), check("document_reads_capacity", oneOf("capacity", capacities))],
);

/** In which batch a reading was sealed; null while it waits for its batch. */
export const readSeals = pgTable(
  "read_seals",
  { requestId: requestId(), readId: uuid("read_id").notNull(), batch: uuid("batch") },
  (t) => [primaryKey({ columns: [t.requestId, t.readId] }), index("read_seals_waiting").on(t.requestId, t.readId).where(sql`batch is null`), index("read_seals_batch").on(t.batch)],
);
