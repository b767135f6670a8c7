import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { findingStatuses, paperStatuses, severities } from "../../lib/working-paper/state.ts";
import { day, instant, oneOf, requestId } from "./columns.ts";

/* Read tables of working papers: what their events come to. Only db/project-paper writes them; verify builds them anew. */

export const workingPapers = pgTable(
  "working_papers",
  {
    paperId: uuid("paper_id").primaryKey(),
    number: text("number").notNull(),
    /** Null once it was erased. */
    title: text("title"),
    /** Whose it is: `all`, or an auditor's subject of `request_access`. */
    scope: text("scope").notNull(),
    status: text("status", { enum: paperStatuses }).notNull(),
    opener: uuid("opener").notNull(),
    cases: integer("cases").notNull(),
    tested: integer("tested").notNull(),
    exceptions: integer("exceptions").notNull(),
    openFindings: integer("open_findings").notNull(),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [index("working_papers_scope").on(t.scope, t.paperId), check("working_papers_status", oneOf("status", paperStatuses))],
);

/** The cases of a paper's sample. */
export const workingPaperCases = pgTable(
  "working_paper_cases",
  { paperId: uuid("paper_id").notNull(), requestId: requestId(), place: integer("place").notNull(), number: text("number").notNull(), stratum: text("stratum") },
  (t) => [primaryKey({ columns: [t.paperId, t.requestId] }), index("working_paper_cases_request").on(t.requestId)],
);

/** Findings, each with the desk or organisation that it asks: which sees this row and nothing else of the paper. */
export const workingPaperFindings = pgTable(
  "working_paper_findings",
  {
    paperId: uuid("paper_id").notNull(),
    finding: integer("finding").notNull(),
    paperNumber: text("paper_number").notNull(),
    requestId: requestId(),
    number: text("number").notNull(),
    desk: text("desk"),
    organisation: text("organisation"),
    severity: text("severity", { enum: severities }).notNull(),
    status: text("status", { enum: findingStatuses }).notNull(),
    raisedBy: uuid("raised_by").notNull(),
    raisedAt: instant("raised_at").notNull(),
    replyBy: day("reply_by").notNull(),
    followUpOn: day("follow_up_on"),
    /** When whoever is asked is to be reminded next. */
    tellOn: day("tell_on"),
  },
  (t) => [
    primaryKey({ columns: [t.paperId, t.finding] }),
    index("working_paper_findings_desk").on(t.desk, t.status),
    index("working_paper_findings_organisation").on(t.organisation, t.status),
    index("working_paper_findings_tell").on(t.tellOn).where(sql`tell_on is not null`),
    check("working_paper_findings_asked", sql`num_nonnulls(desk, organisation) = 1`),
    check("working_paper_findings_severity", oneOf("severity", severities)),
    check("working_paper_findings_status", oneOf("status", findingStatuses)),
  ],
);
