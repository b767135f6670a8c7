CREATE TABLE "workflow_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workflow" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	"definition" jsonb NOT NULL,
	"effective_from" date NOT NULL,
	"note" text,
	"author" uuid NOT NULL,
	"author_for" uuid[] NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "workflow_proposals_status" CHECK (status in ('proposed', 'approved', 'rejected', 'withdrawn')),
	CONSTRAINT "workflow_proposals_second" CHECK (decided_by is null or (decided_by = author) = (status = 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "effective_from" date;--> statement-breakpoint
CREATE INDEX "workflow_proposals_workflow" ON "workflow_proposals" USING btree ("workflow","version");--> statement-breakpoint
CREATE UNIQUE INDEX "workflow_proposals_open" ON "workflow_proposals" USING btree ("workflow") WHERE "workflow_proposals"."status" = 'proposed';
--> statement-breakpoint
alter table workflow_proposals enable row level security;
--> statement-breakpoint
-- Who keeps the rules, decides by them or audits sees what is proposed; to requesters it is no business until it is published.
create policy seen on workflow_proposals for select using ((select is_system())
  or exists (select 1 from grants g join roles r on r.id = g.role where g.person_id::text = (select current_actor()) and r.permissions && array['policy.publish', 'step.decide', 'audit.search', 'audit.verify']));
--> statement-breakpoint
create policy written on workflow_proposals for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on workflow_proposals for update using ((select is_system()));
