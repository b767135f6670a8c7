CREATE TABLE "desks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"function" text NOT NULL,
	"names" jsonb NOT NULL,
	"programmes" text[] NOT NULL,
	"control_points" text[] NOT NULL,
	CONSTRAINT "desks_function" CHECK (function in ('endorsement', 'biosafety', 'ethics', 'export-control', 'sign-off', 'acceptance', 'programme', 'checkpoint'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"ror" text,
	"names" jsonb NOT NULL,
	"jurisdiction" text NOT NULL,
	"city" text NOT NULL,
	"type" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" text NOT NULL,
	"version" text NOT NULL,
	"digest" text NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "packs_id_version_digest_pk" PRIMARY KEY("id","version","digest")
);
--> statement-breakpoint
CREATE TABLE "workflows" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workflows_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "draft_documents" (
	"request_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"name" text NOT NULL,
	"paper" text,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"person" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_documents_request_id_document_id_pk" PRIMARY KEY("request_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"requester" uuid NOT NULL,
	"team" uuid[] NOT NULL,
	"title" text NOT NULL,
	"facts" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"claims" text[] NOT NULL,
	"home" text NOT NULL,
	"host" jsonb,
	"endorser" text,
	"window_from" date,
	"window_to" date,
	"limit_value" numeric,
	"limit_unit" text,
	"terms" jsonb NOT NULL,
	"recorded" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_kind" CHECK (kind in ('person', 'sample', 'reagent', 'data', 'funds'))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"bucket" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempts_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	CONSTRAINT "grants_person_id_role_scope_kind_scope_id_pk" PRIMARY KEY("person_id","role","scope_kind","scope_id"),
	CONSTRAINT "grants_scope_kind" CHECK (scope_kind in ('organisation', 'jurisdiction', 'desk', 'everything'))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"organisation" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_language" CHECK (language in ('en', 'zh-Hant', 'zh-Hans', 'pt'))
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"permissions" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"request_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"body_digest" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commands_request_id_command_id_pk" PRIMARY KEY("request_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "document_reads" (
	"request_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_reads_request_id_id_pk" PRIMARY KEY("request_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"request_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"salt" text NOT NULL,
	"prev" text NOT NULL,
	"digest" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_request_id_stream_seq_pk" PRIMARY KEY("request_id","stream","seq")
);
--> statement-breakpoint
CREATE TABLE "heads" (
	"request_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "heads_request_id_stream_pk" PRIMARY KEY("request_id","stream")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"request_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_request_id_id_pk" PRIMARY KEY("request_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_ids" (
	"request_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seal_queue" (
	"request_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "seal_queue_request_id_stream_seq_pk" PRIMARY KEY("request_id","stream","seq")
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"request_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"salt" text NOT NULL,
	"body" text,
	"readers" text[],
	"erased_at" timestamp (3) with time zone,
	"erased_rule" text,
	CONSTRAINT "texts_request_id_digest_pk" PRIMARY KEY("request_id","digest")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"request_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"name" text,
	"paper" text,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"person" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "documents_request_id_document_id_pk" PRIMARY KEY("request_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "movements" (
	"request_id" uuid NOT NULL,
	"movement_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"value" numeric NOT NULL,
	"unit" text NOT NULL,
	"control_point" text,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"person" uuid,
	CONSTRAINT "movements_request_id_movement_id_pk" PRIMARY KEY("request_id","movement_id")
);
--> statement-breakpoint
CREATE TABLE "permits" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"limit_value" numeric NOT NULL,
	"limit_unit" text NOT NULL,
	"used" numeric NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"from_jurisdiction" text NOT NULL,
	"to_jurisdiction" text NOT NULL,
	"control_point" text,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "permits_status" CHECK (status in ('valid', 'closed', 'expired', 'revoked')),
	CONSTRAINT "permits_limit" CHECK (used >= 0 and used <= limit_value)
);
--> statement-breakpoint
CREATE TABLE "request_access" (
	"request_id" uuid NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "request_access_request_id_subject_pk" PRIMARY KEY("request_id","subject")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"requester" uuid NOT NULL,
	"home" text NOT NULL,
	"host_organisation" text,
	"host_ror" text,
	"from_jurisdiction" text NOT NULL,
	"from_city" text,
	"to_jurisdiction" text NOT NULL,
	"to_city" text,
	"control_point" text,
	"mode" text,
	"crossing" date NOT NULL,
	"window_from" date NOT NULL,
	"window_to" date NOT NULL,
	"limit_value" numeric NOT NULL,
	"limit_unit" text NOT NULL,
	"workflow_id" text NOT NULL,
	"workflow_version" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "requests_status" CHECK (status in ('draft', 'submitted', 'in-review', 'returned', 'approved', 'permitted', 'closed', 'rejected', 'withdrawn', 'expired', 'revoked')),
	CONSTRAINT "requests_kind" CHECK (kind in ('person', 'sample', 'reagent', 'data', 'funds'))
);
--> statement-breakpoint
CREATE TABLE "requirements" (
	"request_id" uuid NOT NULL,
	"requirement_id" text NOT NULL,
	"regime" text NOT NULL,
	"type" text NOT NULL,
	"due" text NOT NULL,
	"uncertain" boolean NOT NULL,
	"status" text NOT NULL,
	"date" date,
	"valid_until" date,
	"waived_by" text,
	CONSTRAINT "requirements_request_id_requirement_id_pk" PRIMARY KEY("request_id","requirement_id"),
	CONSTRAINT "requirements_status" CHECK (status in ('open', 'filed', 'granted', 'refused', 'waived')),
	CONSTRAINT "requirements_due" CHECK (due in ('before-submission', 'before-permit', 'before-crossing', 'at-crossing', 'after-crossing'))
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"request_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"desk" text NOT NULL,
	"side" text NOT NULL,
	"assignee" uuid,
	"status" text NOT NULL,
	"outcome" text,
	"round" integer NOT NULL,
	"since" timestamp (3) with time zone,
	"due_on" date,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "steps_request_id_step_id_pk" PRIMARY KEY("request_id","step_id"),
	CONSTRAINT "steps_status" CHECK (status in ('waiting', 'open', 'done', 'cancelled')),
	CONSTRAINT "steps_side" CHECK (side in ('origin', 'destination', 'joint'))
);
--> statement-breakpoint
CREATE INDEX "desks_organisation" ON "desks" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "organisations_ror" ON "organisations" USING btree ("ror");--> statement-breakpoint
CREATE INDEX "workflows_kind" ON "workflows" USING btree ("kind","version");--> statement-breakpoint
CREATE INDEX "drafts_requester" ON "drafts" USING btree ("requester","request_id");--> statement-breakpoint
CREATE INDEX "api_keys_person" ON "api_keys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_scope" ON "grants" USING btree ("scope_kind","scope_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "events_type_at" ON "events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "permits_number" ON "permits" USING btree ("number");--> statement-breakpoint
CREATE INDEX "request_access_subject" ON "request_access" USING btree ("subject","request_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "requests_number" ON "requests" USING btree ("number");--> statement-breakpoint
CREATE INDEX "steps_queue" ON "steps" USING btree ("desk","status","since","request_id");--> statement-breakpoint
CREATE INDEX "steps_assignee" ON "steps" USING btree ("assignee","status");