import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Run } from "../../lib/calendar/clock.ts";
import type { Answers } from "../../lib/request/answers.ts";
import { directions, ends, stages } from "../../lib/permit/entry.ts";
import { dues, kinds, regimeTypes } from "../../lib/policy/pack.ts";
import { dutyKinds } from "../../lib/request/duty.ts";
import { permitStatuses, requestStatuses, requirementStatuses } from "../../lib/request/state.ts";
import { sides } from "../../lib/workflow/definition.ts";
import { referralStatuses } from "../../lib/workflow/referral.ts";
import { stepStatuses } from "../../lib/workflow/progress.ts";
import { allotments } from "../../lib/workflow/step-people.ts";
import { amount, day, hex, instant, oneOf, requestId } from "./columns.ts";

/* Read tables: what the events come to, for lists and pages. Only db/project writes them; verify builds them anew. */

export const requests = pgTable(
  "requests",
  {
    requestId: requestId().primaryKey(),
    number: text("number").notNull(),
    kind: text("kind", { enum: kinds }).notNull(),
    title: text("title"),
    /** Its facts and lines, for searching; null once they are erased. */
    answers: jsonb("answers").$type<Answers>(),
    status: text("status", { enum: requestStatuses }).notNull(),
    version: integer("version").notNull(),
    requester: uuid("requester").notNull(),
    /** Whoever takes part beside the requester: they decide nothing of it. */
    team: uuid("team").array().notNull().default([]),
    home: text("home").notNull(),
    hostOrganisation: text("host_organisation"),
    hostRor: text("host_ror"),
    fromJurisdiction: text("from_jurisdiction").notNull(),
    fromCity: text("from_city"),
    toJurisdiction: text("to_jurisdiction").notNull(),
    toCity: text("to_city"),
    controlPoint: text("control_point"),
    mode: text("mode"),
    crossing: day("crossing").notNull(),
    windowFrom: day("window_from").notNull(),
    windowTo: day("window_to").notNull(),
    limitValue: amount("limit_value").notNull(),
    limitUnit: text("limit_unit").notNull(),
    workflowId: text("workflow_id").notNull(),
    workflowVersion: integer("workflow_version").notNull(),
    /** Whom the revocation of its permit keeps from such requests, and the last day on which it does. */
    barred: uuid("barred").array().notNull().default([]),
    barredUntil: day("barred_until"),
    submittedAt: instant("submitted_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** When it ended, from which day its words and papers are kept for years; and when all of them were erased. */
    endedOn: day("ended_on"),
    erasedOn: day("erased_on"),
    /** A legal hold keeps everything of it. */
    held: boolean("held").notNull().default(false),
  },
  (t) => [index("requests_ended").on(t.home, t.endedOn).where(sql`ended_on is not null and erased_on is null`), index("requests_held").on(t.home).where(sql`held`), index("requests_number").on(t.number), index("requests_changed").on(t.changedAt), index("requests_barred").using("gin", t.barred).where(sql`barred_until is not null`), check("requests_status", oneOf("status", requestStatuses)), check("requests_kind", oneOf("kind", kinds))],
);

export const steps = pgTable(
  "steps",
  {
    requestId: requestId(),
    stepId: text("step_id").notNull(),
    desk: text("desk").notNull(),
    side: text("side", { enum: sides }).notNull(),
    assignee: uuid("assignee"),
    status: text("status", { enum: stepStatuses }).notNull(),
    outcome: text("outcome"),
    round: integer("round").notNull(),
    since: instant("since"),
    dueOn: day("due_on"),
    /** When its clock ran; between two stretches it stood still. */
    ran: jsonb("ran").$type<readonly Run[]>().notNull().default([]),
    /** Working days by which its clock was extended. */
    extended: integer("extended"),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    /** Who decided it in the round before: it goes to them by default. */
    previously: uuid("previously"),
    /** Who has it in hand. */
    holder: uuid("holder"),
    /** How it finds its officer, as its definition says; null is by offer, and where its desk has a rule of its own that counts. */
    allot: text("allot", { enum: allotments }),
    /** Goes to whoever had an earlier step of the same desk. */
    keeps: boolean("keeps").notNull().default(false),
    /** Its members vote: it is in nobody's hands. */
    byVote: boolean("by_vote").notNull().default(false),
    /** Who was named to decide it in the place of whoever stands aside. */
    substitutes: uuid("substitutes").array().notNull().default([]),
    /** Who stands aside at it or beside it. */
    recused: uuid("recused").array().notNull().default([]),
    /** Of an open step: who decided a step that keeps them from it, with that step, or had decided this one; and who advised on the request. */
    decided: jsonb("decided").$type<Readonly<Record<string, string>>>().notNull().default({}),
    advised: uuid("advised").array().notNull().default([]),
    /** It is put aside. */
    suspended: boolean("suspended").notNull().default(false),
    /** Who may still vote; null where it waits for no member's vote: there is none, or the head of its desk breaks the tie. */
    votesOut: uuid("votes_out").array(),
    /** The account that its approval takes from. */
    account: uuid("account"),
    /** It is over but for what it would take from its account, which has too little. */
    waitsForQuota: boolean("waits_for_quota").notNull().default(false),
    /** When its clock next has something to say; null when nothing more is due. */
    tellOn: day("tell_on"),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.stepId] }),
    index("steps_queue").on(t.desk, t.status, t.since, t.requestId),
    index("steps_assignee").on(t.assignee).where(sql`${t.status} = 'open' or ${t.outcome} = 'returned'`),
    index("steps_holder").on(t.holder).where(sql`${t.status} = 'open' or ${t.outcome} = 'returned'`),
    index("steps_assignee_due").on(t.assignee, sql`coalesce(${t.dueOn}, '9999-12-31'::date)`, t.since, t.requestId, sql`${t.stepId} collate "C"`).where(sql`${t.status} = 'open' and ${t.assignee} is not null`),
    index("steps_substituted").on(t.requestId).where(sql`${t.substitutes} <> '{}'`),
    index("steps_returned").on(t.desk).where(sql`${t.outcome} = 'returned'`),
    index("steps_account").on(t.account).where(sql`${t.account} is not null`),
    index("steps_waiting").on(t.account).where(sql`waits_for_quota`),
    index("steps_tell").on(t.tellOn).where(sql`${t.status} = 'open'`),
    index("steps_due").on(t.desk, sql`coalesce(${t.dueOn}, '9999-12-31'::date)`, t.since, t.requestId, sql`${t.stepId} collate "C"`).where(sql`${t.status} = 'open'`),
    check("steps_status", oneOf("status", stepStatuses)),
    check("steps_side", oneOf("side", sides)),
  ],
);

/** Whose advice was asked for on a step, and whether it came. What was asked and advised stands beside the log. */
export const referrals = pgTable(
  "referrals",
  {
    requestId: requestId(),
    referralId: text("referral_id").notNull(),
    stepId: text("step_id").notNull(),
    person: uuid("person").notNull(),
    by: uuid("by"),
    at: instant("at").notNull(),
    due: day("due"),
    status: text("status", { enum: referralStatuses }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.referralId] }), index("referrals_person").on(t.person, t.status), check("referrals_status", oneOf("status", referralStatuses))],
);

export const requirements = pgTable(
  "requirements",
  {
    requestId: requestId(),
    requirementId: text("requirement_id").notNull(),
    regime: text("regime").notNull(),
    type: text("type", { enum: regimeTypes }).notNull(),
    due: text("due", { enum: dues }).notNull(),
    uncertain: boolean("uncertain").notNull(),
    status: text("status", { enum: requirementStatuses }).notNull(),
    date: day("date"),
    validUntil: day("valid_until"),
    waivedBy: text("waived_by"),
    tellOn: day("tell_on"),
  },
  (t) => [index("requirements_tell").on(t.tellOn).where(sql`tell_on is not null`), primaryKey({ columns: [t.requestId, t.requirementId] }), check("requirements_status", oneOf("status", requirementStatuses)), check("requirements_due", oneOf("due", dues))],
);

/** What must still be done, by when: every open obligation whose last day is known. */
export const obligations = pgTable(
  "obligations",
  {
    requestId: requestId(),
    obligationId: text("obligation_id").notNull(),
    kind: text("kind", { enum: dutyKinds }).notNull(),
    /** The step whose desk asked for it, or the requirement that it is. */
    stepId: text("step_id"),
    requirementId: text("requirement_id"),
    dueOn: day("due_on").notNull(),
    /** When its next reminder is due; null when all were given. */
    tellOn: day("tell_on"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.obligationId] }), index("obligations_tell").on(t.tellOn).where(sql`tell_on is not null`), index("obligations_due").on(t.dueOn).where(sql`kind <> 'keepPapers'`), check("obligations_kind", oneOf("kind", dutyKinds))],
);

export const permits = pgTable(
  "permits",
  {
    requestId: requestId().primaryKey(),
    number: text("number").notNull(),
    kind: text("kind", { enum: kinds }).notNull(),
    status: text("status", { enum: permitStatuses }).notNull(),
    limitValue: amount("limit_value").notNull(),
    limitUnit: text("limit_unit").notNull(),
    used: amount("used").notNull(),
    validFrom: day("valid_from").notNull(),
    validUntil: day("valid_until").notNull(),
    fromJurisdiction: text("from_jurisdiction").notNull(),
    toJurisdiction: text("to_jurisdiction").notNull(),
    controlPoint: text("control_point"),
    /** The first day on which it will not hold any more, once its revocation was announced. */
    revokedFrom: day("revoked_from"),
    /** Numbers that it had before, which are void. */
    earlier: text("earlier").array().notNull().default([]),
    /** The number of the event that gave it its number and terms. */
    edition: integer("edition").notNull(),
    /** What does not agree in its ledger and is not settled; and the day after which the next movement under way is missing. */
    discrepancies: integer("discrepancies").notNull().default(0),
    arrivalDue: day("arrival_due"),
    /** When there is next something to tell of its end. */
    tellOn: day("tell_on"),
    issuedAt: instant("issued_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  // What was let across can never be more than what was granted, whatever the code believes.
  (t) => [index("permits_number").on(t.number), index("permits_ending").on(sql`least(${t.validUntil}, ${t.revokedFrom} - 1)`).where(sql`${t.status} in ('valid', 'suspended')`), index("permits_missing").on(t.arrivalDue).where(sql`arrival_due is not null`), index("permits_tell").on(t.tellOn).where(sql`tell_on is not null`), index("permits_discrepant").on(t.requestId).where(sql`discrepancies > 0`), index("permits_reissued").on(t.requestId).where(sql`${t.earlier} <> '{}'`), check("permits_status", oneOf("status", permitStatuses)), check("permits_limit", sql`used >= 0 and used <= limit_value`)],
);

export const movements = pgTable(
  "movements",
  {
    requestId: requestId(),
    movementId: uuid("movement_id").notNull(),
    stage: text("stage", { enum: [...stages, ...ends] }).notNull().default("crossed"),
    direction: text("direction", { enum: directions }).notNull(),
    value: amount("value").notNull(),
    unit: text("unit").notNull(),
    controlPoint: text("control_point"),
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    person: uuid("person"),
    /** The entry that this one takes the place of. */
    corrects: uuid("corrects"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.movementId] }), check("movements_stage", oneOf("stage", [...stages, ...ends])), check("movements_value", sql`value >= 0`)],
);

export const documents = pgTable(
  "documents",
  {
    requestId: requestId(),
    documentId: uuid("document_id").notNull(),
    name: text("name"),
    paper: text("paper"),
    /** Whoever is only asked for advice gets it too. */
    forAdvisers: boolean("for_advisers").notNull().default(true),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: hex("sha256").notNull(),
    person: uuid("person"),
    at: instant("at").notNull(),
    /** When its content went, and under which rule. */
    erasedAt: instant("erased_at"),
    erasedRule: text("erased_rule"),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.documentId] })],
);

/** Who may see a request, as subjects (`person:…`, `desk:…`, `audit:org:…`): lists start here. */
export const requestAccess = pgTable(
  "request_access",
  { requestId: requestId(), subject: text("subject").notNull() },
  (t) => [primaryKey({ columns: [t.requestId, t.subject] }), index("request_access_subject").on(t.subject, t.requestId)],
);
