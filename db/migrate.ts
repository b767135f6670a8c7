import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { readingRules } from "./reading-rules.ts";

/**
 * Brings the schema up to date and grants the serving role exactly what it may do. Two starters at once wait for each
 * other; doing it again changes nothing.
 */
export async function migrate(ownerUrl: string, servingRole: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    await sql.unsafe(rightsOf(servingRole));
    await sql.unsafe(readingRulesKept);
  } finally {
    await sql.end();
  }
}

/** By which rules the read tables were written, and how far they were brought on to others; where nothing is recorded yet, by those of this version. */
const readingRulesKept = `
  create table if not exists drizzle.reading_rules (one boolean primary key default true check (one), version int not null, reached uuid);
  insert into drizzle.reading_rules (version) select case when exists (select 1 from public.events) then 0 else ${readingRules} end on conflict do nothing;`;

const migrationLock = 7_262_951;

/** What the serving role may do with each table. The record is append-only: nothing may change or remove an event. */
const rights = {
  insert: ["request_ids"],
  select: ["audited_entries"],
  "select, insert": ["working_paper_cases", "events", "texts", "commands", "movements", "document_reads", "workflows", "packs", "editions", "calendar_years", "request_access", "permit_keys", "permit_key_secrets", "permit_credentials", "status_entries", "read_batches", "leaves", "nodes", "seals", "log_key_secrets"],
  "select, update": ["tree", "audit_filled"],
  "select, insert, update": ["heads", "requests", "permits", "documents", "people", "organisations", "desks", "roles", "api_keys", "catalogue_entries", "dossiers", "stand_ins", "workflow_proposals", "accounts", "quota_holdings", "working_papers", "working_paper_findings", "queue_settings", "break_glass", "read_seals", "retention_terms", "organisation_holds", "log_keys", "seal_mails"],
  "select, insert, delete": ["dossier_requests", "dossier_dependencies", "audit_entries", "saved_questions"],
  "select, insert, update, delete": ["drafts", "draft_documents", "steps", "requirements", "obligations", "referrals", "seal_queue", "outbox", "credentials", "sessions", "password_resets", "grants", "attempts", "calendar_feeds"],
} as const;

function rightsOf(role: string): string {
  const name = `"${role.replaceAll('"', '""')}"`;
  const grants = Object.entries(rights).map(([what, tables]) => `grant ${what} on ${tables.join(", ")} to ${name};`);
  return [
    `revoke all on all tables in schema public from ${name};`,
    `grant usage on schema public to ${name};`,
    ...grants,
    `grant execute on function subjects_of_actor(), acting_subjects(), may_let_in(uuid), sees_dossier(uuid), keeps_dossier(uuid), dossier_progress(uuid), keeps_account(uuid), sees_account(uuid), approvals_between(uuid, timestamptz), bars_on(uuid[], text, text, date), late_obligations(uuid, uuid, date), holds_on(text), audit_search(tsquery, timestamptz, timestamptz, timestamptz, uuid, int, int), audit_counts(tsquery, timestamptz, timestamptz, int), forget_entries(uuid), glass_holds(uuid, uuid), own_work(text[], text[], timestamptz, int) to ${name};`,
    // Words are taken away, never changed: a policy lets nothing else through.
    `grant update (body, salt, erased_at, erased_rule) on texts to ${name};`,
    `grant update (body_digest) on commands to ${name};`,
    // The serving process asks at start which migrations have been applied.
    `grant usage on schema drizzle to ${name};`,
    `grant select on drizzle.__drizzle_migrations to ${name};`,
  ].join("\n");
}
