CREATE TABLE "organisation_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"authority" text NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_because" text
);
--> statement-breakpoint
CREATE TABLE "retention_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"years" jsonb NOT NULL,
	"automatic" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "texts" ALTER COLUMN "salt" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "erased_rule" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "erased_on" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "organisation_holds_organisation" ON "organisation_holds" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "requests_ended" ON "requests" USING btree ("home","ended_on") WHERE ended_on is not null and erased_on is null;--> statement-breakpoint
CREATE INDEX "requests_held" ON "requests" USING btree ("home") WHERE held;
--> statement-breakpoint
-- What ended before this was kept has its day in the record. Reads the history of every request that has ended, once.
update requests r set ended_on = (
  select (max(e.at) at time zone 'Asia/Shanghai')::date from events e
   where e.request_id = r.request_id and e.type in ('request.rejected', 'appeal.decided', 'request.withdrawn', 'request.closed', 'permit.expired', 'permit.revoked')
) where status in ('rejected', 'withdrawn', 'closed', 'expired', 'revoked');
--> statement-breakpoint
-- Words go, with their salts, and never change: whoever may see them may take them away, and write nothing in their place.
create policy erased on texts for update using ((select may_write()) and ('all' = any ((select acting_subjects())::text[])
  or exists (select 1 from request_access a where a.request_id = texts.request_id and a.subject = any ((select acting_subjects())::text[]))))
  with check (body is null and salt is null and erased_at is not null and erased_rule is not null);
--> statement-breakpoint
-- By the digest of a command a guess of its words could be tried; it goes with them, and no other can be put in its place.
create policy forgotten on commands for update using ((select may_write()) and ('all' = any ((select acting_subjects())::text[])
  or exists (select 1 from request_access a where a.request_id = commands.request_id and a.subject = any ((select acting_subjects())::text[]))))
  with check (body_digest = 'forgotten');
--> statement-breakpoint
create policy changed on documents for update using ((select may_write()) and ('all' = any ((select acting_subjects())::text[])
  or exists (select 1 from request_access a where a.request_id = documents.request_id and a.subject = any ((select acting_subjects())::text[]))));
--> statement-breakpoint
alter table retention_terms enable row level security;
--> statement-breakpoint
create policy seen on retention_terms for select using ((select current_actor()) <> 'public');
--> statement-breakpoint
create policy written on retention_terms for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on retention_terms for update using ((select is_system()));
--> statement-breakpoint
alter table organisation_holds enable row level security;
--> statement-breakpoint
create policy own on organisation_holds for all using ((select is_system())) with check ((select is_system()));
--> statement-breakpoint
-- Whoever erases learns that a hold on the organisation stops them, and whether they lifted one; never who asked for it, or why.
create function holds_on(asked text) returns table (open boolean, lifter uuid)
language sql stable security definer set search_path = public, pg_temp
as $$ select lifted_at is null, lifted_by from organisation_holds where organisation = asked and coalesce(current_actor() not in ('public', 'signIn'), false) $$;
--> statement-breakpoint
revoke all on function holds_on(text) from public;
