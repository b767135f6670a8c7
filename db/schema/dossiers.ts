import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { roles } from "../../lib/dossier/role.ts";
import { dossierStatuses } from "../../lib/dossier/state.ts";
import { untils } from "../../lib/dossier/until.ts";
import { instant, oneOf, requestId } from "./columns.ts";

/* Read tables of dossiers: what their events come to. Only db/project-dossier writes them; verify builds them anew. */

export const dossiers = pgTable(
  "dossiers",
  {
    dossierId: uuid("dossier_id").primaryKey(),
    number: text("number").notNull(),
    title: text("title"),
    opener: uuid("opener").notNull(),
    status: text("status", { enum: dossierStatuses }).notNull(),
    version: integer("version").notNull(),
    openedAt: instant("opened_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("dossiers_opener").on(t.opener, t.dossierId), check("dossiers_status", oneOf("status", dossierStatuses))],
);

/** A request stands in one dossier at most: so what waits for what is decided under one lock, and cannot run in a circle. */
export const dossierRequests = pgTable(
  "dossier_requests",
  {
    requestId: requestId().primaryKey(),
    dossierId: uuid("dossier_id").notNull(),
    number: text("number").notNull(),
    role: text("role", { enum: roles }).notNull(),
  },
  (t) => [index("dossier_requests_dossier").on(t.dossierId), check("dossier_requests_role", oneOf("role", roles))],
);

/** `request_id` waits for `awaits`. */
export const dossierDependencies = pgTable(
  "dossier_dependencies",
  {
    requestId: requestId(),
    awaits: uuid("awaits").notNull(),
    dossierId: uuid("dossier_id").notNull(),
    until: text("until", { enum: untils }).notNull(),
    step: text("step"),
    /** Null once it was erased. */
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.awaits] }),
    index("dossier_dependencies_dossier").on(t.dossierId),
    index("dossier_dependencies_awaits").on(t.awaits),
    check("dossier_dependencies_until", oneOf("until", untils)),
    check("dossier_dependencies_step", sql`(until = 'step') = (step is not null)`),
  ],
);
