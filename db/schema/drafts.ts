import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { kinds } from "../../lib/policy/pack.ts";
import type { Draft } from "../../lib/request/draft.ts";
import { amount, day, hex, instant, oneOf, requestId } from "./columns.ts";

/** Requests that were never submitted: changed in place, in no history, gone when deleted. */
export const drafts = pgTable(
  "drafts",
  {
    requestId: requestId().primaryKey(),
    number: text("number").notNull(),
    kind: text("kind", { enum: kinds }).notNull(),
    version: integer("version").notNull(),
    requester: uuid("requester").notNull(),
    team: uuid("team").array().notNull(),
    title: text("title").notNull(),
    facts: jsonb("facts").$type<Draft["facts"]>().notNull(),
    lines: jsonb("lines").$type<Draft["lines"]>().notNull(),
    claims: text("claims").array().notNull(),
    home: text("home").notNull(),
    host: jsonb("host").$type<Draft["host"]>(),
    endorser: text("endorser"),
    windowFrom: day("window_from"),
    windowTo: day("window_to"),
    limitValue: amount("limit_value"),
    limitUnit: text("limit_unit"),
    terms: jsonb("terms").$type<Draft["terms"]>().notNull(),
    recorded: jsonb("recorded").$type<Draft["recorded"]>().notNull(),
    began: jsonb("began").$type<Draft["began"]>(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("drafts_requester").on(t.requester, t.requestId), check("drafts_kind", oneOf("kind", kinds))],
);

/** Papers of a draft; submitting makes them events. */
export const draftDocuments = pgTable(
  "draft_documents",
  {
    requestId: requestId(),
    documentId: uuid("document_id").notNull(),
    name: text("name").notNull(),
    paper: text("paper"),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: hex("sha256").notNull(),
    person: uuid("person").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.documentId] })],
);
