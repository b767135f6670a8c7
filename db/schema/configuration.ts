import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { CalendarYear } from "../../lib/calendar/calendar-year.ts";
import type { Text } from "../../lib/language.ts";
import { proposalStatuses } from "../../lib/workflow/proposal/proposal.ts";
import { allotments } from "../../lib/workflow/step-people.ts";
import { deskFunctions, type WorkflowDefinition } from "../../lib/workflow/definition.ts";
import type { EditionEntry } from "../../lib/access/configuration.ts";
import { day, hex, instant, oneOf } from "./columns.ts";

/* Reference tables: small, the same for everybody. Changes come through lib/server/publish, as events of a config stream. */

export const organisations = pgTable(
  "organisations",
  { id: text("id").primaryKey(), ror: text("ror"), names: jsonb("names").$type<Text>().notNull(), jurisdiction: text("jurisdiction").notNull(), city: text("city").notNull(), type: text("type").notNull() },
  (t) => [index("organisations_ror").on(t.ror)],
);

export const desks = pgTable(
  "desks",
  {
    id: text("id").primaryKey(),
    organisation: text("organisation").notNull(),
    function: text("function", { enum: deskFunctions }).notNull(),
    names: jsonb("names").$type<Text>().notNull(),
    programmes: text("programmes").array().notNull(),
    controlPoints: text("control_points").array().notNull(),
    /** How its work finds an officer, where it has a rule of its own. */
    allot: text("allot", { enum: allotments }),
    /** Requesters read its name, and that of none of its officers. */
    hidesOfficers: boolean("hides_officers").notNull().default(false),
  },
  (t) => [index("desks_organisation").on(t.organisation), check("desks_function", oneOf("function", deskFunctions))],
);

/** Published workflow versions; they never change. */
export const workflows = pgTable(
  "workflows",
  {
    id: text("id").notNull(), version: integer("version").notNull(), kind: text("kind").notNull(), digest: hex("digest").notNull(), definition: jsonb("definition").$type<WorkflowDefinition>().notNull(), publishedAt: instant("published_at").notNull(),
    /** The first day on which it counts; null counts from when it was published. */
    effectiveFrom: day("effective_from"),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] }), index("workflows_kind").on(t.kind, t.version)],
);

/** New versions of workflows as somebody proposed them, and what became of them. At most one of a workflow is open. */
export const workflowProposals = pgTable(
  "workflow_proposals",
  {
    id: uuid("id").primaryKey(),
    workflow: text("workflow").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    digest: hex("digest").notNull(),
    definition: jsonb("definition").$type<WorkflowDefinition>().notNull(),
    effectiveFrom: day("effective_from").notNull(),
    note: text("note"),
    author: uuid("author").notNull(),
    authorFor: uuid("author_for").array().notNull(),
    proposedAt: instant("proposed_at").notNull(),
    status: text("status", { enum: proposalStatuses }).notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    reason: text("reason"),
  },
  (t) => [
    index("workflow_proposals_workflow").on(t.workflow, t.version),
    uniqueIndex("workflow_proposals_open").on(t.workflow).where(sql`${t.status} = 'proposed'`),
    check("workflow_proposals_status", oneOf("status", proposalStatuses)),
    // Whoever approves or rejects is another than whoever proposed; only the author withdraws.
    check("workflow_proposals_second", sql`decided_by is null or (decided_by = author) = (status = 'withdrawn')`),
  ],
);

/** Published rule packs, by digest: what a submission pinned can always be read again. */
export const packs = pgTable(
  "packs",
  { id: text("id").notNull(), version: text("version").notNull(), digest: hex("digest").notNull(), body: jsonb("body").notNull(), publishedAt: instant("published_at").notNull() },
  (t) => [primaryKey({ columns: [t.id, t.version, t.digest] })],
);

/** Which packs count, in order: the newest edition is in force, the earlier ones say what was. */
export const editions = pgTable("editions", { number: integer("number").primaryKey(), digest: hex("digest").notNull(), packs: jsonb("packs").$type<EditionEntry[]>().notNull(), publishedAt: instant("published_at").notNull() });

/** Years of calendars that were loaded, one row a list; the newest of a year counts. `id` is as `CN-2027`, `number` its place in the year's chain. */
export const calendarYears = pgTable(
  "calendar_years",
  { id: text("id").notNull(), number: integer("number").notNull(), digest: hex("digest").notNull(), list: jsonb("list").$type<CalendarYear>().notNull(), publishedAt: instant("published_at").notNull() },
  (t) => [primaryKey({ columns: [t.id, t.number] })],
);

/** How long an organisation keeps what the law lets it keep longer, by rule, and whether what is due is erased by itself. */
export const retentionTerms = pgTable("retention_terms", { id: text("id").primaryKey(), years: jsonb("years").$type<Record<string, number>>().notNull(), automatic: boolean("automatic").notNull() });

/** Legal holds on everything of an organisation; lifted ones stay. */
export const organisationHolds = pgTable(
  "organisation_holds",
  {
    id: uuid("id").primaryKey(),
    organisation: text("organisation").notNull(),
    authority: text("authority").notNull(),
    reason: text("reason").notNull(),
    placedBy: uuid("placed_by").notNull(),
    placedAt: instant("placed_at").notNull(),
    liftedBy: uuid("lifted_by"),
    liftedAt: instant("lifted_at"),
    liftedBecause: text("lifted_because"),
  },
  (t) => [index("organisation_holds_organisation").on(t.organisation)],
);
