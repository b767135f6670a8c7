import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { inboxOrders, inboxViews, queueColumns } from "../../lib/access/queue-settings.ts";
import { languages } from "../../lib/language.ts";
import { day, hex, instant, oneOf } from "./columns.ts";

export const people = pgTable(
  "people",
  {
    id: uuid("id").primaryKey(),
    /** Lower case, NFKC. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    language: text("language", { enum: languages }).notNull(),
    organisation: text("organisation"),
    active: boolean("active").notNull().default(true),
    /** What they speak beside the language of their account, and what else they can do: work that prefers it comes to them first. */
    speaks: text("speaks").array().notNull().default(sql`'{}'`),
    skills: text("skills").array().notNull().default(sql`'{}'`),
    createdAt: instant("created_at").notNull(),
  },
  () => [check("people_language", oneOf("language", languages)), check("people_email", sql`email = lower(normalize(email, NFKC))`)],
);

/** Password hashes stand alone, so that no question about people can carry one along. */
export const credentials = pgTable("credentials", { personId: uuid("person_id").primaryKey(), passwordHash: text("password_hash").notNull(), changedAt: instant("changed_at").notNull() });

export const sessions = pgTable(
  "sessions",
  {
    tokenHash: hex("token_hash").primaryKey(),
    personId: uuid("person_id").notNull(),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    agent: text("agent"),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

export const passwordResets = pgTable("password_resets", {
  tokenHash: hex("token_hash").primaryKey(),
  personId: uuid("person_id").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    hash: hex("hash").notNull().unique(),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("api_keys_person").on(t.personId)],
);

/** Roles are rows that hold permissions of the closed list in code. */
export const roles = pgTable("roles", { id: text("id").primaryKey(), permissions: text("permissions").array().notNull() });

/** A person holds a role for a scope; `scope_id` is empty for everything. */
export const grants = pgTable(
  "grants",
  { personId: uuid("person_id").notNull(), role: text("role").notNull(), scopeKind: text("scope_kind").notNull(), scopeId: text("scope_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.personId, t.role, t.scopeKind, t.scopeId] }),
    index("grants_scope").on(t.scopeKind, t.scopeId),
    check("grants_scope_kind", oneOf("scope_kind", ["organisation", "jurisdiction", "desk", "everything"])),
  ],
);

/** While somebody is away another has their rights at desks: at those of `desks`, or at all when there is none. */
export const standIns = pgTable(
  "stand_ins",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    standIn: uuid("stand_in").notNull(),
    fromDay: day("from_day").notNull(),
    untilDay: day("until_day").notNull(),
    desks: text("desks").array().notNull(),
    reason: text("reason"),
    ended: boolean("ended").notNull().default(false),
  },
  (t) => [index("stand_ins_stand_in").on(t.standIn), index("stand_ins_person").on(t.personId)],
);

/** Links under which programs read a calendar: a person's own, or that of a desk as they may see it. One of each to a person. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: uuid("id").primaryKey(),
    tokenHash: hex("token_hash").notNull().unique(),
    /** Who made it, and as whom it is read. */
    personId: uuid("person_id").notNull(),
    desk: text("desk"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("calendar_feeds_person").on(t.personId).where(sql`desk is null`), uniqueIndex("calendar_feeds_desk").on(t.desk, t.personId).where(sql`desk is not null`)],
);

/** How somebody has their queue shown; who has none has it as usual. `hidden` are columns that are left out. */
export const queueSettings = pgTable(
  "queue_settings",
  {
    personId: uuid("person_id").primaryKey(),
    order: text("order_by", { enum: inboxOrders }).notNull(),
    view: text("opens_with", { enum: inboxViews }).notNull(),
    rows: integer("rows_a_page").notNull(),
    hidden: text("hidden", { enum: queueColumns }).array().notNull(),
  },
  () => [check("queue_settings_order", oneOf("order_by", inboxOrders)), check("queue_settings_view", oneOf("opens_with", inboxViews))],
);

/** Attempts in a window of time, for limits of rate. */
export const attempts = pgTable("attempts", { bucket: text("bucket").notNull(), windowStart: instant("window_start").notNull(), count: integer("count").notNull() }, (t) => [primaryKey({ columns: [t.bucket, t.windowStart] })]);
