CREATE TABLE "accounts" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"quota" text NOT NULL,
	"year" integer NOT NULL,
	"desk" text NOT NULL,
	"unit" text NOT NULL,
	"limit_value" numeric NOT NULL,
	"reserved" numeric NOT NULL,
	"used" numeric NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quota_holdings" (
	"request_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text NOT NULL,
	"reserved" numeric NOT NULL,
	"used" numeric NOT NULL,
	CONSTRAINT "quota_holdings_request_id_account_id_pk" PRIMARY KEY("request_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "account" uuid;--> statement-breakpoint
CREATE INDEX "accounts_organisation" ON "accounts" USING btree ("organisation","quota","year");--> statement-breakpoint
CREATE INDEX "quota_holdings_account" ON "quota_holdings" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "steps_account" ON "steps" USING btree ("account") WHERE "steps"."account" is not null;
--> statement-breakpoint
-- Whoever works at a desk of an account's organisation, or audits it, reads the account whole. These ask with the owner's rights, so that
-- policies on the tables they read cannot run in a circle.
create function keeps_account(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select 'all' = any (subjects_of_actor())
    or exists (select 1 from accounts a join desks d on d.organisation = a.organisation where a.account_id = asked and 'desk:' || d.id = any (subjects_of_actor()))
    or exists (select 1 from accounts a where a.account_id = asked and 'audit:org:' || a.organisation = any (subjects_of_actor()))
$$;
--> statement-breakpoint
-- Whoever sees a request that takes from an account, or has something of it, learns what is left and moves what that request has: a
-- requester who withdraws lets go of it.
create function sees_account(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select keeps_account(asked)
    or exists (select 1 from steps s join request_access r on r.request_id = s.request_id where s.account = asked and r.subject = any (subjects_of_actor()))
    or exists (select 1 from quota_holdings h join request_access r on r.request_id = h.request_id where h.account_id = asked and r.subject = any (subjects_of_actor()))
$$;
--> statement-breakpoint
revoke all on function keeps_account(uuid), sees_account(uuid) from public;
--> statement-breakpoint
alter table accounts enable row level security;
--> statement-breakpoint
create policy seen on accounts for select using (sees_account(account_id));
--> statement-breakpoint
create policy written on accounts for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on accounts for update using ((select may_write()) and sees_account(account_id));
--> statement-breakpoint
alter table quota_holdings enable row level security;
--> statement-breakpoint
create policy seen on quota_holdings for select using (keeps_account(account_id)
  or exists (select 1 from request_access r where r.request_id = quota_holdings.request_id and r.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on quota_holdings for insert with check ((select is_system())
  or exists (select 1 from request_access r where r.request_id = quota_holdings.request_id and r.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy changed on quota_holdings for update using ((select is_system())
  or ((select may_write()) and exists (select 1 from request_access r where r.request_id = quota_holdings.request_id and r.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
-- The entries of an account speak of many requests: its keepers alone read them. Its head is locked by whoever may take from it.
create policy seen_of_account on events for select using (stream like 'account:%' and keeps_account(request_id));
--> statement-breakpoint
create policy written_of_account on events for insert with check (stream like 'account:%' and (select may_write()) and sees_account(request_id));
--> statement-breakpoint
create policy seen_of_account on heads for select using (stream like 'account:%' and sees_account(request_id));
--> statement-breakpoint
create policy changed_of_account on heads for update using (stream like 'account:%' and (select may_write()) and sees_account(request_id));
--> statement-breakpoint
create policy seen_of_account on texts for select using (readers is null and keeps_account(request_id));
